// The figure broadcasting: the table of calories, any two shapes, and the array that is neither row nor column.
import assert from "node:assert/strict";
import test from "node:test";
import { textOf } from "../shared/figure.js";
import { browserTests } from "../shared/visitor.js";

const { openFigure } = browserTests();

async function open(t, options = {}) {
  const opened = await openFigure(t, "broadcasting", options);
  const { figure } = opened;
  const texts = (selector) =>
    figure.locator(selector).evaluateAll((nodes) => nodes.map((node) => node.textContent));
  return { ...opened, texts };
}

const A = [
  [56, 0, 4.4, 68],
  [1.2, 104, 52, 8],
  [1.8, 135, 99, 0.9],
];
const sumsOf = (rows) => rows[0].map((_, c) => rows.reduce((sum, row) => sum + row[c], 0));
const percentages = (rows) =>
  rows.flatMap((row) => row.map((x, c) => ((100 * x) / sumsOf(rows)[c]).toFixed(1)));
const PERCENT = ".block-P tbody td";

test("sums, the stretched row and percentages follow every cell", async (t) => {
  const { figure, texts } = await open(t);
  assert.deepEqual(await texts(PERCENT), percentages(A));
  const changed = A.map((row) => [...row]);
  changed[1][0] = 30.5;
  await figure.getByLabel("Calories of apples from protein").fill("30.5");
  assert.deepEqual(await texts(PERCENT), percentages(changed));
  assert.deepEqual((await texts(".block-s tbody tr:first-child td")).map(Number), [88.3, 239, 155.4, 76.9]);
  assert.deepEqual(
    await texts(".block-s tbody tr:last-child td"),
    await texts(".block-s tbody tr:first-child td"),
  );
  assert.deepEqual(await texts(".block-P tfoot td"), ["100.0", "100.0", "100.0", "100.0"]);
  assert.equal(await figure.locator(".live-percent").textContent(), ((100 * 30.5) / 88.3).toFixed(2));
  await figure.getByRole("button", { name: "Reset" }).click();
  assert.deepEqual(await texts(PERCENT), percentages(A));
});

test("the steps lead from A to the percentages, by button and by keyboard", async (t) => {
  const { figure, page, texts } = await open(t, { still: true });
  const shape = () => figure.locator(".block-s .shape").textContent();
  const shapes = [];
  await figure.getByRole("button", { name: "Step", exact: true }).focus();
  for (let k = 0; k < 5; k++) {
    await page.keyboard.press("Enter");
    shapes.push(await shape());
    assert.equal(
      (await texts(PERCENT)).every((text) => text === ""),
      k < 4,
    );
  }
  assert.deepEqual(shapes, ["", "(4,)", "(1, 4)", "(1, 4) → (3, 4)", "(1, 4) → (3, 4)"]);
  const copies = figure.locator(".block-s tbody tr").nth(1).locator("td").first();
  await figure.getByRole("button", { name: "reshape (1, 4)", exact: true }).click();
  assert.equal(await copies.isVisible(), false);
  await figure.getByRole("button", { name: "stretched", exact: true }).click();
  assert.equal(await copies.isVisible(), true);
});

test("a column of zeros gives NaN and says why; bad numbers change nothing", async (t) => {
  const { figure, texts } = await open(t);
  for (const part of ["carbs", "protein", "fat"])
    await figure.getByLabel(`Calories of apples from ${part}`).fill("0");
  assert.equal((await texts(PERCENT))[0], "NaN");
  assert.equal((await texts(".block-P tfoot td"))[0], "NaN");
  assert.match(
    await textOf(figure.locator(".calories-says")),
    /apples adds up to 0, and 0\/0 is not a number/,
  );
  await figure.getByRole("button", { name: "Reset" }).click();
  for (const bad of ["many", "-3", "1e9", ""]) {
    await figure.getByLabel("Calories of beef from fat").fill(bad);
    assert.match(await textOf(figure.locator(".block-A .complaint:not([hidden])")), /last good one stays/);
    assert.deepEqual(await texts(PERCENT), percentages(A), bad);
  }
});

