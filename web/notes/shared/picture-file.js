// The reader's picture for a figure: decoded and made small in a worker of its own, because a photograph takes
// longer than a frame.

import { wrap } from "../../vendor/comlink.js";
import { openWorker } from "../../ui/worker.js";

const WORKER = new URL("./picture-worker.js", import.meta.url).href;

/** @type {any} */
let reader = null;

/**
 * @param {File} file @param {number} n_px
 * @returns {Promise<{rgb: Uint8Array, refused?: undefined} | {rgb?: undefined, refused: {name: string, code: string}}>}
 *   refused: for refusalSentence
 */
export async function readPicture(file, n_px) {
  reader ??= wrap(openWorker(WORKER).worker);
  return reader.read(file, n_px);
}
