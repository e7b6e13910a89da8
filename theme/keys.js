// What the keys do; help.js lists them.
"use strict";
(() => {
  const { sentences } = duidu;
  const add = (group, letter, label, act) => { duidu.key({ keys: [letter], group, label, act }); };
  const reading = duidu.t("Reading");
  const display = duidu.t("Display");
  const edition = duidu.t("Edition");

  // Says what now holds, for those who do not see it.
  const flip = (name, on, off) => () => {
    duidu.choices.toggle(name);
    duidu.say(duidu.choices.get(name) === "off" ? off : on);
  };

  if (sentences) {
    add(reading, "j", duidu.t("Next sentence"), () => sentences.go(1));
    add(reading, "k", duidu.t("Previous sentence"), () => sentences.go(-1));
    add(reading, "l", duidu.t("Listen, pause"), () => {
      if (duidu.speech?.ready()) duidu.speech.toggle();
      else duidu.say(duidu.t("This browser has no Chinese voice."));
    });
    add(reading, "c", duidu.t("Copy the sentence"), sentences.copy);
    if (duidu.language !== "zh-Latn-pinyin") {
      add(display, "p", duidu.t("Pinyin"), flip("pinyin", duidu.t("Pinyin is on"), duidu.t("Pinyin is off")));
    }
    add(display, "e", duidu.t("Translation"),
      flip("english", duidu.t("The translation is on"), duidu.t("The translation is off")));
  }
  const scripts = [...document.querySelectorAll(".scripts a")];
  if (scripts.length) {
    add(display, "s", duidu.t("Next script"), () => {
      const next = scripts[(scripts.findIndex((link) => link.hasAttribute("aria-current")) + 1) % scripts.length];
      if (sentences) next.hash = sentences.here().id;
      next.click();
    });
  }
  const box = document.querySelector("#search input[type=search]");
  const search = document.querySelector("a[href*='search.html']");
  if (box || search) add(edition, "/", duidu.t("Search"), () => { if (box) box.focus(); else search.click(); });

  const help = () => duidu.load("help.js").then(() => duidu.help());
  add(edition, "?", duidu.t("Keys"), help);
  document.querySelector(".foot").append(duidu.button(duidu.t("Keys"), help));
})();
