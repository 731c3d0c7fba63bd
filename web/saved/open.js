// What was saved, read and checked before anything that is there changes. What is not understood is left out and said; what
// is damaged, or says something else than is so, makes the whole file one that is not taken.

import { crc32 } from "../pictures/archive/crc32.js";
import { CAPACITY } from "../core/limits.js";
import { Refusal } from "../pictures/refusal.js";
import { DRAWN_SEEDS, MASTER_PX } from "../pictures/sizes.js";
import { choiceIn } from "../training/learned.js";
import { DEFAULTS, className, howMade, validSettings } from "../training/settings.js";
import { readUpTo } from "./files.js";
import { checkModel } from "./model.js";
import { pixelsIn } from "./png.js";
import { STATE_VERSION, VERSION } from "./format.js";
import { savedRuns } from "./runs.js";

/** @typedef {import('./files.js').Saved} Saved @typedef {import('../pictures/pictures.js').NewPicture} NewPicture */
/** @typedef {'newer' | 'settings' | 'missing' | 'changed' | 'state' | 'brought'} Note what was not taken, or is not what it was */
/**
 * @typedef {object} Opened
 * @property {import('../pictures/pictures.js').Kind} source @property {(string | null)[]} names
 * @property {NewPicture[]} list in the order of the slots they had; `shown`: their place on the page; `of`: the place of the
 *   one that it is a mirrored copy of
 * @property {number[]} shown @property {(string | null)[]} parts that they were in; null: not said
 * @property {import('../training/settings.js').Settings} settings @property {boolean} speedChosen
 * @property {import('../training/training.js').Trained | null} trained @property {number | null} iteration where that stands
 * @property {import('../training/runs/run.js').Run[] | null} runs of pictures by their place; null: those that are there stay
 * @property {Map<Note, number>} notes how often
 */
/**
 * @typedef {object} Means
 * @property {(file: File) => Promise<{rgb: Uint8Array, px: number}>} decode for pictures that another program wrote
 * @property {(done: number, total: number) => void} progress throws to stop
 */

const PICTURE_BYTES = 16 * 2 ** 20;
const STATE_BYTES = 2 ** 30;
export const STATE_AT = 84; // in a state: the iteration that it stands at, and the last one (header in c/learn/state.c)
const BREATH = 50; // pictures between two looks at what the reader wants

/** @param {string} inside */
const lies = (inside = "settings.json") => new Refusal("saved-damaged", { inside });

/** @param {any} value @param {number} least @param {number} most */
const isWhole = (value, least, most) => Number.isSafeInteger(value) && value >= least && value <= most;

/** What settings.json says of a picture, or a Refusal. What another version leaves out is as it is where nothing is said.
 *  @param {any} said @param {number} i @param {string} source */
function checked(said, i, source) {
  const all = { name: "", test: null, part: null, place: i, ...said };
  const { file, y, name, test, key, drawn, part, place, mirrored, rests } = all;
  const right =
    typeof file === "string" &&
    typeof name === "string" &&
    (y === 0 || y === 1) &&
    (test === null || typeof test === "boolean") &&
    (part === null || part === "train" || part === "test") &&
    (key === undefined || isWhole(key, 0, Number.MAX_SAFE_INTEGER)) &&
    isWhole(place, 0, CAPACITY - 1) &&
    (rests === undefined || rests === true) &&
    (mirrored === undefined || (isWhole(mirrored, 0, CAPACITY - 1) && mirrored !== i)) &&
    (source !== "drawn" || isWhole(drawn, 0, DRAWN_SEEDS * CAPACITY - 1));
  if (!right) throw lies();
  return all;
}

/** @param {any} list @param {string} source @returns {any[]} */
export function checkedList(list, source) {
  if (!Array.isArray(list)) throw lies();
  if (list.length > CAPACITY)
    throw new Refusal("set-capacity", { n: list.length, room: CAPACITY, capacity: CAPACITY });
  const all = list.map((each, i) => checked(each, i, source));
  const different = (/** @type {(each: any) => any} */ what) => new Set(all.map(what)).size === all.length;
  if (!different(({ place }) => place) || (source === "drawn" && !different(({ drawn }) => drawn)))
    throw lies();
  return all;
}

/** @param {Uint8Array} bytes @param {any} said @param {Means} means */
async function pixelsOf(bytes, { file, h5 }, { decode }) {
  try {
    const exact = await pixelsIn(bytes);
    if (exact) return exact;
    if (h5) throw lies(file); // pictures of a set are never made anew
    return await decode(new File([/** @type {any} */ (bytes)], file, { type: "image/png" }));
  } catch (error) {
    const { name, code } = /** @type {any} */ (error);
    if (name === "Refusal" && code === "reader") throw error;
    throw lies(file);
  }
}

/** The picture, null where it is not there. @param {Saved} saved @param {any} said @param {string} source @param {Means} means
 *  @param {(note: Note) => void} note @returns {Promise<NewPicture | null>} */
