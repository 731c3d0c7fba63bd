// @ts-nocheck -- many functions here run in the page
// A phone and a finger: targets that can be hit, values where the finger is, and nothing that pushes the page.
import assert from "node:assert/strict";
import test from "node:test";
import { boxOf } from "../shared/layout.js";
import { last, numberIn, pause, says, unfoldParts, unfoldSettings } from "../shared/training-page.js";
import { hearShifts, shiftsOf } from "../shared/slow.js";
import { targetsOf } from "../shared/targets.js";
import { browserTests } from "../shared/visitor.js";
import { nextFrame, soon, until } from "../shared/wait.js";

const { visit } = browserTests();

const pauseByTap = async (page) => {
  await page.locator("#play").tap();
  await until(page, () => !window.heard.train.running);
};

for (const [width, lang] of [
  [390, "en-US"],
  [360, "zh-CN"],
])
  test(`every target is 44 px, in dense rows 24: ${width} px, ${lang}`, async (t) => {
    const { page } = await visit(t, { width, height: 844, lang, touch: true });
    await until(page, () => window.heard.evaluation);
    await unfoldSettings(page);
    await unfoldParts(page);
    await page.locator("#cost-table summary").tap();
    const targets = await targetsOf(page);
    assert.ok(targets.length > 120, String(targets.length));
    assert.ok(targets.filter(({ dense }) => !dense).length > 50);
    const small = targets.filter(({ dense, width, height }) => Math.min(width, height) < (dense ? 24 : 43)); // whole px
    assert.deepEqual(small, []);
  });

test("the settings' sheet: targets, over the page, closed by its button, Escape and a tap beside it", async (t) => {
  const { page } = await visit(t, { width: 390, height: 844, touch: true, init: hearShifts });
  await unfoldSettings(page);
  const sheet = page.locator("#settings");
  const place = async () => (await boxOf(page.locator("#cost"))).y;
  const before = await place();
  const beside = () => page.locator(".masthead .mark").tap();
  for (const close of [
    () => sheet.getByRole("button", { name: says("close") }).tap(),
    () => page.keyboard.press("Escape"),
    beside,
  ]) {
    await page.locator("#more").tap();
    await sheet.getByRole("combobox").first().waitFor();
    const { x, y, width, height } = await boxOf(sheet);
    assert.deepEqual([x, width, Math.round(y + height)], [0, 390, 844]);
    assert.equal(await place(), before);
    await close();
    await sheet.waitFor({ state: "hidden" });
    const back = await page.locator("#more").evaluate((node) => node === document.activeElement);
    assert.equal(back, close !== beside); // a finger takes the focus where it goes
  }
  assert.deepEqual(
    (await shiftsOf(page)).filter(({ value }) => value > 0.005),
    [],
  );
});

for (const width of [1440, 820])
  test(`the settings open under their button and move nothing, ${width} px`, async (t) => {
    const { page } = await visit(t, { width, height: 900 });
    const place = async () => (await boxOf(page.locator("#cost"))).y;
    const before = await place();
    await page.locator("#more").click();
    const panel = page.locator("#settings");
    await panel.getByRole("combobox").first().waitFor();
    assert.equal(await place(), before);
    const [button, box] = [await boxOf(page.locator("#more")), await boxOf(panel)];
    assert.ok(box.y >= button.y + button.height && box.y - button.y - button.height < 40, "under the button");
    assert.ok(box.x >= 0 && box.x + box.width <= width);
    const rows = await panel.evaluate((panel) =>
      [...panel.querySelectorAll(".setting:not([hidden])")].map((node) =>
        Math.round(node.getBoundingClientRect().top),
      ),
    );
    assert.deepEqual(
      [...new Set(rows)].map((top) => rows.filter((one) => one === top).length),
      [1, 3, 2],
      `the engine, and two full rows, the second of the drawn pictures: ${rows}`,
    );
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "hidden" });
  });

