// Registers the service worker, has this page kept, and says in the footer how that stands.
"use strict";
(() => {
  const place = document.getElementById("offline");
  const { serviceWorker } = navigator;
  if (!serviceWorker || !location.protocol.startsWith("http")) return;
  let controlled = serviceWorker.controller;
  let asked = false;

  const visit = () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      if (!data || place.className) return;
      place.textContent = data.rest ? data.page ? duidu.t("This page is kept") : "" : duidu.t("Available offline");
    };
    const addresses = [location, ...performance.getEntriesByType("resource").map((entry) => entry.name)].map(String);
    serviceWorker.controller.postMessage({ do: "visit", addresses }, [port2]);
  };

  // A new worker waits until the reader reloads.
  const offer = (worker) => {
    const button = document.createElement("button");
    button.textContent = duidu.t("A new version is there: reload");
    button.onclick = () => {
      asked = true;
      if (worker) worker.postMessage({ do: "renew" });
      else location.reload();
    };
    place.replaceChildren(button);
    place.className = "new";
  };

  serviceWorker.oncontrollerchange = () => {
    if (!controlled) visit();
    else if (asked || (document.hidden && !window.speechSynthesis?.speaking)) location.reload();
    else offer();
    controlled = true;
  };
  addEventListener("load", async () => {
    if (controlled) visit();
    const registration = await serviceWorker.register(duidu.root + "sw.js", { updateViaCache: "none" }).catch(() => {});
    if (!registration) return;
    const watch = (worker) => {
      if (worker) worker.onstatechange = () => { if (worker.state === "installed" && controlled) offer(worker); };
    };
    if (registration.waiting && controlled) offer(registration.waiting);
    watch(registration.installing);
    registration.onupdatefound = () => watch(registration.installing);
  });
})();
