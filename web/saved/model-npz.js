// The model alone, as NumPy reads it: its parameters, and what one must know to use them.

import { Refusal } from "../pictures/refusal.js";
import { npz, text, texts, whole } from "./npy.js";
import { parametersOf } from "./parameters.js";

/** @typedef {import('./save.js').Given} Given */

/** What was learned; where there is nothing, nothing is saved. @param {Given} given */
export function learnedIn({ lr }) {
  if (!lr || lr.iteration === 0) throw new Refusal("saved-untrained");
  return lr;
}

/** @param {Given} given @returns {Promise<Blob>} */
export async function modelNpz(given) {
  const lr = learnedIn(given);
  const { pictures, texts: words } = given;
  const arrays = [
    ...parametersOf(lr, { alone: true }),
    ...Object.entries({
      list_classes: texts(words.names),
      n_px: whole(pictures.n_px),
      iteration: whole(lr.iteration),
      use: text(`${words.use}\n${words.pixels}`),
    }),
  ];
  return (await npz(/** @type {any} */ (arrays), { pack: false })).blob("application/octet-stream");
}
