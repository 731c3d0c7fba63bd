// Why an answer is what it is, after any changes of the pictures: added, at rest, moved, mirrored, made smaller, undone. Every
// number against float64 loops that train anew, on K of plain products, from the bytes that the page shows.
import assert from "node:assert/strict";
import test from "node:test";
import { VARIANTS } from "../../../web/core/variants.js";
import { random, sigmoid } from "../shared/reference.js";
import { openSession, picture } from "./session-fakes.js";

const sumOf = (/** @type {number[]} */ list) => list.reduce((sum, v) => sum + v, 0);
const dot = (p, q) => {
  let sum = 0; // whole numbers below 2^53, or doubles
  for (let k = 0; k < p.length; k++) sum += p[k] * q[k];
  return sum;
};

/** A session with pictures of odd sizes, some black or white, after changes at random. @param {number} seed */
async function changed(seed) {
  const next = random(seed);
  const pick = (list) => list[next(list.length)];
  const world = await openSession({ meta: { source: "drawn", settings: { n_px: 32 } } });
  const { session, last } = world;
  await session.start();
  let made = 0;
  const some = (n, bright) =>
    Array.from({ length: n }, () => {
      const one = picture(`${made++}.png`, { seed: seed + made, bright, px: pick([1, 7, 31, 33, 50, 128]) });
      if (next(4) === 0) one.rgb.fill(pick([0, 255]));
      return one;
    });
  await session.addFiles(some(3 + next(5), 0), 0);
  await session.addFiles(some(1 + next(7), 1), 1);
  const any = () => pick([...last("data").id]);
  const changes = {
    rest: () => session.rest([any()]),
    wake: () => session.wake([...last("data").resting].slice(0, 1)),
    move: () => session.relabel([any()], pick([0, 1])),
    remove: () => session.remove([any()]),
    mirror: () => session.mirror(),
    size: () => session.change({ n_px: pick([32, 32, 64]) }),
    share: () => session.change({ share: pick([0, 0.2, 0.5]) }),
    add: () => session.addFiles(some(1, 1), pick([0, 1])),
    undo: () => session.undo(),
  };
  const done = [];
  for (let k = 0; k < 7; k++) {
    done.push(pick(Object.keys(changes)));
    await changes[done[k]]();
  }
  return { ...world, done: done.join(" ") };
}

/** alpha_hat, b and w of the training anew. @param {Uint8Array[]} set @param {number[]} y @param {number} alpha @param {number} iterations */
function trained(set, y, alpha, iterations) {
  const K = set.map((p) => set.map((q) => dot(p, q) / 255 ** 2));
  const alphaHat = new Float64Array(set.length);
  let b = 0;
  for (let t = 0; t < iterations; t++) {
    const dz = K.map((row, i) => sigmoid(dot(row, alphaHat) + b) - y[i]);
    dz.forEach((d, i) => (alphaHat[i] -= (alpha / set.length) * d));
    b -= (alpha / set.length) * sumOf(dz);
  }
  const w = Float64Array.from(set[0], (_, j) => sumOf(set.map((x, i) => (alphaHat[i] * x[j]) / 255)));
  return { alphaHat, b, w };
}

for (const seed of [1, 2, 3, 5, 8])
  test(`pictures changed at random (${seed}): ledger, shares, variants and their test set are those of plain loops`, async () => {
    const { session, last, until, done } = await changed(seed);
    const data = last("data");
    if (data.missing) return assert.equal(await session.why("answer", 3), null, done);
    const engine = ["gram", "loop"][seed % 2];
    const [alpha, iterations] = [2e-4, 25];
    await session.change({ alpha, iterations, engine, speed: Infinity });
    const over = until("train", (e) => e.iteration === iterations && !e.running && e.engine === engine);
    await session.reset();
    await session.play();
    await over;
    const { rgb, n_px } = await session.pixels([...data.id]);
    const n_x = 3 * n_px ** 2;
    const x = [...data.id].map((_, i) => rgb.subarray(i * n_x, (i + 1) * n_x));
    const [own, kept] = [0, 1].map((part) => x.flatMap((_, i) => (data.test[i] === part ? [i] : [])));
    const { alphaHat, b, w } = trained(own.map((i) => x[i]), own.map((i) => data.y[i]), alpha, iterations); // prettier-ignore
    const mean = Float64Array.from(w, (_, j) => sumOf(own.map((i) => x[i][j])) / own.length);
    const size = dot(w.map(Math.abs), new Float64Array(n_x).fill(1)) + Math.abs(b);
    const close = (found, wanted, what) =>
      assert.ok(Math.abs(found - wanted) <= 1e-12 * size, `${what}: ${found} is not ${wanted} (${done})`);
    const zOf = (bytes) => dot(w, bytes) / 255 + b;

    for (const i of [own[0], kept.at(-1) ?? own[0]]) {
      await session.select(data.id[i]);
      const answer = await session.why("answer", 3);
      close(answer.z, zOf(x[i]), "z");
      for (const [name, base] of /** @type {[string, Float64Array | null][]} */ ([
        ["raw", null],
        ["compared", mean],
      ])) {
        // prettier-ignore
        const { plus, minus, base: other, blocks } = answer[name];
        const adds = Array.from({ length: n_px ** 2 }, (_, p) =>
          sumOf([3 * p, 3 * p + 1, 3 * p + 2].map((j) => (w[j] * (x[i][j] - (base?.[j] ?? 0))) / 255)),
        );
        close(plus, sumOf(adds.filter((v) => v > 0)), `${name} plus`);
        close(minus, sumOf(adds.filter((v) => v < 0)), `${name} minus`);
        close(other, base ? dot(w, base) / 255 : 0, `${name} base`);
        close(plus + minus + other + answer.b, answer.z, `${name} closes`);
        const wanted = new Float64Array(64);
        adds.forEach((v, p) => (wanted[Math.floor(p / n_px / (n_px / 8)) * 8 + Math.floor((p % n_px) / (n_px / 8))] += v)); // prettier-ignore
        blocks.forEach((v, k) => close(v, wanted[k], `${name} block ${k}`));
      }
      if (engine === "gram") {
        const { up, down, rest, others } = answer.examples;
        const shares = own.map((j, k) => ({ id: data.id[j], v: (alphaHat[k] * dot(x[j], x[i])) / 255 ** 2 }));
        for (const { id, share } of [...up, ...down]) close(share, shares.find((each) => each.id === id)?.v ?? NaN, "share"); // prettier-ignore
        assert.equal(up.length + down.length + others, own.length);
        close(sumOf([...up, ...down].map(({ share }) => share)) + rest + answer.b, answer.z, "shares close");
      } else assert.equal(answer.examples, null);
      for (const { variant, rgb: bytes, a } of answer.variants)
        assert.ok(Math.abs(a - sigmoid(zOf(bytes))) <= 1e-12, `${variant} (${done})`);
    }
    for (const variant of VARIANTS) {
      const { right, count } = await session.why("tested", variant, 3);
      assert.equal(count, kept.length);
      let wanted = 0;
      for (const i of kept) {
        await session.select(data.id[i]);
        const answer = await session.why("answer", 3);
        const one = answer.variants.find((each) => each.variant === variant);
        wanted += Number(zOf(one.rgb) > 0 === (data.y[i] === 1));
      }
      assert.equal(right, wanted, `${variant} (${done})`);
    }
  });
