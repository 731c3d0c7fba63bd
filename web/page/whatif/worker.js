// The worker of What if: one job, then it is ended. The page cancels by ending it sooner.

import { openCore } from "../../core/core.js";
import { openWhole } from "../../core/whole.js";
import { breathe } from "../../training/pace.js";
import { fetched } from "../../ui/fetched.js";
import { once } from "../../ui/once.js";
import { tryAll } from "./advice/work.js";
import { measureSlowness } from "./measure.js";
import { runNetworks } from "./networks.js";
import { PLANS } from "./plan.js";
import { prepare, run } from "./run.js";

const openTrials = once(() => openCore(fetched(new URL("../../trials.wasm", import.meta.url))));
const openNetworks = once(() => openWhole(fetched(new URL("../../core.wasm", import.meta.url))));
const tell = (/** @type {any} */ found) => postMessage({ type: "trial", ...found });

/** @param {import('./run.js').Job & {kind: keyof typeof PLANS, hidden: number[], batch: number, seed: number}} job */
async function work(job) {
  const plans = PLANS[job.kind](job.pictures);
  if (job.hidden.length > 0) return runNetworks(await openNetworks(), job, plans, tell, breathe);
  const dataset = await prepare(await openTrials(), job, breathe);
  await run(dataset, job, plans, tell, breathe);
}

/** @param {any} job @returns {Promise<object | void>} what is told beside that it is over */
async function done(job) {
  if (job.kind === "speed") return { slowness: await measureSlowness(await openTrials(), breathe) };
  if (job.candidates) return tryAll(job, { openTrials, openCore: openNetworks, tell, breathe });
  return work(job);
}

addEventListener("message", ({ data }) =>
  done(data).then(
    (more) => postMessage({ type: "over", ...more }),
    (error) => postMessage({ type: "failed", code: error.code ?? "", detail: String(error) }),
  ),
);
