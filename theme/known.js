// The words that the reader knows, by their simplified characters: kept in this browser, marked on the page.
"use strict";
duidu.known = (() => {
  // Kept are the version of the format and a word a line; what a later version keeps is left alone.
  const VERSION = "1";
  let words, live;
  const load = () => {
    const [version, ...kept] = (duidu.remember.get("known") ?? VERSION).split("\n");
    live = version === VERSION;
    words = new Set(live ? kept : []);
  };

  // Adds and removes words; tells which of them made a difference, and whether the browser remembers it.
  const change = (add, drop = []) => {
    if (live) load();  // another tab may have written
    const added = [...new Set(add)].filter((word) => !words.has(word));
    const dropped = [...drop].filter((word) => words.has(word));
    for (const word of added) words.add(word);
    for (const word of dropped) words.delete(word);
    live &&= duidu.remember.set("known", words.size ? [VERSION, ...words].join("\n") : null);
    tell();
    return { added, dropped, kept: live };
  };

  // ---------------------------------------------------------------- the page

  const tally = document.getElementById("tally");
  const entries = [...document.querySelectorAll("dt[id]")];
  const keys = new Map(entries.map((entry) => [entry.id, entry.dataset.k ?? entry.textContent.match(/^[^（ ]+/)[0]]));

  function mark() {
    const known = (id) => words.has(keys.get(id));
    for (const entry of entries) entry.classList.toggle("known", known(entry.id));
    for (const word of document.querySelectorAll("[data-v]")) word.classList.toggle("known", known("v" + word.dataset.v));
    if (!tally) return;
    const all = entries.filter((entry) => !entry.matches(".name"));
    tally.textContent = duidu.t("%(known)s of %(all)s words known", { known: all.filter((entry) => known(entry.id)).length, all: all.length });
    tally.hidden = false;
  }
  function tell() {
    duidu.keepingPlace(mark);
    document.dispatchEvent(new Event("duidu-known"));
  }

  const heading = document.getElementById("vocabulary-title");
  if (heading) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = duidu.remember.get("hide-known");
    const hide = () => document.documentElement.classList.toggle("hide-known", box.checked);
    box.onchange = () => { hide(); duidu.remember.set("hide-known", box.checked ? "1" : null); };
    hide();
    label.lang = heading.lang;
    label.append(box, duidu.t("Hide the words I know"));
    heading.after(label);
  }

  load();
  mark();
  const again = () => { load(); tell(); };
  // What could not be kept holds here, whatever other tabs do.
  addEventListener("storage", ({ key }) => { if (live && (key === null || key === "duidu-known")) again(); });
  addEventListener("pageshow", ({ persisted }) => { if (live && persisted) again(); });
  return {
    has: (word) => words.has(word),
    all: () => new Set(words),
    set: (word, known) => (known ? change([word]) : change([], [word])),
    change,
    key: (number) => keys.get("v" + number),
  };
})();
