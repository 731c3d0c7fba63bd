// All that learns on pictures: core.wasm, which has every engine and networks, with the class of those. The first screen
// does with neuron.wasm, where one neuron is trained by gram; see `Network` in core.js.

import { openCore } from "./core.js";
import { Network } from "./network.js";

/** @param {Parameters<typeof openCore>[0]} source core.wasm */
export const openWhole = async (source) => Object.assign(await openCore(source), { Network });
