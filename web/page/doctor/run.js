// From pictures and a text to what was found. No Worker API here: Node tests it.
import { Doctor } from "../../core/doctor.js";
import { read } from "./read.js";
import { report } from "./report.js";
import { Search } from "./search.js";
import { Trainer } from "./trainer.js";

/**
 * @typedef {object} Job
 * @property {number} n_px @property {Uint8Array} rgb one picture after the other @property {number[]} y of each
 * @property {number[]} test 1: not trained on @property {number[]} copy 1: a mirrored copy of another
 * @property {string} text what was printed @property {number} alpha of the page
 */

const TILES = 4;
const MOST_OTHERS = 1000; // pictures: of more, K of what few train on would take too much memory

/** A doctor for some of these pictures at a time. @param {import('../../core/core.js').Core} core @param {number} n_px
 *  @param {Uint8Array} rgb @param {number[]} y @param {() => Promise<void>} breathe */
async function doctorsOf(core, n_px, rgb, y, breathe) {
  const dataset = core.createDataset(n_px);
  const each = 3 * n_px * n_px;
  y.forEach((label, i) => dataset.add(rgb.subarray(i * each, (i + 1) * each), label, "train", i));
  while (dataset.gramStep(TILES) > 0) await breathe();
  return (/** @type {number[]} */ places) => ({
    doctor: new Doctor(dataset, places),
    y: places.map((i) => y[i]),
  });
}

/** What NumPy's reshape(-1, m) makes of pictures that lie one after the other: a column is every m-th byte. @param {Uint8Array} rgb
 *  @param {number} m */
export function scrambled(rgb, m) {
  const each = rgb.length / m;
  const out = new Uint8Array(rgb.length);
  for (let i = 0; i < m; i++) for (let j = 0; j < each; j++) out[i * each + j] = rgb[j * m + i];
  return out;
}

/** What is left of bytes divided by 255 without a remainder: 1 where they are 255. @param {Uint8Array} rgb */
const floored = (rgb) => rgb.map((v) => (v === 255 ? v : 0));

/** @param {Job} job @param {number[]} places of those that are kept @returns {Job} */
function only(job, places) {
  const each = 3 * job.n_px ** 2;
  const rgb = new Uint8Array(places.length * each);
  places.forEach((i, k) => rgb.set(job.rgb.subarray(i * each, (i + 1) * each), k * each));
  const [y, test, copy] = [job.y, job.test, job.copy].map((list) => places.map((i) => list[i]));
  return { ...job, rgb, y, test, copy };
}

/** The pictures without mirrored copies, and where there are some, with them as well.
 *  @param {() => Promise<import('../../core/core.js').Core>} open doctor.wasm, anew @param {Job} job
 *  @param {(share: number) => void} tell @param {() => Promise<void>} breathe lets messages in */
export async function run(open, job, tell, breathe) {
  const printed = read(job.text);
  if ("trouble" in printed) return printed;
  const places = Array.from(job.y.keys()).filter((i) => !job.copy[i]);
  const tries = places.length < job.y.length ? [only(job, places), job] : [job];
  const reports = [];
  for (const [k, each] of tries.entries()) {
    const share = (/** @type {number} */ done) => tell((k + done) / tries.length);
    const report = await runOn(await open(), each, printed, share, breathe);
    reports.push(tries.length > 1 ? { ...report, copies: k === 0 ? "without" : "with" } : report);
    if (report.found.length > 0) break;
  }
  return reports.find(({ found }) => found.length > 0) ?? reports[0];
}

/** @param {import('../../core/core.js').Core} core for this only @param {Job} job @param {import('./read.js').Printed} printed
 *  @param {(share: number) => void} tell @param {() => Promise<void>} breathe */
async function runOn(core, { n_px, rgb, y, test, alpha }, printed, tell, breathe) {
  const each = 3 * n_px * n_px;
  const places = (/** @type {number} */ part) => Array.from(y.keys()).filter((i) => test[i] === part);
  const [train, held] = [places(0), places(1)];
  const bytes = new Uint8Array(train.length * each);
  train.forEach((i, k) => bytes.set(rgb.subarray(i * each, (i + 1) * each), k * each));
  const of = await doctorsOf(core, n_px, rgb, y, breathe);
  const labels = train.map((i) => y[i]);
  const mixed = await doctorsOf(core, n_px, scrambled(bytes, train.length), labels, breathe);
  /** @type {Record<string, ReturnType<typeof of>>} */
  const sets = { train: of(train), scrambled: mixed(Array.from(train.keys())) };
  const rest = await doctorsOf(core, n_px, floored(bytes), labels, breathe);
  sets.floored = rest(Array.from(train.keys()));
  if (held.length > 0) sets.test = of(held);
  if (y.length <= MOST_OTHERS) {
    if (held.length > 0) sets.all = of([...train, ...held]);
    if (train.length > 1)
      Object.assign(sets, { "first out": of(train.slice(1)), "last out": of(train.slice(0, -1)) });
  }
  const trainer = new Trainer(sets, breathe);
  const { hits, known } = await new Search(trainer, printed, alpha, tell).run();
  return report(trainer, printed, hits, known);
}
