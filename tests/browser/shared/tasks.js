// Plays the tasks of a figure to their end: by the wrong way, after which one is not met, and by the right one.
import assert from "node:assert/strict";
import test from "node:test";
import { TASKS } from "../../../web/notes/tasks/all.js";
import { answer, reader } from "./reader.js";
import { soon, stays } from "./wait.js";

/** @typedef {import('./reader.js').Reader} Reader */
/** What is done in the figure, or what is answered. @typedef {string | ((reader: Reader) => Promise<unknown>)} Way */
/** A text is an answer; before it, `tried` is what the figure is asked.
 *  @typedef {{wrong: Way, right: Way, tried?: (reader: Reader) => Promise<unknown>}} Ways */

/** Played where the whole measurement is made anyway: in scale.test.js. */
const ELSEWHERE = ["scale.wins"];

/** @param {Reader} me @param {string} id @param {Ways} ways */
async function play(me, id, { wrong, right, tried }) {
  const task = me.task(id);
  const outcome = me.outcome(id);
  const isDone = () => task.evaluate((node) => "done" in node.dataset);
  await task.locator("summary").click();
  assert.equal(await isDone(), false, `${id}, at first`);
  if (typeof wrong === "string") {
    await answer(me, id, wrong);
    if (tried) {
      assert.match((await outcome.textContent()) ?? "", /Now try it in the figure|the figure computes/);
      await tried(me);
    }
    await soon(async () =>
      assert.match((await outcome.textContent()) ?? "", tried ? /the figure computes/ : /not what/),
    );
    assert.equal(await isDone(), false);
  } else {
    await wrong(me);
    await stays(isDone, 350); // it is looked at four times a second
    assert.equal(await isDone(), false, `${id}, by the wrong way`);
  }
  if (typeof right === "string") await answer(me, id, right);
  else await right(me);
  await soon(async () => assert.equal(await isDone(), true, `${id}: ${await outcome.textContent()}`), {
    ms: 8000,
  });
  const said = (await outcome.textContent()) ?? "";
  assert.match(said, /^Met\. ./);
  assert.doesNotMatch(said, /\{|undefined|NaN[^,.]|\.task\./);
  await task.locator("summary").click();
}

/** One page of the notes for all tests of a file. @param {ReturnType<typeof import('./visitor.js').browserTests>} tests */
export const notesPage = ({ sharedPage }) =>
  sharedPage(async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto("/notes.html?lang=en");
  });

/**
 * A test of all tasks of a figure, one after the other, and of what is counted then.
 * @param {{page: import('playwright-core').Page}} shared @param {string} name @param {Record<string, Ways>} played by task
 */
export function playTasks(shared, name, played) {
  test(`the tasks of ${name}`, async () => {
    const { page } = shared;
    const me = reader(page, name);
    await me.figure.evaluate((node) => node.scrollIntoView());
    await page.locator(`#${name}[data-ready]`).waitFor({ state: "attached" });
    const ids = TASKS[name].filter((id) => !ELSEWHERE.includes(`${name}.${id}`));
    assert.deepEqual(Object.keys(played), ids);
    for (const [id, ways] of Object.entries(played)) await play(me, id, ways);
    const done = `${ids.length} of ${TASKS[name].length} done`;
    assert.equal(await me.figure.locator(".tasks-head .num").textContent(), done);
    const line = page.locator(`.tasks-list li:has([href="#${name}"]) .num`);
    assert.equal(await line.textContent(), done);
  });
}
