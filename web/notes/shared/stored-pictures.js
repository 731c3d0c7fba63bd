// The pictures that the training page has stored, for figures that measure on the reader's own. Runs in a worker.

import { Pictures } from "../../pictures/pictures.js";
import { storedSet } from "../../training/keeping.js";
import { DEFAULTS, validSettings } from "../../training/settings.js";
import { openStore } from "../../pictures/store.js";

/**
 * The stored set with its split, in a dataset of its own; pictures.count is 0 when there is none. Free pictures.dataset.
 * @param {import('../../core/core.js').Core} core @param {number} [n_px] side of the pictures; else the one chosen there
 */
export async function storedPictures(core, n_px) {
  const { list, meta } = await storedSet(await openStore());
  const settings = { ...DEFAULTS, ...validSettings(meta?.settings ?? {}) };
  const pictures = new Pictures(core);
  if (list) pictures.replace(meta.source, list, { share: settings.share, n_px: n_px ?? settings.n_px });
  return { pictures, settings };
}
