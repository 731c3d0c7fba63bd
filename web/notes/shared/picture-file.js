// The reader's picture for a figure: decoded and made small in a worker of its own, because a photograph takes
// longer than a frame.

import { wrap } from "../../vendor/comlink.js";
import { openWorker } from "../../ui/worker.js";

const WORKER = new URL("./picture-worker.js", import.meta.url).href;

/** @type {{read: (file: File, n_px: number) => Promise<any>, broken: Promise<any>} | null} */
let reader = null;

/** A worker that did not come is given up, and asked for again with the next picture. */
function openReader() {
  const { worker, close } = openWorker(WORKER);
  const broken = new Promise((resolve) =>
    worker.addEventListener("error", () => {
      reader = null;
      close();
      resolve({ refused: { name: "", code: "reader" } });
    }),
  );
  return { read: /** @type {any} */ (wrap(worker)).read, broken };
}

/**
 * @param {File} file @param {number} n_px
 * @returns {Promise<{rgb: Uint8Array, refused?: undefined} | {rgb?: undefined, refused: {name: string, code: string}}>}
 *   refused: for refusalSentence
 */
export async function readPicture(file, n_px) {
  reader ??= openReader();
  return Promise.race([reader.read(file, n_px), reader.broken]);
}
