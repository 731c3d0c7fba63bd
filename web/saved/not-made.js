// Why a file could not be made, as a Refusal: what is on the page is sound, so it is the memory, the disk, or a fault of ours.

import { CoreError } from "../core/core.js";
import { Refusal } from "../pictures/refusal.js";

/** What browsers throw where what they put on the disk is gone or does not fit. */
const OF_THE_DISK = ["QuotaExceededError", "NotReadableError", "NotFoundError"];

/** @param {any} error that making a file ended with @returns {Refusal} */
export function notMade(error) {
  if (error?.name === "Refusal") return error;
  const noMemory = error instanceof CoreError ? error.code === "memory" : error instanceof RangeError;
  if (noMemory || error?.name === "InternalError") return new Refusal("saving-memory");
  if (OF_THE_DISK.includes(error?.name)) return new Refusal("saving-disk");
  return new Refusal("saving-fault", { what: String(error?.message ?? error) });
}
