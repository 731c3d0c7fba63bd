// @ts-nocheck -- many functions here run in the page
// What is kept in the browser's own storage, and what is said where nothing can be kept.
import assert from "node:assert/strict";
import test from "node:test";
import { pictures } from "../shared/files.js";
import { card, choose, costsOf, counts, fullSpeed, last, press, says } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { until } from "../shared/wait.js";

const { visit } = browserTests();

/** In the page: the bytes of every thumbnail as one text. */
const seen = () =>
  [...document.querySelectorAll(".class-card li:not([hidden]) img")]
    .map((img) => window.heard.pixels(img).data.join())
    .join(" ");
const painted = () => {
  const list = [...document.querySelectorAll(".class-card li:not([hidden]) img")];
  return list.length === 9 && list.every((img) => img.naturalWidth === 32);
};

test("a reload finds pictures, names and settings; forgetting deletes them", async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, pictures(5, 1));
  await choose(page, 0, pictures(4, 0));
  await counts(page, 4, 5);
  await card(page, 1).getByRole("textbox").fill("<i>warm</i> 暖");
  await card(page, 1).getByRole("textbox").press("Enter");
  await page.getByRole("textbox", { name: "learning rate α" }).fill("0.0123");
  await page.getByRole("textbox", { name: "learning rate α" }).press("Enter");
  await page.getByRole("textbox", { name: "iterations" }).fill("321");
  await page.getByRole("textbox", { name: "iterations" }).press("Enter");
  await press(page, "More settings");
  await page.getByRole("combobox", { name: "Engine" }).selectOption("loop");
  await page.getByRole("combobox", { name: "Picture size" }).selectOption("32");
  await page.getByRole("combobox", { name: "Kept for testing" }).selectOption("0.5");
  await page.getByRole("combobox", { name: "Pictures that are not square" }).selectOption({ index: 1 });
  await until(page, () => window.heard.data.n_px === 32 && window.heard.data.share === 0.5);
  await until(page, painted);
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByRole("button", { name: "深色主题" }).click();
  const [before, look] = [await last(page, "data"), await page.evaluate(seen)];

  await page.reload();
  await until(page, () => window.heard.data && window.heard.train);
  await counts(page, 4, 5);
  const after = await last(page, "data");
  for (const key of ["source", "names", "id", "y", "test", "n_px", "share", "settings"])
    assert.deepEqual(after[key], before[key], key);
  await until(page, painted);
  assert.equal(await page.evaluate(seen), look);
  assert.equal(await card(page, 1).getByRole("textbox").inputValue(), "<i>warm</i> 暖");
  assert.equal(await page.getByRole("textbox", { name: "学习率 α" }).inputValue(), "0.0123");
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-Hans");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  await page.getByRole("button", { name: "EN" }).click();
  await press(page, "Train");
  await until(page, () => window.heard.train.iteration === 321 && window.heard.train.engine === "loop");

  await press(page, says("data.forget"));
  await press(page, says("forget.keep"));
  await counts(page, 4, 5);
  await press(page, says("data.forget"));
  await page
    .getByRole("dialog")
    .getByRole("button", { name: says("forget.do"), exact: true })
    .click();
  await until(page, () => window.heard.data.source === "drawn");
  await page.reload();
  await until(page, () => window.heard.data);
  const fresh = await last(page, "data");
  assert.equal(fresh.source, "drawn");
  assert.equal(fresh.settings.alpha, 0.005, "the settings are forgotten too");
  assert.equal(fresh.settings.iterations, 2000);
  assert.equal(fresh.n_px, 64);
});

test("what was learned outlasts a reload: the same iteration and costs, at rest, and on with the same digits", async (t) => {
  const [visitor, other] = [await visit(t), await visit(t)];
  /** Own pictures, trained to `iterations`, as the page ends up. */
  const trained = async ({ page }, iterations) => {
    await page.getByRole("textbox", { name: "iterations" }).fill(String(iterations));
    await page.getByRole("textbox", { name: "iterations" }).press("Enter");
    await press(page, "Train");
    await until(page, (n) => window.heard.train.iteration === n && !window.heard.train.running, iterations);
    return last(page, "train");
  };
  for (const { page } of [visitor, other]) {
    await choose(page, 1, pictures(5, 1));
    await choose(page, 0, pictures(4, 0));
    await counts(page, 4, 5);
    await fullSpeed(page);
  }
  const { page } = visitor;
  const before = await trained(visitor, 150);
  await until(page, async () => {
    const open = indexedDB.open("one-neuron");
    const db = await new Promise((resolve) => (open.onsuccess = () => resolve(open.result)));
    const get = db.transaction("kept").objectStore("kept").get("learned");
    const found = await new Promise((resolve) => (get.onsuccess = () => resolve(get.result)));
    db.close();
    return found !== undefined;
  });

  await page.reload();
  await until(page, () => window.heard.train?.engine && window.heard.train.iteration > 0);
  const after = await last(page, "train");
  for (const key of [
    "iteration",
    "end",
    "cost",
    "testCost",
    "accuracy",
    "testAccuracy",
    "b",
    "engine",
    "running",
    "w",
  ])
    assert.deepEqual(after[key], before[key], key);
  assert.equal(after.running, false);
  assert.equal((await costsOf(page)).train.length, 151, "the whole curve");

  await trained(visitor, 400);
  await trained(other, 400);
  assert.deepEqual(await costsOf(page), await costsOf(other.page));
});

/** Opens the page and runs `source` in its worker before the worker's own code. */
const workerFirst = (source) => {
  const PlainBlob = window.Blob;
  window.Blob = class extends PlainBlob {
    constructor(parts, options) {
      const [line] = parts ?? [];
      const isWorker = typeof line === "string" && /".*\/worker[\w-]*\.js"/.test(line);
      // Imports by a statement are done before anything else in the worker's text.
      const first =
        isWorker &&
        `import ${JSON.stringify(URL.createObjectURL(new PlainBlob([source], { type: "text/javascript" })))};`;
      super(isWorker ? [first, line] : (parts ?? []), options);
    }
  };
};

for (const [what, source, code] of [
  ["forbidden", "Object.defineProperty(self, 'indexedDB', { value: undefined });", "storage-forbidden"],
  [
    "full",
    "IDBObjectStore.prototype.put = () => { throw new DOMException('made by the test', 'QuotaExceededError'); };",
    "storage-full",
  ],
]) {
  test(`storage ${what}: one sentence, and everything else works`, async (t) => {
    const { page } = await visit(t, { init: workerFirst, arg: source });
    await choose(page, 1, pictures(3, 1));
    await choose(page, 0, pictures(3, 0));
    await counts(page, 3, 3);
    await page
      .getByRole("alert")
      .getByText(says(`notice.${code}`))
      .waitFor();
    await fullSpeed(page);
    await press(page, "Train");
    await until(page, () => window.heard.train.finished);
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("alert").getByText("重新加载").first().waitFor();
    await page.getByRole("alert").getByRole("button", { name: "关闭" }).click();
    assert.equal(await page.getByRole("alert").filter({ visible: true }).count(), 0);
  });
}
