// @ts-nocheck -- many functions here run in the page
// The cost chart as a picture, and the whole page on paper.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { assertAccessible } from "../shared/axe.js";
import { pictures } from "../shared/files.js";
import { card, choose, counts, last, pause, press, says } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { nextFrame, soon, until } from "../shared/wait.js";

const BARE = { "/bare.html": "<!doctype html><link rel='icon' href='data:,'><title>Picture</title>" };
const { newPage, visit } = browserTests({ pages: BARE });

/** @param {import('playwright-core').Page} page @param {string} format */
async function saved(page, format) {
  await page.locator("#picture").click();
  const button = page.locator(".picture-menu").getByRole("button", { name: format });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** In a bare page: the chart. */
const examined = (text) => {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
  const paths = [...parsed.querySelectorAll("path")].map((path) => ({
    stroke: path.getAttribute("stroke"),
    ends: path
      .getAttribute("d")
      .split(/(?=[ML])/)
      .map((end) => end.slice(1).split(" ").map(Number)),
  }));
  return {
    error: parsed.querySelector("parsererror")?.textContent ?? null,
    images: parsed.querySelectorAll("image, foreignObject, style, script").length,
    text: [...parsed.querySelectorAll("text")].map((node) => node.textContent),
    curves: paths.filter(({ ends }) => ends.length > 60),
    colours: [...parsed.querySelectorAll("*")].map((node) => node.getAttribute("fill")),
  };
};

for (const [lang, width, title] of [
  ["en-US", 1440, "Cost J"],
  ["zh-CN", 390, "成本 J"],
])
  test(`the cost chart as SVG: its curves as lines, light on white, ${lang} at ${width} px`, async (t) => {
    const { page } = await visit(t, { lang, width, theme: "dark", goes: true });
    await until(page, () => window.heard.train.iteration > 60);
    await page.locator("#play").click();
    await until(page, () => !window.heard.train.running);
    const { name, bytes } = await saved(page, "SVG");
    assert.equal(name, "one-neuron-cost.svg");
    const { page: bare } = await newPage(t);
    await bare.goto("/bare.html");
    const chart = await bare.evaluate(examined, bytes.toString());
    assert.equal(chart.error, null);
    assert.equal(chart.images, 0);
    assert.deepEqual(
      chart.curves.map(({ stroke }) => stroke),
      ["#8c887c", "#1c1e22"],
      "the test set below the training set, in the colours of the light theme",
    );
    const [, { ends }] = chart.curves;
    assert.ok(ends.length > 60 && ends[0][1] < ends.at(-1)[1], "down from left to right");
    const { cost } = await last(page, "train");
    for (const words of [title, cost.toFixed(4), "2,000"].slice(0, lang === "en-US" ? 3 : 2))
      assert.ok(chart.text.includes(words), `${words}: ${chart.text}`);
    assert.ok(!chart.colours.includes("#ecebe6"), "nothing is as light as the ink of the dark theme");
    const shown = await page.evaluate(() => {
      const canvas = document.querySelector("#plot canvas");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      return data.reduce((sum, v, i) => sum + (i % 4 === 0 && v > 230 && data[i + 3] > 200 ? 1 : 0), 0);
    });
    assert.ok(shown > 20, "the page itself is still drawn in its dark theme");
  });

test("PNG at 300 dpi, every iteration as CSV, and a menu that axe finds nothing in", async (t) => {
  const { page } = await visit(t, { goes: true });
  await pause(page);
  const { bytes } = await saved(page, "PNG");
  assert.equal(bytes.readUInt32BE(16), 1890);
  const csv = await saved(page, "CSV");
  const { iteration } = await last(page, "train");
  assert.equal(csv.name, "costs.csv");
  assert.equal(csv.bytes.toString().trim().split("\n").length, iteration + 2);
  await page.locator("#picture").click();
  await page.locator(".picture-menu").waitFor();
  await assertAccessible(page);
});

test("Ctrl+P prints all of it: one column, light, opened, with what fields hold; then it is as before", async (t) => {
  const init = () => {
    window.printed = 0;
    window.print = () => {
      window.printed++;
      window.rowsThen = document.querySelectorAll("#cost-table tbody tr").length;
    };
  };
  const { page } = await visit(t, { init, theme: "dark", width: 1440, goes: true });
  await page.route(/\/table-[^/]*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700)); // a slow connection: paper waits for what it opens
    await route.continue();
  });
  await until(page, () => window.heard.train.iteration > 60);
  await pause(page);
  await page.locator("#what-if > summary").click();
  await press(page, "Compare three learning rates");
  await page.locator(".whatif-rates tbody tr").nth(2).waitFor();
  await page.locator("#what-if > summary").click();
  await page.keyboard.press("Control+p");
  await until(page, () => window.printed === 1);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.evaluate(() => (document.body.style.width = "680px"));
  await nextFrame(page);
  const paper = await page.evaluate(() => {
    const shows = (selector) =>
      [...document.querySelectorAll(selector)].filter((node) =>
        node.checkVisibility({ visibilityProperty: true }),
      ).length;
    const edge = document.querySelector(".columns").getBoundingClientRect().left + 679; // beyond it a border is cut
    return {
      hands: shows("#play, input[type=range], .masthead nav, .switches, .class-ways, .pad-tools, #picture"),
      parts: ["#plot canvas", "#weights-canvas", "#equation", ".thumb", ".confusion-cell", ".worst-row"].map(
        shows,
      ),
      rows: shows("#cost-table tbody tr"),
      torn: [...document.querySelectorAll("#what-if :is(h4, .whatif-bench)")].filter(
        (node) => getComputedStyle(node).breakAfter !== "avoid",
      ).length,
      asked: [...document.querySelectorAll("#what-if h4")]
        .filter((node) => node.checkVisibility())
        .map((node) => node.id),
      theme: document.documentElement.dataset.theme,
      cut: [...document.querySelectorAll("#data select")]
        .filter((one) => one.checkVisibility())
        .filter(
          (one) =>
            one.getBoundingClientRect().left < one.closest("section").getBoundingClientRect().left - 0.5,
        )
        .map((one) => one.value)
        .join(),
      beyond: [...document.querySelectorAll("main *")]
        .filter((node) => node.checkVisibility() && !node.closest(".visually-hidden, .plot, .explanation"))
        .filter((node) => node.getBoundingClientRect().width > 1 && node.getBoundingClientRect().right > edge)
        .map((node) => node.outerHTML.slice(0, 100)),
    };
  });
  assert.equal(paper.hands, 0);
  assert.ok(
    paper.parts.every((n) => n > 0),
    String(paper.parts),
  );
  const then = await page.evaluate(() => window.rowsThen);
  assert.ok(then >= 40 && paper.rows === then, `${then} rows of the table of costs, then ${paper.rows}`);
  assert.equal(paper.torn, 0, "a heading stays with the chart below it");
  assert.deepEqual(paper.asked, ["whatif-rates"], "what was not asked has no answer to print");
  assert.equal(paper.cut, "", "what is chosen is read from its first letter");
  assert.equal(paper.theme, "light");
  assert.deepEqual(paper.beyond, []);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  const after = () =>
    page.evaluate(() => [
      document.documentElement.dataset.theme,
      document.documentElement.className,
      document.getElementById("cost-table").open,
    ]);
  await soon(async () => assert.deepEqual(await after(), ["dark", "", false])); // what was asked for may still be coming
});

