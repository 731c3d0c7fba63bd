// The worker of What if: one job, then it is ended. The page cancels by ending it sooner.

import { openCore } from "../../core/core.js";
import { breathe } from "../../training/pace.js";
import { fetched } from "../../ui/fetched.js";
import { once } from "../../ui/once.js";
import { tryAll } from "./advice/work.js";
import { PLANS } from "./plan.js";
import { prepare, run } from "./run.js";

const openTrials = once(() => openCore(fetched(new URL("../../trials.wasm", import.meta.url))));
const openNetworks = once(() => openCore(fetched(new URL("../../core.wasm", import.meta.url))));
const tell = (/** @type {any} */ found) => postMessage({ type: "trial", ...found });

/** @param {import('./run.js').Job & {kind: keyof typeof PLANS}} job */
async function work(job) {
  const dataset = await prepare(await openTrials(), job, breathe);
  await run(dataset, job, PLANS[job.kind](job.pictures), tell, breathe);
}

/** @param {any} job */
const done = (job) =>
  job.candidates ? tryAll(job, { openTrials, openCore: openNetworks, tell, breathe }) : work(job);

addEventListener("message", ({ data }) =>
  done(data).then(
    () => postMessage({ type: "over" }),
    (error) => postMessage({ type: "failed", code: error.code ?? "", detail: String(error) }),
  ),
);
