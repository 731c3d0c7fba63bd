// The worker of this figure: opens the core, brings the pictures, runs one race and tells the page. The page stops it by
// ending it.

import { fetched } from "../../ui/fetched.js";
import { CoreError, openCore } from "../../core/core.js";
import { breathe } from "../../training/pace.js";
import { storedPictures } from "../shared/stored-pictures.js";
import { dotRace, trainingRace } from "./race.js";
import { spread } from "./stats.js";

/** Bytes of pictures that take part: `loop` reads each of them as a number, twice an iteration. */
const MOST_BYTES = 24e6;

/** The pictures of the training page, training part only: the reader's own, else the drawn ones.
 *  @param {import('../../core/core.js').Core} core */
async function trainingSet(core) {
  const { pictures, settings } = await storedPictures(core);
  const { n_px, drawn_m, drawn_seed } = settings;
  if (pictures.count === 0 || pictures.missing)
    pictures.draw({ m: drawn_m, seed: drawn_seed }, { names: [null, null], share: "own", n_px });
  const train = pictures.all().filter((picture) => pictures.part(picture) === "train");
  const taking = spread(train, Math.floor(MOST_BYTES / pictures.dataset.n_x));
  const examples = taking.map((picture) => ({ rgb: pictures.bytes(picture), y: picture.y }));
  pictures.dataset.free();
  return { examples, source: pictures.source, n_px: pictures.n_px, of: train.length, alpha: settings.alpha };
}

const told = (/** @type {any} */ news) => {
  postMessage(news);
  return breathe();
};

/** @type {Record<string, (core: import('../../core/core.js').Core, how: any) => Promise<void>>} */
const RACES = {
  dot: (core, how) => dotRace(core, { ...how, told }),
  async training(core, how) {
    const { examples, ...set } = await trainingSet(core);
    const n_x = 3 * set.n_px ** 2;
    await told({ type: "set", ...set, m: examples.length, n_x, iterations: how.iterations });
    await trainingRace(core, { ...how, ...set, examples, told });
  },
};

addEventListener("message", async ({ data: { race, ...how } }) => {
  try {
    const core = await openCore(fetched(new URL("../../notes.wasm", import.meta.url)));
    await RACES[race](core, how);
    postMessage({ type: "end" });
  } catch (error) {
    postMessage({
      type: "failed",
      code: error instanceof CoreError ? error.code : "worker",
      detail: String(error),
    });
  }
});
