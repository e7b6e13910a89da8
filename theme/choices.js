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
    own = duidu.remember.set("choices", address("", saved) || null);
    const here = location.pathname + address(location.search, different()) + location.hash;
    written(here);
  };
  // The address is the page's own, not somebody's link; a jump within the page forgets that.
  let own = history.state?.duidu;
  const written = (here) => {
    try { history.replaceState({ ...history.state, duidu: own }, "", here); } catch { /* not from disk, in some */ }
  };
  addEventListener("hashchange", () => { if (own && !history.state?.duidu) written(location.href); });

  // From disk, each page may remember for itself (Firefox), and a browser may remember nothing, so links carry the
  // choices; as those of an address do.
  const apart = location.protocol === "file:" || !duidu.remember.set("try", null);
  const site = new URL(duidu.root || ".", location.href).href;
  const carry = (event) => {
    const link = event.target.closest?.("a[href]");  // in a picture, too, where href is no text
    const href = link?.getAttribute("href");
    if (!link || href.startsWith("#") || !(apart || borrowed())) return;
    const to = new URL(href, location.href);
    to.search = address(to.search, apart ? saved : different());
    if (to.href.startsWith(site)) link.setAttribute("href", to.href);
  };
  for (const press of ["pointerdown", "click"]) document.addEventListener(press, carry, true);

  // ---------------------------------------------------------------- choosing

  // What only some readers want comes when they do.
  const more = () => {
    if (borrowed() || now.tones === "1" || /peek|tap/.test(now.pinyin + now.english)) duidu.load("modes.js");
  };

  const put = (name, value) => {
    if (now[name] === value) return;
    now[name] = value;
    root.dataset[name] = value;
    mark(name, value);
    more();
    document.dispatchEvent(new CustomEvent("duidu-choice", { detail: { name, value } }));
  };
  const putAll = (choices) => duidu.keepingPlace(() => { for (const name of names) put(name, choices[name]); });
  // Another tab may have chosen something meanwhile.
  const refresh = () => {
    const kept = stored();
    if (apart && !Object.keys(kept).length) return;
    for (const name of names) delete saved[name];
    Object.assign(saved, kept);
  };
  const set = (name, value) => {
    value = String(value);
    if (!(name in read(`${name}=${value}`))) return;
    refresh();
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

  // ---------------------------------------------------------------- the beginning

  for (const name of names) {
    mark(name, duidu.remember.get(name + "-on") ?? standard[name]);
    mark(name, now[name]);
  }

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
    refresh();
    putAll({ ...standard, ...saved, ...asked });
  });

  // ---------------------------------------------------------------- choices of an address

  // Either they become the reader's own, or the reader's own come back.
  const settle = (keep) => {
    refresh();
    for (const name in asked) {
      if (keep) saved[name] = asked[name];
      delete asked[name];
    }
    putAll({ ...standard, ...saved });
    save();
  };
  for (const name in asked) if (asked[name] === (saved[name] ?? standard[name])) delete asked[name];
  if (apart && borrowed()) settle(true);
  more();

  return { get: (name) => now[name], set, toggle, borrowed, settle, peek: () => false };
})();
