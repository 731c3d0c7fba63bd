// The model alone as ONNX: ONNX Runtime gives the page's answers, and Python's onnx finds nothing wrong with it.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { Logreg } from "../../../../web/core/core.js";
import { Network } from "../../../../web/core/network.js";
import { modelOnnx } from "../../../../web/saved/onnx/model-onnx.js";
import { answersOf, together } from "../../shared/onnx.js";
import { open } from "../../shared/open.js";
import { examples, random } from "../../shared/reference.js";
import { datasetOf, near } from "../../shared/steps.js";
import { openTrained } from "../../training/session-fakes.js";
import { TEXTS, filesIn, save, unzipped } from "../saved-fakes.js";

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const found = spawnSync("bash", [path("../../../python"), "numpy", "onnx"], { encoding: "utf8" });
const python = found.stdout.trim();
const noPython = process.platform === "linux" ? false : found.status !== 0 && "no Python with onnx";

const PAGE = 1e-6; // its answers are told as float32, and engine vectorized computes z in float32
const SAME = 1e-13;

/** @param {Blob} blob */
const bytesOf = async (blob) => new Uint8Array(await blob.arrayBuffer());

test("there is a Python with onnx (bash build.sh --test-tools installs it)", { skip: noPython }, () => {
  assert.equal(found.status, 0, found.stderr);
});

for (let seed = 1; seed <= 24; seed++)
  test(`random neurons and networks ${seed}: every picture has the answer that the page gives it`, async (t) => {
    const next = random(seed * 0x9e3779b9);
    const core = await open();
    const n_px = [1, 2, 7, 32, 64][seed % 5];
    const hidden = Array.from({ length: seed % 4 }, () => 1 + next(9));
    const engine = ["gram", "vectorized"][next(2)];
    const [set, rest] = [examples(4 + next(9), n_px, seed), examples(next(4), n_px, 99 + seed)];
    const dataset = datasetOf(core, set, rest);
    const lr = hidden.length
      ? Network.onPictures(dataset, { hidden, engine, seed })
      : new Logreg(dataset, engine);
    lr.train(10 ** -(1 + next(3)), 1 + next(40));
    if (lr instanceof Network) for (const l of hidden.keys()) if (next(2)) lr.remove(l + 1, next(hidden[l]));
    lr.evaluate();
    const given = { lr, pictures: { n_px }, settings: { fit: "crop" }, texts: TEXTS };
    const model = await bytesOf(await modelOnnx(/** @type {any} */ (given)));
    const unseen = Uint8Array.from({ length: 3 * n_px ** 2 }, () => next(256));
    const half = set.length >> 1; // in the order of their slots
    const inSlots = [...set.slice(0, half), ...rest, ...set.slice(half)];
    const x = [...inSlots.map((example) => example.x), unseen];
    const y_hat = await answersOf(model, together(x), n_px);
    const predicted = x.map((each) => lr.predict(each).a);
    const off = Math.max(...predicted.map((a, i) => Math.abs(a - y_hat[i])));
    t.diagnostic(
      `${n_px} px, hidden ${hidden}, ${engine}, ŷ ${Math.min(...y_hat)} .. ${Math.max(...y_hat)}: ${off}`,
    );
    near(y_hat, predicted, SAME, "predicted");
    near(
      Array.from(lr.slots(), (slot) => y_hat[slot]),
      lr.a(),
      PAGE,
      "shown",
    );
  });

/** What the page shows of its own pictures, and what ONNX Runtime says of them. @param {any} world */
async function compared({ session, last }) {
  const model = await bytesOf(await save(session, TEXTS, "", "onnx"));
  const { pictures } = session;
  const { id, a } = last("evaluation");
  const x = Array.from(id, (each) => pictures.bytes(pictures.get(each)).slice());
  return { y_hat: await answersOf(model, together(x), pictures.n_px), a };
}

