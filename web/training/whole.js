// What training needs beside the first screen's: fetched with the first network, or the first engine other than gram.

export { openWhole } from "../core/whole.js";
export { NetworkReport } from "./network.js";
