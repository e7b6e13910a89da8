// The pop-over of a word: what the vocabulary says of it, other sentences with it, whether the reader knows it.
"use strict";
duidu.gloss = (() => {
  const gloss = document.getElementById("gloss");
  let opened = null;

  // ---------------------------------------------------------------- what it says

  function element(name, attributes, ...content) {
    const made = document.createElement(name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    made.append(...content);
    return made;
  }

  function told(word, entry) {
    const dd = entry.nextElementSibling;
    const [first, ...rest] = entry.cloneNode(true).childNodes;  // several where tones have colours
    const [form, pinyin] = first.data.split(/ (.*)/);
    const level = entry.dataset.level ? `HSK ${entry.dataset.level} · ` : "";
    const made = [
      element("dl", {},
        element("dt", { lang: entry.lang }, form, " ", element("span", { lang: "zh-Latn-pinyin" }, pinyin, ...rest)),
        element("dd", { lang: dd.lang }, ...dd.cloneNode(true).childNodes)),
      element("p", { class: "quiet" }, level + duidu.t("%(times)s × in this article", { times: dd.dataset.n ?? 1 })),
    ];
    if (word.title) made.push(element("p", { class: "doubt" }, duidu.t("Not certain here: %(others)s", { others: word.title })));
    return made;
  }

  function toggle(key) {
    const button = duidu.button(duidu.t("I know this word"), () => mark(key));
    button.className = "button";
    button.ariaPressed = duidu.known.has(key);
    return button;
  }
  document.addEventListener("duidu-known", () => {
    if (opened) gloss.querySelector("button").ariaPressed = duidu.known.has(duidu.known.key(opened.dataset.v));
  });
  function mark(word) {
    const known = !duidu.known.has(word);
    const { kept } = duidu.known.set(word, known);
    duidu.say(!kept ? duidu.t("This browser does not keep what you mark; it holds until you leave the page.")
      : known ? duidu.t("Known: %(word)s", { word }) : duidu.t("Not known: %(word)s", { word }));
  }

  // The search is loaded when the first word is opened; where there is none, nothing is said of it.
  async function others(word, key, box) {
    await duidu.load("search.js");
    const here = "#" + word.closest("[id]").id;
    const found = (await duidu.search.occurrences(key, 4)).filter(({ href }) => !href.endsWith(here)).slice(0, 3);
    box.append(found.length ? element("h3", {}, duidu.t("Other sentences"))
      : element("p", { class: "quiet" }, duidu.t("No other sentence found")));
    for (const { href, chinese, english, title } of found) {
      const link = element("a", { href: duidu.root + href, lang: document.documentElement.lang, title }, chinese);
      box.append(element("p", {}, link, element("span", { lang: gloss.dataset.translation }, english)));
    }
  }

  // ---------------------------------------------------------------- open, place, close

  function open(word) {
    const entry = document.getElementById("v" + word.dataset.v);
    const key = duidu.known.key(word.dataset.v);
    const text = told(word, entry);
    const box = element("div");
    const look = element("a", { href: "#" + entry.id }, duidu.t("In the vocabulary"));
    look.addEventListener("click", hide);
    hide();
    gloss.replaceChildren(element("div", { class: "told" }, ...text, box), element("div", { class: "do" }, toggle(key), look));
    gloss.ariaLabel = text[0].firstChild.textContent;
    gloss.showPopover();
    opened = word;
    place();
    word.classList.add("open");
    word.ariaExpanded = true;
    // The focus stays on the word, and Tab leads into the pop-over; so a live region says once what it shows.
    const said = [...text[0].children].map(({ lang, textContent }) => element("span", { lang }, textContent, " "));
    document.getElementById("say").replaceChildren(...said);
    others(word, key, box).catch(() => {});
  }

  // Beside the word, or a sheet at the foot of a small window (the style sheet says which), and never over the word.
  const ROOM = 16, ENOUGH = 256;
  function place() {
    gloss.className = "";
    gloss.style = "";
    const { clientWidth, clientHeight } = document.documentElement;
    const size = gloss.getBoundingClientRect();
    const box = opened.getBoundingClientRect();
    const bar = Math.max(0, document.querySelector(".bar").getBoundingClientRect().bottom);
    if (getComputedStyle(gloss).position === "fixed") {
      scrollBy({ top: Math.max(0, Math.min(box.bottom + ROOM - size.top, box.top - bar)), behavior: "instant" });
      gloss.classList.toggle("up", opened.getBoundingClientRect().bottom > size.top);
      return;
    }
    const below = clientHeight - box.bottom - ROOM;
    const above = box.top - bar - ROOM;
    const up = below < ENOUGH && above > below;
    gloss.classList.toggle("above", up);
    gloss.style.maxHeight = (up ? above : below) + "px";
    gloss.style.left = Math.min(box.left, clientWidth - size.width - ROOM / 2) + scrollX + "px";
    gloss.style[up ? "bottom" : "top"] = (up ? clientHeight - box.top - scrollY : box.bottom + scrollY) + ROOM / 2 + "px";
  }
  function hide() {
    if (opened) gloss.hidePopover();
  }
  gloss.addEventListener("beforetoggle", ({ newState }) => {
    if (newState === "open" || !opened) return;
    opened.classList.remove("open");
    if (opened.ariaExpanded) opened.ariaExpanded = false;
    if (gloss.contains(document.activeElement)) opened.focus({ preventScroll: true });
    opened = null;
  });
  addEventListener("scroll", () => {
    const box = opened?.getBoundingClientRect();
    if (box && (box.bottom < 0 || box.top > innerHeight)) hide();
  });
  addEventListener("resize", () => { if (opened) place(); });

  // Tab leads from the word into the pop-over and leaves it where it came in: back to the word, or from the word on.
  document.addEventListener("keydown", (event) => {
    const { key, target, shiftKey } = event;
    if (key !== "Tab" || !opened) return;
    const stops = [...gloss.querySelectorAll("a, button")];
    const to = target === opened && !shiftKey ? stops[0] : target === stops[0] && shiftKey ? opened : null;
    to?.focus({ preventScroll: to === opened });
    if (to) event.preventDefault();
    if (target === stops.at(-1) && !shiftKey) hide();
  });

  return { open, hide, mark, opened: () => opened };
})();
