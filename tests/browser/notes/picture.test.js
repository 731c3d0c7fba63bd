// @ts-nocheck -- many functions here run in the page
// Every figure saved as a picture, in both languages, from a dark page: what is seen in it is in the picture.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { FIGURES } from "../../../web/notes/figures.js";
import { assertAccessible } from "../shared/axe.js";
import { textsOf } from "../shared/figure.js";
import { browserTests, goToFigure } from "../shared/visitor.js";
import { nextFrame, soon } from "../shared/wait.js";

const BARE = {
  "/bare.html": "<!doctype html><link rel='icon' href='data:,'><title>Pictures</title><body></body>",
};
const { newPage, openFigure } = browserTests({ pages: BARE });

/** @param {import('playwright-core').Page} page @param {string} id @param {string} format of the menu's row @param {number} [row] */
async function saved(page, id, format, row = 0) {
  await page.locator(`#${id} .save-picture`).click();
  const button = page.locator(".picture-menu").getByRole("button", { name: format });
  const [download] = await Promise.all([page.waitForEvent("download"), button.nth(row).click()]);
  await page.locator(".picture-menu").waitFor({ state: "detached" });
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** In the page: the words and numbers that are seen in a figure, but not those of what is there for hands. */
const seen = (id) => {
  const squeezed = (node) => node.textContent.replace(/\s+/g, "");
  const hands =
    "details, .prose, .controls, .segment, .class-points, .csv-hint, .own, .visually-hidden, .complaint, .button, button";
  return [
    ...document.querySelectorAll(`#${id} .stage :is(p, h3, td, th, svg text, math, figcaption, output)`),
  ]
    .filter((node) => !node.closest(hands) && !node.querySelector(`.visually-hidden, ${hands}`))
    .filter((node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map(squeezed)
    .filter(Boolean);
};

/** In a bare page: what an SVG is made of, and what of it lies outside. */
const examined = (text) => {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
  const error = parsed.querySelector("parsererror");
  if (error) return { error: error.textContent };
  const root = document.importNode(parsed.documentElement, true);
  document.body.replaceChildren(root);
  const [, , width, height] = root.getAttribute("viewBox").split(" ").map(Number);
  Object.assign(root.style, { position: "absolute", top: 0, left: 0 });
  root.setAttribute("width", width);
  root.setAttribute("height", height);
  const all = [...root.querySelectorAll("*")];
  const outside = all
    .filter((node) => node.localName === "text" && !node.closest("[clip-path]"))
    .map((node) => ({ text: node.textContent, box: node.getBoundingClientRect() }))
    .filter(({ box }) => box.left < 0 || box.top < 0 || box.right > width + 1 || box.bottom > height + 1);
  const attributes = all.flatMap((node) => [...node.attributes].map(({ name, value }) => [name, value]));
  return {
    error: null,
    size: [width, height],
    names: [...new Set(all.map((node) => node.localName))],
    outside: outside.map((one) => one.text),
    text: [...root.querySelectorAll("text")].map((node) => node.textContent.replace(/\s+/g, "")).join(""),
    references: attributes
      .filter(([name, value]) => /href|src|^style$|^on/.test(name) || /url\(/.test(value))
      .map(([name, value]) => `${name}=${value.slice(0, 24)}`),
    colours: [
      ...new Set(attributes.filter(([name]) => /^(fill|stroke)$/.test(name)).map(([, value]) => value)),
    ],
    ids: all.map((node) => node.id).filter(Boolean),
    paper: root.querySelector(":scope > rect")?.getAttribute("fill"),
  };
};

const KNOWN = "title defs clipPath rect g path line circle ellipse polyline polygon text tspan image".split(
  " ",
);

for (const [lang, width] of [
  ["en-US", 1280],
  ["zh-CN", 390],
])
  test(`every figure as SVG: light, whole, with its words as text and nothing from outside, ${lang}`, async (t) => {
    const { page } = await newPage(t, { lang, width, theme: "dark", still: true });
    const bare = await newPage(t);
    await bare.page.goto("/bare.html");
    for (const { name: id } of FIGURES) {
      await goToFigure(page, id);
      await nextFrame(page);
      const words = await page.evaluate(seen, id);
      const file = await saved(page, id, "SVG");
      assert.equal(file.name, `one-neuron-${id}.svg`);
      const picture = await bare.page.evaluate(examined, file.bytes.toString());
      assert.equal(picture.error, null, id);
      assert.deepEqual(
        picture.names.filter((name) => !KNOWN.includes(name)),
        [],
        id,
      );
      assert.deepEqual(
        picture.references.filter((one) => !/^(xlink:href=data:image\/png|clip-path=url\(#)/.test(one)),
        [],
        id,
      );
      assert.equal(new Set(picture.ids).size, picture.ids.length, `${id}: ids`);
      assert.deepEqual(picture.outside, [], `${id}: outside of the picture`);
      assert.equal(picture.paper, "#ffffff");
      assert.ok(picture.colours.includes("#1c1e22") && !picture.colours.includes("#ecebe6"), `${id}: light`);
      const missing = words.filter((text) => !picture.text.includes(text));
      assert.deepEqual(missing, [], `${id}: words that are not in the picture`);
      assert.ok(words.length > 3, `${id}: ${words.length} words`);
    }
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    assert.equal(await page.locator("iframe").count(), 0);
  });

test("as PNG: 16 cm at 300 dpi, on white, what is drawn in colours of the class", async (t) => {
  const { page } = await openFigure(t, "gradient-descent", { theme: "dark" });
  const { name, bytes } = await saved(page, "gradient-descent", "PNG", 2);
  assert.equal(name, "one-neuron-gradient-descent-2.png", "the second part");
  assert.equal(bytes.readUInt32BE(16), 1890);
  assert.equal(Math.round((bytes.readUInt32BE(bytes.indexOf("pHYs") + 4) * 25.4) / 1000), 300);
  const { page: bare } = await newPage(t);
  await bare.goto("/bare.html");
  const counts = await bare.evaluate(async (base64) => {
    const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
    const image = await createImageBitmap(blob);
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const all = { white: 0, orange: 0, clear: 0 };
    for (let i = 0; i < data.length; i += 4) {
      const [r, g, b, a] = data.subarray(i, i + 4);
      if (a < 255) all.clear++;
      else if (r + g + b === 765) all.white++;
      else if (r > 200 && b < 90) all.orange++;
    }
    return { ...all, of: data.length / 4 };
  }, bytes.toString("base64"));
  assert.equal(counts.clear, 0);
  assert.ok(counts.white > 0.8 * counts.of && counts.orange > 200, JSON.stringify(counts));
});

test("the table beside a chart as CSV, with the numbers that it shows", async (t) => {
  const { page, figure } = await openFigure(t, "neuron", { lang: "zh-CN" });
  const { name, bytes } = await saved(page, "neuron", "CSV");
  assert.equal(name, "one-neuron-neuron.csv");
  const [head, ...rows] = bytes.toString().replace("\ufeff", "").trim().split("\n");
  const shown = await textsOf(figure);
  assert.match(head, /\p{Script=Han}/u);
  assert.deepEqual(
    rows,
    shown.map((row) => row.map((cell) => cell.replaceAll("−", "-").replaceAll(",", "")).join(",")),
  );
});

test("tables that fill themselves otherwise are whole as well", async (t) => {
  const { page } = await openFigure(t, "network");
  const { bytes } = await saved(page, "network", "CSV");
  const rows = bytes.toString().trim().split("\n");
  assert.equal(rows.length, 61);
  assert.equal(new Set(rows.slice(1).map((row) => row.split(",").length)).size, 1);
});

test("the menu: by keys, Escape gives the focus back, axe finds nothing, another language closes it", async (t) => {
  const { page } = await openFigure(t, "loss-and-cost", { width: 390 });
  const button = page.locator("#loss-and-cost .save-picture");
  await button.focus();
  await page.keyboard.press("Enter");
  const menu = page.getByRole("dialog", { name: "Save as a picture" });
  await menu.waitFor();
  assert.equal(await button.getAttribute("aria-expanded"), "true");
  assert.equal(await menu.getByRole("button", { name: "CSV" }).count(), 3);
  assert.equal(await menu.getByRole("button", { name: "The whole figure, SVG" }).count(), 1);
  await assertAccessible(page);
  await soon(async () => assert.equal(await menu.count(), 0));
  await button.press("Enter");
  await menu.waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await page.keyboard.press("Escape");
  assert.equal(await menu.count(), 0);
  assert.ok(await button.evaluate((node) => node === document.activeElement));
});
