// Everything that is here, into one .zip: pictures, numbers, what was learned, and a program that computes it again.

import { crc32 } from "../pictures/archive/crc32.js";
import { SPLIT_SEED } from "../pictures/pictures.js";
import { Network } from "../core/network.js";
import { csvOf } from "../training/costs-csv.js";
import { stretches } from "../training/runs/run.js";
import { BROUGHT, FORMAT, STATE_VERSION, VERSION } from "./format.js";
import { Apart, safeName, stem } from "./names.js";
import { npz, texts } from "./npy.js";
import { allPacked } from "./packed.js";
import { parametersOf } from "./parameters.js";
import { pixelsOf } from "./pixels.js";
import { trainPy } from "./python.js";
import { RUNS, runsText } from "./runs.js";
import { bySlot, keptOf, masterOf, saidOf } from "./said.js";
import { ZipWriter } from "./zip.js";

/** @typedef {import('../pictures/pictures.js').Pictures} Pictures @typedef {import('../pictures/pictures.js').Picture} Picture */
/** @typedef {import('../training/learned.js').Learner} Learner */

/**
 * @typedef {object} Texts in the reader's language
 * @property {string[]} names of class 0 and class 1 @property {string} readme @property {string} use how the model is
 *   used, a sentence @property {string} pixels how numbers are made
 *   of a picture @property {string} check @property {import('./python.js').Words} py
 * @property {import('./picture/save.js').Lines} lines on pictures
 */
/**
 * @typedef {object} Given
 * @property {Pictures} pictures
 * @property {import('../training/settings.js').Settings} settings @property {boolean} speedChosen
 * @property {Learner | null} lr evaluated; null: there is nothing to train
 * @property {Learner | null} start a network as it began
 * @property {import('../training/training.js').Trained | null} trained
 * @property {readonly import('../training/runs/run.js').Run[]} runs
 * @property {{bytes: Uint8Array} | null} brought a picture with a model that stands beside
 * @property {Texts} texts @property {MessagePort[]} packers see packed.js
 * @property {(done: number, total: number) => void} progress throws to stop
 */

/** Where each picture goes: pictures/<class>/<name>.png. @param {Picture[]} list @param {string[]} names of the classes */
function pathsOf(list, names) {
  const apart = new Apart();
  const folders = [1, 0].map((y) => apart.take(safeName(names[y], `class ${y}`))).reverse();
  const files = folders.map(() => new Apart());
  return list.map(({ y, name }) => {
    const file = files[y].take(safeName(stem(name), "picture"));
    return `pictures/${folders[y]}/${file}.png`;
  });
}

/** Pictures into the archive; what settings.json says of each. @param {ZipWriter} zip @param {Given} given */
async function addPictures(zip, { pictures, texts: { names }, packers, progress }) {
  const shown = keptOf(pictures);
  const paths = pathsOf(shown, names);
  const all = saidOf(pictures, shown);
  const said = [];
  const packed = allPacked(shown.length, (i) => masterOf(pictures, shown[i]), packers);
  let i = 0;
  for await (const { png, ...kept } of packed) {
    progress(i, 2 * shown.length);
    await zip.add(paths[i], png, { pack: false });
    said.push({ file: paths[i], ...all[i++], ...kept });
  }
  return said;
}

/** The course's names and shapes, at the size in use. @param {Given} given */
function datasetOf({ pictures, progress, texts: { names } }) {
  const { n_px, count } = pictures;
  let done = count; // the first half are the pictures themselves
  /** @type {[string, import('./npy.js').Kept][]} */
  const arrays = [];
  for (const part of ["train", "test"]) {
    const list = bySlot(pictures).filter((picture) => pictures.part(picture) === part);
    const rows = function* () {
      for (const picture of list) {
        progress(done++, 2 * count);
        yield pictures.bytes(picture).slice(); // the memory of C may move meanwhile
      }
    };
    arrays.push(
      [`${part}_set_x`, { descr: "|u1", shape: [list.length, n_px, n_px, 3], pieces: rows() }],
      [
        `${part}_set_y`,
        { descr: "<i8", shape: [1, list.length], pieces: [integers(list.map(({ y }) => y))] },
      ],
    );
  }
  return npz([...arrays, ["list_classes", texts(names)]], { pack: false }); // pictures hardly become smaller
}

