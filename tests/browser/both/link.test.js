// @ts-nocheck -- many functions here run in the page
// The state of a page in its address, and a teacher's link: opened, changed, opened again.
import assert from "node:assert/strict";
import test from "node:test";
import { encode } from "uqr";
import { assertAccessible } from "../shared/axe.js";
import { pictures } from "../shared/files.js";
import { choose, counts, last, press, stored } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, stays, until } from "../shared/wait.js";

const { visit, newPage } = browserTests();

const search = (page) => page.evaluate(() => window.location.search);
const searchIs = (page, wanted) => soon(async () => assert.equal(await search(page), wanted));
const settings = async (page) => (await last(page, "data")).settings;
const type = async (page, name, text) => {
  const field = page.getByRole("textbox", { name });
  await field.fill(text);
  await field.press("Enter");
};

test("an address without settings stays as it is while nothing is changed; with, training begins with them", async (t) => {
  const plain = await visit(t);
  assert.equal(await search(plain.page), "");
  const link = "?alpha=0.02&iterations=500&speed=max&hidden=4,3&size=32&share=0.3&lang=zh&theme=dark";
  const { page } = await visit(t, { path: `/${link}`, theme: "light" });
  const { alpha, iterations, speed, hidden, n_px, share } = await settings(page);
  assert.deepEqual([alpha, iterations, speed, hidden, n_px, share], [0.02, 500, Infinity, [4, 3], 32, 0.3]);
  assert.equal(await page.locator("#alpha").inputValue(), "0.02");
  assert.deepEqual(
    await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme]),
    ["zh-Hans", "dark"],
  );
  await soon(async () => assert.deepEqual(new Set((await search(page)).slice(1).split("&")), new Set(link.slice(1).split("&")))); // prettier-ignore
});

test("what is changed is in the address, and there again in another browser; back to the first, it is gone", async (t) => {
  const { page } = await visit(t);
  await type(page, "learning rate α", "0,02");
  await page.getByRole("combobox", { name: "hidden neurons" }).selectOption("4");
  await press(page, "More settings");
  await page.getByRole("combobox", { name: "Picture size" }).selectOption("32 px");
  await searchIs(page, "?alpha=0.02&hidden=4&size=32");
  await page.reload();
  await until(page, () => window.heard.data && window.heard.train?.iteration > 0);
  const again = await visit(t, { path: `/${await search(page)}` });
  for (const each of [page, again.page]) {
    const { alpha, hidden, n_px } = await settings(each);
    assert.deepEqual([alpha, hidden, n_px], [0.02, [4], 32]);
  }
  await type(page, "learning rate α", "0.005");
  await page.getByRole("combobox", { name: "hidden neurons" }).selectOption("none");
  await press(page, "More settings");
  await page.getByRole("combobox", { name: "Picture size" }).selectOption("64 px");
  await searchIs(page, "");
});

test("a slider moved for long writes the address seldom, and the last value in the end", async (t) => {
  const { page } = await visit(t, {
    init: () => {
      const { replaceState } = history;
      window.written = 0;
      history.replaceState = function (...args) {
        window.written += 1;
        return replaceState.apply(this, args);
      };
    },
  });
  const elapsed = await page.locator("#speed").evaluate(async (range) => {
    const began = performance.now();
    for (let i = 0; i < 200; i++) {
      range.value = String(i % 2 ? 20 : 80);
      range.dispatchEvent(new Event("input"));
      await new Promise((done) => setTimeout(done));
    }
    range.value = "100";
    range.dispatchEvent(new Event("input"));
    return performance.now() - began;
  });
  await searchIs(page, "?speed=max");
  const written = await page.evaluate(() => window.written);
  assert.ok(written > 1 && written <= 33 + elapsed / 500, `${written} in ${elapsed} ms`);
});

