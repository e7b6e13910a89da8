// Reading aloud with the voices that the browser has: one utterance a sentence, and on to the next.
"use strict";
(() => {
  const synth = window.speechSynthesis;
  const { sentences } = duidu;

  // ---------------------------------------------------------------- voices

  const cantonese = duidu.language === "zh-Hant-HK";
  const region = cantonese ? "-hk" : duidu.language === "zh-Hans" ? "-cn" : "-tw";
  const tagOf = (voice) => voice.lang.toLowerCase().replaceAll("_", "-");  // Android: zh_CN
  const speaksCantonese = (voice) => /^yue|-hk|-mo/.test(tagOf(voice));
  // The language first, then voices on this device, which send nothing away, then the region.
  const fit = (voice) => (
    (speaksCantonese(voice) === cantonese ? 4 : 0) + (voice.localService ? 2 : 0) + (tagOf(voice).includes(region) ? 1 : 0)
  );
  let voices = [];
  let voice = null;
  const key = "voice-" + duidu.language;
  const find = () => {
    voices = synth.getVoices()
      .filter((one) => /^(zh|cmn|yue)\b/.test(tagOf(one)) && (cantonese || !speaksCantonese(one)))
      .sort((one, other) => fit(other) - fit(one));
    const saved = duidu.remember.get(key);
    voice = voices.find((one) => one.voiceURI === saved) ?? voices[0] ?? null;
  };

  // ---------------------------------------------------------------- speaking

  let sentence = null;
  let playing = false;
  let turn = 0;  // what an earlier utterance reports is of no matter
  let guard = 0;
  let utterance;  // Chrome forgets an utterance that nobody holds, and its end
  const rate = () => Number(duidu.remember.get("rate")) || 1;

  // Voices from the network fall silent after some fourteen seconds: they get long sentences by their clauses.
  const pieces = (text) => {
    const most = Math.floor(50 * rate());
    return voice.localService ? [text] : text.match(new RegExp(`.{1,${most}}([，。；：！？、]|$)|.{1,${most}}`, "gsu")) ?? [];
  };
  function silence() {
    turn++;
    clearTimeout(guard);
    synth.cancel();
  }
  function speak(next) {
    silence();
    sentence?.classList.remove("spoken");
    sentence = next;
    sentence.classList.add("spoken");
    sentences.take(sentence);
    sentences.reveal(sentence);
    playing = true;
    draw();
    const rest = pieces(sentences.plain(sentences.chinese(sentence)));
    const go = () => {
      const text = rest.shift();
      if (text) utter(text, go); else step(1);
    };
    go();
  }
  function utter(text, then) {
    const mine = ++turn;
    const once = (act) => () => { if (mine === turn) { clearTimeout(guard); act(); } };
    utterance = new SpeechSynthesisUtterance(text);
    Object.assign(utterance, { voice, lang: voice.lang, rate: rate() });
    utterance.onend = once(then);
    utterance.onerror = once(() => { pause(); duidu.say(duidu.t("The voice does not answer.")); });
    guard = setTimeout(once(() => { silence(); then(); }), 5000 + 1000 * text.length / rate());  // no end was reported
    synth.speak(utterance);
  }
  function pause() {
    silence();
    playing = false;
    draw();
  }
  function stop() {
    silence();
    playing = false;
    sentence?.classList.remove("spoken");
    if (sentence && player.contains(document.activeElement)) sentences.focus(sentence);
    sentence = null;
    player.remove();
  }
  function step(by) {
    const list = sentences.all();
    const next = list[list.indexOf(sentence) + by];
    if (next) speak(next); else if (by > 0) stop();
  }
  // A sentence that was broken off begins anew: pause() of the browser is not to be relied on.
  const toggle = () => { if (playing) pause(); else speak(sentence ?? sentences.here()); };

  // ---------------------------------------------------------------- the player

  const { button } = duidu;
  const player = document.createElement("section");
  player.className = "player";
  player.lang = document.getElementById("say").lang;
  player.setAttribute("aria-label", duidu.t("Reading aloud"));
  const main = button("", toggle);
  const again = () => { if (playing) speak(sentence); else draw(); };
  const select = (label, act) => {
    const box = document.createElement("select");
    box.setAttribute("aria-label", label);
    box.addEventListener("change", () => { act(box.value); again(); });
    return box;
  };
  const speed = select(duidu.t("Speed"), (value) => duidu.remember.set("rate", value));
  for (const value of [0.5, 0.6, 0.75, 0.9, 1, 1.25]) speed.add(new Option("×" + value, value));
  const choice = select(duidu.t("Voice"), (value) => { duidu.remember.set(key, value); find(); });
  const note = document.createElement("small");
  player.append(
    button(duidu.t("Back"), () => step(-1)), main, button(duidu.t("Forward"), () => step(1)),
    button(duidu.t("Stop"), stop), speed, choice, note,
  );
  function draw() {
    main.textContent = playing ? duidu.t("Pause") : duidu.t("Go on");
    speed.value = rate();
    choice.replaceChildren(...voices.map((one) => new Option(one.name, one.voiceURI, false, one === voice)));
    note.textContent = voice.localService
      ? duidu.t("This voice works on your device: no text is sent.")
      : duidu.t("This voice works over the network: the text is sent to its maker.");
    if (!player.isConnected) document.getElementById("say").before(player);
  }

  // ---------------------------------------------------------------- where it begins

  const whole = button(duidu.t("Listen"), () => speak(sentences.all()[0]));
  whole.className = "listen";
  document.querySelector(".head").append(whole);
  const offer = () => {
    find();
    whole.hidden = !voice;
    if (!voice && sentence) stop();
  };
  offer();
  synth.addEventListener?.("voiceschanged", offer);
  addEventListener("pagehide", stop);

  duidu.speech = { speak, toggle, stop, ready: () => voice !== null };
})();
