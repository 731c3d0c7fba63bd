// Opens the built core for a unit test, the way the page does.
import { readFileSync } from "node:fs";
import { openCore } from "../../../web/core/core.js";
import { openWhole } from "../../../web/core/whole.js";

/** A fresh core with a memory of its own. @param {"core" | "neuron" | "notes" | "why" | "trials" | "doctor"} [module] notes: with the C of the
 *  figures; neuron: what the first screen needs; trials: what trials need
 *  @returns {Promise<import("../../../web/core/core.js").Core>} */
export const open = (module = "core") =>
  (module === "core" ? openWhole : openCore)(
    readFileSync(new URL(`../../../web/${module}.wasm`, import.meta.url)),
  );
