/* Keeps the site for when there is no network: when the page is at rest, registers the worker that the site's build has
   named in data-offline, and says when it has a newer version of all this. web/ as it is has no such worker. */

const { offline } = document.documentElement.dataset;

const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("offline", {
  createScriptURL(/** @type {string} */ name) {
    if (name !== offline) throw new TypeError(name);
    return name;
  },
});

/** Call it once. It waits for what the reader came for; where storage is forbidden the page goes on without. */
export function keepOffline() {
  if (!offline || !navigator.serviceWorker) return;
  const thrifty = /** @type {any} */ (navigator).connection?.saveData;
  if (thrifty && !navigator.serviceWorker.controller) return;
  const start = () => atRest(() => register(offline).catch(() => {}));
  if (document.readyState === "complete") start();
  else window.addEventListener("load", start, { once: true });
}

/** @param {() => void} fn */
function atRest(fn) {
  if (window.requestIdleCallback) window.requestIdleCallback(fn);
  else window.setTimeout(fn, 1000); // Safari
}

/** @param {string} name */
async function register(name) {
  const { serviceWorker } = navigator;
  const before = serviceWorker.controller; // none with the first visit, and nothing is newer then
  before?.postMessage("here");
  const registration = await serviceWorker.register(policy?.createScriptURL(name) ?? name, {
    updateViaCache: "none",
  });
  let told = false;
  const look = async () => {
    if (told || !before || !registration.waiting) return;
    told = true;
    const { tellNewer } = await import("./newer.js");
    await tellNewer(registration);
  };
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", () => look().catch(() => (told = false))),
  );
  await look();
  if (before) await registration.update(); // else Chromium looks when the worker has been idle for long
}
