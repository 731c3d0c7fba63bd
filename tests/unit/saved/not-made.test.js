// A file that cannot be made: why is said, nothing changes, and the next one is made.
import assert from "node:assert/strict";
import test from "node:test";
import { CoreError } from "../../../web/core/core.js";
import { openTrained } from "../training/session-fakes.js";
import { TEXTS, save } from "./saved-fakes.js";

/** @param {string} name */
const dom = (name) => new DOMException("no", name);

/** @type {Record<string, [thrown: () => unknown, refused: {code: string, what?: string}]>} */
const WHY = {
  "an array for which there is no memory": [
    () => new RangeError("Array buffer allocation failed"),
    { code: "saving-memory" },
  ],
  "no memory in C": [() => new CoreError("memory", "learner"), { code: "saving-memory" }],
  "no room on the disk": [() => dom("QuotaExceededError"), { code: "saving-disk" }],
  "a disk that cannot be read": [() => dom("NotReadableError"), { code: "saving-disk" }],
  "a fault": [() => new TypeError("x is not a function"), { code: "saving-fault", what: "x is not a function" }], // prettier-ignore
};
/** @type {import("../../../web/training/one-file.js").Kind[]} */
const KINDS = ["all", "npz", "onnx", "onnx-test", "model-png", "sheet"];

/** With a browser that cannot make a Blob. @template T @param {() => unknown} error @param {() => Promise<T>} work */
async function failing(error, work) {
  const whole = globalThis.Blob;
  globalThis.Blob = /** @type {any} */ (
    class {
      constructor() {
        throw error();
      }
    }
  );
  try {
    return await work();
  } finally {
    globalThis.Blob = whole;
  }
}

for (const [name, [thrown, refused]] of Object.entries(WHY))
  test(`${name}: said of every kind of file, and nothing else happens`, async () => {
    const { session, last } = await openTrained();
    const before = last("data");
    for (const kind of KINDS) {
      const what = await failing(thrown, () => session.save(TEXTS, kind));
      assert.deepEqual(what, { blob: null, refused: { name: "", ...refused } }, kind);
    }
    assert.deepEqual(last("data").id, before.id);
    assert.ok((await save(session)).size > 1000);
  });
