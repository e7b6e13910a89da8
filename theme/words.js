// The pop-over of a word: its entry in the vocabulary, beside it.
"use strict";
(() => {
  const gloss = document.getElementById("gloss");
  const words = [...document.querySelectorAll("[data-v]")];
  if (!gloss || !words.length || !gloss.showPopover) return;

  // One word at a time is in the tab order; the arrow keys move from word to word, Enter opens.
  let current = words[0];
  let open = null;
  arm(current);

  function arm(word) {
    word.tabIndex = 0;
    word.setAttribute("role", "button");
    word.setAttribute("aria-haspopup", "dialog");
    word.setAttribute("aria-expanded", "false");
  }
  function disarm(word) {
    word.removeAttribute("tabindex");
    word.removeAttribute("role");
    word.removeAttribute("aria-haspopup");
    word.removeAttribute("aria-expanded");
  }
  function moveTo(word) {
    if (word !== current) { disarm(current); current = word; arm(word); }
  }

  function show(word) {
    const entry = document.getElementById("v" + word.dataset.v);
    if (!entry) return;
    hide();
    moveTo(word);
    const list = document.createElement("dl");
    list.style.margin = 0;
    for (const part of entry.children) list.append(part.cloneNode(true));
    gloss.replaceChildren(list);
    if (word.title) {
      const doubt = document.createElement("p");
      doubt.textContent = duidu.t("Not certain here: %(others)s", { others: word.title });
      gloss.append(doubt);
    }
    gloss.setAttribute("aria-label", entry.querySelector("dt").textContent.trim());
    gloss.showPopover();
    place(word);
    word.classList.add("open");
    word.setAttribute("aria-expanded", "true");
    word.setAttribute("aria-describedby", "gloss");  // a screen reader reads the gloss with the word
    open = word;
  }
  function place(word) {
    const box = word.getBoundingClientRect();
    const size = gloss.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, innerWidth - size.width - 8));
    const below = box.bottom + 8 + size.height < innerHeight || box.top < size.height + 72;
    gloss.style.left = left + scrollX + "px";
    gloss.style.top = (below ? box.bottom + 8 : box.top - size.height - 8) + scrollY + "px";
  }
  function close(word) {
    word.classList.remove("open");
    word.removeAttribute("aria-describedby");
    if (word === current) word.setAttribute("aria-expanded", "false");
  }
  function hide() {
    if (gloss.matches(":popover-open")) gloss.hidePopover();
  }

  gloss.addEventListener("toggle", (event) => {
    if (event.newState === "closed" && open) { close(open); open = null; }
  });
  // A press anywhere closes the popover before the click arrives, so the click must know what was open.
  let pressed = null;
  document.addEventListener("pointerdown", () => { pressed = open; }, true);
  document.addEventListener("click", (event) => {
    const word = event.target.closest("[data-v]");
    if (word && word !== pressed && !String(getSelection()) && !duidu.choices.peek(word)) show(word);
  });
  document.addEventListener("keydown", (event) => {
    const word = event.target.closest?.("[data-v]");
    if (!word || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const next = words[words.indexOf(word) + step];
      if (!next) return;
      event.preventDefault();
      const wasOpen = open !== null;
      hide();
      moveTo(next);
      next.focus();
      if (wasOpen) show(next);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (open === word) hide(); else show(word);
    }
  });
})();