/** What NumPy does, in plain loops: [result shape, numbers of 0, 1, 2, … + 0, 10, 20, …]; null: no fit. */
function added(a, b) {
  const axes = Math.max(a.length, b.length);
  const pad = (shape) => [...Array(axes - shape.length).fill(1), ...shape];
  const [pa, pb] = [pad(a), pad(b)];
  if (pa.some((size, i) => size !== pb[i] && size !== 1 && pb[i] !== 1)) return null;
  const shape = pa.map((size, i) => (size === 1 ? pb[i] : size));
  const count = shape.reduce((x, y) => x * y, 1);
  const read = (own, flat) => {
    let [index, stride] = [0, 1];
    for (let i = axes - 1; i >= 0; i--) {
      if (own[i] > 1) index += (flat % shape[i]) * stride;
      stride *= own[i];
      flat = Math.floor(flat / shape[i]);
    }
    return index;
  };
  return [shape, Array.from({ length: count }, (_, i) => read(pa, i) + 10 * read(pb, i))];
}

test("any two shapes: aligned, stretched, added", async (t) => {
  const { figure, texts } = await open(t);
  const cases = [
    ["(3, 4)", "(4,)", "(3, 4)"],
    ["3,4", "(3, 1)", "(3, 4)"],
    ["(4,)", "(4, 1)", "(4, 4)"],
    ["5,1,3", "(4, 1)", "(5, 4, 3)"],
    ["()", "(2, 3)", "(2, 3)"],
    ["(2, 1, 2, 1)", "(3, 1, 2)", "(2, 3, 2, 2)"],
  ];
  const sizes = (text) => (text.match(/\d+/g) ?? []).map(Number);
  for (const [a, b, result] of cases) {
    await figure.getByLabel("Shape of a").fill(a);
    await figure.getByLabel("Shape of b").fill(b);
    const [shape, numbers] = added(sizes(a), sizes(b)) ?? assert.fail(`${a} + ${b} fits`);
    assert.equal(await figure.locator(".verdict strong").textContent(), result);
    assert.deepEqual(sizes(result), shape);
    const drawn = await texts(".shape-sum > :last-child .array td");
    assert.deepEqual(drawn.map(Number), numbers, `${a} + ${b}`);
    assert.equal(await figure.locator(".reasons li").count(), shape.length);
  }
  const ghosts = await figure.locator(".shape-sum figure:first-child td.ghost").count();
  assert.equal(ghosts, 24 - 4);
});

test("shapes that do not fit say where, and a bad shape changes nothing", async (t) => {
  const { figure } = await open(t, { lang: "zh-CN" });
  const verdict = figure.locator(".verdict");
  await figure.getByRole("button", { name: "(3, 4) + (3,)", exact: true }).click();
  assert.match(await textOf(verdict), /轴 −1 上，a 的大小是 4，b 的大小是 3/);
  assert.equal(
    await figure.locator(".python").textContent(),
    "ValueError: operands could not be broadcast together with shapes (3,4) (3,)",
  );
  const before = await verdict.textContent();
  for (const [bad, sentence] of Object.entries({
    four: "逗号隔开的整数",
    "(-3, 4)": "至少是 1",
    "(1, 1, 1, 1, 1)": "多于 4 个",
    "(300, 400)": "超过 4096",
  })) {
    await figure.getByLabel("a 的形状").fill(bad);
    assert.ok((await textOf(figure.locator(".shapes-complaint"))).includes(sentence), bad);
    assert.equal(await verdict.textContent(), before);
  }
  await figure.getByLabel("a 的形状").fill("(300, 3)"); // fits, but is not drawn
  assert.match(await textOf(verdict), /\(300, 3\)/);
  assert.match(await textOf(figure.locator(".shape-sum")), /900 个数/);
});

test("the trap: the same + gives a vector, a row or a table", async (t) => {
  const { figure, texts } = await open(t);
  await figure.getByLabel("x[0]", { exact: true }).fill("-7");
  const x = [-7, 2, 3, 4];
  const read = async (key) => (await texts(`.trap-${key} td`)).map((text) => Number(text.replace("−", "-")));
  const shape = (key) => figure.locator(`.trap-${key} .shape`).textContent();
  assert.deepEqual([await shape("same"), await read("same")], ["(4,)", x.map((v) => 2 * v)]);
  assert.deepEqual([await shape("row"), await read("row")], ["(1, 4)", x.map((v) => 2 * v)]);
  assert.deepEqual(
    [await shape("column"), await read("column")],
    ["(4, 4)", x.flatMap((v) => x.map((u) => u + v))],
  );
  assert.deepEqual([await shape("transpose"), await read("transpose")], ["(4,)", x]);
  assert.deepEqual([await shape("honest-row"), await read("honest-row")], ["(1, 4)", x]);
});