/** @param {number[]} values */
function integers(values) {
  const numbers = BigInt64Array.from(values, BigInt);
  return new Uint8Array(numbers.buffer);
}

/** What was learned, in words of settings.json. @param {Learner} lr @param {Given} given */
function trainingOf(lr, { settings, trained }) {
  const { end, iteration } = lr;
  const [cost] = lr.costs(iteration, iteration + 1);
  const removals = lr instanceof Network ? lr.removals() : [];
  return {
    ...{ engine: lr.engine, hidden: settings.hidden, seed: settings.seed, batch: settings.batch },
    ...{ m: lr.m, m_test: lr.m_test, n_x: lr.n_x, iteration, end, cost },
    accuracy: { train: lr.accuracy("train"), test: lr.accuracy("test") },
    alpha: stretches(lr.alphas()),
    taken_out: removals.map(([from, layer, unit, out]) => ({ from, layer, neuron: unit + 1, out })),
    ...(trained && {
      choice: trained.choice,
      spentMs: trained.spentMs,
      shownMs: trained.shownMs,
      state: {
        ...{ file: "state.bin", version: STATE_VERSION, bytes: trained.state.length },
        crc32: crc32(0, trained.state),
      },
    }),
  };
}

/** What was learned, as it is at this moment: while pictures are packed it may be begun anew. @param {Learner} lr
 *  @param {Given} given */
async function learnedOf(lr, given) {
  const { hidden, batch } = given.settings;
  const removals = lr instanceof Network && lr.removals().length > 0;
  return {
    about: trainingOf(lr, given),
    model: await npz(parametersOf(lr), { pack: false }), // which lets no message in
    start: given.start && (await npz(parametersOf(given.start), { pack: false })),
    costs: csvOf({ train: lr.costs(0, lr.end + 1), test: lr.testCosts(0, lr.end + 1) }),
    program: trainPy({ hidden, batches: batch > 0 && batch < lr.m, removals }, given.texts.py),
  };
}

/** @param {ZipWriter} zip @param {Awaited<ReturnType<typeof learnedOf>>} learned @param {Given} given */
async function addTraining(zip, { model, start, costs, program }, { trained }) {
  await zip.add("model.npz", model.pieces(), { pack: false });
  if (start) await zip.add("start.npz", start.pieces(), { pack: false });
  await zip.addText("costs.csv", costs);
  await zip.addText("train.py", program);
  if (trained) await zip.add("state.bin", [trained.state]);
}

/** @param {Given} given @returns {Promise<Blob>} */
export async function savedAll(given) {
  const { pictures, settings, speedChosen, lr, runs, brought, texts: words } = given;
  const learned = lr && (await learnedOf(lr, given));
  const zip = new ZipWriter();
  await zip.addText("README.txt", words.readme);
  const list = await addPictures(zip, given);
  const data = await datasetOf(given);
  await zip.add("dataset.npz", data.pieces(), { pack: false });
  if (learned) await addTraining(zip, learned, given);
  if (runs.length > 0) await zip.addText(RUNS, runsText(runs, pictures));
  if (brought) await zip.add(BROUGHT, [brought.bytes], { pack: false });
  const { speed } = settings;
  const all = {
    format: FORMAT,
    version: VERSION,
    saved: new Date().toISOString(),
    source: pictures.source,
    names: pictures.names,
    classes: words.names,
    settings: { ...settings, speed: speed === Infinity ? "fastest" : speed },
    speedChosen,
    split: { share: pictures.share, seed: SPLIT_SEED },
    pixels: pixelsOf(given),
    training: learned && learned.about,
    pictures: list,
  };
  await zip.addText("settings.json", `${JSON.stringify(all, null, 1)}\n`);
  return zip.end().blob("application/zip");
}
