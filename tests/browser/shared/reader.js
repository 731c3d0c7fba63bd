// What a reader does in a figure of the notes: types, presses, answers its tasks.
import assert from "node:assert/strict";
import { groupsOf } from "./figure.js";
import { nextFrame, soon } from "./wait.js";

/** What a reader does in a figure. @param {import('playwright-core').Page} page @param {string} name */
export function reader(page, name) {
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
    outcome: (/** @type {string} */ id) => me.task(id).locator(".tasks-outcome"),
    /** Into the field of this name. */
    async type(/** @type {string} */ name, /** @type {number | string} */ value) {
      const field = stage.getByRole("textbox", { name, exact: true });
      await field.fill(String(value));
      await field.blur();
    },
    zero: async (/** @type {string[]} */ names) => {
      for (const name of names) await me.set(name, 0);
    },
    /** As often as it says. */
    async keys(
      /** @type {import('playwright-core').Locator} */ node,
      /** @type {Record<string, number>} */ times,
    ) {
      await node.focus();
      for (const [key, n] of Object.entries(times))
        for (let i = 0; i < n; i++) await page.keyboard.press(key);
    },
    /** Presses it until the task is done. */
    until: (/** @type {string} */ id, /** @type {string} */ text) =>
      soon(async () => {
        await me.presses(text, 1);
        await nextFrame(page);
        assert.ok(await me.task(id).evaluate((node) => "done" in node.dataset));
      }),
    /** An answer that is found first. */
    answerAs: async (
      /** @type {string} */ id,
      /** @type {(me: any, id: string) => Promise<string>} */ find,
    ) => answer(me, id, await find(me, id)),
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

/** A table of the reader's. @param {Reader} me @param {string} text */
export const bring = (me, text) =>
  me.figure.locator("input[type=file]").setInputFiles({ name: "t.csv", mimeType: "text/csv", buffer: Buffer.from(text) }); // prettier-ignore

/** @param {Reader} me @param {string} id @param {string} text */
export async function answer(me, id, text) {
  await me.task(id).locator(".tasks-guess").fill(text);
  await me.task(id).locator("form button").click();
}

/** What the figure has said that it computes. @param {Reader} me @param {string} id */
export async function said(me, id) {
  const [, number] = /computes ([\d.,]+\d)/.exec((await me.outcome(id).textContent()) ?? "") ?? [];
  return number.replace(",", "");
}

/** The same, where it is a power of ten. @param {Reader} me @param {string} id */
export async function saidPower(me, id) {
  return groupsOf(await me.outcome(id).textContent(), /computes (10\S+)\./)[0];
}
