// tf.js on its wasm backend (SIMD, one thread): the homework in its operations, as one would write it, and by
// model.fit with one full batch an epoch. Timed: training alone; X is a tensor before.

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ALPHA, measure, task } from "./homework.js";

/** tf.js with its wasm backend. CommonJS: its Node build reads the wasm file from the disk. */
export async function openTensorflow() {
  const require = createRequire(import.meta.url);
  const tf = require("@tensorflow/tfjs");
  const { setWasmPaths } = require("@tensorflow/tfjs-backend-wasm");
  setWasmPaths(join(dirname(require.resolve("@tensorflow/tfjs-backend-wasm")), "/"));
  await tf.setBackend("wasm");
  await tf.ready();
  return tf;
}

async function homework() {
  const tf = await openTensorflow();
  const { data, what, iterations, runs } = await task();
  const { m, n_x } = data;
  const X = tf.tensor2d(
    Float32Array.from(data.x, (byte) => byte / 255),
    [m, n_x],
  );
  const y = tf.tensor2d(Float32Array.from(data.y), [m, 1]);

  function step(w, b) {
    const z = X.matMul(w).add(b);
    const a = z.sigmoid();
    // max(z, 0) - y z + log(1 + e^-|z|)
    const cost = z.relu().sub(y.mul(z)).add(z.abs().neg().exp().log1p()).mean();
    const dz = a.sub(y);
    const dw = X.matMul(dz, true, false).div(m);
    return [w.sub(dw.mul(ALPHA)), b.sub(dz.mean().mul(ALPHA)), cost];
  }

  /** The cost is a tensor every iteration, read every 100th. */
  async function operations() {
    let w = tf.zeros([n_x, 1]);
    let b = tf.scalar(0);
    const costs = new Array(iterations).fill(NaN);
    for (let t = 0; t < iterations; t++) {
      const [w1, b1, cost] = tf.tidy(() => step(w, b));
      if (t % 100 === 0 || t === iterations - 1) costs[t] = (await cost.data())[0];
      tf.dispose([w, b, cost]);
      [w, b] = [w1, b1];
    }
    await w.data();
    tf.dispose([w, b]);
    return costs;
  }

  async function fit() {
    const layer = { units: 1, activation: "sigmoid", kernelInitializer: "zeros", inputShape: [n_x] };
    const model = tf.sequential({ layers: [tf.layers.dense(layer)] });
    model.compile({ optimizer: tf.train.sgd(ALPHA), loss: "binaryCrossentropy" });
    const { history } = await model.fit(X, y, { epochs: iterations, batchSize: m, verbose: 0 });
    model.dispose();
    return history.loss;
  }

  await measure(runs, iterations, what === "fit" ? fit : operations);
}

if (process.argv[1] === import.meta.filename) await homework();