test("hostile addresses cost nothing: the page learns, with the settings as at first", async (t) => {
  for (const bad of [
    "alpha=1e999&iterations=-5&hidden=99999&size=1e9&engine=%3Cscript%3E&seed=x&share=2",
    "alpha=1&".repeat(1200),
    `#${"alpha=1&".repeat(12_000)}`,
    `task=${"%00".repeat(500)}&hide=body,html,*&lang=..%2f..%2fx&theme=url(x)`,
    "__proto__=1&constructor=2&alpha=%E0%A4%A&embed=no&figure=__proto__",
  ]) {
    const { page } = await visit(t, { path: `/?${bad}` });
    const { alpha, iterations, hidden, n_px, engine } = await settings(page);
    assert.deepEqual([alpha, iterations, hidden, n_px, engine], [0.005, 2000, [], 64, "auto"]);
    await page.close();
  }
});

/** All that an address of either page can name. */
const KEYS = [
  ...["lang", "theme", "text", "task", "hide", "figure", "do", "one", "zero", "file", "pictures", "page"],
  ...["alpha", "iterations", "speed", "engine", "hidden", "seed", "batch", "size", "share", "fit", "drawn"],
];

test("anything in every key at once, on both pages and in a frame: they stand, in a language and a theme that they have", async (t) => {
  const { page } = await visit(t);
  for (const bad of [
    "",
    "__proto__",
    "<img src=x onerror=document.title=1>",
    "\u202E-1e999",
    "猫".repeat(30),
  ]) {
    const all = KEYS.map((key) => `${key}=${encodeURIComponent(bad)}`).join("&");
    for (const path of [`/?${all}`, `/notes.html?${all}`, `/?${all}&embed`, `/notes.html?${all}&embed`]) {
      await page.goto(path);
      await (path.includes("notes")
        ? page.locator("#neuron[data-ready]").waitFor({ state: "attached" })
        : until(page, () => Number(document.getElementById("iteration")?.innerText) > 0));
      const [lang, theme, images, direction] = await page.evaluate(() => {
        const { lang, dataset } = document.documentElement;
        const images = document.querySelectorAll("img[src=x]").length;
        return [lang, dataset.theme, images, getComputedStyle(document.body).direction];
      });
      assert.ok(
        ["en", "zh-Hans"].includes(lang) && ["light", "dark"].includes(theme),
        `${path}: ${lang}, ${theme}`,
      );
      assert.deepEqual([images, direction], [0, "ltr"], path);
    }
  }
});

test("own pictures stay when a link is opened, and are never in the address", async (t) => {
  const { page } = await visit(t);
  await choose(page, 1, pictures(3, 1));
  await choose(page, 0, pictures(3, 0));
  await counts(page, 3, 3);
  await stored(page, 6);
  assert.equal(await search(page), "");
  await page.goto("/?alpha=0.02&pictures=drawn");
  await counts(page, 3, 3);
  assert.equal((await settings(page)).alpha, 0.02);
  const line = page.locator(".task-pictures");
  await line.getByText("Yours are still here").waitFor();
  await line.getByRole("button").click();
  await until(page, () => window.heard.data.source === "drawn");
  await line.waitFor({ state: "hidden" });
  await page.locator("body").press("Control+z");
  await counts(page, 3, 3);
  assert.match(await search(page), /^\?alpha=0\.02&pictures=drawn$/);
});

const TASK = 'Train it.\n<img src=x onerror="x"> What does α do?';

