// What JavaScript asks of the core that the core does not have: refused with the right word, never cut to fit, never read
// from where nothing is.
import assert from "node:assert/strict";
import test from "node:test";
import { Graph } from "../../../web/core/graph.js";
import { Vectors } from "../../../web/core/loops.js";
import { Network } from "../../../web/core/network.js";
import { standardise, train } from "../../../web/core/unit.js";
import { open } from "../shared/open.js";
import { examples } from "../shared/reference.js";
import { datasetOf } from "../shared/steps.js";

const core = await open("notes");
const argument = { name: "Error", code: "argument" };
const refused = (/** @type {() => unknown} */ call) => assert.throws(call, argument, String(call));

const SQUARE = { x: [1, 2, 3, 4], y: [0, 1], m: 2, n_x: 2 };

/** A dataset of 5 + 3 pictures, and a way to be rid of it. @param {import("node:test").TestContext} t */
function dataset(t) {
  const made = datasetOf(core, examples(5, 2, 1), examples(3, 2, 2));
  t.after(() => made.free());
  return made;
}

test("a network on a table predicts rows, one on pictures predicts pictures", (t) => {
  const pictures = dataset(t);
  const onTable = Network.onTable(core, { ...SQUARE, hidden: [3], activation: "sigmoid" });
  const onPictures = Network.onPictures(pictures, { hidden: [3], engine: "vectorized" });
  refused(() => onTable.predict(new Uint8Array(2)));
  refused(() => onTable.look(new Uint8Array(2)));
  refused(() => onPictures.predictRow(new Float64Array(12)));
  assert.ok(
    Number.isFinite(onTable.predictRow([1, 2]).z) && Number.isFinite(onPictures.predict(pictures.x(0)).z),
  );
  onTable.free();
  onPictures.free();
});

test("a layer or neuron that is not there has no numbers", () => {
  const nn = Network.onTable(core, { ...SQUARE, hidden: [3, 2], activation: "sigmoid" });
  nn.evaluate();
  for (const layer of [0, -1, 4, 1.5, NaN, 2 ** 32 + 1]) {
    for (const call of [() => nn.W(layer), () => nn.B(layer), () => nn.dW(layer), () => nn.dB(layer)])
      refused(call);
    refused(() => nn.fires(layer));
    refused(() => nn.remove(layer, 0));
    refused(() => nn.removed(layer, 0));
    refused(() => nn.setLayer(layer, [1], [1]));
  }
  refused(() => nn.fires(3)); // the output's
  for (const unit of [-1, 3, 0.5, 2 ** 32])
    for (const call of [() => nn.unitW(unit), () => nn.unitStart(unit), () => nn.remove(1, unit), () => nn.removed(1, unit)]) refused(call); // prettier-ignore
  assert.deepEqual([nn.fires(1).length, nn.fires(2).length, nn.B(3).length, nn.W(3)?.length], [3, 2, 1, 2]);
  nn.free();
});

test("what was freed has no numbers, and can be freed again", (t) => {
  const pictures = dataset(t);
  const lr = pictures.createLogreg("gram");
  const nn = Network.onPictures(pictures, { hidden: [2], engine: "gram" });
  const graph = new Graph(core);
  const vectors = new Vectors(core, 10);
  const gone = core.createDataset(2);
  for (const each of [lr, nn, graph, vectors, gone]) for (let k = 0; k < 2; k++) each.free();
  for (const learner of [lr, nn])
    for (const call of [
      () => learner.iteration,
      () => learner.end,
      () => learner.b,
      () => learner.train(0.1, 1),
      () => learner.evaluate(),
      () => learner.costs(0, 1),
      () => learner.z(),
      () => learner.accuracy("train"),
      () => learner.state(),
    ])
      refused(call);
  refused(() => graph.nodes);
  refused(() => gone.slots);
  refused(() => gone.createLogreg("loop"));
});

