// The reader's choices: a form offers them, <html> shows them, browser and address remember them.
"use strict";
duidu.choices = (() => {
  const root = document.documentElement;
  const form = document.getElementById("choices");
  const { read, stored, asked, standard } = duiduEarly;
  const names = Object.keys(standard);
  const saved = stored();
  const now = { ...standard, ...saved, ...asked };
  const borrowed = () => Object.keys(asked).length > 0;
  const boxes = (name) => [...form.querySelectorAll(`[name=${name}]`)];
  const quick = (name) => form.querySelector(`.quick #show-${name}`);

  const mark = (name, value) => {
    if (quick(name)) quick(name).checked = value !== "off";
    for (const box of boxes(name)) {
      if (box.type === "checkbox") box.checked = value === "1";
      else if (value !== "off") box.checked = box.value === value;
    }
  };

  // ---------------------------------------------------------------- remembered, and in the address

  const address = (search, choices) => {
    const query = new URLSearchParams(search);
    for (const name of names) {
      if (name in choices) query.set(name, choices[name]);
      else query.delete(name);
    }
    return String(query) && "?" + query;
  };
  const different = () => Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== standard[name]));
  const save = () => {
    const remembered = duidu.remember.set("choices", address("", saved) || null);
    const here = location.pathname + address(location.search, different()) + location.hash;
    try { history.replaceState({ ...history.state, duidu: remembered }, "", here); } catch { /* not from disk, in some */ }
  };

  // From disk, each page may remember for itself (Firefox), so links carry the choices; as those of an address do.
  const onDisk = location.protocol === "file:";
  const site = new URL(duidu.root || ".", location.href).href;
  const carry = (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link?.href.startsWith(site) || link.getAttribute("href").startsWith("#")) return;
    if (onDisk || borrowed()) link.search = address(link.search, onDisk ? saved : different());
  };
  for (const press of ["pointerdown", "click"]) document.addEventListener(press, carry, true);

  // ---------------------------------------------------------------- choosing

  const put = (name, value) => {
    if (now[name] === value) return;
    now[name] = value;
    root.dataset[name] = value;
    mark(name, value);
    effects[name]?.(value);
    document.dispatchEvent(new CustomEvent("duidu-choice", { detail: { name, value } }));
  };
  const putAll = (choices) => duidu.keepingPlace(() => { for (const name of names) put(name, choices[name]); });
  const set = (name, value) => {
    value = String(value);
    if (!(name in read(`${name}=${value}`))) return;
    duidu.keepingPlace(() => put(name, value));
    saved[name] = value;
    delete asked[name];
    if (quick(name) && value !== "off") duidu.remember.set(name + "-on", value);
    save();
  };
  // Off, or on again as it was.
  const toggle = (name) => {
    const way = boxes(name).find((box) => box.checked)?.value ?? "off";
    set(name, { off: way, 0: "1", 1: "0" }[now[name]] ?? "off");
  };

  // ---------------------------------------------------------------- pinyin: unknown words, peek

  const markKnown = () => {
    if (now.pinyin !== "unknown" || !duidu.known) return;
    const known = new Set();
    for (const entry of document.querySelectorAll("#vocabulary dl > div")) {
      const key = entry.dataset.k ?? entry.querySelector("dt").firstChild.data.replace(/（.*/s, "").trim();
      if (duidu.known.has(key)) known.add(entry.id.slice(1));
    }
    for (const word of document.querySelectorAll("ruby[data-v]")) word.classList.toggle("known", known.has(word.dataset.v));
  };
  document.addEventListener("duidu-known", () => duidu.keepingPlace(markKnown));
  document.addEventListener("DOMContentLoaded", markKnown);  // by then every script of the page has run

  // Whether a word's pinyin was hidden and is shown now.
  const peek = (word) => {
    const pinyin = now.pinyin === "peek" && word.querySelector("rt");
    if (!pinyin || getComputedStyle(pinyin).visibility !== "hidden") return false;
    word.classList.add("peeked");
    return true;
  };

  // ---------------------------------------------------------------- English: reveal

  const reveal = (button, on) => {
    button.parentElement.classList.toggle("shown", on);
    button.setAttribute("aria-expanded", on);
    button.ariaLabel = on ? duidu.t("Hide the translation") : duidu.t("Show the translation");
  };
  const veil = (on) => {
    for (const line of document.querySelectorAll(":is(.head, .text) .en")) {
      line.classList.remove("shown");
      line.querySelector(".reveal")?.remove();
      if (!on) continue;
      const button = duidu.button("", () => reveal(button, button.ariaExpanded !== "true"));
      button.className = "reveal";
      button.lang = form.lang;
      line.prepend(button);
      reveal(button, false);
    }
  };

  // ---------------------------------------------------------------- tones in colour

  const colour = (on) => {
    if (duidu.tones || on) duidu.load("tones.js").then(() => duidu.tones(now.tones === "1"));
  };

  // ---------------------------------------------------------------- the beginning

  const effects = {
    pinyin: () => {
      for (const word of document.querySelectorAll(".peeked")) word.classList.remove("peeked");
      markKnown();
    },
    english: (value) => veil(value === "tap"),
    tones: (value) => colour(value === "1"),
  };
  for (const name of names) {
    mark(name, duidu.remember.get(name + "-on") ?? standard[name]);
    mark(name, now[name]);
  }
  if (now.english === "tap") veil(true);
  if (now.tones === "1") addEventListener("DOMContentLoaded", () => colour(true));

  form.addEventListener("change", ({ target }) => {
    if (target.id === "show-pinyin" || target.id === "show-english") toggle(target.id.slice(5));
    else set(target.name, target.type === "checkbox" ? Number(target.checked) : target.value);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const name of names) { delete saved[name]; delete asked[name]; }
    putAll(standard);
    save();
  });
  // A page out of the browser's back/forward cache is as it was left.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    Object.assign(saved, stored());
    putAll({ ...standard, ...saved, ...asked });
  });

  // ---------------------------------------------------------------- choices of an address

  const end = (keep) => {
    for (const name in asked) {
      if (keep) saved[name] = asked[name];
      delete asked[name];
    }
    putAll({ ...standard, ...saved });
    save();
  };
  for (const name in asked) if (asked[name] === (saved[name] ?? standard[name])) delete asked[name];
  if (borrowed() && onDisk) end(true);
  else if (borrowed()) {
    const note = document.createElement("p");
    const button = (label, keep) => duidu.button(label, () => { note.remove(); end(keep); });
    note.className = "offer";
    note.append(duidu.t("This page is shown as its address says."), " ",
      button(duidu.t("Keep it so"), true), button(duidu.t("As I had it"), false));
    form.append(note);
    duidu.say(note.firstChild.data);
  }

  return { get: (name) => now[name], set, toggle, peek };
})();
