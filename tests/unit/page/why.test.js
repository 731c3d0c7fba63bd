// A ledger as it is shown closes to the last digit, whatever its parts are.
import assert from "node:assert/strict";
import test from "node:test";
import { closing, written } from "../../../web/page/why/closing.js";
import { random } from "../shared/reference.js";

const numberIn = (text) => Number(text.replace("\u2212", "-").replace("+", ""));

test("parts add up to the total as it is written; none is further off than a digit and a half", () => {
  const next = random(5);
  const any = (size) => ((next(2e9) - 1e9) / 1e9) * size;
  for (let round = 0; round < 2000; round++) {
    const size = 10 ** (next(9) - 3);
    const free = Array.from({ length: 1 + next(14) }, () => any(size));
    const fixed = Array.from({ length: next(3) }, () => any(size));
    const total = [...free, ...fixed].reduce((sum, v) => sum + v, 0);
    const shown = closing(free, fixed, total);
    assert.ok(shown);
    const parts = [...shown.free, ...shown.fixed].map((v) => numberIn(written(v, shown.digits)));
    const scale = 10 ** shown.digits;
    const sum = parts.reduce((all, v) => all + Math.round(v * scale), 0);
    assert.ok(sum === Math.round(numberIn(written(shown.total, shown.digits)) * scale));
    assert.ok(shown.total === Math.round(total * scale));
    fixed.forEach((v, i) => assert.ok(shown.fixed[i] === Math.round(v * scale), "as everywhere else"));
    const most = free.length === 1 ? 2 : 1.5 + 1e-6;
    free.forEach((v, i) =>
      assert.ok(Math.abs(v * scale - shown.free[i]) <= most, `${v} as ${shown.free[i]}`),
    );
  }
});

test("four decimals, fewer of large numbers, none of what is no number", () => {
  assert.deepEqual(closing([0.00004, 0.00004], [], 0.00008), {
    free: [1, 0],
    fixed: [],
    total: 1,
    digits: 4,
  });
  assert.equal(closing([123456.7], [], 123456.7)?.digits, 3);
  assert.equal(closing([4e9], [], 4e9)?.digits, 0);
  for (const bad of [NaN, Infinity, 1e13]) assert.equal(closing([bad], [], 1), null);
  assert.equal(written(-12345, 4, true), "\u22121.2345");
  assert.equal(written(12345, 4, true), "+1.2345");
  assert.equal(written(0, 4, true), "0.0000");
  assert.equal(written(12345, 4), "1.2345");
  assert.equal(Object.is(closing([-0.00001], [], 0)?.free[0], -0), false);
});
