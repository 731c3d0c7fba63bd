/* Where browsers have Trusted Types, the page's policy lets no text become the address of a script but what is made here. */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("worker", {
  createScriptURL(/** @type {string} */ url) {
    if (!url.startsWith(`blob:${location.origin}/`)) throw new TypeError(url);
    return url;
  },
});

/** What the worker runs: the real one, and before it is there nothing that is posted gets lost. By import(), because Firefox
 *  asks the service worker for no other import of such a worker. It tries again as the page does
 *  (.config/site/again.js). @param {string} address */
const lines = (address) => `
  const early = [];
  const keep = (event) => early.push(event);
  addEventListener("message", keep);
  const again = ${/** @type {any} */ (globalThis).importAgain?.again ?? "(load, url) => load(url)"};
  const address = ${JSON.stringify(address)};
  again((url) => import(url), address, address, ${document.readyState !== "complete"}).then(
    () => {
      removeEventListener("message", keep);
      for (const event of early) dispatchEvent(event);
    },
    (error) => setTimeout(() => { throw error; }), // to the page, as an error of the worker
  );`;

/**
 * A module worker that inherits the page's Content-Security-Policy, as one loaded by its address would not: a Blob that
 * imports the real one. Call close() when it has ended.
 * @param {string} address
 */
export function openWorker(address) {
  const url = URL.createObjectURL(new Blob([lines(address)], { type: "text/javascript" }));
  const trusted = /** @type {any} */ (policy ? policy.createScriptURL(url) : url);
  return { worker: new Worker(trusted, { type: "module" }), close: () => URL.revokeObjectURL(url) };
}
