// The model alone as .npz: NumPy, with nothing else, gives the page's answers.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import en from "../../../web/page/saved/words.en.js";
import zh from "../../../web/page/saved/words.zh.js";
import { near } from "../shared/steps.js";
import { openTrained } from "../training/session-fakes.js";
import { TEXTS, filesIn, save, unzipped } from "./saved-fakes.js";

const FINDER = fileURLToPath(new URL("../../python", import.meta.url));
const python = execFileSync("bash", [FINDER], { encoding: "utf8" }).trim();

// As the words in it say it is used; f is what is left to do, the answers of pictures that are one after the other.
const USE = `
import json, numpy as np
f = np.load("model.npz")
x = np.fromfile("x", np.uint8).reshape(-1, int(f["n_px"]) ** 2 * 3).T
if "w" in f:
    a = 1 / (1 + np.exp(-(f["w"].T @ (x / 255) + f["b"])))
else:
    A, L = x / 255, sum(k.startswith("W") for k in f.files)
    for l in range(1, L):
        A = np.maximum(f[f"W{l}"] @ A + f[f"b{l}"], 0)
    a = 1 / (1 + np.exp(-(f[f"W{L}"] @ A + f[f"b{L}"])))
about = {k: [str(f[k].dtype), list(f[k].shape)] for k in f.files}
names = [n.decode("utf-8") for n in f["list_classes"]]
print(json.dumps([about, a.ravel().tolist(), names, int(f["n_px"]), int(f["iteration"]), str(f["use"])]))`;

for (const { hidden, out, words, names } of [
  { hidden: [], words: en, names: ["other", "cat"] },
  { hidden: [], words: zh, names: ["狗🐕", "猫"] },
  { hidden: [5, 3], words: zh, names: ["", "猫"] },
  { hidden: [5, 3], out: [1, 2], words: en, names: ["other", "cat"] },
])
  test(`hidden ${hidden}${out ? ", a neuron taken out" : ""}, ${names}: NumPy computes the answers of the page`, async (t) => {
    const { session, until, last } = await openTrained();
    await session.change({ engine: "gram", hidden, iterations: 80 });
    const done = until("train", (e) => e.finished && !e.running);
    await session.play();
    await done;
    if (out) {
      const gone = until("evaluation");
      await session.removeNeuron(out[0], out[1], true);
      await gone;
    }
    const use = words["saved.use.neuron"];
    const saved = await save(session, { ...TEXTS, names, use }, "model.npz", "npz");
    const folder = await unzipped(t, new Map([["model.npz", new Uint8Array(await saved.arrayBuffer())]]));
    const { id, a } = last("evaluation");
    const { pictures } = session;
    const x = Array.from(id, (each) => pictures.bytes(/** @type {any} */ (pictures.get(each))).slice());
    await writeFile(join(folder, "x"), Buffer.concat(x));
    const said = execFileSync(python, ["-c", USE], { encoding: "utf8", cwd: folder });
    const [about, y_hat, classes, n_px, iteration, how] = JSON.parse(said);
    near(y_hat, a, 1e-7, "ŷ"); // which is told as float32
    assert.deepEqual([classes, n_px, iteration, how], [names, 32, 80, `${use}\n${TEXTS.pixels}`]);
    const f8 = (...shape) => ["float64", shape];
    const { list_classes, n_px: n, iteration: i, use: u, ...parameters } = about;
    assert.deepEqual([list_classes[1], n, i, u[1]], [[2], ["int64", []], ["int64", []], []]);
    assert.deepEqual(
      parameters,
      hidden.length
        ? { W1: f8(5, 3072), b1: f8(5, 1), W2: f8(3, 5), b2: f8(3, 1), W3: f8(1, 3), b3: f8(1, 1) }
        : { w: f8(3072, 1), b: f8() },
    );
  });

test("its numbers are the bytes of model.npz in the one file", async () => {
  for (const hidden of [[], [4]]) {
    const { session, until } = await openTrained();
    await session.change({ engine: "gram", hidden, iterations: 40 });
    const done = until("train", (e) => e.finished && !e.running);
    await session.play();
    await done;
    const all = await filesIn(await save(session));
    const kept = await filesIn(new File([/** @type {any} */ (all.get("model.npz"))], "model.npz"));
    const alone = await filesIn(await save(session, TEXTS, "model.npz", "npz"));
    for (const [path, bytes] of kept) assert.deepEqual(alone.get(path), bytes, path);
    assert.equal(kept.size, hidden.length ? 4 : 2);
  }
});
