// Opens the built core for a unit test, the way the page does.
import { readFileSync } from "node:fs";
import { openCore } from "../../../web/core/core.js";

/** A fresh core with a memory of its own. @param {"core" | "notes" | "why" | "trials" | "doctor"} [module] notes: with the C of the figures;
 *  trials: what trials need
 *  @returns {Promise<import("../../../web/core/core.js").Core>} */
export const open = (module = "core") =>
  openCore(readFileSync(new URL(`../../../web/${module}.wasm`, import.meta.url)));
