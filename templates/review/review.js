// Reviewing: drafts stay in this browser until the PO file has them, and nothing is overwritten that was not seen.
"use strict";
(() => {
  const list = document.querySelector(".sentences");
  if (!list) return;
  const token = document.querySelector("meta[name=token]").content;
  const said = document.getElementById("said");
  const filter = document.getElementById("filter");
  const help = document.getElementById("help");
  const items = [...list.children];
  const tabs = new BroadcastChannel("duidu-review");
  const key = list.dataset.key;

  const drafts = {
    name: (item) => ["duidu-review", key, item.dataset.context, item.dataset.chinese].join("\n"),
    get: (item) => JSON.parse(localStorage.getItem(drafts.name(item)) ?? "null"),
    // A draft knows the English that it was written against: whoever has changed that meanwhile is not overwritten.
    set: (item, text) => localStorage.setItem(drafts.name(item), JSON.stringify({ text, version: item.dataset.version })),
    drop: (item) => localStorage.removeItem(drafts.name(item)),
  };
  const box = (item) => item.querySelector("textarea");
  const same = (one, other) => one.split(/\s+/).join(" ").trim() === other.split(/\s+/).join(" ").trim();

  for (const item of items) {
    item.saved = box(item).value;
    item.shown = item.querySelector(".label").textContent;
    const draft = drafts.get(item);
    if (draft && !same(draft.text, item.saved)) {
      box(item).value = draft.text;
      item.dataset.version = draft.version;
    } else if (draft) drafts.drop(item);
    mark(item);
    box(item).addEventListener("input", () => { keep(item); });
    item.querySelector(".review").addEventListener("click", () => save(item, true));
    item.querySelector(".save").addEventListener("click", () => save(item, false));
    item.querySelector(".undo").addEventListener("click", () => undo(item));
    item.querySelector(".drop").addEventListener("click", () => { box(item).value = item.saved; keep(item); box(item).focus(); });
    for (const match of item.querySelectorAll(".take")) match.addEventListener("click", () => take(item, match));
  }

  // ---------------------------------------------------------------- what is written and not saved

  function keep(item) {
    if (same(box(item).value, item.saved)) drafts.drop(item); else drafts.set(item, box(item).value);
    mark(item);
  }
  function mark(item) {
    const unsaved = !same(box(item).value, item.saved);
    const label = item.querySelector(".label");
    label.textContent = unsaved ? "not saved yet" : item.shown;
    label.classList.toggle("unsaved", unsaved);
    item.querySelector(".drop").hidden = !unsaved;
  }
  function take(item, match) {
    box(item).value = match.textContent;
    keep(item);
    box(item).focus();
  }

  // ---------------------------------------------------------------- saving

  async function ask(what, body) {
    const answer = await fetch(what, {
      method: "POST", headers: { "Content-Type": "application/json", "X-Duidu-Token": token }, body: JSON.stringify(body),
    });
    if (answer.ok || answer.status === 409) return answer.json();
    throw new Error(await answer.text());
  }
  async function save(item, reviewed) {
    const text = box(item).value;
    const wish = { key, context: item.dataset.context, chinese: item.dataset.chinese, english: text, reviewed, version: item.dataset.version };
    await act(item, text, reviewed ? "Reviewed." : "Saved as a draft.", () => ask("/api/save", wish));
    if (reviewed && !item.querySelector(".conflict:not([hidden])") && item.classList.contains("reviewed")) next(item);
  }
  async function undo(item) {
    if (!item.undo) return;
    await act(item, item.saved, "Taken back.", () => ask("/api/undo", item.undo));
  }
  async function act(item, text, done, request) {
    if (item.busy) return;  // a second press while the first is on its way
    item.busy = true;
    say("Saving …");
    try {
      const state = await request();
      if (state.conflict) conflict(item, state);
      else { settled(item, state, text); say(done); tabs.postMessage({ key, context: item.dataset.context, chinese: item.dataset.chinese, state }); }
    } catch (error) {
      const offline = error instanceof TypeError;
      say(offline ? "Not saved: duidu serve does not answer. What you wrote stays in this browser." : "Not saved: " + error.message);
    } finally { item.busy = false; }
  }
  // What a person went on writing while the answer was on its way stays, as not saved yet.
  function settled(item, state, sent) {
    const wrote = !same(box(item).value, sent);
    stands(item, state);
    if (!wrote) box(item).value = state.english;
    keep(item);
    item.undo = state.undo;
    item.querySelector(".undo").hidden = !state.undo;
  }
  function stands(item, state) {
    const classes = ["reviewed", "machine", "stale", "missing"];
    item.classList.remove(...classes);
    item.classList.add(state.status);
    item.dataset.version = state.version;
    item.saved = state.english;
    item.shown = state.label;
    item.querySelector(".conflict").hidden = true;
    const note = item.querySelector(".note");
    if (note) note.textContent = state.note;
    mark(item);
    count();
  }
  function conflict(item, state) {
    const place = item.querySelector(".conflict");
    const told = document.createElement("p");
    told.textContent = "It has been changed elsewhere meanwhile, and nothing was saved. It says now (" + state.label + "):";
    const theirs = document.createElement("p");
    theirs.lang = "en";
    theirs.textContent = state.english || "nothing";
    const takeTheirs = button("Take that", () => { box(item).value = state.english; stands(item, state); keep(item); box(item).focus(); });
    const keepMine = button("Keep mine", () => { const mine = box(item).value; stands(item, state); box(item).value = mine; keep(item); box(item).focus(); });
    place.replaceChildren(told, theirs, takeTheirs, " ", keepMine);
    place.hidden = false;
    say("Not saved: changed elsewhere.");
  }
  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }
  function say(text) { said.textContent = text; }
  function count() {
    document.getElementById("left").textContent = items.filter((item) => !item.classList.contains("reviewed")).length;
  }

  // Another tab has saved: this one follows, and keeps what is being written here.
  tabs.addEventListener("message", ({ data }) => {
    const item = items.find((one) => key === data.key && one.dataset.context === data.context && one.dataset.chinese === data.chinese);
    if (!item) return;
    const writing = !same(box(item).value, item.saved);
    if (writing) { say("A sentence that you are writing was saved in another tab."); return; }
    stands(item, data.state);
    box(item).value = data.state.english;
    mark(item);
  });

  // ---------------------------------------------------------------- moving

  const shown = () => items.filter((item) => !item.hidden);
  function here() { return document.activeElement?.closest?.(".sentences > li"); }
  function go(item, write) {
    if (!item) return;
    if (write) writeIn(item); else item.focus();
    item.scrollIntoView({ block: "nearest" });
  }
  function writeIn(item) {
    box(item).focus();
    box(item).setSelectionRange(box(item).value.length, box(item).value.length);
  }
  function step(by, write) {
    const all = shown();
    const at = all.indexOf(here());
    go(all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))], write);
  }
  function next(item) {
    const all = shown();
    const after = all.slice(all.indexOf(item) + 1);
    const open = after.find((one) => !one.classList.contains("reviewed"));
    if (open) go(open, true); else { item.focus(); say("That was the last one."); }
  }
  filter.addEventListener("change", () => {
    for (const item of items) {
      item.hidden = filter.value === "open" ? item.classList.contains("reviewed") : filter.value === "doubtful" && !item.classList.contains("doubtful");
    }
    say(shown().length + (shown().length === 1 ? " sentence." : " sentences."));
  });
  document.getElementById("help-button").addEventListener("click", () => help.showModal());

  // ---------------------------------------------------------------- keys

  document.addEventListener("keydown", (event) => {
    if (help.open || event.isComposing) return;
    const item = here();
    const writing = event.target.matches("textarea");
    const control = event.ctrlKey || event.metaKey;
    const run = (act) => { event.preventDefault(); act(); };
    if (item && control && event.key === "Enter") run(() => save(item, true));
    else if (item && control && event.key.toLowerCase() === "s") run(() => save(item, false));
    else if (event.altKey && event.key === "ArrowDown") run(() => step(1, writing));
    else if (event.altKey && event.key === "ArrowUp") run(() => step(-1, writing));
    else if (item && event.altKey && /^Digit[1-9]$/.test(event.code)) {
      const match = item.querySelectorAll(".take")[Number(event.code.slice(5)) - 1];
      if (match) run(() => take(item, match));
    } else if (writing) {
      if (event.key === "Escape") run(() => item.focus());
    } else if (!control && !event.altKey && !event.target.matches("select, button, summary, a")) plain(event, item, run);
  });
  function plain(event, item, run) {
    const keys = {
      j: () => step(1), k: () => step(-1), "?": () => help.showModal(),
      Enter: () => item && writeIn(item), u: () => item && undo(item),
      w: () => { const words = item?.querySelector("details"); if (words) words.open = !words.open; },
    };
    if (keys[event.key]) run(keys[event.key]);
  }
})();
