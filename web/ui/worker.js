/* Where browsers have Trusted Types, the page's policy lets no text become the address of a script but what is made here. */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("worker", {
  createScriptURL(/** @type {string} */ url) {
    if (!url.startsWith(`blob:${location.origin}/`)) throw new TypeError(url);
    return url;
  },
});

/**
 * A module worker that inherits the page's Content-Security-Policy, as one loaded by its address would not: a Blob whose
 * one line imports the real one. Call close() when it has ended.
 * @param {string} address
 */
export function openWorker(address) {
  const line = new Blob([`import ${JSON.stringify(address)};`], { type: "text/javascript" });
  const url = URL.createObjectURL(line);
  const trusted = /** @type {any} */ (policy ? policy.createScriptURL(url) : url);
  return { worker: new Worker(trusted, { type: "module" }), close: () => URL.revokeObjectURL(url) };
}
