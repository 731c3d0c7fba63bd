// Two tabs of one browser: nothing that either has called added is ever lost, and each says where the pictures are.
import assert from "node:assert/strict";
import test from "node:test";
import { random } from "../../unit/shared/reference.js";
import { assertAccessible } from "../shared/axe.js";
import { pictures } from "../shared/files.js";
import { card, choose, counts, hearWorker, press } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

/** @typedef {import('playwright-core').Page} Page */

const ROUNDS = Number(process.env.ROUNDS) || 25;

const { newPage } = browserTests();

/** Two tabs that share what is stored, the second opened after the first. @param {import('node:test').TestContext} t */
async function twoTabs(t, how = {}) {
  const { page: a, context } = await newPage(t, how);
  await context.addInitScript(hearWorker);
  await open(a);
  const b = await context.newPage();
  await open(b);
  return { a, b };
}

/** @param {Page} page */
async function open(page) {
  page.setDefaultTimeout(40_000);
  await page.goto("/");
  await learning(page);
}

/** @param {Page} page */
const learning = (page) => until(page, () => window.heard?.data && window.heard.train);

/** @param {Page} page */
async function reload(page) {
  await page.reload();
  await learning(page);
}

const ELSEWHERE = /Your pictures are open in another tab/;
/** @param {Page} page */
const says = (page) => page.getByRole("alert").filter({ hasText: ELSEWHERE });

test("the second tab shows the drawn set, says where the pictures are, and takes them over", async (t) => {
  const { a, b } = await twoTabs(t);
  await choose(a, 1, pictures(4, 1));
  await choose(a, 0, pictures(3, 0));
  await counts(a, 3, 4);
  await says(b).waitFor();
  assert.equal(await b.evaluate(() => window.heard.data.source), "drawn");
  assert.equal(await says(a).count(), 0);
  await assertAccessible(b);
  await press(b, "Use them here");
  await counts(b, 3, 4);
  await says(a).waitFor();
  assert.equal(await says(b).count(), 0);
  await press(a, "Use them here");
  await says(b).waitFor();
  await counts(a, 3, 4);
});

test("a change of α in the other tab leaves what is stored alone", async (t) => {
  const { a, b } = await twoTabs(t);
  await choose(a, 0, pictures(20, 0));
  await choose(a, 1, pictures(20, 1));
  await counts(a, 20, 20);
  await press(b, "Larger α");
  await b.getByRole("slider", { name: /^speed/ }).press("ArrowRight");
  await b.close();
  await reload(a);
  await counts(a, 20, 20);
  await choose(a, 1, pictures(21, 1).slice(20));
  await counts(a, 20, 21);
  await reload(a);
  await counts(a, 20, 21);
});

test("both add: both are there", async (t) => {
  const { a, b } = await twoTabs(t);
  await choose(a, 0, pictures(10, 0));
  await choose(a, 1, pictures(10, 1));
  await counts(a, 10, 10);
  await reload(b);
  await choose(a, 0, pictures(15, 0).slice(10));
  await counts(a, 15, 10);
  await choose(b, 1, pictures(16, 1).slice(10));
  await counts(b, 15, 16);
  await reload(a);
  await press(a, "Use them here");
  await counts(a, 15, 16);
});

test("in Chinese, and without locks as before", async (t) => {
  const { b } = await twoTabs(t, { lang: "zh-CN" });
  await b.getByRole("alert").filter({ hasText: "另一个标签页" }).waitFor();
  await b.getByRole("button", { name: "改在这里使用" }).click();
  await until(b, () => document.querySelector("#notices").innerText === "");
  const { page, context } = await newPage(t);
  await context.addInitScript(hearWorker);
  await context.addInitScript(() => {
    const Plain = Blob;
    window.Blob = /** @type {any} */ (
      class extends Plain {
        constructor(/** @type {any} */ parts, /** @type {any} */ options) {
          super(["delete WorkerNavigator.prototype.locks;", ...parts], options);
        }
      }
    );
  });
  await open(page);
  await choose(page, 1, pictures(2, 1));
  await counts(page, 0, 2);
  await reload(page);
  await counts(page, 0, 2);
});

/** Names of the pictures that a tab shows. @param {Page} page */
const shown = (page) =>
  page.evaluate(async () => {
    const { data } = window.heard;
    return data.source === "drawn" ? [] : [...data.id].map((id) => `${data.y[data.id.indexOf(id)]} ${id}`);
  });

test(`${ROUNDS} rounds of anything in both: nothing called added is lost`, async (t) => {
  const { a, b } = await twoTabs(t);
  const tabs = [a, b];
  const next = random(Number(process.env.SEED) || 1);
  const files = /** @type {const} */ ([0, 1]).map((y) => pictures(4 * ROUNDS + 4, y, { px: 16 }));
  /** How many of each class there must be. */
  const there = [0, 0];
  const given = [0, 0];
  const add = async (/** @type {Page} */ page) => {
    const [y, n] = [/** @type {0 | 1} */ (next(2)), 1 + next(3)];
    await choose(page, y, files[y].slice(given[y], given[y] + n));
    given[y] += n;
    there[y] += n;
    await counts(page, there[0], there[1]);
  };
  const isKeeper = async (/** @type {Page} */ page) => (await says(page).count()) === 0;
  const actions = {
    add,
    async alpha(/** @type {Page} */ page) {
      await press(page, next(2) ? "Larger α" : "Smaller α");
    },
    reload,
    async here(/** @type {Page} */ page) {
      if (await isKeeper(page)) return;
      await press(page, "Use them here");
      await soon(async () => assert.ok(await isKeeper(page)));
    },
    async remove(/** @type {Page} */ page) {
      const y = next(2);
      if (!(await isKeeper(page)) || there[y] < 2) return;
      await card(page, y).getByRole("listitem").first().getByRole("button").first().click();
      await card(page, y).getByRole("button", { name: "Delete this picture" }).click();
      there[y] -= 1;
      await counts(page, there[0], there[1]);
      if (next(2)) return;
      await page.getByRole("button", { name: /^Undo/ }).click();
      there[y] += 1;
      await counts(page, there[0], there[1]);
    },
    async rename(/** @type {Page} */ page) {
      if (!(await isKeeper(page))) return;
      await card(page, 1)
        .getByRole("textbox")
        .fill(`name ${next(100)}`);
      await card(page, 1).getByRole("textbox").press("Enter");
    },
  };
  const names = Object.keys(actions);
  await add(a);
  for (let round = 0; round < ROUNDS; round++) {
    const page = tabs[next(2)];
    const name = round % 3 === 0 ? "add" : names[next(names.length)];
    try {
      await actions[/** @type {keyof typeof actions} */ (name)](page);
    } catch (error) {
      throw new Error(
        `round ${round}, ${name} in ${page === a ? "a" : "b"}: ${there}, ${await shown(page)}`,
        { cause: error },
      );
    }
  }
  for (const page of tabs) {
    await reload(page);
    if (!(await isKeeper(page))) await press(page, "Use them here");
    await counts(page, there[0], there[1]);
  }
  assert.ok(there[0] + there[1] > ROUNDS / 3);
});
