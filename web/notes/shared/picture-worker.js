// The worker behind picture-file.js: one file in, n_px × n_px RGB bytes out, or the reason why not.

import { expose } from "../../vendor/comlink.js";
import { fetched } from "../../ui/fetched.js";
import { openCore } from "../../core/core.js";
import { decodePicture } from "../../pictures/decode.js";
import { Refusal } from "../../pictures/refusal.js";

// The module of the figures: this page has it already.
const opening = openCore(fetched(new URL("../../notes.wasm", import.meta.url)));

expose({
  /** @param {File} file @param {number} n_px */
  async read(file, n_px) {
    try {
      const core = await opening;
      const resize = (/** @type {any} */ picture) => core.resize(picture);
      return { rgb: (await decodePicture(file, { fit: "crop", px: n_px, resize })).rgb };
    } catch (error) {
      if (!(error instanceof Refusal))
        return { refused: { name: file.name, code: error.code ?? error.name } };
      return { refused: { name: file.name, code: error.code, ...error.params } };
    }
  },
});
