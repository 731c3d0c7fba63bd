// Opens the built core for a unit test, the way the page does.
import { readFileSync } from "node:fs";
import { openCore } from "../../web/core.js";

const wasm = new URL("../../web/core.wasm", import.meta.url);

/** A fresh core with a memory of its own. @returns {Promise<import("../../web/core.js").Core>} */
export const open = () => openCore(readFileSync(wasm));