async function pictureOf(saved, said, source, means, note) {
  const { file, y, test, name, h5, drawn, key, mirrored, rests } = said;
  const at = rests ? { rests } : {};
  if (source === "drawn")
    return { y, test, name: name.slice(0, 255), px: MASTER_PX, rgb: null, drawn, ...at };
  const inside = saved.at(file);
  if (!inside) {
    note("missing");
    return null;
  }
  const { rgb, px } = await pixelsOf(await readUpTo(inside, PICTURE_BYTES, file), said, means);
  if (crc32(0, rgb) !== said.crc32) note("changed");
  return {
    ...{ y, test, name: name.slice(0, 255), px, rgb, key, ...at },
    ...(source === "h5" && h5 === true && { h5 }),
    ...(mirrored !== undefined && { of: mirrored }),
  };
}

/** @param {any} value that another version may leave out @param {any} [instead] */
function objectIn(value, instead = null) {
  const there = value ?? instead;
  if (there !== null && (typeof there !== "object" || Array.isArray(there))) throw lies();
  return there;
}

/** @param {any} said @returns {(string | null)[]} of both classes */
function namesIn({ names }) {
  const all = names ?? [null, null];
  const isName = (/** @type {any} */ name) => name === null || typeof name === "string";
  if (!Array.isArray(all) || all.length !== 2 || !all.every(isName)) throw lies();
  return all.map((name) => className(name ?? ""));
}

/** @param {any} said */
function settingsOf(said, /** @type {(note: Note) => void} */ note) {
  const given = { ...objectIn(said.settings, {}) };
  if (given.speed === "fastest") given.speed = Infinity;
  const valid = validSettings(given);
  for (const name of Object.keys(given)) if (!(name in valid)) note("settings");
  return { ...DEFAULTS, ...valid };
}

/** Whether a state is that of the iteration that is said of it. @param {Uint8Array} bytes
 *  @param {{iteration: any, end: any}} said */
function standsAt({ buffer, byteOffset, length }, { iteration, end }) {
  if (length < STATE_AT + 8) return false;
  const header = new DataView(buffer, byteOffset + STATE_AT);
  return header.getInt32(0, true) === iteration && header.getInt32(4, true) === end;
}

/** What was learned; null where there is nothing, or nothing that this page understands.
 *  @param {Saved} saved @param {import('../training/settings.js').Settings} settings @param {(note: Note) => void} note
 *  @returns {Promise<import('../training/training.js').Trained | null>} */
async function trainedOf(saved, settings, note) {
  const training = objectIn(saved.said.training);
  const state = objectIn(training?.state);
  if (!state) return null;
  const choice = choiceIn(training.choice);
  const inside = saved.at("state.bin");
  if (!choice || state.version !== STATE_VERSION || !inside) {
    note("state");
    return null;
  }
  const bytes = await readUpTo(inside, STATE_BYTES, "state.bin");
  if (bytes.length !== state.bytes || crc32(0, bytes) !== state.crc32) throw lies("state.bin");
  if (!standsAt(bytes, training)) throw lies();
  const ms = (/** @type {any} */ value) => (Number.isFinite(value) && value >= 0 ? value : 0);
  const { spentMs, shownMs } = training;
  return { how: howMade(settings), choice, state: bytes, spentMs: ms(spentMs), shownMs: ms(shownMs) };
}

/** @param {Saved} saved @param {Means} means @returns {Promise<Opened>} */
export async function opened(saved, means) {
  const { said } = saved;
  /** @type {Map<Note, number>} */
  const notes = new Map();
  const note = (/** @type {Note} */ what) => void notes.set(what, (notes.get(what) ?? 0) + 1);
  if (!isWhole(said.version, 1, Number.MAX_SAFE_INTEGER) || !["drawn", "own", "h5"].includes(said.source))
    throw lies();
  if (said.version > VERSION) note("newer");
  const { source } = said;
  const all = checkedList(said.pictures, source);
  const names = namesIn(said);
  const settings = settingsOf(said, note);
  const trained = await trainedOf(saved, settings, note);
  if (said.training) await checkModel(saved, settings);
  const runs = await savedRuns(saved);
  const found = [];
  for (const [i, each] of all.entries()) {
    if (i % BREATH === 0) await new Promise((resolve) => setTimeout(resolve));
    means.progress(i, all.length);
    const picture = await pictureOf(saved, each, source, means, note);
    if (picture) found.push({ picture, said: each, shown: i });
  }
  means.progress(all.length, all.length);
  if (found.length === 0) throw new Refusal("no-pictures");
  found.sort((p, q) => p.said.place - q.said.place);
  const whole = !notes.has("missing") && !notes.has("changed");
  return {
    ...{ source, names, settings, notes, runs, speedChosen: said.speedChosen === true },
    list: found.map(({ picture }) => picture),
    shown: found.map(({ shown }) => shown),
    parts: found.map(({ said: { part } }) => part),
    trained: whole ? trained : null,
    iteration: whole && trained ? said.training.iteration : null,
  };
}