for (const settings of [
  { engine: "gram" },
  { engine: "loop" },
  { engine: "vectorized" },
  { engine: "gram", hidden: [5, 3] },
  { engine: "vectorized", hidden: [16] },
  { engine: "gram", hidden: [4], out: true },
])
  test(`${JSON.stringify(settings)}: the answers of the page, also of a state gone back to`, async () => {
    const world = await openTrained();
    const { session, until } = world;
    const { out, ...rest } = settings;
    await session.change({ ...rest, iterations: 200, speed: Infinity });
    const done = until("train", (e) => e.finished && !e.running);
    await session.play();
    await done;
    if (out) {
      const gone = until("evaluation");
      await session.removeNeuron(1, 2, true);
      await gone;
    }
    const { y_hat, a } = await compared(world);
    near(y_hat, a, PAGE, "at the end");
    const back = until("evaluation");
    await session.seek(70);
    await back;
    const before = await compared(world);
    near(before.y_hat, before.a, PAGE, "gone back");
    assert.notDeepEqual(before.y_hat, y_hat);
  });

test("before anything was learned there is no model", async () => {
  const world = await openTrained();
  await world.session.reset();
  for (const kind of ["npz", "onnx", "onnx-test"]) {
    const { blob, refused } = await world.session.save(TEXTS, /** @type {any} */ (kind));
    assert.deepEqual([blob, refused?.code], [null, "saved-untrained"]);
  }
});

const ABOUT = `
import json, onnx
m = onnx.load("model.onnx")
onnx.checker.check_model(m, full_check=True)
shape = lambda v: [d.dim_param or d.dim_value for d in v.type.tensor_type.shape.dim]
kind = lambda v: onnx.TensorProto.DataType.Name(v.type.tensor_type.elem_type)
print(json.dumps({
  "ir": m.ir_version, "opset": [[o.domain, o.version] for o in m.opset_import],
  "ports": [[v.name, kind(v), shape(v)] for v in [*m.graph.input, *m.graph.output]],
  "kept": [[i.name, list(i.dims)] for i in m.graph.initializer],
  "said": {p.key: p.value for p in m.metadata_props}, "doc": m.doc_string, "name": m.graph.name}))`;

for (const hidden of [[], [4, 3]])
  test(
    `hidden ${hidden}: Python's onnx finds it right, and what it is; check.py finds the page's answers`,
    { skip: noPython },
    async (t) => {
      const { session, until, last } = await openTrained();
      await session.change({ engine: "gram", hidden, iterations: 120 });
      const done = until("train", (e) => e.finished && !e.running);
      await session.play();
      await done;
      const files = await filesIn(await save(session, TEXTS, "", "onnx-test"));
      assert.deepEqual([...files.keys()], ["model.onnx", "test.npz", "check.py"]);
      assert.deepEqual(files.get("model.onnx"), await bytesOf(await save(session, TEXTS, "", "onnx")));
      const folder = await unzipped(t, files);
      const about = JSON.parse(execFileSync(python, ["-c", ABOUT], { encoding: "utf8", cwd: folder }));
      const of = hidden.length
      ? [["W1", [4, 3072]], ["b1", [4]], ["W2", [3, 4]], ["b2", [3]], ["W3", [1, 3]], ["b3", [1]]] // prettier-ignore
      : [["w", [3072, 1]], ["b", [1]]]; // prettier-ignore
      const { said, ...rest } = about;
      assert.deepEqual(rest, {
        ir: 7,
        opset: [["", 13]],
        ports: [
          ["picture", "UINT8", ["N", 32, 32, 3]],
          ["y_hat", "DOUBLE", ["N", 1]],
        ],
        kept: [["255", []], ...of],
        doc: `${TEXTS.use}\n${TEXTS.pixels}`,
        name: hidden.length ? "network" : "neuron",
      });
      assert.deepEqual(JSON.parse(said.classes), ["other", "cat"]);
      assert.deepEqual(JSON.parse(said.stored), { format: "png", most_px: 128 });
      const { engine, iteration, n_px, fit, divide_by, resize } = said;
      assert.deepEqual(
        { engine, iteration, n_px, fit, divide_by, resize },
        {
          engine: "gram",
          iteration: "120",
          n_px: "32",
          fit: "crop",
          divide_by: "255",
          resize: "area average",
        },
      );

      const env = { ...process.env, PYTHONPATH: path("python"), PYTHONDONTWRITEBYTECODE: "1" };
      const printed = execFileSync(python, [join(folder, "check.py")], { encoding: "utf8", cwd: "/", env });
      const numbers = printed.match(/\d\S*\d/g)?.map(Number) ?? [];
      const a = last("evaluation").a.sort();
      near(numbers.slice(0, 3), [a[0], a[(a.length - 1) >> 1], a.at(-1)], 1e-6, "ŷ");
      assert.ok(numbers[3] < SAME, printed);
    },
  );
