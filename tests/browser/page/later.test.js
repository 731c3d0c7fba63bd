// Everything that is fetched later may not come: the page tries again by itself, then says so, and the notice's button and
// the same control both get it. Nothing else of the page suffers.
import assert from "node:assert/strict";
import test from "node:test";
import { pictures } from "../shared/files.js";
import { card, choose, counts, finish, fullSpeed, pause, press } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

/** @typedef {import('playwright-core').Page} Page */

const { visit } = browserTests();

/** Every part that is fetched later: how it is asked for, and what is there then. */
const PARTS = {
  "more settings": {
    ask: (/** @type {Page} */ page) => press(page, "More settings"),
    there: "#settings select",
  },
  "the pad": {
    ask: (/** @type {Page} */ page) => card(page, 1).getByRole("button", { name: "Draw" }).click(),
    there: "dialog[open] [role=application]",
  },
  "the microphone": {
    ask: (/** @type {Page} */ page) =>
      card(page, 1).getByRole("button", { name: "Microphone", exact: true }).click(),
    there: "dialog[open] .sound-hold",
  },
  "the question before forgetting": {
    ask: (/** @type {Page} */ page) => page.getByRole("button", { name: /^Forget/ }).click(),
    there: "dialog[open] button",
  },
  "the list of what can be saved": {
    ask: (/** @type {Page} */ page) => press(page, "Save …"),
    there: ".save-list button",
  },
  "the table of costs": {
    ask: (/** @type {Page} */ page) => page.locator("#cost-table summary").click(),
    there: "#cost-table[open] tbody tr",
  },
  "why this answer": {
    ask: (/** @type {Page} */ page) => press(page, "Why?"),
    there: "#why-panel .why-z",
  },
  "what if": {
    ask: (/** @type {Page} */ page) => page.locator("#what-if > summary").click(),
    there: "#what-if[open] h4",
  },
  "layers of one's own": {
    ask: (/** @type {Page} */ page) =>
      page.getByRole("combobox", { name: /neurons|hidden/i }).selectOption("null"),
    there: "input.layers",
  },
};

/** A visitor whose network can be taken away: what was loaded before stays. */
async function visitorWithSwitch(t) {
  const away = { now: false, refused: 0, forgive: Infinity };
  const visitor = await visit(t, { clean: false });
  await visitor.context.route("**/*", (route) => {
    const refuse = away.now && away.refused < away.forgive;
    if (refuse) away.refused += 1;
    return refuse ? route.abort() : route.continue();
  });
  await pause(visitor.page);
  return { ...visitor, away };
}

for (const [name, { ask, there }] of Object.entries(PARTS))
  test(`${name}: asked for without a network, comes with the same control or the notice's button`, async (t) => {
    const comesWith = async (/** @type {typeof ask} */ again) => {
      const { page, away } = await visitorWithSwitch(t);
      away.now = true;
      await ask(page);
      const notice = page.getByRole("alert").filter({ hasText: "could not be fetched" });
      await notice.waitFor();
      assert.equal(await page.locator(there).count(), 0);
      away.now = false;
      await again(page);
      await page.locator(there).first().waitFor();
    };
    await Promise.all([comesWith(ask), comesWith((page) => press(page, "Try again"))]);
  });

test("Why? pressed twice while it is fetched is open, not folded again", async (t) => {
  const { page, context } = await visit(t);
  await pause(page);
  let asked = false;
  const come = /** @type {{now: () => void}} */ ({});
  const maycome = new Promise((resolve) => (come.now = () => resolve(undefined)));
  await context.route(/\/why-[\w-]+\.js/, async (route) => {
    asked = true;
    await maycome;
    await route.continue();
  });
  await press(page, "Why?");
  await press(page, "Why?");
  await soon(async () => assert.ok(asked));
  come.now();
  await page.locator("#why-panel .why-z td").first().waitFor();
  await press(page, "Why?");
  await page.locator("#why-panel").waitFor({ state: "hidden" });
});

test("one notice asks for all that did not come", async (t) => {
  const { page, away } = await visitorWithSwitch(t);
  away.now = true;
  const notice = page.getByRole("alert").filter({ hasText: "could not be fetched" });
  await press(page, "Why?");
  await notice.waitFor();
  await notice.getByRole("button", { name: "Close" }).click();
  await page.locator("#what-if > summary").click();
  await notice.waitFor();
  away.now = false;
  await press(page, "Try again");
  for (const there of ["#why-panel .why-z td", "#what-if[open] h4"])
    await page.locator(there).first().waitFor();
});

