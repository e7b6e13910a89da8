// The page of the words that the reader knows: list, levels, export, import; everything can be undone.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const { known, wordlist } = duidu;
  const STEP = 100;
  let edition = new Map();  // simplified word ─▶ what the edition says of it
  let simplified = (word) => word;
  let shown = STEP;
  const undone = [];
  const levels = [...byId("levels").rows];

  byId("mine").hidden = false;
  byId("from-disk").hidden = location.protocol !== "file:";

  // The list of the edition is a script that calls this.
  duidu.edition = (lines) => {
    const entries = lines.map((line) => {
      const [word, traditional, pinyin, level, count, ...sense] = line.split("|");
      return { word, traditional, pinyin, level: Number(level), count: Number(count), sense: sense.join("|") };
    });
    edition = new Map(entries.map((entry) => [entry.word, entry]));
    simplified = wordlist.simplifier(entries.filter((entry) => entry.traditional).map((entry) => [entry.traditional, entry.word]));
    draw();
  };

  // ---------------------------------------------------------------- what changes

  function act(add, drop, said) {
    const { added, dropped, kept } = known.change(add, drop);
    if (added.length || dropped.length) undone.push({ added, dropped });
    tell(said({ added: added.length, dropped: dropped.length }), kept);
  }
  function tell(text, kept = true) {
    byId("done").textContent = kept ? text : text + " " + duidu.t("This browser does not keep what you mark; it holds until you leave the page.");
    byId("undo").hidden = !undone.length;
  }
  byId("undo").addEventListener("click", () => {
    const { added, dropped } = undone.pop();
    const { kept } = known.change(dropped, added);
    tell(duidu.t("Undone. Words you know: %(n)s.", { n: known.all().size }), kept);
    if (!undone.length) byId("ask").focus();
  });
  byId("clear").addEventListener("click", () => {
    act([], known.all(), ({ dropped }) => duidu.t("Words forgotten: %(n)s.", { n: dropped }));
  });
  byId("levels").addEventListener("click", ({ target }) => {
    const upTo = Number(target.closest("button")?.value);
    if (!upTo) return;
    const words = [...edition.values()].filter(({ level }) => level && level <= upTo).map(({ word }) => word);
    act(words, [], ({ added }) => duidu.t("New words: %(n)s.", { n: added }));
  });
  byId("list").addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    const word = button.value;
    const next = button.closest("li").nextElementSibling ?? button.closest("li").previousElementSibling;
    const following = next?.querySelector("button").value;
    if (known.has(word)) act([], [word], () => duidu.t("Not known: %(word)s", { word }));
    else act([word], [], () => duidu.t("Known: %(word)s", { word }));
    const focused = [...byId("list").querySelectorAll("button")].find(({ value }) => value === following);
    (focused ?? byId("ask")).focus();
  });

  // ---------------------------------------------------------------- files

  byId("export").addEventListener("click", () => {
    const words = [...known.all()].sort();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([words.map((word) => word + "\n").join("")], { type: "text/plain" }));
    link.download = "duidu-words.txt";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    tell(duidu.t("Words exported: %(n)s.", { n: words.length }));
  });
  byId("import").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    if (!file) return;
    const refused = duidu.t("%(file)s is not a list of words.", { file: file.name });
    if (file.size > wordlist.LARGEST) return tell(refused);
    const text = wordlist.decoded(new Uint8Array(await file.arrayBuffer()));
    target.value = "";
    if (text === null) return tell(refused);
    const { words, missed } = wordlist.parse(text);
    act([...words].map(simplified), [], ({ added }) => duidu.t(
      "%(file)s: new words: %(new)s; known before: %(old)s; lines without a word: %(missed)s.",
      { file: file.name, new: added, old: words.size - added, missed },
    ));
  });

  // ---------------------------------------------------------------- what is shown

  // hongse finds hóngsè.
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f' ]/g, "").toLowerCase();
  const traditional = document.documentElement.lang.startsWith("zh-Hant");
  const form = (entry) => (traditional && entry.traditional) || entry.word;

  function matching() {
    const asked = plain(byId("ask").value);
    const wanted = byId("which").value === "known"
      ? [...known.all()].reverse().map((word) => edition.get(word) ?? { word, traditional: "", pinyin: "", sense: "", level: 0, count: 0 })
      : [...edition.values()].filter(({ word }) => !known.has(word)).sort((one, other) => other.count - one.count);
    return wanted.filter((entry) => !asked || [entry.word, entry.traditional, entry.pinyin].some((text) => plain(text).includes(asked)));
  }
  function row(entry) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.value = entry.word;
    button.setAttribute("aria-pressed", known.has(entry.word));
    const word = document.createElement("span");
    word.lang = traditional ? document.documentElement.lang : "zh-Hans";
    word.textContent = form(entry);
    button.append(word);
    const pinyin = document.createElement("span");
    pinyin.lang = "zh-Latn-pinyin";
    pinyin.textContent = entry.pinyin;
    const sense = document.createElement("span");
    sense.lang = "en";
    sense.className = "quiet";
    sense.textContent = entry.sense;
    item.append(button, " ", pinyin, " ", sense);
    return item;
  }
  function draw() {
    const found = matching();
    byId("list").replaceChildren(...found.slice(0, shown).map(row));
    byId("more").hidden = found.length <= shown;
    byId("found").textContent = found.length;
    levels.forEach((line, index) => {
      const level = index < levels.length - 1 ? index + 1 : 0;
      const words = [...edition.values()].filter((entry) => entry.level === level);
      line.cells[1].textContent = words.filter(({ word }) => known.has(word)).length;
      line.cells[2].textContent = words.length;
    });
  }
  byId("more").addEventListener("click", () => {
    const next = shown;
    shown += STEP;
    draw();
    byId("list").children[next].querySelector("button").focus();
  });
  for (const id of ["ask", "which"]) byId(id).addEventListener("input", () => { shown = STEP; draw(); });
  for (const form of document.forms) form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("duidu-known", draw);

  draw();
  const script = document.createElement("script");
  script.src = duidu.root + "words/edition.js";
  document.head.append(script);
})();
