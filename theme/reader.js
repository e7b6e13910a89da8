// What the page cannot do by CSS alone: remember the switches, and show a word's gloss beside it.
// Everything here is an addition; without it the switches work and the vocabulary stands below the text.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  const remember = {
    get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* private mode: not remembered */ } },
  };

  for (const box of document.querySelectorAll(".switches input")) {
    const key = "duidu-" + box.id;
    const saved = remember.get(key);
    if (saved !== null) box.checked = saved === "1";
    box.addEventListener("change", () => keepingPlace(() => remember.set(key, box.checked ? "1" : "0")));
  }

  // A switch changes the height of everything above; the sentence at the top of the window stays where it is.
  // (The browser's own scroll anchoring is off, in the style sheet: not every browser has it, and two would add up.)
  let anchor = null;
  const topSentence = () => {
    const under = document.querySelector(".bar").getBoundingClientRect().bottom;
    const sentences = [...document.querySelectorAll(".s, .crosshead.zh")];
    const whole = sentences.find((s) => s.getBoundingClientRect().top >= under);
    return whole && whole.getBoundingClientRect().top < innerHeight ? whole
      : sentences.find((s) => s.getBoundingClientRect().bottom > under);
  };
  for (const label of document.querySelectorAll(".switches label")) {
    label.addEventListener("pointerdown", noteAnchor);
    label.addEventListener("keydown", noteAnchor);
  }
  function noteAnchor() {
    const element = topSentence();
    anchor = element && { element, top: element.getBoundingClientRect().top };
  }
  function keepingPlace(act) {
    act();
    if (anchor && scrollY > 0) scrollBy({ top: anchor.element.getBoundingClientRect().top - anchor.top, behavior: "instant" });
    anchor = null;
  }

  // ---------------------------------------------------------------- glosses

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
      doubt.textContent = "Not certain here: " + word.title;
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
    if (word && word !== pressed && !String(getSelection())) show(word);
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
