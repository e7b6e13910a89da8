// The service worker: what a reader has visited, and on request the whole edition, can be read without a network.
// The build publishes it at the root of the site and puts before these lines what it must know:
// EDITION = {version, folders of the scripts, shell: {path: digest of what is kept from the start}}.
//
// One version at a time: everything that is kept is of EDITION.version, or was fetched and compared with its digest.
// A page that comes from the network in a newer version gets all its parts from there, too.
"use strict";

const BASE = new URL("./", self.location.href).href;
const PREFIX = "duidu " + BASE + " ";  // several editions may share an origin
const SHELL = PREFIX + EDITION.version;
const KEPT = PREFIX + "kept";
// Its presence among the kept files says that the reader wants all of them, its digest of which version all are there: so
// a visit need not count them.
const WHOLE = BASE + ".whole";
const DIGEST = "x-duidu-digest";
const SLICE = 2000;  // milliseconds of fetching, after which the page asks for more: a worker may be stopped

class Changed extends Error {}

const addressOf = (path) => BASE + path.split("/").map(encodeURIComponent).join("/");
const pathOf = (address) => {
  if (!address.startsWith(BASE)) return null;
  try {
    const path = decodeURIComponent(address.slice(BASE.length).split(/[?#]/)[0]);
    return path === "" || path.endsWith("/") ? path + "index.html" : path;
  } catch { return null; }
};

const digestOf = async (data) => {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
  return Array.from(bytes.slice(0, 6), (byte) => byte.toString(16).padStart(2, "0")).join("");
};

// ---------------------------------------------------------------- what is kept

// The stores may be blocked; then there is nothing kept, and everything comes from the network.
const find = async (path) => {
  try {
    for (const name of path in EDITION.shell ? [SHELL] : [KEPT]) {
      const found = await (await caches.open(name)).match(addressOf(path));
      if (found) return found;
    }
  } catch { /* as if nothing were kept */ }
  return undefined;
};

let read = null;
const listing = () => {
  read ??= find("offline.json").then((found) => found.json()).then((folders) => {
    const files = new Map();
    for (const [folder, names] of Object.entries(folders)) {
      for (const [name, [digest, bytes]] of Object.entries(names)) files.set(folder + name, { digest, bytes });
    }
    return files;
  });
  read.catch(() => { read = null; });
  return read;
};

// What came from the network, as it is kept; throws Changed when it is not the file of this version.
const checked = async (response, digest) => {
  if (!response.ok) throw new Changed(String(response.status));
  const body = await response.arrayBuffer();
  if ((await digestOf(body)) !== digest) throw new Changed("another version");
  const type = response.headers.get("content-type") ?? "application/octet-stream";
  return new Response(body, { headers: { "content-type": type, [DIGEST]: digest } });
};

// "no-cache" asks the server whether the browser's own copy still holds.
const fromNetwork = async (path, digest) => checked(await fetch(addressOf(path), { cache: "no-cache" }), digest);

let full = false;
const keep = async (path, response, address = addressOf(path)) => {
  try {
    await (await caches.open(KEPT)).put(address, response);
    full = false;
    return true;
  } catch {
    full = true;  // no room, or the browser allows nothing to be kept
    return false;
  }
};

// ---------------------------------------------------------------- a new version

self.addEventListener("install", (event) => event.waitUntil(install()));

// All or nothing: a file that is still the same is taken over, and a site that is just being published waits.
async function install() {
  const shell = await caches.open(SHELL);
  try {
    await Promise.all(Object.entries(EDITION.shell).map(async ([path, digest]) => {
      const known = await before(path, digest);
      await shell.put(addressOf(path), known ?? await fromNetwork(path, digest));
    }));
  } catch (error) {
    await caches.delete(SHELL);
    throw error;
  }
}

async function before(path, digest) {
  for (const name of await caches.keys()) {
    const found = name.startsWith(PREFIX) && await (await caches.open(name)).match(addressOf(path));
    if (found && found.headers.get(DIGEST) === digest) return found;
  }
  return undefined;
}

self.addEventListener("activate", (event) => event.waitUntil(activate()));

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== SHELL && name !== KEPT) await caches.delete(name);
  }
  const files = await listing();
  const kept = await caches.open(KEPT);
  for (const request of await kept.keys()) {
    const found = await kept.match(request);
    const file = files.get(pathOf(request.url));
    if (request.url !== WHOLE && file?.digest !== found?.headers.get(DIGEST)) await kept.delete(request);
  }
  await self.clients.claim();
}

// Whether the site is no longer that of this worker; then the browser looks for the new one.
const moved = async () => {
  try {
    const response = await fetch(BASE + "sw.js", { cache: "no-store" });
    if (!response.ok || (await response.text()).includes(EDITION.version)) return false;
    self.registration.update().catch(() => {});
    return true;
  } catch { return false; }
};

// ---------------------------------------------------------------- answers

// Pages that came from the network: whether each is of this version.
const verdicts = new Map();

