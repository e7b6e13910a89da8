// The reader's choices: the form says what there is, <html> says what holds, the browser and the address remember it.
"use strict";
duidu.choices = (() => {
  const root = document.documentElement;
  const form = document.getElementById("choices");
  const { names, read, stored, asked } = duiduEarly;
  const onDisk = location.protocol === "file:";

  // ---------------------------------------------------------------- the form

  const boxes = (name) => [...form.querySelectorAll(`[name="${name}"]`)];
  const quick = (name) => form.querySelector(`.quick #show-${name}`);

  // What the form says of a choice, now ("checked") or before anybody touched it ("defaultChecked").
  const said = (name, when = "checked") => {
    const [first, ...others] = boxes(name);
    if (!first) return null;
    if (first.type === "checkbox") return first[when] ? "1" : "0";
    if (quick(name)?.[when] === false) return "off";
    return [first, ...others].find((box) => box[when]).value;
  };
  const mark = (name, value) => {
    for (const box of boxes(name)) {
      if (box.type === "checkbox") box.checked = value === "1";
      else if (value !== "off") box.checked = box.value === value;
    }
    if (quick(name)) quick(name).checked = value !== "off";
  };

  const standard = Object.fromEntries(names.map((name) => [name, said(name, "defaultChecked")]));
  const saved = stored();
  const now = { ...standard, ...saved, ...asked };

  // ---------------------------------------------------------------- remembered, and in the address

  const query = (choices) => names.filter((name) => (choices[name] ?? null) !== null)
    .map((name) => `${name}=${choices[name]}`).join("&");
  const different = () => Object.fromEntries(names.filter((name) => now[name] !== standard[name])
    .map((name) => [name, now[name]]));
  const address = (search, choices) => {
    const kept = new URLSearchParams(search);
    for (const name of names) kept.delete(name);
    const all = [String(kept), query(choices)].filter(Boolean).join("&");
    return all && "?" + all;
  };

  const save = () => {
    const remembered = duidu.remember.set("choices", query(saved) || null);
    const state = { ...history.state, duidu: remembered };
    try { history.replaceState(state, "", location.pathname + address(location.search, different()) + location.hash); }
    catch { /* a browser that lets no page from disk change its address */ }
  };

  // Where each page from disk remembers for itself (Firefox), and while the choices of an address hold, links carry them.
  const site = new URL(duidu.root || ".", location.href).href;
  const carry = (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || !link.href.startsWith(site) || link.getAttribute("href").startsWith("#")) return;
    if (onDisk) link.search = address(link.search, { ...different(), ...saved });
    else if (Object.keys(asked).length) link.search = address(link.search, different());
  };
  for (const press of ["pointerdown", "click"]) document.addEventListener(press, carry, true);

  // ---------------------------------------------------------------- choosing

  const put = (name, value) => {
    now[name] = value;
    root.dataset[name] = value;
    mark(name, value);
    effects[name]?.(value);
    document.dispatchEvent(new CustomEvent("duidu-choice", { detail: { name, value } }));
  };
  const set = (name, value) => {
    value = String(value);
    if (!(name in read(`${name}=${value}`)) || value === now[name]) return;
    duidu.keepingPlace(() => put(name, value));
    saved[name] = value;
    delete asked[name];
    if (value !== "off" && quick(name)) duidu.remember.set(name + "-on", value);
    save();
  };
  // Off, or on again as it was before.
  const toggle = (name) => {
    const on = boxes(name).find((box) => box.checked)?.value;
    set(name, now[name] === "off" ? on : now[name] === "1" ? "0" : now[name] === "0" ? "1" : "off");
  };

  // ---------------------------------------------------------------- pinyin of a word that is tapped (known.js marks the known ones)

  // Whether the pinyin of a word was hidden and is shown now.
  const peek = (word) => {
    const pinyin = now.pinyin === "peek" && word.querySelector("rt");
    if (!pinyin || getComputedStyle(pinyin).visibility !== "hidden") return false;
    word.classList.add("peeked");
    return true;
  };

  // ---------------------------------------------------------------- English: a tap reveals it

  const veil = (on) => {
    for (const line of document.querySelectorAll(":is(.head, .text) .en")) {
      line.classList.remove("shown");
      line.querySelector(".reveal")?.remove();
      if (!on) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "reveal";
      button.lang = form.lang;
      line.prepend(button);
      reveal(button, false);
    }
  };
  const reveal = (button, on) => {
    button.parentElement.classList.toggle("shown", on);
    button.setAttribute("aria-expanded", on);
    button.ariaLabel = on ? duidu.t("Hide the translation") : duidu.t("Show the translation");
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".reveal");
    if (button) reveal(button, button.getAttribute("aria-expanded") !== "true");
  });

  // ---------------------------------------------------------------- tones in colour

  const V = "aeiouüvêāáǎàēéěèếềīíǐìōóǒòūúǔùǖǘǚǜ";
  const SYLLABLE = new RegExp("˙?[\\u3105-\\u312f]+[ˊˇˋ]?"
    + `|[bcdfghj-np-tw-z]{0,2}(?:u:|[${V}])+(?:ng?(?![${V}]))?(?:r(?![${V}]))?(?:[1-5](?:r5?(?![${V}]))?)?`
    + "|h?[ńňǹḿ]g?", "giu");
  // 1 to 4, or 5 for the neutral tone.
  const tone = (syllable) => {
    const digit = /[1-5]/.exec(syllable);
    if (digit) return digit[0];
    if (/[\u3105-\u312f]/.test(syllable)) return { "ˊ": 2, "ˇ": 3, "ˋ": 4, "˙": 5, "ㄦ": 5 }[syllable.at(syllable[0] === "˙" ? 0 : -1)] ?? 1;
    const sign = /[\u0300\u0301\u0304\u030c]/.exec(syllable.normalize("NFD"));
    return sign ? "\u0304\u0301\u030c\u0300".indexOf(sign[0]) + 1 : 5;
  };
  const paint = (text) => {
    const pieces = [];
    let end = 0;
    for (const { 0: syllable, index } of text.data.matchAll(SYLLABLE)) {
      const span = document.createElement("span");
      span.className = "t" + tone(syllable);
      span.textContent = syllable;
      pieces.push(text.data.slice(end, index), span);
      end = index + syllable.length;
    }
    if (end) text.replaceWith(...pieces, text.data.slice(end));
  };
  const colour = (on) => {
    for (const line of document.querySelectorAll("main rt, main [lang=zh-Latn-pinyin]")) {
      for (const span of line.querySelectorAll(".t1, .t2, .t3, .t4, .t5")) span.replaceWith(span.textContent);
      line.normalize();
      if (!on) continue;
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      texts.forEach(paint);
    }
  };

  // ---------------------------------------------------------------- the beginning

  const effects = {
    pinyin: () => {
      for (const word of document.querySelectorAll(".peeked")) word.classList.remove("peeked");
    },
    english: (value) => veil(value === "tap"),
    tones: (value) => colour(value === "1"),
  };
  for (const name of names) {
    if (now[name] === null) continue;
    root.dataset[name] = now[name];
    mark(name, now[name] === "off" ? duidu.remember.get(name + "-on") ?? standard[name] : now[name]);
    if (quick(name)) quick(name).checked = now[name] !== "off";
  }
  if (now.english === "tap") veil(true);
  if (now.tones === "1") colour(true);

  form.addEventListener("change", (event) => {
    const name = event.target.name || event.target.id.slice("show-".length);
    set(name, said(name));
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    duidu.keepingPlace(() => {
      for (const name of names) {
        if (standard[name] === null) continue;
        delete saved[name];
        delete asked[name];
        if (now[name] !== standard[name]) put(name, standard[name]);
      }
    });
    save();
  });
  // A page that the browser has kept whole comes back as it was left; meanwhile the reader may have chosen otherwise.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    const latest = { ...standard, ...stored() };
    for (const name of names) if (latest[name] !== now[name] && latest[name] !== undefined) put(name, latest[name]);
  });

  // ---------------------------------------------------------------- the choices of an address

  for (const name of Object.keys(asked)) if (asked[name] === (saved[name] ?? standard[name])) delete asked[name];
  if (onDisk) { Object.assign(saved, asked); if (Object.keys(asked).length) save(); }
  else if (Object.keys(asked).length) offer();

  function offer() {
    const note = document.createElement("p");
    const button = (label, act) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = label;
      made.addEventListener("click", () => { note.remove(); act(); save(); });
      return made;
    };
    note.className = "offer";
    note.append(duidu.t("This page is shown as its address says."), " ",
      button(duidu.t("Keep it so"), () => { Object.assign(saved, asked); forget(); }),
      button(duidu.t("As I had it"), () => {
        const mine = { ...standard, ...saved };
        duidu.keepingPlace(() => { for (const name of Object.keys(asked)) put(name, mine[name]); });
        forget();
      }));
    form.append(note);
    duidu.say(note.firstChild.data);
  }
  function forget() { for (const name of Object.keys(asked)) delete asked[name]; }

  return { get: (name) => now[name], set, toggle, peek };
})();
