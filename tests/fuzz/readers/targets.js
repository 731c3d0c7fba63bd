// The readers of files: what each gives for any bytes. A target's run() returns the kind of answer, in a word, and throws
// where the answer is none.

import assert from "node:assert/strict";
import { plainColours } from "../../../web/pictures/colours.js";
import { readH5 } from "../../../web/pictures/h5/h5.js";
import { sniff } from "../../../web/pictures/sniff.js";
import { takeOrientation } from "../../../web/pictures/upright.js";
import { lookWhole } from "../../../web/pictures/whole/whole.js";
import { parseTable } from "../../../web/plot/csv.js";
import { listOf } from "../../../web/pictures/archive/directory.js";
import { crc32 } from "../../../web/pictures/archive/crc32.js";
import { unpacked, whole } from "../../../web/pictures/archive/entry.js";
import { isHidden, seemsPicture, sortedByFolder } from "../../../web/pictures/folders/classes.js";
import { readNumpy, savedEntry, savedFile } from "../../../web/pictures/numpy/numpy.js";
import { Refusal } from "../../../web/pictures/refusal.js";
import { chunkOf, contentOf } from "../../../web/saved/picture/chunk.js";
import { CHUNKS, carriedIn, chunksOf } from "../../../web/pictures/carried/look.js";
import { answerOf, modelIn, modelPng, sizesOf } from "../../../web/saved/picture/model.js";
import { sheetIn } from "../../../web/saved/picture/sheet-read.js";
import { savedZip } from "../../../web/saved/files.js";
import { opened } from "../../../web/saved/open.js";
import { pixelsIn, pngOf } from "../../../web/saved/png.js";
import { validSettings } from "../../../web/training/settings.js";
import {
  ARCHIVED_SETS,
  ARCHIVES,
  ARRAYS,
  MODELS,
  MODEL_WORDS,
  PICTURES,
  SAVED,
  SETS,
  SHEETS,
  SHEET_WORDS,
  TABLES,
  ofCourse,
  pictures,
} from "./seeds.js";
import { PRINTOUTS, runPrintout } from "./printout.js";

/**
 * @typedef {object} Target
 * @property {Uint8Array[]} seeds @property {(file: Uint8Array) => string | Promise<string>} run
 * @property {() => unknown} [still] what must work after any file: told now and then
 */

const FORMATS = "png jpeg webp gif bmp ico avif heic tiff jxl svg hdf5 npy zip empty unknown".split(" ");
const MAX_PIXELS = 50e6; // larger ones are refused before anything else is read of them

/** @param {number} n */
const magnitude = (n) => (n > 0 ? Math.floor(Math.log2(n)) : -1);

/** @param {Uint8Array} file */
function runSniff(file) {
  const { format, width, height, cut } = sniff(file);
  assert.ok(FORMATS.includes(format), format);
  for (const side of [width, height]) assert.ok(Number.isInteger(side) && side >= 0, `a side of ${side}`);
  assert.equal(typeof cut, "boolean");
  const beginning = sniff(file.subarray(0, file.length >> 1), file.length);
  assert.ok(FORMATS.includes(beginning.format));
  return `${format} ${magnitude(width)} ${magnitude(height)} ${cut}`;
}

/** @param {Uint8Array} file */
async function runWhole(file) {
  const found = sniff(file);
  const { width, height, format } = found;
  if (!(width > 0 && height > 0 && width * height <= MAX_PIXELS)) return "refused";
  const { cut, mended } = await lookWhole(found, file);
  assert.equal(typeof cut, "boolean");
  if (cut || mended === null) return `${format} ${cut}`;
  assert.ok(mended instanceof Uint8Array && mended.length <= file.length + 16);
  const again = sniff(mended);
  assert.deepEqual([again.format, again.width, again.height], [format, width, height], "mended");
  assert.equal((await lookWhole(again, mended)).cut, false, "mended, and cut");
  return `${format} mended`;
}

/** @param {Uint8Array} file */
function runColours(file) {
  const { format, width, height } = sniff(file);
  if (!(width > 0 && height > 0)) return "refused";
  const before = file.slice();
  const plain = plainColours(format, file);
  assert.deepEqual(file, before, "the file itself is as it was");
  assert.ok(plain instanceof Uint8Array && plain.length <= file.length);
  const now = sniff(plain);
  assert.deepEqual([now.format, now.width, now.height], [format, width, height]);
  assert.deepEqual(plainColours(format, plain), plain, "a second time there is nothing left");
  return `${format} ${magnitude(file.length - plain.length)} ${plain === file}`;
}

/** @param {Uint8Array} file */
function runUpright(file) {
  if (sniff(file).format !== "webp") return "other";
  const hidden = file.slice();
  const orientation = takeOrientation(hidden);
  assert.ok(orientation >= 1 && orientation <= 8, `orientation ${orientation}`);
  assert.equal(takeOrientation(hidden), 1, "nobody sees it any more");
  assert.equal(sniff(hidden).format, "webp");
  return String(orientation);
}

