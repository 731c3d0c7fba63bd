// The two matrix products against plain loops, at every size around their tiles, also transposed and inside larger arrays.
import assert from "node:assert/strict";
import test from "node:test";
import { open } from "../shared/open.js";
import { EPS32, EPS64, random } from "../shared/reference.js";

const core = await open();

const KINDS = [
  { name: "matmul_f32", bytes: 4, view: "f32", eps: EPS32, round: Math.fround },
  { name: "matmul_f64", bytes: 8, view: "f64", eps: EPS64, round: (/** @type {number} */ v) => v },
];

/** c + a b by plain loops in the order of k, each step rounded as the format does; and sum |a b| of every entry. */
function plain({ a, b, c, m, n, k, round }) {
  const out = c.slice();
  const magnitude = new Float64Array(m * n);
  for (let i = 0; i < m; i++)
    for (let u = 0; u < n; u++)
      for (let j = 0; j < k; j++) {
        const product = round(a[i * k + j] * b[j * n + u]);
        out[i * n + u] = round(out[i * n + u] + product);
        magnitude[i * n + u] += Math.abs(product);
      }
  return { out, magnitude };
}

/** By the core, with every row longer than it needs to be (by `gap`), and a transposed if asked for. */
function byCore({ name, bytes, view }, { a, b, c, m, n, k }, { gap, transposed }) {
  const [rows, columns] = transposed ? [k, m] : [m, k];
  const [lda, ldb] = [columns + gap, n + gap];
  const numbers = rows * lda + k * ldb + m * ldb;
  return core.scratch(bytes * numbers, (p) => {
    const at = { a: p, b: p + bytes * rows * lda, c: p + bytes * (rows * lda + k * ldb) };
    core[view](p, numbers).fill(NaN); // what lies between the rows is never read
    for (let i = 0; i < m; i++)
      for (let j = 0; j < k; j++)
        core[view](at.a, rows * lda)[transposed ? j * lda + i : i * lda + j] = a[i * k + j];
    for (let j = 0; j < k; j++) core[view](at.b, k * ldb).set(b.slice(j * n, (j + 1) * n), j * ldb);
    for (let i = 0; i < m; i++) core[view](at.c, m * ldb).set(c.slice(i * n, (i + 1) * n), i * ldb);
    const [row, col] = transposed ? [1, lda] : [lda, 1];
    core.exports[name](at.c, ldb, at.a, row, col, at.b, ldb, m, n, k);
    return Array.from({ length: m }, (_, i) => [...core[view](at.c + bytes * i * ldb, n)]).flat();
  });
}

for (const kind of KINDS)
  test(`${kind.name} has the bits of the plain loop, whatever the tiles`, () => {
    const next = random(1);
    const numbers = (/** @type {number} */ count) =>
      Array.from({ length: count }, () => kind.round((next(2001) - 1000) / 700));
    for (const m of [0, 1, 3, 4, 5, 8, 9])
      for (const n of [1, 2, 3, 4, 5, 7, 8, 9, 12, 16, 17])
        for (const k of [0, 1, 2, 7, 64]) {
          const job = { a: numbers(m * k), b: numbers(k * n), c: numbers(m * n), m, n, k, ...kind };
          const { out } = plain(job);
          for (const transposed of [false, true])
            for (const gap of [0, 3])
              assert.deepEqual(
                byCore(kind, job, { gap, transposed }),
                out,
                `${m} x ${n} x ${k}, ${transposed}, ${gap}`,
              );
        }
  });

test("a long float32 product is within k eps sum |a b| of the float64 one", () => {
  const next = random(2);
  const [m, n, k] = [5, 9, 12288];
  const a = Array.from({ length: m * k }, () => Math.fround(next(256) / 255));
  const b = Array.from({ length: k * n }, () => Math.fround((next(2001) - 1000) / 1000));
  const job = { a, b, c: new Array(m * n).fill(0), m, n, k };
  const { out, magnitude } = plain({ ...job, round: (v) => v });
  const found = byCore(KINDS[0], job, { gap: 0, transposed: false });
  found.forEach((v, i) =>
    assert.ok(Math.abs(v - out[i]) <= k * EPS32 * magnitude[i], `${i}: ${v} ${out[i]}`),
  );
});

test("NaN comes out where NaN went in, and nowhere else", () => {
  for (const kind of KINDS) {
    const [m, n, k] = [5, 9, 3];
    const a = new Array(m * k).fill(1);
    a[2 * k + 1] = NaN;
    const found = byCore(
      kind,
      { a, b: new Array(k * n).fill(1), c: new Array(m * n).fill(0), m, n, k },
      { gap: 0, transposed: false },
    );
    found.forEach((v, i) => assert.equal(Number.isNaN(v), Math.floor(i / n) === 2));
  }
});
