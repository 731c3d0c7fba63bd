// The worker that looks for the training: one job, then it is ended. The page cancels by ending it sooner.

import { openCore } from "../../core/core.js";
import { breathe } from "../../training/pace.js";
import { fetched } from "../../ui/fetched.js";
import { run } from "./run.js";

/** @param {import('./run.js').Job} job */
async function work(job) {
  const open = () => openCore(fetched(new URL("../../doctor.wasm", import.meta.url)));
  return run(open, job, (share) => postMessage({ type: "progress", share }), breathe);
}

addEventListener("message", ({ data }) =>
  work(data).then(
    (report) => postMessage({ type: "over", report }),
    (error) => postMessage({ type: "failed", code: error.code ?? "", detail: String(error) }),
  ),
);
