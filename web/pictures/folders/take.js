// Takes in what lies in folders and archives: all that can be read is read first, then added as one step, so that a bad
// archive leaves everything as it was.

import { CAPACITY, CoreError } from "../../core/core.js";
import { refusal } from "../refusal.js";
import { className } from "../../training/settings.js";
import { interleaved } from "./classes.js";

const FEW = 5; // that are named one by one
const OWN_SHARE = 0.2; // kept for testing where the set before had its own split

/** @typedef {import('../intake.js').Intake} Intake @typedef {import('../pictures.js').Pictures} Pictures */
/** @typedef {import('../pictures.js').NewPicture} NewPicture @typedef {import('../refusal.js').Refused} Refused */
/** @typedef {import('../brought.js').Item} Item @typedef {import('./classes.js').Sorted<Item>} Sorted */
/** @typedef {{item: Item, y: 0 | 1, test: boolean | null}} Placed */

/** What folders and archives are called. @param {Item[]} items */
export const rootOf = (items) => [...new Set(items.map(({ root }) => root).filter(Boolean))].join(", ");

/** Whether there are pictures to train and pictures to test. @param {{test: boolean | null}[]} list */
const isSplit = (list) => [true, false].every((part) => list.some(({ test }) => test === part));

/** Whether the visitor's own classes have these names. @param {Pictures} pictures @param {(string | null)[]} names */
function have({ source, names: mine }, names) {
  const same = (/** @type {string | null} */ name, /** @type {number} */ y) =>
    name !== null && name.toLowerCase() === names[y]?.toLowerCase();
  return source === "own" && mine.every(same);
}

/**
 * Two classes: to those that are there, where they have the same names; else instead of what is there.
 * @param {Intake} intake @param {Sorted} sorted @param {Refused[]} refused @returns {Promise<number>} how many were added
 */
export async function addTwo(intake, { names, placed, beside }, refused) {
  const { pictures } = intake;
  if (beside.length <= FEW) refused.push(...beside.map(({ name }) => ({ name, code: "beside" })));
  else refused.push({ name: rootOf(beside), code: "beside-many", n: beside.length });
  const [zero, one] = /** @type {string[]} */ (names).map(className);
  const turned = have(pictures, [one, zero]);
  const add = turned || have(pictures, [zero, one]);
  const list = interleaved(placed).map(({ y, ...each }) => ({
    ...each,
    y: /** @type {0 | 1} */ (turned ? 1 - y : y),
  }));
  const fresh = await collect(intake, list, add ? pictures.room : CAPACITY, refused);
  if (fresh.length === 0) return 0;
  if (!add) return replace(intake, fresh, [zero, one], rootOf(list.map(({ item }) => item)), refused);
  const split = isSplit([...pictures.all(), ...fresh]) && fresh.some(({ test }) => test !== null);
  const added = intake.keep(fresh, refused);
  if (split) {
    pictures.setShare("own");
    intake.kept([]);
  }
  return added;
}

/** @param {Intake} intake @param {NewPicture[]} list @param {(string | null)[]} names @param {string} root
 *  @param {Refused[]} refused */
function replace({ pictures, kept }, list, names, root, refused) {
  const share = pictures.share === "own" ? OWN_SHARE : pictures.share;
  try {
    pictures.replace("own", list, { names, share: isSplit(list) ? "own" : share });
  } catch (error) {
    if (!(error instanceof CoreError)) throw error;
    refused.push(refusal(root, error));
    return 0;
  }
  kept("all");
  return list.length;
}

/** All of it to class y. @param {Intake} intake @param {Sorted} sorted @param {0 | 1} y @param {Refused[]} refused */
export async function addOne(intake, { name, placed }, y, refused) {
  const list = placed.map((each) => ({ ...each, y }));
  const fresh = await collect(intake, list, intake.room, refused);
  if (fresh.length > 0) nameClass(intake.pictures, y, name);
  return intake.keep(fresh, refused);
}

/** A class without a name has that of its folder. @param {Pictures} pictures @param {0 | 1} y @param {string | null} name */
export function nameClass(pictures, y, name) {
  if (name === null || pictures.names[y] !== null) return;
  pictures.names = pictures.names.map((before, each) => (each === y ? className(name) : before));
}

/**
 * Pictures made of these, at most so many. One that is bad is left out; a bad archive is left out as a whole.
 * @param {Intake} intake @param {Placed[]} list @param {number} room @param {Refused[]} refused
 * @returns {Promise<NewPicture[]>}
 */
async function collect(intake, list, room, refused) {
  const made = [];
  const taken = list.slice(0, Math.max(0, room));
  /** @type {Refused[]} */
  const bad = [];
  for (const [i, { item, y, test }] of taken.entries()) {
    if (intake.stopped) break;
    try {
      const { rgb, px } = await intake.decode(await item.open());
      made.push({ y, test, name: item.name, px, rgb });
    } catch (error) {
      const why = refusal(item.name, error);
      if (why.code.startsWith("zip-")) {
        refused.push({ ...why, name: item.root });
        return [];
      }
      bad.push(why);
    }
    intake.emit({ type: "adding", done: i + 1, total: taken.length });
  }
  refused.push(...bad);
  const late = list.length - taken.length;
  const name = rootOf(list.map(({ item }) => item));
  if (late > 0) refused.push({ name, code: "capacity-more", n: late, capacity: CAPACITY });
  return made;
}
