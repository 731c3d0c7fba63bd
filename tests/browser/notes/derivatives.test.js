// The figure derivatives: derivatives by nudging.
import assert from "node:assert/strict";
import test from "node:test";
import { asNumber, groupsOf, liveOf, textsOf } from "../shared/figure.js";
import { browserTests } from "../shared/visitor.js";
import { nextFrame } from "../shared/wait.js";

const { openFigure } = browserTests();

async function open(t, options = {}) {
  const opened = await openFigure(t, "derivatives", options);
  return { ...opened, live: (name) => liveOf(opened.figure, name) };
}

const CASES = {
  "3a": [(a) => 3 * a, () => 3],
  "a²": [(a) => a * a, (a) => 2 * a],
  "a³": [(a) => a ** 3, (a) => 3 * a * a],
  "log a": [Math.log, (a) => 1 / a],
  "σ(a)": [(a) => 1 / (1 + Math.exp(-a)), (a) => Math.exp(-a) / (1 + Math.exp(-a)) ** 2],
};

test("height over width and the derivative are right for every function", async (t) => {
  const { figure, page, live } = await open(t);
  await figure.getByRole("textbox").fill("0.001");
  for (const [name, [f, derivative]] of Object.entries(CASES)) {
    await figure.getByRole("button", { name, exact: true }).click();
    await nextFrame(page);
    const says = await figure.getByRole("slider", { name: "The point a" }).getAttribute("aria-valuetext");
    const [a] = groupsOf(says, /a = ([−\d.]+)/).map(asNumber);
    assert.ok(Math.abs((await live("slope")) - (f(a + 0.001) - f(a)) / 0.001) < 1e-6, name);
    assert.ok(Math.abs((await live("exact")) - derivative(a)) < 1e-6, name);
  }
});

test("the point moves by arrow keys and its derivative with it", async (t) => {
  const { figure, page, live } = await open(t, { lang: "zh-CN" });
  const before = await live("exact");
  await figure.getByRole("slider", { name: "点 a" }).focus();
  for (let k = 0; k < 5; k++) await page.keyboard.press("ArrowRight");
  await page.waitForFunction(
    (was) => Number(document.querySelector("#derivatives .live-exact").textContent) > was + 0.1,
    before,
  );
});

test("the table shows the error falling to 1e-8 and rising again below", async (t) => {
  const { figure } = await open(t);
  const errors = (await textsOf(figure)).map((row) => row[row.length - 1]);
  assert.equal(errors.length, 17);
  assert.match(errors[0], /^1\.0×10⁰$/);
  assert.match(errors[8], /×10⁻[⁷⁸⁹]$/);
  assert.match(errors[16], /×10⁰$/);
});