/** The code of a Refusal or a TableError; any other error is thrown on. @param {any} error */
function refused(error) {
  if (error?.name !== "Refusal" && error?.constructor.name !== "TableError") throw error;
  assert.match(error.code, /^[a-z0-9.-]+$/);
  return error.code;
}

const LIMITS = { room: 100, capacity: 100 };

/** What any reader of sets gives. @param {() => Promise<{parts: any[], names: string[] | null}>} read */
async function runSets(read) {
  try {
    const { parts, names } = await read();
    for (const { m, n_px, rgb, y } of parts) {
      assert.ok(m > 0 && m <= 100 && n_px >= 8 && n_px <= 128);
      assert.equal(rgb.length, m * n_px * n_px * 3);
      if (y === null) continue; // pictures alone
      assert.equal(y.length, m);
      assert.ok(y.every((/** @type {number} */ label) => label === 0 || label === 1));
    }
    assert.ok(names === null || (names.length === 2 && names.every((name) => typeof name === "string")));
    return `read ${parts.map(({ m, n_px }) => `${m} ${n_px}`)} ${names}`;
  } catch (error) {
    return refused(error);
  }
}

/** @param {Uint8Array} file */
const runH5 = (file) => runSets(() => readH5(file.slice(), LIMITS));

/** @param {Uint8Array} file */
const blob = (file) => new File([/** @type {any} */ (file.slice())], "a.npy");

/** @param {Uint8Array} file */
const runNpy = (file) => runSets(() => readNumpy([savedFile(blob(file))], LIMITS));

/** @param {Uint8Array} file */
const runNpz = (file) =>
  runSets(async () => {
    const archive = blob(file);
    const list = await listOf(archive);
    if (list.length === 0) return { parts: [], names: null };
    return readNumpy(list.map((entry) => savedEntry(archive, entry)), LIMITS); // prettier-ignore
  });

/** @param {Uint8Array} file */
async function runZip(file) {
  try {
    const archive = blob(file);
    const list = await listOf(archive);
    let bytes = 0;
    for (const entry of list) {
      if (entry.size > file.length * 1100) continue; // no deflate does that; what it would be is said before
      const data = await whole(unpacked(archive, entry), entry.size);
      assert.deepEqual([data.length, crc32(0, data)], [entry.size, entry.crc]);
      bytes += data.length;
    }
    const { names, placed, beside } = sortedByFolder(list);
    const found = new Set([...placed.map(({ item }) => item), ...beside]);
    assert.equal(found.size, placed.length + beside.length, "none twice");
    for (const entry of list)
      assert.ok(found.has(entry) || isHidden(entry.path) || !seemsPicture(entry.path), entry.path);
    return `${list.length} ${magnitude(bytes)} ${names !== null} ${beside.length}`;
  } catch (error) {
    return refused(error);
  }
}

/** @param {Uint8Array} file */
async function runPng(file) {
  try {
    const found = await pixelsIn(file.slice());
    if (found === null) return "another kind";
    const { rgb, px } = found;
    assert.ok(px >= 1 && px <= 128 && rgb.length === 3 * px * px);
    const again = await pixelsIn(new Uint8Array(Buffer.concat(await pngOf(rgb, px))));
    assert.deepEqual(again, found);
    return `read ${px}`;
  } catch (error) {
    return refused(error);
  }
}

const none = () => Promise.reject(new Refusal("undecodable"));

/** @param {Uint8Array} file */
async function runSaved(file) {
  try {
    const saved = await savedZip(blob(file));
    if (saved === null) return "something else";
    const { list, parts, names, settings, trained, notes } = await opened(saved, {
      decode: none,
      progress() {},
    });
    assert.ok(list.length > 0 && list.length === parts.length && names.length === 2);
    for (const { y, px, rgb } of list) {
      assert.ok(y === 0 || y === 1);
      assert.ok(rgb === null || rgb.length === 3 * px * px);
    }
    assert.deepEqual(validSettings(settings), settings);
    return `read ${list.length} ${trained !== null} ${[...notes.keys()]}`;
  } catch (error) {
    return refused(error);
  }
}

async function h5Works() {
  const { parts } = await readH5(SETS[0].slice());
  assert.deepEqual([...(parts[0].y ?? [])], [0, 1, 1], "a good set, after all those");
}

/** @param {Uint8Array} file */
function runTable(file) {
  try {
    const { header, rows } = parseTable(new TextDecoder().decode(file), { least: 1, most: 3 });
    const columns = rows[0].length;
    assert.ok(columns >= 1 && columns <= 3);
    for (const row of rows) assert.ok(row.length === columns && row.every(Number.isFinite), String(row));
    assert.ok(header === null || header.every((cell) => typeof cell === "string"));
    return `${columns} ${header !== null} ${magnitude(rows.length)}`;
  } catch (error) {
    return refused(error);
  }
}

