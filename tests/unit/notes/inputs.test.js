// The parts of the figures inputs and two-classes that need no page: orders of x, rows of a column, outlines, made sounds.
import assert from "node:assert/strict";
import test from "node:test";
import { spectrogram } from "../../../web/core/spectrum.js";
import { rowsAround } from "../../../web/plot/column.js";
import { RATE, envelope, makeSound } from "../../../web/notes/inputs/audio.js";
import { Dividing, falls, M } from "../../../web/notes/inputs/dividing.js";
import { strongest } from "../../../web/notes/inputs/spectrogram.js";
import { Examples, N_X } from "../../../web/notes/two-classes/examples.js";
import { indexOf, pixelsBefore, placeOf, unroll } from "../../../web/notes/two-classes/unroll.js";
import { open } from "../shared/open.js";

const core = await open("notes");

test("a column always shows the picked entry, its neighbours, the first and the last, in as many rows", () => {
  for (const n of [4, 11, 12, 20, 12288])
    for (const count of [11, 17])
      for (let j = 1; j <= n; j += n > 100 ? 997 : 1) {
        const rows = rowsAround(j, n, count);
        const known = rows.filter((k) => k !== null);
        assert.equal(rows.length, Math.min(n, count), `j ${j} of ${n}`);
        assert.ok(known.includes(j) && known.includes(1) && known.includes(n));
        assert.deepEqual(
          known,
          [...new Set(known)].sort((a, b) => a - b),
        );
        for (const k of [j - 1, j + 1]) assert.ok(k < 1 || k > n || known.includes(k));
      }
});

test("a gap of a column stands for at least one entry", () => {
  for (let j = 1; j <= 40; j++) {
    const rows = rowsAround(j, 40);
    rows.forEach((k, i) => k === null && assert.ok(Number(rows[i + 1]) - Number(rows[i - 1]) > 1));
  }
});

test("both orders of x: index and place are inverse, and name the byte of the picture", () => {
  const n_px = 8;
  const rgb = Uint8Array.from({ length: 3 * n_px * n_px }, (_, k) => (k * 37) % 256);
  for (const order of /** @type {const} */ (["sheets", "pixels"])) {
    const x = unroll(order, rgb);
    for (let j = 1; j <= x.length; j++) {
      const place = placeOf(order, j, n_px);
      assert.equal(indexOf(order, place, n_px), j);
      for (const sheet of [0, 1, 2]) {
        const before = Array.from({ length: j - 1 }, (_, k) => placeOf(order, k + 1, n_px).sheet === sheet);
        assert.equal(pixelsBefore(order, sheet, j, n_px), before.filter(Boolean).length);
      }
      assert.equal(x[j - 1], rgb[3 * (place.row * n_px + place.column) + place.sheet]);
    }
  }
  assert.deepEqual(placeOf("sheets", 65, n_px), { sheet: 1, row: 0, column: 0 });
  assert.deepEqual(placeOf("pixels", 65, n_px), { sheet: 1, row: 2, column: 5 });
});

test("an outline keeps the lowest and the highest of every piece, and single samples when there are few", () => {
  const samples = [0, 3, -2, 1, 5, -7, 4, 4];
  assert.deepEqual(envelope(samples, 0, 7, 2), [
    [1, 3],
    [2, -2],
    [4, 5],
    [5, -7],
  ]);
  assert.deepEqual(
    envelope(samples, 2, 4, 100).map(([i]) => i),
    [2, 3, 4],
  );
});

test("the notes of the melody and the rise of the chirp are where the spectrogram says", () => {
  const loudest = (kind, second) => {
    const samples = makeSound(kind);
    const spectrum = { ...spectrogram(core, samples, { size: 512, hop: 64 }), size: 512, hop: 64 };
    return strongest(spectrum, second * RATE);
  };
  for (const [second, hertz] of [
    [0.25, 523.25],
    [0.75, 659.26],
    [1.25, 783.99],
  ])
    assert.ok(Math.abs(Number(loudest("melody", second)) - hertz) <= RATE / 512);
  for (const second of [0.3, 0.75, 1.2]) {
    const hertz = 200 + (5800 * second) / 1.5;
    assert.ok(Math.abs(Number(loudest("chirp", second)) - hertz) <= 2 * (RATE / 512), `${second} s`);
  }
  for (const kind of ["melody", "chord", "chirp"]) assert.ok(makeSound(kind).every((v) => Math.abs(v) < 1));
  const silence = new Float32Array(RATE);
  assert.equal(
    strongest({ ...spectrogram(core, silence, { size: 512, hop: 64 }), size: 512, hop: 64 }, 500),
    null,
  );
});

test("the same share of both classes is kept for testing, also after adding and removing", () => {
  const examples = new Examples(core);
  for (let k = 0; k < 30; k++) examples.addDrawn();
  const tests = (y) => examples.part(true).filter((example) => example.y === y).length;
  const of = (y) => examples.list.filter((example) => example.y === y).length;
  for (const share of [0, 0.2, 0.5]) {
    examples.split(share);
    for (const y of [0, 1]) assert.equal(tests(y), Math.round(share * of(y)));
  }
  const [first] = examples.list;
  examples.remove(first);
  assert.equal(examples.m, 29);
  assert.ok(!examples.list.includes(first));
  for (const y of [0, 1]) assert.equal(tests(y), Math.round(0.5 * of(y)));
  examples.add(new Uint8Array(N_X), 1, "mine.png");
  assert.equal(examples.m, 30);
  assert.equal(examples.part(true).length + examples.part(false).length, 30);
});

test("divided by 255 or not: J of every iteration is that of plain loops", () => {
  const dividing = new Dividing(core);
  const n_x = dividing.bytes.length / M;
  for (const [divided, alpha] of /** @type {[boolean, number][]} */ ([
    [true, 0.1],
    [false, 3e-6],
    [false, 0.1],
  ])) {
    const costs = dividing.costs(divided, alpha);
    const w = new Float64Array(n_x);
    let b = 0;
    for (let k = 0; k <= 12; k++) {
      const dw = new Float64Array(n_x);
      let [J, db] = [0, 0];
      for (let i = 0; i < M; i++) {
        const x = dividing.bytes.subarray(i * n_x, (i + 1) * n_x).map((v) => (divided ? v / 255 : v));
        const z = w.reduce((sum, v, j) => sum + v * x[j], b);
        J += (Math.max(z, 0) - z * dividing.y[i] + Math.log1p(Math.exp(-Math.abs(z)))) / M;
        const dz = 1 / (1 + Math.exp(-z)) - dividing.y[i];
        x.forEach((v, j) => (dw[j] += (v * dz) / M));
        db += dz / M;
      }
      assert.ok(
        Math.abs(costs[k] - J) <= 1e-9 * Math.max(1, J),
        `${divided} ${alpha} ${k}: ${costs[k]} ${J}`,
      );
      dw.forEach((d, j) => (w[j] -= alpha * d));
      b -= alpha * db;
    }
  }
});

test("the largest alpha: J falls with it and not with a little more, and about 255² apart", async () => {
  const dividing = new Dividing(core);
  const [on, off] = [await dividing.largest(true), await dividing.largest(false)];
  for (const [divided, alpha] of /** @type {[boolean, number][]} */ ([
    [true, on],
    [false, off],
  ])) {
    assert.ok(falls(dividing.costs(divided, alpha)));
    assert.ok(!falls(dividing.costs(divided, alpha * 1.01)));
  }
  assert.ok(on / off > 0.9 * 255 ** 2 && on / off < 1.1 * 255 ** 2, String(on / off));
});
