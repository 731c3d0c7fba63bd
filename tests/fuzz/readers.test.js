// Every reader of files, and of pasted text, on what nobody would write: an answer of its kind, or a refusal; soon, and without asking for
// memory because a file says so. What must hold is said in readers/targets.js.
import assert from "node:assert/strict";
import test from "node:test";
import { SECONDS, SEED, keep, replay } from "./options.js";
import { mutate, random } from "./readers/mutate.js";
import { READERS, fuzzReader } from "./readers/readers.js";
import { checkSeeds, targets } from "./readers/targets.js";

test("files as they should be are read", checkSeeds);

test("every target has a reader, and the same seed makes the same files", () => {
  assert.deepEqual(Object.keys(targets()).sort(), [...READERS].sort());
  const [file, other] = targets().sniff.seeds;
  const made = [7, 7, 8].map((seed) => mutate(file, other, random(seed), 1000));
  assert.deepEqual(made[0], made[1]);
  assert.notDeepEqual(made[0], made[2]);
});

test("what never ends is found, and the file is kept", async () => {
  const { error, file } = await fuzzReader({ target: "endless", only: Uint8Array.of(1, 2, 3) });
  assert.match(error ?? "", /takes more than/);
  assert.deepEqual([...file], [1, 2, 3]);
});

for (const target of READERS)
  test(`files: ${target}`, async (t) => {
    const seconds = SECONDS / READERS.length;
    const { executions, kinds, error, file } = await fuzzReader({ target, seed: SEED, seconds });
    t.diagnostic(
      `${target}: ${executions ?? "?"} files, ${seconds.toFixed(1)} s, ${kinds ?? "?"} kinds of answer, seed ${SEED}`,
    );
    if (error) assert.fail(`${error}\n${replay(target, keep(target, file))}`);
  });
