// Why an answer is what it is: z taken apart by pixel, by block and by training picture, against plain loops in float64.
import assert from "node:assert/strict";
import test from "node:test";
import { Network } from "../../../web/core/network.js";
import { Why } from "../../../web/core/why.js";
import { netOf, pass } from "../shared/network-reference.js";
import { open } from "../shared/open.js";
import * as reference from "../shared/reference.js";
import { datasetOf, near } from "../shared/steps.js";

const core = await open();
const why = new Why(await open("why"));
const N_PX = 9;
const set = reference.examples(23, N_PX, 5);
const others = reference.examples(4, N_PX, 77);

/** Every kind of learner of pictures, trained a little: [name, learner, free]. */
function* learners() {
  const hidden = [[], [7], [6, 5], [8, 4, 3]];
  for (const engine of ["loop", "vectorized", "gram"]) {
    const dataset = datasetOf(core, set, others);
    const neuron = dataset.createLogreg(engine);
    neuron.train(0.02, 40);
    neuron.evaluate();
    yield { name: `neuron ${engine}`, lr: neuron };
    neuron.free();
    for (const layers of engine === "loop" ? [] : hidden) {
      const nn = Network.onPictures(dataset, {
        hidden: layers,
        engine,
        seed: 4,
        batch: layers.length === 2 ? 6 : 0,
      });
      nn.train(0.02, 30);
      if (layers.length > 1) nn.remove(1, 2);
      nn.evaluate();
      yield { name: `network ${layers} ${engine}`, lr: nn };
      nn.free();
    }
    dataset.free();
  }
}

const tolerance = (lr) => (lr.engine === "vectorized" ? 3e-7 : 1e-13);
const sumOf = (list) => list.reduce((sum, v) => sum + v, 0);
const magnitude = (list) => list.reduce((sum, v) => sum + Math.abs(v), 1);

test("w and b around a picture give its z, and are what the paths through a network add up to", () => {
  for (const { name, lr } of learners())
    for (const { x } of [set[3], others[1]]) {
      const { w, b } = why.around(lr, x);
      const { sum, magnitude } = reference.dot(w, reference.features(x));
      const { z } = lr.predict(x);
      assert.ok(Math.abs(sum + b - z) <= tolerance(lr) * (magnitude + 1), `${name}: ${sum + b} is not ${z}`);
      if (!(lr instanceof Network)) continue;
      // Moved so little that the same neurons fire, z changes by w: the slope of the reference.
      const net = { ...netOf(lr), gone: new Set(lr.hidden.length > 1 ? ["1 2"] : []) };
      const at = (features) => pass(net, features).z[lr.layers][0];
      for (const j of [0, 40, 3 * N_PX ** 2 - 1]) {
        const [up, down] = [1e-6, -1e-6].map((d) =>
          at(reference.features(x).map((v, k) => (k === j ? v + d : v))),
        );
        near([w[j]], [(up - down) / 2e-6], 1e-7 * (1 + Math.abs(w[j])), `${name}: slope ${j}`);
      }
    }
});

test("the ledger closes, raw and compared with the mean picture; blocks are its sums", () => {
  for (const { name, lr } of learners()) {
    const { x } = others[2];
    const { w, b } = why.around(lr, x);
    const mean = why.mean(lr);
    const train = lr.slots().slice(0, lr.m);
    for (const j of [0, 17, 242])
      near([mean[j]], [sumOf([...train].map((slot) => lr.dataset.x(slot)[j])) / lr.m], 1e-12, name);
    for (const base of [null, mean])
      for (const grid of [1, 3, 8, 9]) {
        const { adds, blocks, plus, minus, base: other } = why.ledger(w, x, { base, grid });
        const plain = Float64Array.from(adds, (_, i) =>
          sumOf([0, 1, 2].map((c) => (w[3 * i + c] * (x[3 * i + c] - (base?.[3 * i + c] ?? 0))) / 255)),
        );
        const size = magnitude(plain) + Math.abs(other) + Math.abs(b);
        near(adds, plain, 1e-15 * size, `${name}: pixels`);
        near(
          [plus, minus],
          [plain.filter((v) => v > 0), plain.filter((v) => v < 0)].map(sumOf),
          1e-14 * size,
          name,
        );
        near([other], [base ? reference.dot(w, base).sum / 255 : 0], 1e-13 * size, `${name}: base`);
        near([plus + minus + other + b], [lr.predict(x).z], tolerance(lr) * 10 * size, `${name}: closes`);
        const wanted = new Float64Array(grid ** 2);
        const block = (i) => Array.from({ length: grid }, (_, k) => k).findIndex((k) => i < Math.floor(((k + 1) * N_PX) / grid)); // prettier-ignore
        plain.forEach((v, i) => (wanted[block(Math.floor(i / N_PX)) * grid + block(i % N_PX)] += v));
        near(blocks, wanted, 1e-14 * size, `${name}: ${grid} x ${grid} blocks`);
      }
  }
});

test("gram: the shares of the training pictures, the start and b add up to z within 1e-12; other engines have none", () => {
  for (const { name, lr } of learners()) {
    const { x } = others[0];
    const around = why.around(lr, x);
    const found = why.examples(lr, x, around);
    assert.equal(found !== null, lr.engine === "gram", name);
    if (!found) continue;
    const { shares, start } = found;
    const { z } = lr.predict(x);
    const size = magnitude(shares) + Math.abs(start) + Math.abs(around.b);
    near([sumOf(shares) + start + around.b], [z], 1e-12 * size, `${name}: closes`);
    if (lr instanceof Network) continue;
    // alpha_hat_i is minus the sum of alpha dz_i / m over the iterations: by plain loops.
    const slots = lr.slots();
    const ordered = Array.from({ length: lr.m }, (_, i) => set.filter((e) => e.x.every((v, j) => v === lr.dataset.x(slots[i])[j]))[0]); // prettier-ignore
    const alphaHat = new Float64Array(lr.m);
    for (let t = 0; t < 40; t++) {
      const state = reference.train(ordered, 0.02, t);
      reference.forward(state, ordered).forEach((z, i) => (alphaHat[i] -= (0.02 * (reference.sigmoid(z) - ordered[i].y)) / lr.m)); // prettier-ignore
    }
    const wanted = ordered.map((e, i) => alphaHat[i] * reference.dot(reference.features(e.x), reference.features(x)).sum); // prettier-ignore
    near(shares, wanted, 1e-12 * size, `${name}: shares`);
  }
});

test("engines give the same ledger", () => {
  const dataset = datasetOf(core, set, others);
  const of = (engine) => {
    const lr = dataset.createLogreg(engine);
    lr.train(0.02, 60);
    lr.evaluate();
    const { w } = why.around(lr, others[3].x);
    const ledger = why.ledger(w, others[3].x, { base: why.mean(lr), grid: 8 });
    lr.free();
    return ledger;
  };
  const [loop, gram, vectorized] = [of("loop"), of("gram"), of("vectorized")];
  for (const part of ["adds", "blocks"]) {
    near(gram[part], loop[part], 1e-12, `gram ${part}`);
    near(vectorized[part], loop[part], 1e-5, `vectorized ${part}`);
  }
  near([gram.plus, gram.minus, gram.base], [loop.plus, loop.minus, loop.base], 1e-11, "sums");
  dataset.free();
});
