// A sheet of pictures, read row by row: no more of it is in memory than its pictures.

import { crc32 } from "../../pictures/archive/crc32.js";
import { MAX_PX, MIN_PX } from "../../core/limits.js";
import { Refusal } from "../../pictures/refusal.js";
import { MASTER_PX } from "../../pictures/sizes.js";
import { className, validSettings } from "../../training/settings.js";
import { checkedList } from "../open.js";
import { inflated, packedIn, sizeIn, unfilter } from "../png.js";
import { checkVersion, contentOf, isWhole } from "./chunk.js";
import { GAP, MARGIN, inRow, layout } from "./layout.js";
import { CHUNKS } from "../../pictures/carried/look.js";
import { VERSION } from "./sheet.js";

/** @typedef {import('./layout.js').Plan} Plan @typedef {{said: any, rgb: Uint8Array | null}} Cell */

const MOST_COLUMNS = 500;
const BREATH = 64; // rows between two looks at what the reader wants

const lies = () => new Refusal("saved-damaged", { inside: CHUNKS.sheet });

/** What the chunk says, or a Refusal. @param {any} said @param {Uint8Array} b the file */
function checked(said, b) {
  checkVersion("sheet", said, VERSION);
  const { px, columns, source, share, n_px, names } = said;
  if (!isWhole(px, MIN_PX, MAX_PX) || !isWhole(columns, 1, MOST_COLUMNS)) throw lies();
  if (!["own", "h5", "drawn"].includes(source)) throw lies();
  const set = validSettings({ share, n_px });
  if (!("share" in set && "n_px" in set) || !Array.isArray(said.pictures)) throw lies();
  const list = listIn(said.pictures, source);
  for (const each of list) if (!isWhole(each.px, MIN_PX, px)) throw lies();
  const counts = [0, 1].map((y) => list.filter((each) => each.y === y).length);
  const plan = { px, columns, counts };
  const { width, height } = layout(plan);
  const size = sizeIn(b);
  if (size?.width !== width || size.height !== height) throw lies();
  const named = [0, 1].map((y) => (typeof names?.[y] === "string" ? className(names[y]) : null));
  return { plan, list, source, set, names: named };
}

/** @param {any[]} pictures @param {string} source */
function listIn(pictures, source) {
  try {
    return checkedList(
      pictures.map((each) => ({ ...each, file: "" })),
      source,
    );
  } catch (error) {
    if (/** @type {any} */ (error).code === "saved-damaged") throw lies(); // not that of settings.json
    throw error;
  }
}

/** The rows of the picture in order, each until the next is asked for. @param {Uint8Array} b @param {number} width
 *  @param {number} height */
async function* rowsOf(b, width, height) {
  let [row, above] = [new Uint8Array(3 * width), new Uint8Array(3 * width)];
  let [filter, at, y] = [-1, 0, 0];
  for await (const piece of inflated(packedIn(b)))
    for (let i = 0; i < piece.length;) {
      if (y === height) throw lies();
      if (filter < 0) filter = piece[i++];
      const part = piece.subarray(i, i + row.length - at);
      row.set(part, at);
      at += part.length;
      i += part.length;
      if (at < row.length) continue;
      unfilter(filter, row, above);
      yield { row, y: y++ };
      [row, above, filter, at] = [above, row, -1, 0];
    }
  if (y !== height || at > 0) throw lies();
}

/** The pictures that a row of pixels goes through, each with the row of its own that it is. @param {Plan} plan
 *  @returns {(y: number) => {of: 0 | 1, ks: number[], inside: number} | null} */
function finder(plan) {
  const side = plan.px + GAP;
  const { blocks } = layout(plan);
  return (y) => {
    const block = blocks.find(({ cells, rows }) => y >= cells && y < cells + rows * side);
    if (!block) return null;
    const row = Math.floor((y - block.cells) / side);
    return { of: block.y, ks: inRow(plan, row, block.y), inside: (y - block.cells) % side };
  };
}

/** What stands in the cells of this row of pixels. @param {Cell[]} cells of the class @param {number[]} ks
 *  @param {number} inside @param {Uint8Array} row @param {Plan} plan */
function take(cells, ks, inside, row, { px }) {
  for (const [column, k] of ks.entries()) {
    const cell = cells[k];
    const own = 3 * cell.said.px;
    if (inside >= cell.said.px) continue;
    cell.rgb ??= new Uint8Array(own * cell.said.px);
    const from = 3 * (MARGIN + column * (px + GAP));
    cell.rgb.set(row.subarray(from, from + own), inside * own);
  }
}

/** The set that a sheet brings; settings: those that belong to it. @param {Uint8Array} b the file
 *  @param {(done: number, total: number) => void} progress throws to stop */
export async function sheetIn(b, progress) {
  const { said } = await contentOf(b, "sheet");
  const { plan, list, source, set, names } = checked(said, b);
  /** @type {Cell[]} */
  const cells = list.map((each) => ({ said: each, rgb: null }));
  const byClass = [0, 1].map((y) => cells.filter((cell) => cell.said.y === y));
  const { width, height } = layout(plan);
  const find = finder(plan);
  for await (const { row, y } of rowsOf(b, width, height)) {
    const found = find(y);
    if (found) take(byClass[found.of], found.ks, found.inside, row, plan);
    if (y % BREATH > 0) continue;
    progress(y, height);
    await new Promise((resolve) => setTimeout(resolve));
  }
  progress(height, height);
  const changed = cells.filter(({ rgb, said }) => crc32(0, /** @type {Uint8Array} */ (rgb)) !== said.crc32);
  const reduced = cells.filter(({ said }) => said.kept_px > said.px);
  // Drawn pictures that somebody painted over are the painter's.
  const kind = source === "drawn" && changed.length > 0 ? "own" : source;
  return {
    ...inOrder(cells, kind),
    ...{ source: kind, names, set, changed: changed.length },
    reduced: kind === "drawn" ? 0 : reduced.length,
  };
}

/** In the order of the slots that they had. @param {Cell[]} cells @param {import('../../pictures/pictures.js').Kind} source */
function inOrder(cells, source) {
  const shown = cells.map((_, i) => i).sort((i, k) => cells[i].said.place - cells[k].said.place);
  const list = shown.map((i) => {
    const { rgb, said } = cells[i];
    const { y, test, name, px, key, h5, drawn, mirrored, rests } = said;
    const at = rests ? { rests } : {};
    if (source === "drawn")
      return { y, test, name: name.slice(0, 255), px: MASTER_PX, rgb: null, drawn, ...at };
    return {
      ...{ y, test, name: name.slice(0, 255), px, rgb: /** @type {Uint8Array} */ (rgb), key, ...at },
      ...(source === "h5" && h5 === true && { h5 }),
      ...(mirrored !== undefined && { of: mirrored }),
    };
  });
  return { list, shown };
}
