// The list of keys, and the switch for those that are a single character.
"use strict";
(() => {
  const make = (tag, ...content) => {
    const element = document.createElement(tag);
    element.append(...content);
    return element;
  };
  const row = ({ keys, label }) => make("div", make("dt", ...keys.map((key) => make("kbd", key))), make("dd", label));
  const moving = [
    { keys: ["→", "←"], label: duidu.t("Next or previous word") },
    { keys: ["↓", "↑"], label: duidu.t("Next or previous sentence, from a sentence or its number") },
    { keys: ["Enter"], label: duidu.t("What the word means") },
    { keys: ["Esc"], label: duidu.t("Close what is open") },
  ];

  const title = make("h2", duidu.t("Keys"));
  title.id = "help-title";
  const list = make("div");
  const letters = make("input");
  letters.type = "checkbox";
  letters.addEventListener("change", () => duidu.remember.set("keys", letters.checked ? null : "0"));
  const close = duidu.button(duidu.t("Close"), () => dialog.close());
  close.autofocus = true;
  const dialog = make("dialog", title, list, make("label", letters, duidu.t("Use keys that are a single character")), close);
  dialog.id = "help";
  dialog.lang = document.getElementById("say").lang;
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);

  duidu.help = () => {
    const groups = new Map();
    for (const shortcut of duidu.shortcuts) {
      const name = shortcut.group ?? duidu.t("More");
      groups.set(name, [...groups.get(name) ?? [], shortcut]);
    }
    if (duidu.sentences) groups.set(duidu.t("Moving about"), moving);
    list.replaceChildren(...[...groups].flatMap(([name, found]) => [make("h3", name), make("dl", ...found.map(row))]));
    letters.checked = duidu.remember.get("keys") !== "0";
    dialog.showModal();
  };
})();
