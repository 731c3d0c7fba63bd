// The worker of What if: one job, then it is ended. The page cancels by ending it sooner.

import { openCore } from "../../core/core.js";
import { breathe } from "../../training/pace.js";
import { fetched } from "../../ui/fetched.js";
import { PLANS } from "./plan.js";
import { prepare, run } from "./run.js";

/** @param {import('./run.js').Job & {kind: keyof typeof PLANS}} job */
async function work(job) {
  const core = await openCore(fetched(new URL("../../trials.wasm", import.meta.url)));
  const dataset = await prepare(core, job, breathe);
  const tell = (/** @type {any} */ found) => postMessage({ type: "trial", ...found });
  await run(dataset, job, PLANS[job.kind](job.pictures), tell, breathe);
}

addEventListener("message", ({ data }) =>
  work(data).then(
    () => postMessage({ type: "over" }),
    (error) => postMessage({ type: "failed", code: error.code ?? "", detail: String(error) }),
  ),
);