/** @param {Uint8Array} file */
async function runModel(file) {
  if (carriedIn(file) !== "model") return "something else";
  try {
    const { layers, ...about } = await modelIn(file);
    const n = sizesOf(about);
    layers.forEach(({ W, b }, l) => assert.deepEqual([b.length, W.length], [n[l + 1], n[l + 1] * n[l]]));
    const { z, a } = answerOf({ layers, ...about }, new Uint8Array(n[0]).fill(255));
    assert.ok(!Number.isNaN(a) || !Number.isFinite(z) || Number.isNaN(z), `${z} ${a}`);
    const face = { rgb: new Uint8Array(3), width: 1, height: 1 };
    const again = await modelIn(new Uint8Array(Buffer.concat(await modelPng(face, { layers, ...about }))));
    assert.deepEqual(again, { layers, ...about });
    return `read ${about.n_px} ${about.hidden}`;
  } catch (error) {
    return refused(error);
  }
}

/** @param {Uint8Array} file */
async function runSheet(file) {
  if (carriedIn(file) !== "sheet") return "something else";
  try {
    const { list, shown, set, changed, source } = await sheetIn(file, () => {});
    assert.deepEqual([...shown].sort((p, q) => p - q), list.map((_, i) => i)); // prettier-ignore
    for (const { y, px, rgb } of list) assert.ok((y === 0 || y === 1) && rgb?.length === 3 * px * px);
    assert.deepEqual(validSettings(set), set);
    return `read ${list.length} ${changed > 0} ${source}`;
  } catch (error) {
    return refused(error);
  }
}

/** The file with other words in its chunk. @param {Uint8Array} file @param {"model" | "sheet"} kind @param {Uint8Array} words */
async function withWords(file, kind, words) {
  const { numbers } = await contentOf(file, kind);
  const [{ from, to }] = chunksOf(file, CHUNKS[kind]);
  const chunk = await chunkOf(kind, JSON.parse(new TextDecoder().decode(words)), [numbers]);
  return new Uint8Array(Buffer.concat([file.subarray(0, from - 8), chunk, file.subarray(to + 4)]));
}

/** @param {(file: Uint8Array) => Promise<string>} run @param {Uint8Array[]} seeds @param {"model" | "sheet"} kind */
const runWords = (run, seeds, kind) => async (/** @type {Uint8Array} */ words) => {
  const said = [];
  try {
    for (const file of seeds) said.push(await run(await withWords(file, kind, words)));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return "no words";
  }
  return said.join();
};

/** @returns {Record<string, Target>} */
export const targets = () => ({
  sniff: { seeds: pictures(), run: runSniff },
  whole: { seeds: pictures(), run: runWhole },
  colours: { seeds: pictures(), run: runColours },
  upright: { seeds: PICTURES.webp, run: runUpright },
  h5: { seeds: SETS, run: runH5, still: h5Works },
  npy: { seeds: ARRAYS, run: runNpy },
  npz: { seeds: ARCHIVED_SETS, run: runNpz },
  zip: { seeds: ARCHIVES, run: runZip },
  png: { seeds: PICTURES.png, run: runPng },
  saved: { seeds: SAVED, run: runSaved },
  model: { seeds: MODELS, run: runModel },
  "model-words": { seeds: MODEL_WORDS, run: runWords(runModel, MODELS, "model") },
  sheet: { seeds: SHEETS, run: runSheet },
  "sheet-words": { seeds: SHEET_WORDS, run: runWords(runSheet, SHEETS, "sheet") },
  csv: { seeds: [...TABLES, ...ofCourse("tables", /txt$/)], run: runTable },
  printout: { seeds: PRINTOUTS, run: runPrintout },
});

/** Seeds must give what they are. */
export async function checkSeeds() {
  for (const [format, files] of Object.entries(PICTURES))
    for (const file of files) {
      assert.equal(sniff(file).format, format);
      assert.deepEqual(await lookWhole(sniff(file), file), { cut: false, mended: null }, format);
    }
  for (const file of SETS) assert.match(await runH5(file), /^read/);
  for (const file of ARRAYS) assert.match(await runNpy(file), /^read/);
  for (const file of ARCHIVED_SETS) assert.match(await runNpz(file), /^read/);
  for (const file of ARCHIVES) assert.match(await runZip(file), /^[23] \d+ true \d$/);
  for (const file of SAVED) assert.match(await runSaved(file), /^read 2 true $/);
  for (const file of MODELS) assert.match(await runModel(file), /^read 8 /);
  for (const file of SHEETS) assert.equal(await runSheet(file), "read 3 false own");
  for (const file of PRINTOUTS) assert.match(runPrintout(file), /^[12] /);
  for (const file of TABLES.slice(0, 3)) assert.match(runTable(file), /^[23] /);
}
