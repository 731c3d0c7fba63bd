// Every task of every figure, played to its end: the wrong way, after which it is not met, and the right one. One page for all.
import assert from "node:assert/strict";
import test from "node:test";
import { FIGURES } from "../../../web/notes/figures.js";
import { TASKS } from "../../../web/notes/tasks/all.js";
import { assertAccessible } from "../shared/axe.js";
import { asNumber } from "../shared/figure.js";
import { browserTests } from "../shared/visitor.js";
import { soon, stays } from "../shared/wait.js";

const { newPage, openFigure, sharedPage } = browserTests();
const shared = sharedPage(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/notes.html?lang=en");
});

/** What a reader does in a figure. @param {import('playwright-core').Page} page @param {string} name */
function reader(page, name) {
  const figure = page.locator(`#${name}`);
  const stage = figure.locator(".stage");
  const me = {
    figure,
    stage,
    page,
    task: (/** @type {string} */ id) => figure.locator(`#task-${name}-${id}`),
    /** Types into the field of a slider or a number. */
    async set(/** @type {string} */ kept, /** @type {number | string} */ value, nth = 0) {
      const field = figure.locator(`[data-kept="${kept}"]`).nth(nth);
      const input =
        (await field.evaluate((node) => node.localName)) === "input"
          ? field
          : field.locator("input[type=text]");
      await input.fill(String(value));
      await input.blur();
    },
    /** The text of a field. */
    value: (/** @type {string} */ kept, nth = 0) =>
      figure.locator(`[data-kept="${kept}"]`).nth(nth).locator("input[type=text]").inputValue(),
    press: (/** @type {string | RegExp} */ text, nth = 0) =>
      stage
        .getByRole("button", { name: text, exact: typeof text === "string" })
        .nth(nth)
        .click(),
    /** Many times, by script: a click of Playwright's takes its time. */
    presses: (/** @type {string} */ text, /** @type {number} */ times, nth = 0) =>
      stage
        .getByRole("button", { name: text, exact: true })
        .nth(nth)
        .evaluate((button, n) => {
          for (let i = 0; i < n; i++) /** @type {HTMLElement} */ (button).click();
        }, times),
  };
  return me;
}
/** @typedef {ReturnType<typeof reader>} Reader */

/** What is done in the figure, or what is answered. @typedef {string | ((reader: Reader) => Promise<unknown>)} Way */

/** By figure and task: a wrong way and a right one. A text is an answer; before it, `tried` is what the figure is asked.
 *  @type {Record<string, Record<string, {wrong: Way, right: Way, tried?: (reader: Reader) => Promise<unknown>}>>} */
const PLAYED = {
  neuron: {
    price: { wrong: "9.99", right: "2,0" },
    hand: {
      wrong: async (me) => {
        await me.press("100 steps");
        await me.press("100 steps"); // descent may not help
        await me.set("b", -1);
      },
      right: async (me) => {
        await me.press("Reset");
        await me.set("w", 3.2);
        await me.set("b", -1.4);
      },
    },
    dead: {
      wrong: async (me) => {
        await me.set("w", 0.5);
        await me.set("b", 1);
        await me.press("Step");
      },
      right: async (me) => {
        await me.set("w", -1);
        await me.set("b", -1);
        await me.press("Step");
      },
    },
  },
  derivatives: {
    epsilon: { wrong: "-15", right: "1e-8" },
    steepest: {
      wrong: async (me) => {
        await me.press("a²");
        await me.set("nudge", 0.01);
      },
      right: async (me) => {
        await me.press("σ(a)");
        const point = me.stage.locator("[data-kept=a]");
        for (let i = 0; i < 60 && Math.abs(await slopeAt(me)) < 0.24999; i++) await point.press("ArrowLeft");
      },
    },
    two: {
      wrong: (me) => me.press("3a"),
      right: async (me) => {
        await me.press("log a");
        const point = me.stage.locator("[data-kept=a]");
        for (let i = 0; i < 80 && (await slopeAt(me)) < 1.96; i++) await point.press("ArrowLeft");
      },
    },
  },
  broadcasting: {
    outer: {
      wrong: "(4, 1)",
      right: "4, 4",
      tried: async (me) => {
        await me.set("a", "(4,)");
        await me.set("b", "(4, 1)");
      },
    },
    stretch: {
      wrong: async (me) => {
        await me.set("a", "(2, 3, 4)");
        await me.set("b", "(4,)"); // the shape, but not of 14 numbers
      },
      right: async (me) => {
        await me.set("a", "(2, 1, 1)");
        await me.set("b", "(3, 4)");
      },
    },
    unfit: {
      wrong: async (me) => {
        await me.set("a", "(3, 4)");
        await me.set("b", "(3,)");
      },
      right: async (me) => {
        await me.set("a", "(3, 4)");
        await me.set("b", "(4, 3)");
      },
    },
    nan: {
      wrong: (me) => me.set("A", 0, 0),
      right: async (me) => {
        await me.set("A", 0, 4);
        await me.set("A", 0, 8);
      },
    },
  },
};

/** The derivative as the figure shows it. @param {Reader} me */
const slopeAt = async (me) => asNumber(await me.stage.locator(".live-exact").first().textContent());

/** @param {Reader} me @param {string} id @param {string} text */
async function answer(me, id, text) {
  await me.task(id).locator(".tasks-guess").fill(text);
  await me.task(id).locator("form button").click();
}

/** @param {Reader} me @param {string} id @param {{wrong: Way, right: Way, tried?: (reader: Reader) => Promise<unknown>}} ways */
async function play(me, id, { wrong, right, tried }) {
  const task = me.task(id);
  const outcome = task.locator(".tasks-outcome");
  const isDone = () => task.evaluate((node) => "done" in node.dataset);
  await task.locator("summary").click();
  assert.equal(await isDone(), false, "at first");
  if (typeof wrong === "string") {
    await answer(me, id, wrong);
    if (tried) {
      assert.match((await outcome.textContent()) ?? "", /Now try it in the figure/);
      await tried(me);
    }
    await soon(async () =>
      assert.match((await outcome.textContent()) ?? "", tried ? /the figure computes/ : /not what/),
    );
    assert.equal(await isDone(), false);
  } else {
    await wrong(me);
    await stays(isDone, 350); // it is looked at four times a second
    assert.equal(await isDone(), false, "by the wrong way");
  }
  if (typeof right === "string") await answer(me, id, right);
  else await right(me);
  await soon(async () => assert.equal(await isDone(), true), { ms: 8000 });
  const said = (await outcome.textContent()) ?? "";
  assert.match(said, /^Met\. ./);
  assert.doesNotMatch(said, /\{|undefined|NaN[^,.]|\.task\./);
  await task.locator("summary").click();
}

for (const { name } of FIGURES.filter((figure) => TASKS[figure.name]))
  test(`the tasks of ${name}`, async () => {
    const { page } = shared;
    const me = reader(page, name);
    await me.figure.evaluate((node) => node.scrollIntoView());
    await page.locator(`#${name}[data-ready]`).waitFor({ state: "attached" });
    assert.deepEqual(Object.keys(PLAYED[name]), TASKS[name]);
    for (const [id, ways] of Object.entries(PLAYED[name])) await play(me, id, ways);
    const n = TASKS[name].length;
    assert.equal(await me.figure.locator(".tasks-head .num").textContent(), `${n} of ${n} done`);
    const line = page.locator(`.tasks-list li:has([href="#${name}"]) .num`);
    assert.equal(await line.textContent(), `${n} of ${n} done`);
  });