self.addEventListener("fetch", (event) => {
  const path = event.request.method === "GET" ? pathOf(event.request.url) : null;
  if (path === null || path === "sw.js" || path === "site.zip") return;
  event.respondWith(event.request.mode === "navigate" ? page(event, path) : part(event, path));
});

async function page(event, path) {
  const kept = await find(path);
  if (kept) return kept;
  let response;
  try {
    response = await fetch(event.request.url, { cache: "no-cache" });
  } catch {
    return Response.redirect(fallback(path));
  }
  if (response.redirected) return Response.redirect(response.url);
  const verdict = settle(path, response.clone());
  verdicts.set(event.resultingClientId, verdict);
  event.waitUntil(verdict);
  return response;
}

// Whether a page is of this version; then it is kept.
async function settle(path, response) {
  try {
    const file = (await listing()).get(path);
    if (!file) return true;
    const found = await checked(response, file.digest);
    await keep(path, found);
    return true;
  } catch {
    return !(await moved());
  }
}

// A browser remembers what a server says may be used again, without asking here: another page may be of our version.
const once = (response) => {
  const type = response.headers.get("content-type") ?? "application/octet-stream";
  return new Response(response.body, {
    status: response.status, headers: { "content-type": type, "cache-control": "no-store" },
  });
};

const fallback = (path) => {
  const folder = EDITION.folders.findLast((folder) => path.startsWith(folder));
  return addressOf(folder + "offline.html") + "?page=" + encodeURIComponent(path);
};

// A worker that slept has forgotten its verdicts; but pages of its version are those that it keeps.
async function isOurs(id) {
  const client = id && await self.clients.get(id);
  const path = client ? pathOf(client.url) : null;
  return path === null || Boolean(await find(path));
}

async function part(event, path) {
  const same = await (verdicts.get(event.clientId) ?? isOurs(event.clientId));
  if (!same) return once(await fetch(event.request, { cache: "no-cache" }));
  const kept = await find(path);
  if (kept) return kept;
  const file = await listing().then((files) => files.get(path), () => undefined);
  if (!file) return fetch(event.request);
  try {
    const found = await fromNetwork(path, file.digest);
    event.waitUntil(keep(path, found.clone()));
    return found;
  } catch (error) {
    // A server that changes files on their way must not break the page; a newer part would.
    if (error instanceof Changed && !(await moved())) return fetch(event.request);
    return Response.error();
  }
}

// ---------------------------------------------------------------- what a page may ask

self.addEventListener("message", (event) => {
  const act = Object.hasOwn(actions, event.data?.do) ? actions[event.data.do] : null;
  if (act) event.waitUntil(act(event.data).catch(() => null).then((answer) => event.ports[0]?.postMessage(answer)));
});

const actions = {
  // A page that was loaded before there was a worker is kept with its parts; then, what the reader still waits for.
  async visit({ addresses }) {
    if (await complete()) return { rest: 0 };
    const files = await listing();
    for (const path of new Set(addresses.map(pathOf))) {
      const file = files.get(path);
      if (file && !(await find(path))) {
        await fromNetwork(path, file.digest).then((found) => keep(path, found)).catch(() => {});
      }
    }
    const state = await status();
    if (state.whole && state.rest && !navigator.connection?.saveData) fill();
    return { ...state, page: Boolean(await find(pathOf(addresses[0]))) };
  },
  state: () => status(),
  async fill() {
    await mark("");
    await fill();
    return status();
  },
  async remove() {
    await caches.delete(KEPT);
    full = false;
    return status();
  },
  renew: () => self.skipWaiting(),
};

const mark = (version) => keep("", new Response("", { headers: { [DIGEST]: version } }), WHOLE);
const complete = async () => {
  const found = await (await caches.open(KEPT)).match(WHOLE);
  return found?.headers.get(DIGEST) === EDITION.version;
};

const missing = async () => {
  const files = await listing();
  const kept = new Set();
  for (const request of await (await caches.open(KEPT)).keys()) kept.add(pathOf(request.url));
  return [...files].filter(([path]) => !kept.has(path) && !(path in EDITION.shell));
};

async function status() {
  const files = await listing();
  const sum = (all) => all.reduce((bytes, [, file]) => bytes + file.bytes, 0);
  const rest = await missing();
  const kept = await caches.open(KEPT);
  const total = sum([...files]);
  const whole = await kept.match(WHOLE);
  if (whole && !rest.length) await mark(EDITION.version);
  return {
    total,
    bytes: total - sum(rest),
    rest: rest.length,
    whole: Boolean(whole),
    any: Boolean((await kept.keys()).length),
    full,
  };
}

// Fetch what is not kept yet, for a while.
async function fill() {
  const rest = await missing();
  const end = Date.now() + SLICE;
  let changed = false;
  const next = async () => {
    while (rest.length && Date.now() < end && !full) {
      const [path, file] = rest.shift();
      try {
        await keep(path, await fromNetwork(path, file.digest));
      } catch (error) {
        if (!(error instanceof Changed)) return;  // there is no network
        changed = true;
      }
    }
  };
  await Promise.all([next(), next(), next(), next()]);
  if (changed) await moved();
}