test("the chart says what is under the finger, while it moves and after", async (t) => {
  const { page, context } = await visit(t, { width: 390, height: 844, touch: true, goes: true });
  await until(page, () => window.heard.train.iteration > 300);
  await pauseByTap(page);
  const tip = page.locator(".plot-tip");
  const area = await boxOf(page.locator(".plot-over"));
  const devtools = await context.newCDPSession(page);
  const y = area.y + area.height / 2;
  const send = (type, iteration) =>
    devtools.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x: area.x + (area.width * iteration) / 2000, y }],
    });
  const costs = (await last(page, "train")).cost;
  const shown = async () =>
    (await tip.innerText()).split("\n").map((line) => numberIn(line.replace(",", "")));
  await send("touchStart", 100);
  await soon(async () => assert.ok(Math.abs((await shown())[0] - 100) <= 8, (await shown()).join()));
  await send("touchMove", 200);
  await soon(async () => assert.ok(Math.abs((await shown())[0] - 200) <= 8, (await shown()).join()));
  await send("touchEnd");
  const [iteration, train, tested] = await shown();
  assert.ok(iteration > 190 && train > costs && train < 0.7 && tested > 0, `${iteration} ${train} ${tested}`);
  const box = await boxOf(tip);
  assert.ok(box.x >= 0 && box.x + box.width <= 390, JSON.stringify(box));
  await page.locator("#rate").tap({ position: { x: 250, y: 5 } });
  await tip.waitFor({ state: "hidden" });
});

for (const [right, down] of [
  [0.05, 0.05],
  [0.95, 0.3],
  [0.5, 0.6],
  [0.95, 0.95],
])
  test(`the numbers of a touched weight are beside the finger: ${right}, ${down}`, async (t) => {
    const { page } = await visit(t, { width: 390, height: 844, touch: true, goes: true });
    await pauseByTap(page);
    const canvas = page.locator("#weights-canvas");
    await canvas.scrollIntoViewIfNeeded();
    const picture = await boxOf(canvas);
    const [x, y] = [picture.x + right * picture.width, picture.y + down * picture.height];
    await page.touchscreen.tap(x, y);
    const tip = page.locator("#pixel");
    await tip.waitFor();
    const box = await boxOf(tip);
    assert.ok(
      box.x >= 0 && box.x + box.width <= 390 && box.y > 0 && box.y + box.height < 844,
      JSON.stringify(box),
    );
    const gap = Math.max(box.y - y, y - box.y - box.height);
    assert.ok(gap > 15 && gap < 60, `beside the finger, not under it: ${gap}`);
    const at = 3 * (Math.floor(down * 64) * 64 + Math.floor(right * 64));
    await soon(async () => {
      const cells = (await tip.locator("tbody td").allInnerTexts()).map(numberIn);
      const w = await page.evaluate((at) => [...window.heard.weights.w.slice(at, at + 3)], at);
      for (const c of [0, 1, 2]) {
        assert.ok(Math.abs(cells[3 * c] - w[c]) < 1e-4, `w ${cells[3 * c]} ${w[c]}`);
        assert.ok(cells[3 * c + 1] >= 0 && cells[3 * c + 1] <= 1);
        assert.ok(Math.abs(cells[3 * c + 2] - w[c] * cells[3 * c + 1]) < 1e-4);
      }
    });
    await page.locator("#equation-title").tap();
    await canvas.evaluate((node) => node.blur());
    await tip.waitFor({ state: "hidden" });
  });

for (const [width, touch] of [
  [390, true],
  [1440, false],
])
  test(`a notice moves nothing, can be read, and goes when it is told to, ${width} px`, async (t) => {
    const { page } = await visit(t, { width, height: 844, touch, init: hearShifts });
    await pause(page);
    await until(page, () => !document.querySelector(".running"));
    await until(page, () => document.querySelector(".meaning").innerText.trim()); // what the result means has come
    await nextFrame(page);
    const from = await page.evaluate(() => {
      const data = { type: "notice", code: "storage-full" }; // as the worker says it
      window.heard.worker.dispatchEvent(new MessageEvent("message", { data }));
      return window.shifts.length;
    });
    await page.getByRole("alert").filter({ visible: true }).waitFor();
    await page.getByText(says("notice.storage-full")).waitFor();
    const notice = page.locator(".notice");
    const box = await boxOf(notice);
    assert.ok(box.x >= 0 && box.x + box.width <= width && box.y + box.height <= 845, JSON.stringify(box));
    assert.ok(box.height < 300);
    await notice.getByRole("button", { name: says("close") }).click();
    await notice.waitFor({ state: "hidden" });
    assert.deepEqual((await shiftsOf(page)).slice(from), []);
  });
