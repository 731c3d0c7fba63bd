/* The service worker. The site's build puts FILES and VERSION before it: every file of the site with the hash of what is in
   it. A version is in a cache of its own, filled completely before the worker is installed: what came is what the build
   made, or the browser keeps the version that it has and tries again later. */
/* global FILES, VERSION */

// a ServiceWorkerGlobalScope, whose events are others than a page's
const worker = /** @type {any} */ (globalThis);
const { scope } = worker.registration;
const OURS = `one-neuron ${scope}#`; // other sites may have caches at the same origin
const CACHE = OURS + VERSION;
const AT_ONCE = 4; // the page may want something meanwhile

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(fill()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("message", (/** @type {any} */ event) => {
  if (event.data === "take over") worker.skipWaiting();
  if (event.data === "here") event.waitUntil(tidy());
});
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(scope)) event.respondWith(answer(request));
});

/** Opened once, for every request asks it. @type {Promise<Cache> | undefined} */
let opening;
const opened = () =>
  (opening ??= caches.open(CACHE).catch((error) => {
    opening = undefined;
    throw error;
  }));

async function fill() {
  const older = await Promise.all((await others()).map((name) => caches.open(name)));
  const known = [await opened(), ...older];
  const queue = [...FILES];
  const work = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) await keep(known, file);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** Most files of a new version are those of the last one, or came with an install that was interrupted.
 *  @param {Cache[]} known of this version and of older ones @param {[path: string, integrity: string]} file */
async function keep(known, [path, integrity]) {
  const url = new URL(path, scope).href;
  const kept = await firstOf(known, url);
  const same = kept && (await hashOf(await kept.clone().arrayBuffer())) === integrity;
  const response = same ? kept : await fetch(url, { cache: "no-cache", integrity });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  // a page may not be answered with a response that was redirected
  const whole = response.redirected ? new Response(response.body, { headers: response.headers }) : response;
  await known[0].put(url, whole);
}

/** @param {Cache[]} known @param {string} url @returns {Promise<Response | undefined>} */
async function firstOf(known, url) {
  for (const cache of known) {
    const found = await cache.match(url);
    if (found) return found;
  }
  return undefined;
}

/** @param {ArrayBuffer} bytes */
async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

/** @returns {Promise<string[]>} what there is of other versions, the newest first */
const others = async () =>
  (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE).reverse();

/** In this version, else in one that an open tab may still have. @param {string} url @returns {Promise<Response | undefined>} */
async function find(url) {
  const here = await (await opened()).match(url);
  if (here) return here;
  return firstOf(await Promise.all((await others()).map((name) => caches.open(name))), url);
}

/** @param {Request} request */
async function answer(request) {
  const { origin, pathname } = new URL(request.url); // whatever is asked of a page behind "?"
  const url = origin + pathname;
  return (await find(url === scope ? `${url}index.html` : url)) ?? fetch(request);
}

/** Older versions go when no other tab can be one of them, and no newer one is on its way. */
async function tidy() {
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const { installing, waiting } = worker.registration;
  if (windows.length > 1 || installing || waiting) return;
  await Promise.all((await others()).map((name) => caches.delete(name)));
}