test("a teacher's link: the task as text, fewer controls, waiting; and so it is after the other page", async (t) => {
  const query = new URLSearchParams({ task: TASK, hide: "more,network,test,camera", lang: "en", paused: "" });
  const { page } = await visit(t, { path: `/?${query}`, ready: false });
  await page.locator(".task-text").waitFor();
  assert.equal(await page.locator(".task-text").innerText(), TASK);
  const hidden = ["#more", "#network-choice", "#test", "#way-camera", ".class-ways .by-camera"];
  for (const selector of hidden)
    assert.equal(await page.locator(selector).first().isVisible(), false, selector);
  for (const selector of ["#alpha", "#way-pictures", ".class-ways label"])
    assert.equal(await page.locator(selector).first().isVisible(), true, selector);
  await until(page, () => window.heard.train);
  await stays(async () => (await last(page, "train")).iteration, 300);
  assert.equal((await last(page, "train")).iteration, 0);
  await assertAccessible(page, { where: "a teacher's link" });

  await type(page, "learning rate α", "0.02");
  await page.getByRole("link", { name: "Notes" }).click();
  await page.locator("#neuron[data-ready]").waitFor({ state: "attached" });
  assert.equal(await page.locator(".task-text").innerText(), TASK);
  await page.locator("#neuron").getByRole("slider", { name: "α" }).press("End"); // its values are in the address beside
  await soon(async () => assert.match(await search(page), /figure=neuron&alpha=/));
  await page.locator(".pages a").first().click();
  await page.locator(".columns").waitFor();
  assert.equal(await page.locator(".task-text").innerText(), TASK);
  assert.equal(await page.locator("#more").isVisible(), false);
  await soon(async () =>
    assert.equal(await page.locator("#alpha").inputValue(), "0.02", "what was chosen before"),
  );
  assert.equal((await last(page, "train")).iteration, 0);
});

test("a link made with other pictures says which file it wants, until there are own ones", async (t) => {
  const query = new URLSearchParams({ one: "<b>cats", zero: "dogs", file: "class 7.zip" });
  const { page } = await visit(t, { path: `/?${query}` });
  const line = page.locator(".task-pictures");
  await line.getByText("pictures of “<b>cats” and “dogs”: open the file class 7.zip.").waitFor();
  await choose(page, 1, pictures(1, 1));
  await line.waitFor({ state: "hidden" });
});

test("the dialog: what is chosen in it is what the link does", async (t) => {
  const { page, context } = await visit(t, { permissions: ["clipboard-read", "clipboard-write"] });
  await type(page, "iterations", "300");
  await press(page, "More settings");
  await press(page, "Link for a class, or to embed");
  const dialog = page.getByRole("dialog", { name: "Link for a class" });
  await dialog.waitFor();
  await dialog.getByRole("textbox", { name: "Task" }).fill(TASK);
  await dialog.getByRole("checkbox", { name: "the part Test" }).uncheck();
  await dialog.getByRole("combobox", { name: "Training" }).selectOption("waits for Train");
  await dialog.getByRole("combobox", { name: "Language" }).selectOption("中文, fixed");
  await dialog.getByRole("img", { name: "QR code of the link" }).waitFor();
  await assertAccessible(page, { where: "the dialog of links" });
  await dialog.getByRole("button", { name: "Copy" }).first().click();
  await dialog.getByText("Copied.").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const { data, size } = encode(link, { ecc: "L", boostEcc: true, border: 4 });
  const drawn = await dialog.locator(".link-qr path").evaluate((path, size) => {
    const at = (x, y) => path.isPointInFill(new DOMPoint(x + 0.5, y + 0.5));
    return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => at(x, y)));
  }, size);
  assert.deepEqual(drawn, data, "every square of the code");

  const pupil = await context.newPage();
  await pupil.goto(link);
  await pupil.locator(".task-text").waitFor();
  assert.equal(await pupil.locator(".task-text").innerText(), TASK);
  assert.equal(await pupil.evaluate(() => document.documentElement.lang), "zh-Hans");
  for (const selector of ["#test", ".languages"])
    assert.equal(await pupil.locator(selector).isVisible(), false, selector);
  await soon(async () => assert.equal(await pupil.locator("#iterations").inputValue(), "300"));
  assert.equal(await pupil.locator("#iteration").innerText(), "0000");
});

test("the dialog: a task of a figure is chosen by its title, and the link names it", async (t) => {
  const { page } = await visit(t);
  await press(page, "More settings");
  await press(page, "Link for a class, or to embed");
  const dialog = page.getByRole("dialog", { name: "Link for a class" });
  const asks = dialog.getByRole("combobox", { name: "Task of the figure" });
  const address = dialog.getByRole("textbox", { name: "Link to the figure" });
  assert.equal(await asks.isVisible(), false, "the training page has none");
  await dialog.getByRole("combobox", { name: "Opens" }).selectOption("neuron");
  await asks.selectOption("Kill the neuron");
  await soon(async () =>
    assert.match(await address.inputValue(), /notes\.html\?figure=neuron&do=neuron\.dead$/),
  );
  await dialog.getByRole("combobox", { name: "Opens" }).selectOption("scale");
  await soon(async () => assert.match(await address.inputValue(), /\?figure=scale$/));
});

