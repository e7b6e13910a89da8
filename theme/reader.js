// What all scripts of a page share. Everything here is an addition: without it the text, the links and the switches work.
"use strict";
const duidu = (() => {
  const root = document.documentElement;

  // ---------------------------------------------------------------- what the browser remembers

  const here = new Map();  // until the page is left, where it remembers nothing
  const remember = {
    get: (key) => { try { return localStorage.getItem("duidu-" + key) ?? here.get(key) ?? null; } catch { return here.get(key) ?? null; } },
    set: (key, value) => {
      try {
        if (value === null) localStorage.removeItem("duidu-" + key);
        else localStorage.setItem("duidu-" + key, value);
        return true;
      } catch {
        here.set(key, value);
        return false;  // private mode, or full: not remembered
      }
    },
  };

  // ---------------------------------------------------------------- the words of the interface

  const messages = {};
  const texts = (found) => { Object.assign(messages, found); };
  const t = (message, values = {}) =>
    (Object.hasOwn(messages, message) ? messages[message] : message)
      .replace(/%\((\w+)\)s|%%/g, (match, name) => (name ? String(values[name]) : "%"));

  // A polite live region says what a screen reader would not see.
  const say = (text) => { document.getElementById("say").textContent = text; };

  // A script of the theme that is wanted only now, after the words that only such scripts say.
  const loaded = {};
  const fetched = (path) => loaded[path] ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = root.dataset.root + path;
    script.addEventListener("load", resolve);
    script.addEventListener("error", (event) => { script.remove(); delete loaded[path]; reject(event); });
    document.head.append(script);
  });
  const { ui } = root.dataset;
  const load = async (name) => {
    if (ui !== "en") await fetched(`ui/${ui}-more.js`);
    await fetched("theme/" + name);
  };

  const button = (label, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  };

  // ---------------------------------------------------------------- the place in the text

  // What changes the height of everything above leaves the sentence at the top of the window where it is.
  // (Not every browser anchors by itself; where one has, nothing is left to be done here.)
  const topSentence = () => {
    const under = Math.max(0, document.querySelector(".bar").getBoundingClientRect().bottom);
    // Asking a paragraph that is not laid out where its sentences are would lay it out.
    const sentences = [...document.querySelectorAll(".par, .crosshead.zh")]
      .filter((block) => {
        const { top, bottom } = block.getBoundingClientRect();
        return bottom > under && top < innerHeight;
      })
      .flatMap((block) => (block.matches(".par") ? [...block.querySelectorAll(".s")] : [block]));
    const whole = sentences.find((s) => s.getBoundingClientRect().top >= under);
    return whole && whole.getBoundingClientRect().top < innerHeight ? whole
      : sentences.find((s) => s.getBoundingClientRect().bottom > under);
  };
  const anchored = () => {
    const element = topSentence();
    return element && { element, top: element.getBoundingClientRect().top };
  };
  // What a browser has laid out around the window can wait until the window is painted; then it comes one by one, while
  // the browser keeps the place. (It does not yet for what is above, so that waits even where it comes into the window.)
  const within = (block, from, to) => {
    const { top, bottom } = block.getBoundingClientRect();
    return bottom > from * innerHeight && top < to * innerHeight;
  };
  const waiting = () => [...document.querySelectorAll(".later")];
  const show = (block) => block.classList.remove("later");
  const putOff = () => {
    const blocks = [...document.querySelectorAll(".par")]
      .filter((block) => within(block, -2, 3) && !within(block, 0, 1) && !block.contains(document.activeElement));
    for (const block of blocks) block.classList.add("later");
  };
  const fetchBelow = () => waiting().filter((block) => block.getBoundingClientRect().top > 0 && within(block, 0, 1)).forEach(show);
  const fetchRest = () => {
    const blocks = waiting();
    if (!blocks.length) return;
    if (!root.style.overflowAnchor) show(blocks.find((block) => within(block, 0, 1)) ?? blocks[0]);
    requestAnimationFrame(fetchRest);
  };
  const keepingPlace = (act, anchor = anchored()) => {
    // Not every browser anchors the scroll itself, and two would add up.
    root.style.overflowAnchor = "none";
    requestAnimationFrame(() => requestAnimationFrame(() => {
      root.style.overflowAnchor = "";
      requestAnimationFrame(fetchRest);
    }));
    putOff();
    act();
    if (anchor && scrollY > 0) scrollBy({ top: anchor.element.getBoundingClientRect().top - anchor.top, behavior: "instant" });
    fetchBelow();
  };

  // ---------------------------------------------------------------- keys

  const shortcuts = [];
  const key = (shortcut) => { shortcuts.push(shortcut); };
  document.addEventListener("keydown", (event) => {
    waiting().forEach(show);  // it may lead there
    if (event.key.length === 1 && remember.get("keys") === "0") return;  // the reader has put letters out of use
    if (document.querySelector(":modal")) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return;
    const found = shortcuts.find((shortcut) => shortcut.keys.includes(event.key));
    if (!found) return;
    event.preventDefault();
    found.act(event);
  });

  return {
    remember, texts, t, say, load, button, anchored, keepingPlace, key, shortcuts,
    root: root.dataset.root, language: root.dataset.language,
  };
})();
