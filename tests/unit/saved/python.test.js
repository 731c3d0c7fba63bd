// train.py of a saved file, run by a real Python with NumPy: its costs are the page's. And what NumPy finds in the arrays.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import en from "../../../web/page/saved/words.en.js";
import zh from "../../../web/page/saved/words.zh.js";
import { openTrained } from "../training/session-fakes.js";
import { TEXTS, filesIn, save, unzipped } from "./saved-fakes.js";

const FINDER = fileURLToPath(new URL("../../python", import.meta.url));
const found = spawnSync("bash", [FINDER], { encoding: "utf8" });
const python = found.stdout.trim();

/** The comments of train.py in one language. @param {Record<string, string>} words */
const commentsOf = (words) =>
  Object.fromEntries(Object.keys(TEXTS.py).map((key) => [key, words[`saved.py.${key}`]]));

/** @typedef {Awaited<ReturnType<typeof openTrained>>} World */
/** @param {World} world */
async function train({ session, until }, iterations, settings = {}) {
  await session.change({ ...settings, iterations, speed: Infinity });
  const done = until("train", (e) => !e.running && e.iteration === iterations);
  await session.play();
  await done;
}

test("there is a Python with NumPy (bash build.sh --test-tools installs it)", () => {
  assert.equal(found.status, 0, found.stderr);
});

const WAYS = [
  { settings: { engine: "gram" }, most: 1e-12 },
  { settings: { engine: "loop" }, most: 1e-12 },
  { settings: { engine: "vectorized" }, most: 1e-5 },
  { settings: { engine: "gram", hidden: [5, 3], seed: 7 }, most: 1e-12, words: zh },
  { settings: { engine: "gram", hidden: [4], batch: 3 }, most: 1e-12 },
  { settings: { engine: "gram", hidden: [4] }, most: 1e-12, out: true, words: zh },
];

for (const { settings, most, out, words = en } of WAYS)
  test(`${JSON.stringify(settings)}${out ? ", a neuron taken out" : ""}: train.py computes the costs of the page to ${most}`, async (t) => {
    const world = await openTrained();
    await train(world, 120, settings);
    await world.session.change({ alpha: 0.0025 });
    await train(world, 150);
    if (out) {
      const gone = world.until("train", (e) => e.network?.removed.length === 1);
      await world.session.removeNeuron(1, 1, true);
      await gone;
    }
    await world.session.change({ alpha: 0.0007 });
    await train(world, 230);
    const file = await save(world.session, { ...TEXTS, py: commentsOf(words) });
    const folder = await unzipped(t, await filesIn(file));
    const said = execFileSync(python, [join(folder, "train.py")], { encoding: "utf8", cwd: "/" });
    const lines = said.trim().split("\n");
    const difference = Number(/: (\S+)$/.exec(lines.at(-1) ?? "")?.[1]);
    t.diagnostic(`largest difference ${difference}`);
    assert.ok(difference <= most, said);
    // What it printed is what costs.csv has.
    const csv = (await readFile(join(folder, "costs.csv"), "utf8")).trim().split("\n").slice(1);
    assert.equal(csv.length, 231);
    assert.deepEqual(lines.slice(0, -1).map((line) => Number(line.trim().split(/\s+/)[0])), [0, 100, 200]); // prettier-ignore
    for (const line of lines.slice(0, -1)) {
      const [t, cost] = line.trim().split(/\s+/).map(Number);
      assert.ok(Math.abs(cost - Number(csv[t].split(",")[1])) < 1e-5);
    }
    const code = (await readFile(join(folder, "train.py"), "utf8")).trim().split("\n");
    t.diagnostic(`${code.length} lines`);
  });

test("NumPy finds the course's names, shapes and kinds, and a model that answers as the page does", async (t) => {
  const world = await openTrained();
  await train(world, 60, { hidden: [3], engine: "gram" });
  const folder = await unzipped(t, await filesIn(await save(world.session)));
  const script = `
import json, numpy as np
d, m = np.load("dataset.npz"), np.load("model.npz")
X = d["train_set_x"].reshape(len(d["train_set_x"]), -1).T / 255
Z = m["W2"] @ np.maximum(m["W1"] @ X + m["b1"], 0) + m["b2"]
J = np.mean(np.maximum(Z, 0) - d["train_set_y"] * Z + np.log1p(np.exp(-np.abs(Z))))
about = lambda f: {k: [str(f[k].dtype), list(f[k].shape)] for k in f.files}
print(json.dumps([about(d), about(m), J, [n.decode("utf-8") for n in d["list_classes"]], d["train_set_y"].sum().item()]))`;
  const [data, model, J, classes, ones] = JSON.parse(
    execFileSync(python, ["-c", script], { encoding: "utf8", cwd: folder }),
  );
  const { m, m_test: rest, trainCounts } = world.last("data");
  assert.deepEqual(data, {
    train_set_x: ["uint8", [m, 32, 32, 3]],
    train_set_y: ["int64", [1, m]],
    test_set_x: ["uint8", [rest, 32, 32, 3]],
    test_set_y: ["int64", [1, rest]],
    list_classes: ["|S5", [2]],
  });
  const f8 = (...shape) => ["float64", shape];
  assert.deepEqual(model, { W1: f8(3, 3072), b1: f8(3, 1), W2: f8(1, 3), b2: f8(1, 1) });
  assert.deepEqual(classes, ["other", "cat"]);
  assert.equal(ones, trainCounts[1]);
  assert.ok(Math.abs(J - world.last("train").cost) < 1e-12);
});
