//# allFunctionsCalledOnLoad
// The page of the search: its box, its filters, its results. The query stands in the address.
"use strict";
(() => {
  const form = document.getElementById("search");
  const hits = document.getElementById("hits");
  const count = document.getElementById("count");
  const more = document.getElementById("more");
  const PAGE = 10, SHOWN = 3;
  // What English is that nobody has reviewed: by the status of the sentence.
  const STATUSES = ["", duidu.t("machine translation, not reviewed"), duidu.t("not reviewed"), duidu.t("not translated yet")];

  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  const marked = (tag, lang, pieces) => element(tag, { lang },
    ...pieces.map(([text, found]) => (found ? element("mark", {}, text) : text)));

  // ---------------------------------------------------------------- one article

  const translation = form.dataset.translation;
  const line = (found, article, sentence) => {
    const { chinese, english } = duidu.search.show(found, sentence);
    const link = element("a", { href: `${duidu.root}${article.href}#${sentence.id}` }, marked("span", duidu.language, chinese));
    const meaning = marked("p", translation, english);
    if (sentence.status) meaning.append(" ", element("small", { className: "status", lang: form.lang }, STATUSES[sentence.status]));
    return element("li", {}, link, meaning);
  };
  const item = (found, article) => {
    const titles = article.titles.map((title) => duidu.search.show(found, title));
    const join = (name) => titles.flatMap((title, at) => (at ? [["　", false], ...title[name]] : title[name]));
    const heading = element("h2", {}, element("a", { href: duidu.root + article.href }, marked("span", duidu.language, join("chinese"))));
    const lines = article.found.filter((sentence) => !sentence.title).map((sentence) => () => line(found, article, sentence));
    const list = element("ul", {}, ...lines.slice(0, SHOWN).map((make) => make()));
    const made = element("li", {}, heading, marked("p", translation, join("english")));
    made.firstChild.nextSibling.className = "title-en";
    if (lines.length) made.append(list);
    if (lines.length > SHOWN) {
      const button = element("button", { type: "button", lang: form.lang }, duidu.t("%(n)s more sentences", { n: lines.length - SHOWN }));
      button.addEventListener("click", () => {
        list.append(...lines.slice(SHOWN).map((make) => make()));
        list.children[SHOWN].firstChild.focus();
        button.remove();
      });
      made.append(button);
    }
    return made;
  };

  // ---------------------------------------------------------------- a query

  let turn = 0;
  let next = () => {};
  const say = (text) => { count.textContent = text; };
  // Or soon, where nothing is painted: a page in the background.
  const painted = () => new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 200);
  });
  const nothing = (found) => {
    if (!found) return duidu.t("A part of the index could not be loaded. If you are offline, it is not kept here.");
    if (found.missing.length) {
      return duidu.t("Nothing found: no sentence has “%(word)s”. Try another spelling, the word in another language, or leave it out.", { word: found.missing[0] });
    }
    return duidu.t("Nothing found. Try fewer words, other levels, or the whole text instead of titles.");
  };
  const articles = (n) => (n === 1 ? duidu.t("1 article") : duidu.t("%(n)s articles", { n }));
  const soFar = (n) => (n === 1 ? duidu.t("1 article so far") : duidu.t("%(n)s articles so far", { n }));
  // `seen` is called when the first result has been painted, or is not to be had.
  async function search(seen = () => {}) {
    const mine = ++turn;
    const query = value("q");
    const options = { titles: field("titles").checked, from: +value("from"), to: +value("to") };
    const found = query && await duidu.search.find(query, options, () => mine !== turn).catch(() => null);
    if (mine !== turn) return;
    hits.replaceChildren();
    more.parentNode.hidden = true;
    if (!query || !found?.hits.length) {
      say(query && nothing(found));
      seen();
      return;
    }
    let at = 0, busy = false;
    // A phrase is looked for in the texts, so their number is known at the end.
    const phrase = found.terms.some((term) => term.quoted);
    const tell = () => {
      const seen = hits.children.length;
      if (!phrase) say(articles(found.hits.length));
      else if (at < found.hits.length) say(soFar(seen));
      else say(seen ? articles(seen) : nothing(found));
    };
    const show = async (end) => {
      const asked = Array.from(found.hits.slice(at, end), (hit) => duidu.search.told(found, hit));
      for (const text of asked) text.catch(() => {});  // the first that fails is enough
      for (const text of asked) {
        const article = await text;
        if (mine !== turn) return;
        if (article) hits.append(item(found, article));
        if (!at && !phrase) tell();
        at++;
      }
    };
    // The first result is loaded, made and seen before the others of its turn, which are asked for at once.
    const take = async () => {
      if (!at) {
        await show(1).then(painted).finally(() => { if (mine === turn) seen(); });
      }
      if (mine === turn) await show(at - at % PAGE + PAGE);
    };
    next = async () => {
      if (busy) return;
      busy = true;
      const start = hits.children.length;
      const whole = await take().then(() => true, () => false);
      busy = false;
      if (mine !== turn) return;
      if (whole) tell(); else say(nothing(null));
      more.parentNode.hidden = at >= found.hits.length;
      if (start) (hits.children[start]?.querySelector("a") ?? (more.parentNode.hidden ? field("q") : more)).focus();
    };
    await next();
    if (mine === turn) form.dataset.shown = query;
  }

  // ---------------------------------------------------------------- the address

  const FIELDS = { q: "", from: "1", to: "7", titles: "" };
  const field = (name) => form.elements.namedItem(name);
  const value = (name) => (name === "titles" ? (field(name).checked ? "1" : "") : field(name).value.trim());
  const address = () => {
    const values = new URLSearchParams(location.search);
    for (const [name, usual] of Object.entries(FIELDS)) {
      if (value(name) === usual) values.delete(name);
      else values.set(name, value(name));
    }
    return `${location.pathname}${values.size ? `?${values}` : ""}`;
  };
  const scripts = () => {
    document.querySelectorAll(".scripts a").forEach((link) => { link.search = location.search; });
  };
  const read = () => {
    const values = new URLSearchParams(location.search);
    field("q").value = values.get("q") ?? "";
    for (const name of ["from", "to"]) if (/^[1-7]$/.test(values.get(name) ?? FIELDS[name])) field(name).value = values.get(name) ?? FIELDS[name];
    field("titles").checked = values.get("titles") === "1";
    scripts();
  };
  // While somebody types the address follows; what they stop at is a step back. A browser takes its time over it, so the
  // first result comes first.
  let typing = false;
  const follow = (last) => {
    if (address() !== location.pathname + location.search) {
      try { history[typing ? "replaceState" : "pushState"](history.state, "", address()); } catch { /* not from disk */ }
      typing = true;
    }
    if (last) typing = false;
    scripts();
  };
  const go = (last = false) => {
    clearTimeout(timer);
    search(() => follow(last));
  };

  let timer = 0;
  const soon = () => { clearTimeout(timer); timer = setTimeout(go); };
  form.addEventListener("input", (event) => { if (!event.isComposing) soon(); });
  form.addEventListener("compositionend", soon);
  form.addEventListener("change", () => { typing = false; });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(true);
  });
  addEventListener("popstate", () => { typing = false; read(); search(); });
  more.addEventListener("click", () => next());

  read();
  duidu.search.open();
  search();
  if (!field("q").value) field("q").focus();
})();
