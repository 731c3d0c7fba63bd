// tf.js on its wasm backend (SIMD, one thread): the network of network.js, from the same start, in its operations, as one
// would write them, and by model.fit with one full batch an epoch. Timed: training alone; X is a tensor before.

import { Network } from "../../web/core/network.js";
import { open } from "../unit/shared/open.js";
import { ALPHA, measure, task } from "./homework.js";
import { HIDDEN, SEED } from "./network.js";
import { fill } from "./ours.js";
import { openTensorflow } from "./tensorflow.js";

const tf = await openTensorflow();
const { data, what, iterations, runs } = await task();
const { m, n_x } = data;
const [n] = HIDDEN;
const X = tf.tensor2d(
  Float32Array.from(data.x, (byte) => byte / 255),
  [m, n_x],
);
const XT = X.transpose(); // kept: multiplying by X transposed on the way takes twice as long
const y = tf.tensor2d(Float32Array.from(data.y), [m, 1]);

/** W1 (n_x, n), b1, W2 (n, 1), b2 as our core starts with them. */
async function start() {
  const dataset = fill(await open(), data);
  const nn = Network.onPictures(dataset, { hidden: HIDDEN, engine: "vectorized", seed: SEED });
  const W1 = new Float32Array(n_x * n);
  for (let u = 0; u < n; u++) nn.unitW(u).forEach((w, k) => (W1[k * n + u] = w));
  const W2 = Float32Array.from(/** @type {Float64Array} */ (nn.W(2)));
  nn.free();
  dataset.free();
  return [tf.tensor2d(W1, [n_x, n]), tf.zeros([n]), tf.tensor2d(W2, [n, 1]), tf.zeros([1])];
}
const first = await start();

/** @param {any[]} parameters */
function step([W1, b1, W2, b2]) {
  const z1 = X.matMul(W1).add(b1);
  const a1 = z1.relu();
  const z2 = a1.matMul(W2).add(b2);
  // max(z, 0) - y z + log(1 + e^-|z|)
  const cost = z2.relu().sub(y.mul(z2)).add(z2.abs().neg().exp().log1p()).mean();
  const dz2 = z2.sigmoid().sub(y);
  const dz1 = dz2.matMul(W2, false, true).mul(z1.step());
  const gradients = [XT.matMul(dz1), dz1.sum(0), a1.matMul(dz2, true, false), dz2.sum(0)];
  const next = [W1, b1, W2, b2].map((w, k) => w.sub(gradients[k].mul(ALPHA / m)));
  return [...next, cost];
}

/** The cost is a tensor every iteration, read every 10th. */
async function operations() {
  let parameters = first.map((w) => w.clone());
  const costs = new Array(iterations).fill(NaN);
  for (let t = 0; t < iterations; t++) {
    const [W1, b1, W2, b2, cost] = tf.tidy(() => step(parameters));
    if (t % 10 === 0 || t === iterations - 1) costs[t] = (await cost.data())[0];
    tf.dispose([...parameters, cost]);
    parameters = [W1, b1, W2, b2];
  }
  await parameters[0].data();
  tf.dispose(parameters);
  return costs;
}

async function fit() {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: n, activation: "relu", inputShape: [n_x] }),
      tf.layers.dense({ units: 1, activation: "sigmoid" }),
    ],
  });
  model.setWeights(first);
  model.compile({ optimizer: tf.train.sgd(ALPHA), loss: "binaryCrossentropy" });
  const { history } = await model.fit(X, y, { epochs: iterations, batchSize: m, verbose: 0 });
  model.dispose();
  return history.loss;
}

await measure(runs, iterations, what === "fit" ? fit : operations);
