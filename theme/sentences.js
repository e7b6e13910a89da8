// The sentences of an article, and the way from one to the next. Their tools and the voice come when they are wanted.
"use strict";
(() => {
  const article = document.querySelector("article[data-source]");
  if (!article) return;
  const SENTENCE = ".s, .zh[id]";
  const all = () => [...article.querySelectorAll(SENTENCE)];
  const of = (element) => element.closest(SENTENCE);

  const chinese = (sentence) => (sentence.matches(".zh") ? sentence : sentence.querySelector(".zh"));
  const plain = (line) => {
    const copy = line.cloneNode(true);
    for (const extra of copy.querySelectorAll("rt, .no, .status")) extra.remove();
    return copy.textContent.trim();
  };

  // One number at a time is in the tab order, as with the words.
  const addressed = location.hash && document.getElementById(location.hash.slice(1));
  let current = addressed ? of(addressed) : null;
  const marks = [...article.querySelectorAll(".no")];
  const arm = (mark) => { for (const one of marks) one.tabIndex = one === mark ? 0 : -1; };
  const take = (sentence) => {
    current = sentence;
    const mark = sentence.querySelector(".no");
    if (mark) arm(mark);
  };
  arm(current?.querySelector(".no") ?? marks[0]);

  const reveal = (sentence) => { sentence.scrollIntoView({ block: "nearest" }); };
  // Its Chinese has the focus, so that a screen reader reads it, in the right voice.
  const focus = (sentence) => {
    const text = chinese(sentence);
    text.tabIndex = -1;
    text.focus({ preventScroll: true });
    reveal(sentence);
  };
  // Where the reader is: at the current sentence, or at the uppermost in the window.
  const here = () => {
    const box = current?.getBoundingClientRect();
    return box && box.bottom > 64 && box.top < innerHeight ? current : duidu.anchored()?.element ?? all()[0];
  };
  const go = (step) => {
    const from = here();
    const to = from === current ? all()[all().indexOf(from) + step] : from;
    if (to) focus(to);
  };

  article.addEventListener("focusin", (event) => {
    const sentence = of(event.target);
    if (sentence) take(sentence);
  });
  article.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !event.target.matches(".zh, .no")) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const word = event.key === "ArrowRight" && of(event.target).querySelector("[data-v]");
    if (!step && !word) return;
    event.preventDefault();
    if (step) { go(step); return; }
    if (!word.hasAttribute("tabindex")) word.tabIndex = -1;
    word.focus();
  });

  const tools = () => duidu.load("tools.js").then(() => duidu.tools);
  for (const first of ["pointerover", "focusin"]) article.addEventListener(first, tools, { once: true });
  article.addEventListener("click", (event) => {
    if (!event.target.matches(".no") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    take(of(event.target));
    tools().then((found) => found.open(current, !event.detail), () => { location.hash = current.id; });
  });

  const listen = () => {
    if (speechSynthesis.getVoices().some((voice) => /^(zh|cmn|yue)/i.test(voice.lang))) duidu.load("speech.js");
  };
  if (window.speechSynthesis && duidu.language !== "zh-Latn-pinyin") {
    listen();
    speechSynthesis.addEventListener?.("voiceschanged", listen);  // they come late
  }

  duidu.sentences = {
    all, of, chinese, plain, take, here, go, focus, reveal, article,
    copy: () => tools().then((found) => found.copy(here())),
  };
})();
