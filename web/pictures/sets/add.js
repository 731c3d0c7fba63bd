// Whole sets instead of what is there.

import { CAPACITY, CoreError } from "../../core/core.js";
import { Refusal, full, refusal } from "../refusal.js";
import { className } from "../../training/settings.js";

/** @typedef {import('../refusal.js').Refused} Refused @typedef {import('../pictures.js').NewPicture} NewPicture */
/** @typedef {import('../intake.js').Intake} Intake @typedef {import('../brought.js').WholeSet} WholeSet */

/** Whole sets: each replaces the part it brings; what is not of such a set makes way. Pictures without labels are left to
 *  the caller. @param {Intake} intake @param {WholeSet[]} sets @param {Refused[]} refused
 *  @returns {Promise<{sets: number, unlabelled: any[]}>} how many were added, and parts without y */
export async function addSets(intake, sets, refused) {
  const { pictures } = intake;
  const { parts, unlabelled, names } = await readAll(intake, sets, refused);
  if (parts.length === 0) return { sets: 0, unlabelled };
  const brought = new Set(parts.map(({ test }) => test));
  const stays =
    pictures.source === "h5" ? pictures.kept().filter(({ h5, test }) => h5 && !brought.has(test)) : [];
  const list = parts.flatMap(picturesOf);
  if (stays.length + list.length > CAPACITY) {
    refused.push(...sets.map(({ name }) => full(name)));
    return { sets: 0, unlabelled };
  }
  const n_px = Math.min(...[...stays, ...list].map(({ px }) => px));
  try {
    pictures.replace("h5", [...stays, ...list], { names, share: "own", n_px });
  } catch (error) {
    if (!(error instanceof CoreError)) throw error;
    refused.push(...sets.map(({ name }) => refusal(name, error)));
    return { sets: 0, unlabelled };
  }
  intake.kept("all");
  return { sets: list.length, unlabelled };
}

/** @param {Intake} intake @param {WholeSet[]} sets @param {Refused[]} refused */
async function readAll(intake, sets, refused) {
  /** @type {any[]} */
  const parts = [];
  /** @type {string[] | null} */
  let names = null;
  let room = CAPACITY;
  const nothing = { parts: [], unlabelled: [], names: undefined };
  const progress = (/** @type {number} */ done, /** @type {number} */ total) => {
    if (intake.stopped) throw new Error("stopped by the visitor");
    intake.emit({ type: "adding", done, total });
  };
  for (const { name, read } of sets) {
    if (intake.stopped) return nothing;
    try {
      const set = await read({ room, capacity: CAPACITY, progress });
      refuseOthers(names, set.names);
      for (const part of set.parts) {
        parts.push({ ...part, name });
        room -= part.m;
      }
      names ??= set.names;
      refused.push(...set.left.map((key) => ({ name, key, code: "set-left" })));
    } catch (error) {
      if (intake.stopped) return nothing;
      refused.push(refusal(name, error));
    }
  }
  const [labelled, unlabelled] = [true, false].map((has) => parts.filter(({ y }) => (y !== null) === has));
  return { parts: labelled, unlabelled, names: names?.map(className) ?? undefined };
}

/** A class must be the same in all files that come together. @param {string[] | null} names @param {string[] | null} others */
function refuseOthers(names, others) {
  if (!names || !others || names.every((name, y) => name.toLowerCase() === others[y].toLowerCase())) return;
  throw new Refusal("set-other-kinds", { found: others.join(", "), wanted: names.join(", ") });
}

/** The pictures of one part of a set. @param {any} part @returns {NewPicture[]} */
export function picturesOf({ test, rgb, m, n_px, y, name }) {
  const each = 3 * n_px * n_px;
  return Array.from({ length: m }, (_, i) => ({
    y: y[i],
    test,
    name: `${name} [${i}]`,
    px: n_px,
    rgb: rgb.slice(i * each, (i + 1) * each),
    h5: true,
  }));
}
