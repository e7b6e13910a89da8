// The pop-over of a word: what the vocabulary says of it, other sentences with it, whether the reader knows it.
"use strict";
(() => {
  const gloss = document.getElementById("gloss");
  const words = [...document.querySelectorAll("[data-v]")];
  if (!gloss?.showPopover || !words.length) return;

  // One word at a time is in the tab order; the arrow keys move from word to word, Enter opens.
  const BUTTON = { tabindex: 0, role: "button", "aria-haspopup": "dialog", "aria-expanded": false };
  let current = words[0];
  let open = null;
  function moveTo(word) {
    for (const name in BUTTON) {
      current.removeAttribute(name);
      word.setAttribute(name, BUTTON[name]);
    }
    current = word;
  }
  moveTo(current);

  // ---------------------------------------------------------------- what it says

  function element(name, attributes, ...content) {
    const made = document.createElement(name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    made.append(...content);
    return made;
  }

  function told(word, entry) {
    const dd = entry.nextElementSibling;
    const [, form, pinyin] = entry.textContent.match(/(\S+) (.*)/);
    const level = entry.dataset.level ? `HSK ${entry.dataset.level} · ` : "";
    const made = [
      element("dl", {},
        element("dt", { lang: entry.lang }, form, " ", element("span", { lang: "zh-Latn-pinyin" }, pinyin)),
        element("dd", { lang: dd.lang }, ...dd.cloneNode(true).childNodes)),
      element("p", { class: "quiet" }, level + duidu.t("%(times)s × in this article", { times: dd.dataset.n ?? 1 })),
    ];
    if (word.title) made.push(element("p", { class: "doubt" }, duidu.t("Not certain here: %(others)s", { others: word.title })));
    return made;
  }

  function toggle(key) {
    const button = element("button", { type: "button", class: "button", "aria-pressed": duidu.known.has(key) }, duidu.t("I know this word"));
    button.onclick = () => mark(key);
    return button;
  }
  document.addEventListener("duidu-known", () => {
    if (open) gloss.querySelector("button").ariaPressed = duidu.known.has(duidu.known.key(open.dataset.v));
  });
  function mark(word) {
    const known = !duidu.known.has(word);
    let result;
    duidu.keepingPlace(() => { result = duidu.known.set(word, known); });
    duidu.say(!result.kept ? duidu.t("This browser does not keep what you mark; it holds until you leave the page.")
      : known ? duidu.t("Known: %(word)s", { word }) : duidu.t("Not known: %(word)s", { word }));
  }

  // The search is loaded when the first word is opened; where there is none, nothing is said of it.
  let searching = null;
  const search = () => searching ??= duidu.search ?? new Promise((resolve, reject) => {
    const script = element("script", { src: duidu.root + "theme/search.js" });
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  async function others(word, key, box) {
    if (!("search" in gloss.dataset)) return;
    await search();
    const here = "#" + word.closest("[id]").id;
    const found = (await duidu.search.occurrences(key, 4)).filter(({ href }) => !href.endsWith(here)).slice(0, 3);
    if (found.length) box.append(element("h3", {}, duidu.t("Other sentences")));
    for (const { href, chinese, english, title } of found) {
      const link = element("a", { href: duidu.root + href, lang: document.documentElement.lang, title }, chinese);
      box.append(element("p", {}, link, element("span", { lang: gloss.dataset.translation }, english)));
    }
  }

  // ---------------------------------------------------------------- open, place, close

  function show(word) {
    const entry = document.getElementById("v" + word.dataset.v);
    const key = duidu.known.key(word.dataset.v);
    const text = told(word, entry);
    const box = element("div");
    const look = element("a", { href: "#" + entry.id }, duidu.t("In the vocabulary"));
    look.onclick = hide;
    hide();
    moveTo(word);
    gloss.replaceChildren(element("div", { class: "told" }, ...text, box), element("div", { class: "do" }, toggle(key), look));
    gloss.ariaLabel = text[0].firstChild.textContent;
    gloss.showPopover();
    open = word;
    place();
    word.classList.add("open");
    word.ariaExpanded = true;
    word.focus({ preventScroll: true });
    // The focus stays on the word, and Tab leads into the pop-over; so a live region says once what it shows.
    document.getElementById("say").replaceChildren(...[...text[0].children].map(({ lang, textContent }) => element("span", { lang }, textContent, " ")));
    others(word, key, box).catch(() => {});
  }

  // Beside the word, or a sheet at the foot of a small window (the style sheet says which), and never over the word.
  const ROOM = 16, ENOUGH = 256, BAR = 64;
  function place() {
    gloss.className = "";
    gloss.style = "";
    const { clientWidth, clientHeight } = document.documentElement;
    const size = gloss.getBoundingClientRect();
    const box = open.getBoundingClientRect();
    if (getComputedStyle(gloss).position === "fixed") {
      scrollBy({ top: Math.max(0, Math.min(box.bottom + ROOM - size.top, box.top - BAR)), behavior: "instant" });
      gloss.classList.toggle("up", open.getBoundingClientRect().bottom > size.top);
      return;
    }
    const below = clientHeight - box.bottom - ROOM;
    const above = box.top - BAR - ROOM;
    const up = below < ENOUGH && above > below;
    gloss.classList.toggle("above", up);
    gloss.style.maxHeight = (up ? above : below) + "px";
    gloss.style.left = Math.min(box.left, clientWidth - size.width - ROOM / 2) + scrollX + "px";
    gloss.style[up ? "bottom" : "top"] = (up ? clientHeight - box.top - scrollY : box.bottom + scrollY) + ROOM / 2 + "px";
  }
  function hide() {
    if (open) gloss.hidePopover();
  }
  gloss.addEventListener("beforetoggle", ({ newState }) => {
    if (newState === "open" || !open) return;
    open.classList.remove("open");
    open.ariaExpanded = false;
    if (gloss.contains(document.activeElement)) open.focus({ preventScroll: true });
    open = null;
  });
  addEventListener("scroll", () => {
    const box = open?.getBoundingClientRect();
    if (box && (box.bottom < 0 || box.top > innerHeight)) hide();
  });
  addEventListener("resize", () => { if (open) place(); });

  // ---------------------------------------------------------------- hand and keys

  // A press anywhere closes the popover before the click arrives, so the click must know what was open.
  let pressed = null;
  document.addEventListener("pointerdown", () => { pressed = open; }, true);
  document.addEventListener("click", ({ target }) => {
    const word = target.closest("[data-v]");
    if (word && word !== pressed && !String(getSelection())) show(word);
  });
  document.addEventListener("keydown", (event) => {
    const { key, target, shiftKey } = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (target === current) {
      const next = words[words.indexOf(current) + { ArrowRight: 1, ArrowLeft: -1 }[key]];
      if (next) {
        const wasOpen = open;
        hide();
        moveTo(next);
        next.focus();
        if (wasOpen) show(next);
      } else if (key === "Enter" || key === " ") {
        if (open) hide(); else show(current);
      } else if (key === "Tab" && !shiftKey && open) {
        gloss.querySelector("a, button").focus();
      } else {
        return;
      }
      event.preventDefault();
    } else if (key === "Tab" && open && gloss.contains(target)) {
      // Tab leaves the pop-over where it was entered: back to the word, or from the word on.
      const stops = [...gloss.querySelectorAll("a, button")];
      if (shiftKey && target === stops[0]) { open.focus({ preventScroll: true }); event.preventDefault(); }
      if (!shiftKey && target === stops.at(-1)) hide();
    }
  });
  duidu.key({
    keys: ["m"],
    label: duidu.t("Mark the word as known, or not"),
    act: () => {
      const word = open ?? (document.activeElement === current && current);
      if (word) mark(duidu.known.key(word.dataset.v));
    },
  });
})();
