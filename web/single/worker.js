/* In the place of ui/worker.js: Chromium opens no module worker from a page on the disk, so these are classic ones. */
import { allBytes, workerAt } from "./files.js";

const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("worker", {
  createScriptURL(/** @type {string} */ url) {
    if (!url.startsWith("blob:")) throw new TypeError(url);
    return url;
  },
});

/** @param {string} address a path in web/ */
export function openWorker(address) {
  const before = `globalThis.bytesInside=${JSON.stringify(allBytes())};`;
  const url = URL.createObjectURL(new Blob([before, workerAt(address)], { type: "text/javascript" }));
  const trusted = /** @type {any} */ (policy ? policy.createScriptURL(url) : url);
  return { worker: new Worker(trusted), close: () => URL.revokeObjectURL(url) };
}
