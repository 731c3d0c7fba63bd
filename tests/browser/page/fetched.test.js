// Every file of the site that the training page fetches later, found by looking into the site: the first time it is asked for
// it does not come, in one way or another, and nobody notices.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { keepSaved, stepsOf } from "../shared/asked-later.js";
import { SERVED } from "../shared/browser.js";
import { cameraArgs, UNASKED } from "../shared/camera.js";
import { pause } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";

const { visit } = browserTests({ args: [...cameraArgs([[200, 40, 40], [40, 40, 200]]), UNASKED] }); // prettier-ignore

/** What this visitor does not come to, by the name before its hash, and why. @type {Record<string, string>} */
const ELSEWHERE = {
  newer: "a newer version was published: both/offline.test.js",
  "offline-newer": "the look of that",
  class: "a teacher's link: both/link.test.js",
  "link-class": "the look of that",
  teacher: "read with a teacher's link",
  rate: "without it no better rate is suggested after a run away",
  doctor: "its worker needs the course's files: page/doctor.test.js",
  explanation: "of the notes, under the same name",
  "words.en": "of figures, for a link to one; of what is above",
  "words.zh": "of parts that this visitor has not opened",
  live: "of the worker, with a slider that is dragged: page/live.test.js",
  worker: "of what is above",
  "worker-parts": "of what is above",
};

const base = (/** @type {string} */ file) => file.replace(/-[\w-]{8}\.\w+$/, "");

/** Files that the training page can come to: named in it, or in what it can come to. */
function reachable() {
  const there = new Set(readdirSync(SERVED).filter((file) => /-[\w-]{8}\.(js|css|wasm|html)$/.test(file)));
  /** @type {Set<string>} */
  const found = new Set();
  const look = (/** @type {string} */ file) => {
    const text = readFileSync(`${SERVED}${file}`, "utf8");
    for (const [name] of text.matchAll(/[\w.-]+\.(?:js|css|wasm|html)/g))
      if (there.has(name) && !found.has(name)) {
        found.add(name);
        if (name.endsWith(".js")) look(name);
      }
  };
  look("index.html");
  return found;
}

test("the first time that a file is asked for it does not come: nobody notices", async (t) => {
  /** @type {Set<string>} */
  const requested = new Set();
  const fileOf = (/** @type {string} */ url) => new URL(url).pathname.slice(1);
  const { page, context } = await visit(t, {
    ...{ clean: false, init: keepSaved, permissions: ["camera", "microphone"] },
    prepare: ({ context }) => context.on("request", (request) => requested.add(fileOf(request.url()))),
  });
  await pause(page);
  /** @type {Set<string>} */
  const asked = new Set();
  await context.route(/\.(js|css|wasm|html)$/, (route) => {
    const file = fileOf(route.request().url());
    if (asked.has(file)) return route.continue();
    asked.add(file);
    return asked.size % 2 ? route.abort() : route.fulfill({ status: 404, body: "not here" });
  });
  const notices = page.getByRole("alert").filter({ hasText: "could not be fetched", visible: true });
  for (const { name, ask, there, after } of stepsOf(t))
    try {
      await ask(page);
      await there(page);
      assert.equal(await notices.count(), 0);
      await after?.(page);
    } catch (error) {
      throw new Error(`${name}: ${error}`, { cause: error });
    }
  const never = [...reachable()].filter((file) => !requested.has(file));
  assert.deepEqual(never.filter((file) => !(base(file) in ELSEWHERE)), [], "what fetches these: a step in shared/asked-later.js"); // prettier-ignore
  assert.ok(asked.size > 80, `${asked.size} files`);
});
