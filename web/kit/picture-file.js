// The reader's picture for a figure: decoded and made small in a worker of its own, because a photograph takes
// longer than a frame. A Blob worker, so that it inherits the page's Content-Security-Policy.

import { wrap } from "../vendor/comlink.js";

const WORKER = new URL("./picture-worker.js", import.meta.url).href;

/** @type {any} */
let reader = null;

function open() {
  const line = new Blob([`import ${JSON.stringify(WORKER)};`], { type: "text/javascript" });
  return wrap(new Worker(URL.createObjectURL(line), { type: "module" }));
}

/**
 * @param {File} file @param {number} n_px
 * @returns {Promise<{rgb?: Uint8Array, refused?: {name: string, code: string}}>} refused: for refusalSentence
 */
export async function readPicture(file, n_px) {
  reader ??= open();
  return reader.read(file, n_px);
}
