// The words of the text as buttons that open the pop-over of a word, which is loaded when the first is wanted.
"use strict";
(() => {
  const words = [...document.querySelectorAll("[data-v]")];
  if (!words.length || !HTMLElement.prototype.showPopover) return;

  // One word at a time is in the tab order; the arrow keys move from word to word, Enter opens.
  const BUTTON = { tabindex: 0, role: "button", "aria-haspopup": "dialog", "aria-expanded": false };
  let current = words[0];
  const moveTo = (word) => {
    for (const name in BUTTON) {
      current.removeAttribute(name);
      word.setAttribute(name, BUTTON[name]);
    }
    current = word;
  };
  moveTo(current);
  document.addEventListener("focusin", ({ target }) => { if (target.matches("[data-v]") && target !== current) moveTo(target); });

  const opened = () => duidu.gloss?.opened();
  const dressed = () => new Promise((resolve, reject) => {
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: duidu.root + "theme/gloss.css", onload: resolve, onerror: reject });
    document.head.append(sheet);
  });
  let loading = null;
  const gloss = () => loading ??= Promise.all([duidu.load("gloss.js"), dressed()]).then(() => duidu.gloss)
    .catch((error) => { loading = null; throw error; });
  let wanted = null;  // the word pressed last, until Escape: its pop-over may take a while to load
  const awaited = (word) => word === wanted && word === document.activeElement;
  const show = (word) => {
    duidu.gloss?.hide();
    moveTo(word);
    word.focus({ preventScroll: true });
    wanted = word;
    gloss().then(
      ({ open }) => { if (awaited(word)) open(word); },
      () => { if (awaited(word)) location.hash = "v" + word.dataset.v; },
    );
  };

  // A press anywhere closes the popover before the click arrives, so the click must know what was open.
  let pressed = null;
  document.addEventListener("pointerdown", ({ target }) => {
    pressed = opened();
    if (target.closest("[data-v]")) gloss().catch(() => {});
  }, true);
  document.addEventListener("click", ({ target }) => {
    const word = target.closest("[data-v]");
    if (word && word !== pressed && !String(getSelection()) && !duidu.choices.peek(word)) show(word);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") wanted = null;
    if (!event.target.matches("[data-v]") || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = words[words.indexOf(current) + { ArrowRight: 1, ArrowLeft: -1 }[event.key]];
    if (next) {
      if (opened()) {
        show(next);
      } else {
        moveTo(next);
        next.focus();
      }
    } else if (event.key === "Enter" || event.key === " ") {
      if (opened()) duidu.gloss.hide(); else show(current);
    } else {
      return;
    }
    event.preventDefault();
  });
  duidu.key({
    keys: ["m"],
    group: duidu.t("Reading"),
    label: duidu.t("Mark the word as known, or not"),
    act: () => {
      const word = opened() ?? (document.activeElement === current && current);
      if (word) gloss().then(({ mark }) => mark(duidu.known.key(word.dataset.v)));
    },
  });
})();