test("the dialog: the figure stands in it, and the link and the frame have the values that are set there", async (t) => {
  const { page, context } = await visit(t);
  await press(page, "More settings");
  await press(page, "Link for a class, or to embed");
  const dialog = page.getByRole("dialog", { name: "Link for a class" });
  const address = dialog.getByRole("textbox", { name: "Link to the figure" });
  const shown = dialog.locator("iframe");
  assert.equal(await shown.isVisible(), false, "the training page has none");
  const opens = dialog.getByRole("combobox", { name: "Opens" });
  await opens.selectOption("neuron");
  const figure = shown.contentFrame();
  await figure.locator("#neuron[data-ready]").waitFor();
  assert.match(await address.inputValue(), /\?figure=neuron$/, "as it comes");
  await figure.getByRole("slider", { name: "α" }).press("End");
  await soon(async () => assert.match(await address.inputValue(), /\?figure=neuron&alpha=[\d.]+$/));
  await dialog.getByRole("combobox", { name: "Task of the figure" }).selectOption("Kill the neuron");
  await dialog.getByRole("textbox", { name: "Task, in" }).fill("See what α does.");
  await assertAccessible(page, { where: "the dialog with a figure", looks: ["en light", "en dark"] });
  await opens.selectOption("broadcasting");
  await soon(async () => assert.match(await address.inputValue(), /figure=broadcasting$/));
  await opens.selectOption("neuron"); // its values are kept
  await figure.locator("#neuron[data-ready]").waitFor();
  const alpha = await figure.getByRole("slider", { name: "α" }).inputValue();
  const link = await address.inputValue();
  const values = new URL(link).searchParams;
  assert.deepEqual([...values.keys()], ["task", "figure", "alpha"]);
  await dialog.getByText("Embed in a course page").click();
  assert.match(
    await dialog.getByRole("textbox", { name: "Embed" }).inputValue(),
    /&amp;alpha=[\d.]+&amp;embed"/,
  );

  const pupil = await context.newPage();
  await pupil.goto(link);
  await pupil.getByText("See what α does.").waitFor();
  await pupil.locator("#neuron[data-ready]").waitFor({ state: "attached" });
  assert.equal(await pupil.locator("#neuron").getByRole("slider", { name: "α" }).inputValue(), alpha);
});

test("language and theme of the address survive every click, and a choice takes their place", async (t) => {
  const { page } = await newPage(t, { lang: "en-US", theme: "light" });
  const look = () =>
    page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme]);
  await page.goto("/notes.html?lang=zh&theme=dark");
  for (const selector of [
    ".pages a[href^=index]",
    ".pages a[href^=notes]",
    ".own a",
    ".pages a[href^=notes]",
  ]) {
    await page.locator(selector).first().click();
    await page.locator(selector.includes("notes") ? ".notes-layout" : "#transport").waitFor();
    await soon(async () => assert.deepEqual(await look(), ["zh-Hans", "dark"])); // boot.js says zh at first
    const query = new URLSearchParams(await search(page));
    assert.deepEqual([query.get("lang"), query.get("theme")], ["zh", "dark"]);
    if (selector.includes("notes")) await page.locator(".own").first().getByText("图片").waitFor();
  }
  await page.locator("#languages [lang=en]").click();
  await page.locator("html[lang=en]").waitFor();
  await page.locator("#theme").click();
  await searchIs(page, "?lang=en&theme=light");
  await page.locator(".pages a").first().click();
  await page.locator("#transport").waitFor();
  assert.deepEqual(await look(), ["en", "light"]);
});
