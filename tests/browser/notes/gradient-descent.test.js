// The figure gradient descent: one weight, two parameters, and learning rates from too small to too large.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { HOUSES } from "../../../web/notes/shared/houses.js";
import { openBrowser } from "../shared/browser.js";
import { asNumber, liveOf, nextFrame, openFigure, tableOf } from "../shared/figure.js";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

async function open(options) {
  const opened = await openFigure(browser, "gradient-descent", options);
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

test("one step moves w by −α times the slope", async () => {
  const { one, errors, close } = await open({});
  const live = (name) => liveOf(one, name);
  const w = await live("w");
  const next = await live("next");
  assert.ok(Math.abs(next - (w - 0.2 * slopes(w, -1.1).dw)) < 0.002);
  await one.getByRole("button", { name: "Step" }).click();
  assert.ok(Math.abs((await live("w")) - next) < 0.0015);
  assert.deepEqual(errors, []);
  await close();
});

test("the path of w and b is that of plain gradient descent", async () => {
  const { two, close } = await open({});
  for (let k = 0; k < 5; k++) await two.getByRole("button", { name: "Step" }).click();
  const rows = await tableOf(two);
  let [w, b] = [-1, 3];
  for (const [n, shownW, shownB] of rows) {
    assert.ok(Math.abs(shownW - w) < 1e-4 && Math.abs(shownB - b) < 1e-4, `iteration ${n}`);
    const { dw, db } = slopes(w, b);
    [w, b] = [w - 0.3 * dw, b - 0.3 * db];
  }
  assert.equal(rows.length, 6);
  await close();
});

test("a rate that is too large leaves the map and says so, in Chinese as well", async () => {
  const { two, close } = await open({ lang: "zh-CN" });
  await two.getByRole("button", { name: "太大", exact: true }).click();
  await two.getByText("跑丢了").waitFor({ timeout: 120000 });
  await close();
});

test("a click chooses where to start", async () => {
  const { two, page, close } = await open({});
  const plot = two.locator(".plot.tappable");
  const box = await plot.boundingBox();
  await plot.click({ position: { x: box.width * 0.8, y: box.height * 0.3 } });
  await nextFrame(page);
  const says = await two
    .getByRole("slider", { name: "The present point (w, b)" })
    .getAttribute("aria-valuetext");
  const [, w, b] = says.match(/w = ([−\d.]+), b = ([−\d.]+)/).map((text) => asNumber(String(text)));
  assert.ok(w > 4.5 && w < 6 && b > 0.5 && b < 3, says);
  await close();
});
