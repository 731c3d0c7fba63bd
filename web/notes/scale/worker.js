// The worker of this figure: brings the pictures, then makes one point after the other. "pause" and "go on" are heard
// between two short calls; the page cancels by ending it.

import { fetched } from "../../ui/fetched.js";
import { CoreError, openCore } from "../../core/core.js";
import { breathe } from "../../training/pace.js";
import { LEAST, MODELS, POOL, PX, TESTS, ladder, planOf } from "./plan.js";
import { datasetOf, measure, subset } from "./train.js";
import { storedPictures } from "../shared/stored-pictures.js";

let paused = false;
/** @type {() => void} */
let goOn = () => {};

/** Lets messages in, and waits while paused. */
async function rest() {
  await breathe();
  if (paused) await new Promise((resolve) => (goOn = () => resolve(undefined)));
}

/** The drawn pictures: as many as are wanted. @param {import('../../core/core.js').Core} core @param {number} most */
async function drawn(core, most) {
  const list = [];
  for (let i = 0; i < most + TESTS; i++) {
    list.push(core.drawn(1, i, PX));
    if (i % 50 === 49) {
      postMessage({ type: "drawing", done: i + 1, total: most + TESTS });
      await rest();
    }
  }
  return { train: list.slice(0, most), tests: list.slice(most), px: PX };
}

/** The reader's own, with the split of the training page. @param {import('../../core/core.js').Core} core */
async function own(core) {
  const { pictures } = await storedPictures(core, PX);
  const part = (name) =>
    pictures
      .all()
      .filter((picture) => pictures.part(picture) === name)
      .map((picture) => ({ rgb: pictures.bytes(picture), y: picture.y }));
  const set = { train: part("train").slice(0, POOL), tests: part("test"), px: pictures.n_px };
  pictures.dataset.free();
  return set;
}

/** Whether a curve can be measured on these. */
function enough({ train, tests }) {
  const both = (list) => list.some(({ y }) => y === 0) && list.some(({ y }) => y === 1);
  return train.length >= LEAST.train && tests.length >= LEAST.test && both(train) && both(tests);
}

/** @param {{source: 'drawn' | 'own', most: number, seeds: number}} how */
async function run({ source, most, seeds }) {
  const core = await openCore(fetched(new URL("../../notes.wasm", import.meta.url)));
  const set = source === "own" ? await own(core) : await drawn(core, most);
  const found = { m: set.train.length, tests: set.tests.length, px: set.px };
  if (!enough(set)) return postMessage({ type: "few", ...found });
  const n_x = 3 * set.px ** 2;
  const sizes = ladder(Math.min(most, set.train.length));
  const runs = planOf({ sizes, seeds });
  postMessage({ type: "plan", sizes, runs, n_x, ...found });
  let spent = 0; // milliseconds of work, pauses aside
  const now = () => performance.now();
  for (let k = 0; k < runs.length; k += MODELS.length) {
    const [{ m, seed }] = runs.slice(k); // all networks on the same pictures, in one dataset
    const dataset = await datasetOf(core, subset(set.train, m, seed), set.px, rest);
    try {
      for (const each of runs.slice(k, k + MODELS.length)) {
        const { accuracy, train, ms } = await measure(dataset, set.tests, each, { breathe: rest, now });
        spent += ms;
        postMessage({ type: "point", ...each, accuracy, train, seconds: ms / 1000, spent: spent / 1000 });
        await rest();
      }
    } finally {
      dataset.free();
    }
  }
  postMessage({ type: "end" });
}

addEventListener("message", async ({ data }) => {
  if (data.type === "pause") paused = true;
  if (data.type === "go on") {
    paused = false;
    goOn();
  }
  if (data.type !== "run") return;
  try {
    await run(data);
  } catch (error) {
    const code = error instanceof CoreError ? error.code : "worker";
    postMessage({ type: "failed", code, detail: String(error) });
  }
});
