// Networks on the course's homework: no hidden layer against NumPy's logistic regression, 16 hidden neurons against plain
// loops, and the two engines against each other.
import assert from "node:assert/strict";
import test from "node:test";
import { Network } from "../../../web/core/network.js";
import { load, skip, truth } from "../shared/course.js";
import { netOf, train } from "../shared/network-reference.js";
import { open } from "../shared/open.js";
import { features } from "../shared/reference.js";

const core = await open();
const dataset = await load(core);
while (dataset.gramStep(20) > 0);

test("no hidden layer: all 2000 costs of the reference within 1e-12, by gram", { skip }, () => {
  const nn = Network.onPictures(dataset, { hidden: [], engine: "gram" });
  while (nn.iteration < 2000) nn.train(0.005, 2000 - nn.iteration, 1e7);
  nn.evaluate();
  const costs = nn.costs(0, 2000);
  truth.costs_all.forEach((J, t) => assert.ok(Math.abs(J - costs[t]) <= 1e-12, `J ${t}: ${costs[t]}, ${J}`));
  assert.ok(Math.abs(nn.accuracy("test") - 0.7) < 1e-12);
  nn.free();
});

test("16 hidden neurons by gram: costs of plain float64 loops within 1e-12", { skip }, (t) => {
  const nn = Network.onPictures(dataset, { hidden: [16], engine: "gram", seed: 1 });
  const y = nn.slots().slice(0, nn.m);
  const set = Array.from(y, (slot) => ({
    x: features(dataset.x(slot)),
    y: core.exports.dataset_y(dataset.address, slot),
  }));
  const { costs } = train(netOf(nn), set, 0.005, 4);
  nn.train(0.005, 4);
  nn.evaluate();
  const off = costs.map((J, i) => Math.abs(J - nn.costs(0, 5)[i]));
  t.diagnostic(`largest error of a cost: ${Math.max(...off)}`);
  assert.ok(off.every((v) => v <= 1e-12), String(off)); // prettier-ignore
  nn.free();
});

test("16 hidden neurons: both engines, 100 iterations, within float32 rounding", { skip }, (t) => {
  const [gram, direct] = ["gram", "vectorized"].map((engine) => {
    const nn = Network.onPictures(dataset, { hidden: [16], engine, seed: 1 });
    while (nn.iteration < 100) nn.train(0.005, 100 - nn.iteration, 1e8);
    nn.evaluate();
    const costs = nn.costs(0, 101);
    nn.free();
    return costs;
  });
  const off = gram.map((J, i) => Math.abs(J - direct[i]));
  t.diagnostic(`largest difference of a cost: ${Math.max(...off)}`);
  assert.ok(off.every((v) => v <= 2e-5), `${Math.max(...off)}`); // prettier-ignore
  assert.ok(gram[100] < gram[0]);
});
