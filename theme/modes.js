// Choices that only some readers make: peeking, English on a tap, tones in colour; and the choices of an address.
// choices.js loads this when they do.
"use strict";
(() => {
  const { choices } = duidu;

  // ---------------------------------------------------------------- pinyin

  // Whether a word's pinyin was hidden and is shown now.
  choices.peek = (word) => {
    const pinyin = choices.get("pinyin") === "peek" && word.querySelector("rt");
    if (!pinyin || getComputedStyle(pinyin).visibility !== "hidden") return false;
    word.classList.add("peeked");
    return true;
  };
  const forget = () => { for (const word of document.querySelectorAll(".peeked")) word.classList.remove("peeked"); };

  // ---------------------------------------------------------------- English

  const reveal = (button, on) => {
    button.parentElement.classList.toggle("shown", on);
    button.setAttribute("aria-expanded", on);
    button.setAttribute("aria-label", on ? duidu.t("Hide the translation") : duidu.t("Show the translation"));
  };
  const veil = (on) => {
    for (const line of document.querySelectorAll(":is(.head, .text) .en:not(.unseen)")) {
      line.classList.remove("shown");
      line.querySelector(".reveal")?.remove();
      if (!on) continue;
      const button = duidu.button("", () => reveal(button, button.getAttribute("aria-expanded") !== "true"));
      button.className = "reveal";
      button.lang = document.getElementById("choices").lang;
      line.prepend(button);
      reveal(button, false);
    }
  };

  // ---------------------------------------------------------------- tones

  const V = "aeiouüvêāáǎàēéěèếềīíǐìōóǒòūúǔùǖǘǚǜ";
  const SYLLABLE = new RegExp("[˙ㄅ-ㄯ]+[ˊˇˋ]?"
    + `|[b-df-hj-np-tw-z]{0,2}(?:u:|[${V}])+(?:ng?(?![${V}]))?(?:r(?![${V}]))?(?:[1-5](?:r5?(?![${V}]))?)?`
    + "|h?[ńňǹḿ]g?", "giu");
  const SIGNS = "\u0304\u0301\u030c\u0300";  // macron, acute, caron, grave
  const BOPOMOFO = { "ˊ": 2, "ˇ": 3, "ˋ": 4 };

  // 1 to 4, or 5 for the neutral tone, which ㄦ that colours the syllable before it has, too.
  const tone = (syllable) => {
    const digit = /[1-5]/.exec(syllable);
    if (digit) return digit[0];
    if (/[ㄅ-ㄯ]/.test(syllable)) return /^(˙|ㄦ$)/.test(syllable) ? 5 : BOPOMOFO[syllable.at(-1)] ?? 1;
    const sign = [...syllable.normalize("NFD")].find((character) => SIGNS.includes(character));
    return sign ? SIGNS.indexOf(sign) + 1 : 5;
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
    if (end) text.replaceWith(...pieces.filter(Boolean), text.data.slice(end));
  };

  const colour = (on) => {
    for (const line of document.querySelectorAll("main :is(rt, [lang=zh-Latn-pinyin]), .vocabulary dt")) {
      for (const span of line.querySelectorAll(".t1, .t2, .t3, .t4, .t5")) span.replaceWith(span.textContent);
      line.normalize();
      if (!on) continue;
      // An entry begins with the word, which may have letters of its own (A股).
      if (line.matches("dt")) { paint(line.firstChild.splitText(line.firstChild.data.indexOf(" ") + 1)); continue; }
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      texts.forEach(paint);
    }
  };

  // ---------------------------------------------------------------- what holds, now and from now on

  const act = {
    pinyin: forget,
    english: (value) => veil(value === "tap"),
    tones: (value) => colour(value === "1"),
  };
  document.addEventListener("duidu-choice", ({ detail }) => act[detail.name]?.(detail.value));
  if (choices.get("english") === "tap") veil(true);
  if (choices.get("tones") === "1") colour(true);

  if (choices.borrowed()) {
    const note = document.createElement("p");
    const button = (label, keep) => duidu.button(label, () => {
      document.querySelector("#choices .more").focus();
      note.remove();
      choices.settle(keep);
    });
    note.className = "offer";
    note.append(duidu.t("This page is shown as its address says."), " ",
      button(duidu.t("Keep it so"), true), button(duidu.t("As I had it"), false));
    document.getElementById("choices").append(note);
    duidu.say(note.firstChild.data);
  }
})();
