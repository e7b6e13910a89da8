// Before the first paint: the reader's choices stand on <html>, where the style sheet looks.
"use strict";
const duiduEarly = (() => {
  const { dataset, classList } = document.documentElement;
  const valid = new RegExp("^(pinyin=(off|all|above|unknown|peek)|level=[1-6]|english=(below|beside|tap|off)"
    + "|theme=(auto|light|dark)|size=[0-3]|(running|tones|vocabulary)=[01])$");
  const read = (query) => Object.fromEntries(
    query.split(/[?&]/).filter((pair) => valid.test(pair)).map((pair) => pair.split("=")));
  const stored = () => { try { return read(localStorage["duidu-choices"]); } catch { return {}; } };
  // An address that the page wrote itself may be older than what is remembered.
  const asked = history.state?.duidu ? {} : read(location.search);
  const standard = read(dataset.choices);
  Object.assign(dataset, standard, stored(), asked);
  classList.add("js");
  return { read, stored, asked, standard };
})();