test("a word that the core does not know is an argument, not a want of memory", (t) => {
  const pictures = dataset(t);
  const lr = pictures.createLogreg("loop");
  lr.evaluate();
  for (const word of ["svm", "", "Gram", "test "]) {
    refused(() => pictures.createLogreg(word));
    refused(() => pictures.trainingBytes(word));
    refused(() => Network.bytes(pictures, [2], word));
    refused(() => Network.onPictures(pictures, { hidden: [2], engine: word }));
    refused(() => Network.onTable(core, { ...SQUARE, hidden: [2], activation: word }));
    refused(() => lr.accuracy(word));
    refused(() => pictures.count(word, 0));
    refused(() => pictures.setPart(0, word));
    refused(() => pictures.add(new Uint8Array(12), 0, word, 9));
    refused(() => core.resize({ rgb: new Uint8Array(3), width: 1, height: 1, n_px: 1, fit: word }));
  }
  refused(() => Network.onPictures(pictures, { hidden: [2], engine: "loop" }));
  refused(() => lr.accuracy("dev"));
  lr.free();
});

test("nothing to learn from, or no K yet, is no want of memory either", (t) => {
  const pictures = core.createDataset(2);
  t.after(() => pictures.free());
  for (const engine of ["loop", "vectorized", "gram"]) refused(() => pictures.createLogreg(engine));
  pictures.add(new Uint8Array(12), 1, "train", 1);
  refused(() => pictures.createLogreg("gram"));
  refused(() => Network.onPictures(pictures, { hidden: [1], engine: "gram" }));
  pictures.createLogreg("vectorized").free();
});

test("a number that C would cut or wrap is refused, and nothing has changed", (t) => {
  const pictures = dataset(t);
  const lr = pictures.createLogreg("gram");
  lr.train(0.1, 3);
  for (const n of [2 ** 32 + 2, 0.5, NaN, Infinity, -(2 ** 32)]) {
    refused(() => lr.train(0.1, n));
    refused(() => lr.seek(n));
    refused(() => pictures.setY(1, n));
    refused(() => pictures.setY(n, 1));
    refused(() => pictures.setPart(n, "test"));
    refused(() => pictures.remove(n));
    refused(() => pictures.part(n));
    refused(() => pictures.x(n));
    refused(() => pictures.count("train", n));
    refused(() => pictures.gramAt(n, 0));
    refused(() => pictures.add(new Uint8Array(12), n, "train", 9));
    refused(() => pictures.split(0.5, n));
    refused(() => core.createDataset(n));
    refused(() => core.drawn(1, n, 16));
    refused(() => new Vectors(core, n));
    refused(() => Network.onPictures(pictures, { hidden: [2], engine: "gram", seed: n }));
    refused(() => Network.onPictures(pictures, { hidden: [2], engine: "gram", batch: n }));
  }
  assert.deepEqual([lr.iteration, pictures.slots, pictures.part(0)], [3, 8, "train"]);
  for (const to of [5, 2 ** 20]) refused(() => lr.costs(0, to));
  assert.equal(lr.costs(0, 4).length, 4);
  // 2 rows of 2.5 numbers are 5 numbers, but no table.
  const half = { x: [1, 2, 3, 4, 5], y: [0, 1], m: 2, n_x: 2.5, activation: "sigmoid" };
  refused(() => Network.onTable(core, { ...half, hidden: [] }));
  refused(() =>
    train(core, { ...SQUARE, w: [0, 0], b: 0, activation: "tanh", loss: "squared", alpha: 1, iterations: 1 }),
  );
  lr.free();
});

test("a column is standardised, or refused: there is nothing in between", () => {
  const least = 5e-324;
  for (const column of [
    [0, 0, 0, 0, 0, least],
    [0, least],
    [least, 2 * least, 3 * least],
    [0, 1e-309, 2e-309],
    [Number.MAX_VALUE, Number.MAX_VALUE / 2],
  ])
    refused(() => standardise(core, column, column.length, 1));
  const { x, sigma } = standardise(core, [0, 1e-307, 2e-307], 3, 1);
  const expected = Math.sqrt(1.5); // x - mu is 1, and sigma the root of 2/3
  x.forEach((v, i) => assert.ok(Math.abs(v - (i - 1) * expected) <= 4 * Number.EPSILON));
  assert.ok(Math.abs(sigma[0] / 1e-307 - Math.sqrt(2 / 3)) <= 4 * Number.EPSILON);
  assert.deepEqual(standardise(core, [least, least], 2, 1).x, Float64Array.of(0, 0)); // constant: sigma 1
});
