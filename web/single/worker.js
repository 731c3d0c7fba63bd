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
  const worker = new Worker(trusted);
  readFor(worker);
  return { worker, close: () => URL.revokeObjectURL(url) };
}

/** See reading.js. @param {Worker} worker */
function readFor(worker) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = async ({ data: { id, bitmap, blob, how = [] } }) => {
    const making = bitmap ? createImageBitmap(blob, .../** @type {[]} */ (how)) : blob.arrayBuffer();
    const made = await making.catch(() => null);
    port1.postMessage({ id, made }, made ? [made] : []);
  };
  worker.postMessage({ reading: port2 }, [port2]);
}
