// From pictures and a text to what was found. No Worker API here: Node tests it.
import { Doctor } from "../../core/doctor.js";
import { read } from "./read.js";
import { report } from "./report.js";
import { Search } from "./search.js";
import { Trainer } from "./trainer.js";

/**
 * @typedef {object} Job
 * @property {number} n_px @property {Uint8Array} rgb one picture after the other @property {number[]} y of each
 * @property {number[]} test 1: not trained on @property {string} text what was printed @property {number} alpha of the page
 */

const TILES = 4;

/** @param {import('../../core/core.js').Core} core @param {number} n_px @param {Uint8Array} rgb @param {number[]} y */
async function doctorOf(core, n_px, rgb, y, breathe) {
  const dataset = core.createDataset(n_px);
  const each = 3 * n_px * n_px;
  y.forEach((label, i) => dataset.add(rgb.subarray(i * each, (i + 1) * each), label, "train", i));
  while (dataset.gramStep(TILES) > 0) await breathe();
  return { doctor: new Doctor(dataset, Array.from(y.keys())), y };
}

/** What NumPy's reshape(-1, m) makes of pictures that lie one after the other: a column is every m-th byte. @param {Uint8Array} rgb
 *  @param {number} m */
export function scrambled(rgb, m) {
  const each = rgb.length / m;
  const out = new Uint8Array(rgb.length);
  for (let i = 0; i < m; i++) for (let j = 0; j < each; j++) out[i * each + j] = rgb[j * m + i];
  return out;
}

/** @param {import('../../core/core.js').Core} core doctor.wasm, for this job only @param {Job} job
 *  @param {(share: number) => void} tell @param {() => Promise<void>} breathe lets messages in */
export async function run(core, { n_px, rgb, y, test, text, alpha }, tell, breathe) {
  const printed = read(text);
  if ("trouble" in printed) return printed;
  const each = 3 * n_px * n_px;
  const part = (/** @type {number} */ of) => {
    const places = Array.from(y.keys()).filter((i) => test[i] === of);
    const bytes = new Uint8Array(places.length * each);
    places.forEach((i, k) => bytes.set(rgb.subarray(i * each, (i + 1) * each), k * each));
    return { bytes, y: places.map((i) => y[i]) };
  };
  const [train, held] = [part(0), part(1)];
  const made = (/** @type {{bytes: Uint8Array, y: number[]}} */ { bytes, y }) =>
    doctorOf(core, n_px, bytes, y, breathe);
  /** @type {Record<string, Awaited<ReturnType<typeof doctorOf>>>} */
  const sets = { train: await made(train) };
  sets.scrambled = await made({ bytes: scrambled(train.bytes, train.y.length), y: train.y });
  if (held.y.length > 0) sets.test = await made(held);
  const trainer = new Trainer(sets, breathe);
  const { hits, known } = await new Search(trainer, printed, alpha, tell).run();
  return report(trainer, printed, hits, known);
}
