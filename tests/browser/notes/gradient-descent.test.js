// The figure gradient descent: one weight, two parameters, and learning rates from too small to too large.
import assert from "node:assert/strict";
import test from "node:test";
import { HOUSES } from "../../../web/notes/shared/houses.js";
import { asNumber, groupsOf, liveOf, tableOf } from "../shared/figure.js";
import { boxOf } from "../shared/layout.js";
import { browserTests } from "../shared/visitor.js";
import { nextFrame } from "../shared/wait.js";

const { openFigure } = browserTests();

async function open(t, options = {}) {
  const opened = await openFigure(t, "gradient-descent", options);
  const [one, two] = [0, 1].map((k) => opened.figure.locator(".half").nth(k));
  return { ...opened, one, two };
}

/** dJ/dw and dJ/db of squared error on the houses, by plain loops. */
function slopes(w, b) {
  let [dw, db] = [0, 0];
  for (const { x, y } of HOUSES) {
    dw += ((w * x + b - y) * x) / HOUSES.length;
    db += (w * x + b - y) / HOUSES.length;
  }
  return { dw, db };
}

test("one step moves w by −α times the slope", async (t) => {
  const { one } = await open(t);
  const live = (name) => liveOf(one, name);
  const w = await live("w");
  const next = await live("next");
  assert.ok(Math.abs(next - (w - 0.2 * slopes(w, -1.1).dw)) < 0.002);
  await one.getByRole("button", { name: "Step" }).click();
  assert.ok(Math.abs((await live("w")) - next) < 0.0015);
});

test("the path of w and b is that of plain gradient descent", async (t) => {
  const { two } = await open(t);
  for (let k = 0; k < 5; k++) await two.getByRole("button", { name: "Step" }).click();
  const rows = await tableOf(two);
  let [w, b] = [-1, 3];
  for (const [n, shownW, shownB] of rows) {
    assert.ok(Math.abs(shownW - w) < 1e-4 && Math.abs(shownB - b) < 1e-4, `iteration ${n}`);
    const { dw, db } = slopes(w, b);
    [w, b] = [w - 0.3 * dw, b - 0.3 * db];
  }
  assert.equal(rows.length, 6);
});

test("both axes have one scale, and on the screen each step leaves its contour at a right angle", async (t) => {
  const { two, page } = await open(t);
  for (let k = 0; k < 6; k++) await two.getByRole("button", { name: "Step" }).click();
  await nextFrame(page);
  const plot = two.locator(".gradient-map");
  const scale = async (axis, side) => {
    const ticks = await plot
      .locator(`.tick-${axis}`)
      .evaluateAll(
        (list, from) => list.map((node) => [node.textContent, Number(node.getAttribute(from))]),
        side,
      );
    const [first, last] = [ticks[0], ticks[ticks.length - 1]].map(([text, at]) => [
      asNumber(String(text)),
      Number(at),
    ]);
    return Math.abs((last[1] - first[1]) / (last[0] - first[0]));
  };
  const [perW, perB] = [await scale("x", "x"), await scale("y", "y")];
  assert.ok(Math.abs(perW / perB - 1) < 0.01, `${perW} px and ${perB} px`);
  const d = (await plot.locator("path.curve.class1").getAttribute("d")) ?? "";
  const points = d
    .slice(1)
    .split("L")
    .map((pair) => pair.split(" ").map(Number));
  const rows = await tableOf(two);
  for (const [k, [, w, b]] of rows.slice(0, 4).entries()) {
    const { dw, db } = slopes(w, b);
    const [sx, sy] = [points[k + 1][0] - points[k][0], points[k + 1][1] - points[k][1]];
    const [cx, cy] = [-db, -dw]; // along the contour; the screen's y points down
    const cosine = (sx * cx + sy * cy) / Math.hypot(sx, sy) / Math.hypot(cx, cy);
    assert.ok(Math.abs(cosine) < 0.02, `step ${k}: ${(Math.acos(cosine) * 180) / Math.PI} degrees`);
  }
});

test("the upper plot says what its J is, and its houses give J and the slope", async (t) => {
  const { one } = await open(t, { lang: "zh-CN" });
  await one.getByText("均方误差的一半；这里 b 固定为 −1.1").waitFor();
  const rows = await tableOf(one);
  assert.deepEqual(rows.map(([x, y]) => ({ x, y })), HOUSES); // prettier-ignore
  const dw = rows.reduce((sum, [x, y, a]) => sum + (a - y) * x, 0) / rows.length;
  assert.ok(Math.abs((await liveOf(one, "dw")) - dw) < 1e-3);
});

test("a rate that is too large leaves the map and says so, in Chinese as well", async (t) => {
  const { two } = await open(t, { lang: "zh-CN" });
  await two.getByRole("button", { name: "太大", exact: true }).click();
  await two.getByText("跑丢了").waitFor({ timeout: 120000 });
});

test("a click chooses where to start", async (t) => {
  const { two, page } = await open(t);
  const plot = two.locator(".plot.tappable");
  const box = await boxOf(plot);
  await plot.click({ position: { x: box.width * 0.8, y: box.height * 0.3 } });
  await nextFrame(page);
  const says = await two
    .getByRole("slider", { name: "The current point (w, b)" })
    .getAttribute("aria-valuetext");
  const [w, b] = groupsOf(says, /w = ([−\d.]+), b = ([−\d.]+)/).map(asNumber);
  assert.ok(w > 4.5 && w < 6 && b > 0.5 && b < 3, String(says));
});
