// The page on reading offline: how much of the edition is kept here, keeping all of it, and letting it go again.
"use strict";
(() => {
  const by = (id) => document.getElementById(id);
  const [state, all, stop, remove, bar] = ["keep-state", "keep-all", "keep-stop", "keep-remove", "keep-bar"].map(by);
  const size = (bytes) => duidu.t("%(number)s MB", { number: (bytes / 1e6).toFixed(bytes < 9.95e6 ? 1 : 0) });

  // The worker sends here who wants a page that is not kept, without a network.
  const wanted = (new URLSearchParams(location.search).get("page") ?? "").split("/").filter(Boolean);
  if (wanted.length) {
    by("missing").hidden = false;
    by("again").href = duidu.root + wanted.map(encodeURIComponent).join("/");
  }

  if (location.protocol === "file:") {
    state.textContent = duidu.t("You read this edition from a disk: all of it works without a network already.");
    return;
  }
  const { serviceWorker } = navigator;
  const cannot = () => {
    state.textContent = isSecureContext
      ? duidu.t("This browser keeps nothing here: the window is a private one, or storage is blocked or full.")
      : duidu.t("Browsers keep pages only from addresses that begin with https.");
  };
  if (!serviceWorker) { cannot(); return; }

  let worker = null;
  const ask = (what) => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => resolve(event.data);
    worker.postMessage(what, [port2]);
  });

  const show = (found) => {
    if (!found) { cannot(); return; }
    const kept = { kept: size(found.bytes), total: size(found.total) };
    state.textContent = found.rest ? duidu.t("%(kept)s of %(total)s are kept in this browser.", kept)
      : duidu.t("The whole edition is kept in this browser: %(total)s.", kept);
    all.textContent = duidu.t("Make the whole edition available offline (%(size)s)", { size: size(found.total - found.bytes) });
    all.hidden = !found.rest;
    remove.hidden = !found.any;
    const foot = by("offline");
    if (!foot.className) foot.textContent = found.rest ? "" : duidu.t("Available offline");
    bar.max = found.total;
    bar.value = found.bytes;
  };

  let stopped = false;
  stop.onclick = () => { stopped = true; };
  all.onclick = async () => {
    stopped = false;
    navigator.storage?.persist?.();
    for (const element of [bar, stop]) element.hidden = false;
    all.disabled = true;
    let found = await ask({ do: "state" });
    for (let before = Infinity; found && !stopped && !found.full && found.rest && found.rest < before;) {
      before = found.rest;
      found = await ask({ do: "fill" });
      show(found);
    }
    for (const element of [bar, stop]) element.hidden = true;
    all.disabled = false;
    if (document.activeElement === document.body) (all.hidden ? remove : all).focus();
    if (found?.full) state.textContent += " " + duidu.t("The browser has no more room for it.");
    else if (found?.rest && !stopped) state.textContent += " " + duidu.t("Something could not be fetched; try again later.");
    duidu.say(state.textContent);
  };
  remove.onclick = async () => {
    show(await ask({ do: "remove" }));
    duidu.say(state.textContent);
  };

  // The first worker takes a moment; where it cannot be installed, nothing can be kept.
  addEventListener("load", async () => {
    try {
      const registration = await serviceWorker.register(duidu.root + "sw.js", { updateViaCache: "none" });
      const failed = new Promise((resolve, reject) => {
        const first = registration.active ? null : registration.installing;
        first?.addEventListener("statechange", () => { if (first.state === "redundant") reject(); });
      });
      worker = (await Promise.race([serviceWorker.ready, failed])).active;
      // After an update the worker may still be fetching what is new.
      for (let looks = 0; looks < 5 && !all.disabled; looks++) {
        const found = await ask({ do: "state" });
        show(found);
        if (!found?.any || !found.rest) break;
        await new Promise((resolve) => { setTimeout(resolve, 1000); });
      }
    } catch { cannot(); }
  });
})();
