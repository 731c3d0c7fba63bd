// All pictures on one sheet, class by class, those that rest last, that any viewer shows; in a chunk stands what each of
// them is. Dropped on the page, it is the set again.

import { crc32 } from "../../pictures/archive/crc32.js";
import { ribbonHeight, ribbonRow } from "../../pictures/carried/ribbon.js";
import { MASTER_PX } from "../../pictures/sizes.js";
import { beginning, chunk, filtered } from "../png.js";
import { keptOf, masterOf, saidOf } from "../said.js";
import { Bytes, deflated } from "../zip.js";
import { chunkOf } from "./chunk.js";
import { put } from "./writing.js";
import { GAP, HEADING, MARGIN, inRow, layout, planFor } from "./layout.js";

/** @typedef {import('./writing.js').Strip} Strip */
/**
 * @typedef {object} Given
 * @property {import('../../pictures/pictures.js').Pictures} pictures
 * @property {string[]} names of class 0 and class 1, as the reader sees them
 * @property {(width: number) => Promise<Strip[]>} headings of class 0 and class 1, and the line below all, HEADING high
 * @property {(done: number, total: number) => void} progress throws to stop
 */

export const VERSION = 2;
/** Of a sheet without pictures that rest: the versions of this page that know nothing of resting read it. */
const BEFORE_RESTING = 1;
const PAPER = 0xff;
const IDAT_BYTES = 2 ** 20;

/** Rows of paper. @param {number} width @param {number} rows */
const paper = (width, rows) => new Uint8Array(3 * width * rows).fill(PAPER);

/** The sheet from top to bottom, in bands. @param {import('./layout.js').Plan} plan
 *  @param {(y: 0 | 1, k: number) => Strip} picture the k-th of class y @param {Strip[]} headings */
async function* bands(plan, picture, headings) {
  const { width, blocks } = layout(plan);
  const line = (/** @type {Strip} */ strip) => {
    const band = paper(width, HEADING);
    put({ rgb: band, width, height: HEADING }, strip, MARGIN, 0);
    return band;
  };
  yield paper(width, MARGIN);
  for (const { y, rows } of blocks) {
    yield line(headings[y]);
    for (let row = 0; row < rows; row++) {
      const band = { rgb: paper(width, plan.px + GAP), width, height: plan.px + GAP };
      for (const [column, k] of inRow(plan, row, y).entries())
        put(band, picture(y, k), MARGIN + column * (plan.px + GAP), 0);
      await new Promise((resolve) => setTimeout(resolve)); // who wants to stop is heard
      yield band.rgb;
    }
    yield paper(width, MARGIN);
  }
  yield line(headings[2]);
  const ribbon = ribbonRow(width, "sheet");
  for (let row = 0; row < ribbonHeight(width); row++) yield ribbon;
}

/** With their filters. @param {AsyncIterable<Uint8Array>} all @param {number} row bytes of a row */
async function* filteredBands(all, row) {
  /** @type {Uint8Array | undefined} */
  let above;
  for await (const band of all) {
    yield filtered(band, row, above);
    above = band.subarray(band.length - row);
  }
}

/** In the order in which they stand there: of each class those that rest last.
 *  @param {import('../../pictures/pictures.js').Pictures} pictures */
export function onSheet(pictures) {
  const list = keptOf(pictures);
  return [...list.filter(({ rests }) => !rests), ...list.filter(({ rests }) => rests)];
}

/** @param {Given} given @returns {Promise<{blob: Blob, px: number, exact: boolean}>} exact: every picture is there as it is kept */
export async function sheetPng({ pictures, names, headings, progress }) {
  const list = onSheet(pictures);
  const masters = list.map((picture) => () => masterOf(pictures, picture));
  const kept = list.map(({ rgb, px }) => (rgb ? px : MASTER_PX));
  const counts = [0, 1].map((y) => list.filter((picture) => picture.y === y).length);
  const plan = planFor(counts, Math.max(...kept));
  const { width, height } = layout(plan);
  const all = saidOf(pictures, list).map((each, i) => ({
    ...each,
    ...{ px: Math.min(kept[i], plan.px), kept_px: kept[i], crc32: 0 },
  }));
  const byClass = [0, 1].map((y) => all.flatMap((each, i) => (each.y === y ? i : [])));
  let done = 0;
  const picture = (/** @type {0 | 1} */ y, /** @type {number} */ k) => {
    const i = byClass[y][k];
    const { px } = all[i];
    const master = masters[i]();
    const rgb = pictures.atSize(master.rgb, master.px, px);
    all[i].crc32 = crc32(0, rgb);
    progress(done++, list.length);
    return { rgb, width: px, height: px };
  };
  const rows = bands(plan, picture, await headings(width - 2 * MARGIN));
  const out = new Bytes();
  for (const piece of beginning(width, height)) out.push(piece);
  for await (const piece of chunked(deflated(filteredBands(rows, 3 * width), "deflate"))) out.push(piece);
  const { n_px, share, source } = pictures;
  const words = {
    ...{
      version: pictures.resting.length > 0 ? VERSION : BEFORE_RESTING,
      px: plan.px,
      columns: plan.columns,
      source,
      n_px,
      share,
    },
    names: source === "drawn" ? pictures.names : pictures.names.map((name, y) => name ?? names[y]),
    pictures: all,
  };
  out.push(await chunkOf("sheet", words)); // behind the pixels: by then their checksums are known
  out.push(chunk("IEND", []));
  progress(list.length, list.length);
  return { blob: out.blob("image/png"), px: plan.px, exact: kept.every((px) => px <= plan.px) };
}

/** As IDAT chunks. @param {AsyncIterable<Uint8Array>} packed */
async function* chunked(packed) {
  /** @type {Uint8Array[]} */
  let data = [];
  let bytes = 0;
  for await (const piece of packed) {
    data.push(piece);
    bytes += piece.length;
    if (bytes < IDAT_BYTES) continue;
    yield chunk("IDAT", data);
    [data, bytes] = [[], 0];
  }
  yield chunk("IDAT", data);
}
