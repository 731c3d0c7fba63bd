// The worker of figure 12: opens the core, brings the pictures, runs one race and tells the page. The page stops it by
// ending it.

import { CoreError, openCore } from "../core.js";
import { breathe } from "../worker/pace.js";
import { Pictures } from "../worker/pictures.js";
import { DEFAULTS, validSettings } from "../worker/settings.js";
import { openStore } from "../worker/store.js";
import { dotRace, trainingRace } from "./vectorization-race.js";
import { spread } from "./vectorization-stats.js";

/** Bytes of pictures that take part: `loop` reads each of them as a number, twice an iteration. */
const MOST_BYTES = 24e6;

/** The pictures of the training page, training part only: the reader's own, else the drawn ones.
 *  @param {import('../core.js').Core} core */
async function trainingSet(core) {
  const { pictures: stored, meta } = await (await openStore()).loadAll();
  const settings = { ...DEFAULTS, ...validSettings(meta?.settings ?? {}) };
  const { share, n_px } = settings;
  const pictures = new Pictures(core);
  const own = stored.length > 0 && ["own", "h5"].includes(meta?.source);
  const h5 = meta?.source === "h5";
  if (own)
    pictures.replace(
      meta.source,
      stored.map((p) => ({ ...p, h5: h5 && p.test !== null })),
      { share, n_px },
    );
  if (!own || pictures.missing)
    pictures.replace("drawn", pictures.drawnSet(), { names: [null, null], share: "own", n_px });
  const train = pictures.all().filter(({ slot }) => pictures.dataset.part(slot) === "train");
  const taking = spread(train, Math.floor(MOST_BYTES / pictures.dataset.n_x));
  const examples = taking.map((picture) => ({ rgb: pictures.bytes(picture), y: picture.y }));
  pictures.dataset.free();
  return { examples, source: pictures.source, n_px: pictures.n_px, of: train.length, alpha: settings.alpha };
}

const told = (/** @type {any} */ news) => {
  postMessage(news);
  return breathe();
};

/** @type {Record<string, (core: import('../core.js').Core, how: any) => Promise<void>>} */
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
    const core = await openCore(fetch(new URL("../notes.wasm", import.meta.url)));
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