test("a network that is away for a moment is not noticed", async (t) => {
  const { page, away } = await visitorWithSwitch(t);
  Object.assign(away, { now: true, forgive: 2 });
  await press(page, "More settings");
  await page.locator("#settings select").first().waitFor();
  assert.ok(away.refused >= 2);
  assert.equal(await page.getByRole("alert").filter({ visible: true }).count(), 0);
});

test("a network of hidden neurons is drawn when its part comes", async (t) => {
  const { page, away } = await visitorWithSwitch(t);
  away.now = true;
  await page.getByRole("combobox", { name: /neurons|hidden/i }).selectOption("[4]");
  await page.getByRole("alert").filter({ hasText: "could not be fetched" }).waitFor();
  away.now = false;
  await press(page, "Try again");
  await until(page, () => document.querySelectorAll(".hidden-neuron").length === 4);
});

test("a network whose C does not come: said, nothing lost, and there with the notice's button", async (t) => {
  const { page, away } = await visitorWithSwitch(t);
  away.now = true;
  await page.getByRole("combobox", { name: /neurons|hidden/i }).selectOption("[4]");
  const notice = page.getByRole("alert").filter({ hasText: "could not be fetched" });
  await notice.waitFor({ timeout: 20_000 });
  assert.ok(away.refused > 1, "it tried again by itself");
  away.now = false;
  await notice.getByRole("button", { name: "Try again" }).click();
  await until(page, () => window.heard.train.network?.n[1] === 4);
});

test("pictures chosen without a network are refused in words, and come in afterwards", async (t) => {
  const { page, away } = await visitorWithSwitch(t);
  away.now = true;
  await choose(page, 1, pictures(1, 1));
  await page.getByText("the part of this page that reads files could not be loaded").waitFor();
  away.now = false;
  await choose(page, 1, pictures(1, 1));
  await counts(page, 0, 1);
});

test("what reads the list of runs is away when the page opens: the list stays, and comes with the notice's button", async (t) => {
  const { page, context } = await visit(t, { clean: false, goes: true });
  const trained = async (/** @type {string} */ alpha) => {
    await page.keyboard.press("r");
    await until(page, () => window.heard.train.iteration === 0 && !window.heard.train.running);
    for (const [id, value] of [["alpha", alpha], ["iterations", "40"]]) {
      await page.locator(`#${id}`).fill(value);
      await page.locator(`#${id}`).press("Enter");
    }
    await page.locator("#play").click();
    await finish(page);
  };
  const listed = async () => page.evaluate(() => window.heard.runs?.list.map(({ alphas }) => alphas[0].alpha));
  await choose(page, 1, pictures(6, 1));
  await choose(page, 0, pictures(5, 0));
  await counts(page, 5, 6);
  await fullSpeed(page);
  for (const alpha of ["0.01", "0.02"]) await trained(alpha);
  await soon(async () => assert.deepEqual(await listed(), [0.01, 0.02]));
  let away = true;
  await context.route(/\/runs-[\w-]+\.js/, (route) => (away ? route.abort() : route.continue()));
  await page.reload();
  await counts(page, 5, 6);
  const notice = page.getByRole("alert").filter({ hasText: "could not be fetched" });
  await notice.waitFor();
  await trained("0.03");
  away = false;
  await notice.getByRole("button", { name: "Try again" }).click();
  await soon(async () => assert.deepEqual((await listed())?.slice(0, 2), [0.01, 0.02]));
  await trained("0.04");
  await page.reload();
  await soon(async () => assert.deepEqual(new Set((await listed())?.slice(0, 2)), new Set([0.01, 0.02])));
  assert.ok((await listed())?.includes(0.04));
}); // prettier-ignore

test("an empty class: nothing on the page is NaN, and the status line says what is missing", async (t) => {
  for (const [lang, words] of [["en", "training needs pictures of both kinds"], ["zh-CN", "训练需要两类图片"]]) {
    const { page } = await visit(t, { lang, goes: true });
    await choose(page, 1, pictures(1, 1));
    await counts(page, 0, 1);
    await page.locator("[role=status]", { hasText: words }).first().waitFor({ state: "attached" });
    const text = await page.evaluate(() => document.body.textContent);
    assert.doesNotMatch(String(text), /NaN|Infinity/);
  }
}); // prettier-ignore
