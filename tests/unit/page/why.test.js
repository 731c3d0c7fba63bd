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
  assert.deepEqual(
    [4e8, 4e9].map((v) => closing([v], [], v)?.digits),
    [0, -1],
  );
  for (const bad of [NaN, Infinity]) assert.equal(closing([bad], [], 1), null);
  assert.equal(written(-12345, 4, true), "\u22121.2345");
  assert.equal(written(12345, 4, true), "+1.2345");
  assert.equal(written(0, 4, true), "0.0000");
  assert.equal(written(12345, 4), "1.2345");
  assert.equal(Object.is(closing([-0.00001], [], 0)?.free[0], -0), false);
});

test("numbers of any size add up as they are written: large ones in one power of ten", () => {
  const next = random(8);
  for (let round = 0; round < 300; round++) {
    const size = 10 ** next(300);
    const free = Array.from({ length: 2 + next(5) }, () => (next(2e6) / 1e6 - 1) * size);
    const total = free.reduce((sum, v) => sum + v, 0);
    const shown = closing(free, [], total);
    assert.ok(shown);
    const texts = [...shown.free, shown.total].map((v) => written(v, shown.digits));
    const powers = new Set(texts.filter((text) => !/^0/.test(text)).map((text) => text.split("\u00d7")[1]));
    assert.ok(powers.size <= 1 && texts.every((text) => text.length <= 17), texts.join(" "));
    const numbers = texts.map((text) => Math.round(numberIn(text.split("\u00d7")[0]) * 10 ** Math.max(0, shown.digits))); // prettier-ignore
    assert.equal(numbers.slice(0, -1).reduce((sum, v) => sum + v, 0), numbers.at(-1)); // prettier-ignore
    assert.ok(Math.abs(numbers[0] / 10 ** shown.digits - free[0]) <= 2 / 10 ** shown.digits);
  }
  assert.equal(written(123456789, -6, true), "+123456789\u00d710\u2076");
  assert.equal(written(0, -6), "0");
});

test("a part that is 0 is shown as 0, whatever is left over", () => {
  const next = random(3);
  for (let round = 0; round < 2000; round++) {
    const [p, q, b] = [0, 0, 0].map(() => (next(2e6) - 1e6) / 1e6);
    const { free, fixed, total } = /** @type {any} */ (closing([0, p, q, 0], [b], p + q + b));
    assert.deepEqual([free[0], free[3]], [0, 0]);
    assert.equal(free[1] + free[2] + fixed[0], total);
  }
});