test("on paper a network has the pictures of its neurons, and none of their buttons", async (t) => {
  const init = () => (window.print = () => (window.printed = true));
  const { page } = await visit(t, { init, path: "/?hidden=4" });
  await page.locator(".network canvas").nth(4).waitFor();
  await pause(page);
  await page.keyboard.press("Control+p");
  await until(page, () => window.printed);
  await page.emulateMedia({ media: "print" });
  await page.locator(".neuron-out").first().waitFor({ state: "hidden" });
  for (const face of await page.locator(".neuron-face").all()) assert.ok(await face.isVisible());
  assert.equal(await page.locator(".neuron-face").count(), 4);
});

test("on paper pictures that rest are seen, and what was only told of adding is not there", async (t) => {
  const init = () => (window.print = () => (window.printed = true));
  const { page } = await visit(t, { init, width: 1440 });
  await choose(page, 1, pictures(6, 1));
  await choose(page, 0, pictures(6, 0));
  await counts(page, 6, 6);
  await card(page, 1).locator(".thumb-pick").nth(2).click();
  await card(page, 1)
    .getByRole("button", { name: says("card.rest") })
    .click();
  const resting = card(page, 1).locator(".resting-picture img");
  await resting.waitFor();
  const report = page.locator(".report");
  await report.waitFor();
  await page.keyboard.press("Control+p");
  await until(page, () => window.printed);
  await page.emulateMedia({ media: "print" });
  await report.waitFor({ state: "hidden" });
  assert.ok(await page.locator(".data-place").isVisible(), "what stands there otherwise is back");
  assert.ok(await resting.isVisible());
  assert.equal(await card(page, 1).locator(".resting > button").isVisible(), false);
});

test("on paper every picture is there, not a page of them; then the page of before", async (t) => {
  const shown = () =>
    [...document.querySelectorAll("#data .thumb")]
      .filter((node) => node.checkVisibility({ visibilityProperty: true }))
      .map((node) => node.querySelector("img").naturalWidth > 0 && node.querySelector("button").title);
  const { page } = await visit(t, { width: 1440 });
  await page.evaluate(`window.print = () => { window.printed = (${shown})(); }`);
  await choose(page, 1, pictures(75, 1, { px: 12 }));
  await choose(page, 0, pictures(60, 0, { px: 12 }));
  await counts(page, 60, 75);
  await card(page, 1)
    .getByRole("button", { name: says("thumbs.next") })
    .click();
  const names = async () => (await page.evaluate(shown)).join();
  await soon(async () => assert.match(await names(), /^warm 21.png(?!.*false)/));
  const before = await names();
  await page.keyboard.press("Control+p");
  await until(page, () => window.printed);
  const printed = await page.evaluate(() => window.printed);
  const all = (/** @type {string} */ name, /** @type {number} */ n) =>
    Array.from({ length: n }, (_, i) => `${name} ${i + 1}.png`);
  assert.deepEqual([...printed].sort(), [...all("warm", 75), ...all("cold", 60)].sort());
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await soon(async () => assert.equal(await names(), before));
});
