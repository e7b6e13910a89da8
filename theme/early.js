// Before the first paint: what the reader has chosen stands on <html>, where the style sheet looks for it.
"use strict";
const duiduEarly = (() => {
  const root = document.documentElement;
  const values = {
    pinyin: "off all above unknown peek", level: "1 2 3 4 5 6", running: "0 1", english: "below beside tap off",
    tones: "0 1", theme: "auto light dark", size: "0 1 2 3", vocabulary: "0 1",
  };
  const read = (query) => Object.fromEntries([...new URLSearchParams(query)].filter(
    ([name, value]) => Object.hasOwn(values, name) && values[name].split(" ").includes(value)));
  const stored = () => { try { return read(localStorage.getItem("duidu-choices") ?? ""); } catch { return {}; } };
  // An address that this page has written itself says nothing that is not remembered; it may be older than that.
  const asked = history.state?.duidu ? {} : read(location.search);
  Object.assign(root.dataset, stored(), asked);
  root.classList.add("js");
  return { names: Object.keys(values), read, stored, asked };
})();
