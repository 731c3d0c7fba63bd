// Every task of every figure, played to its end: the wrong way, after which it is not met, and the right one. One page for all.
import assert from "node:assert/strict";
import test from "node:test";
import { FIGURES } from "../../../web/notes/figures.js";
import { TASKS } from "../../../web/notes/tasks/all.js";
import { assertAccessible } from "../shared/axe.js";
import { assertWords, groupsOf } from "../shared/figure.js";
import { browserTests, goToFigure } from "../shared/visitor.js";
import { nextFrame, soon, stays } from "../shared/wait.js";

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
        await me.press("Reset");
        await me.stage.locator("[data-part=line] .handle").last().press("Delete"); // nor may a house go
        await me.set("w", 3.2);
        await me.set("b", -1.4);
      },
      right: async (me) => {
        await me.press("Back to the ten houses");
        await me.set("w", 3.2);
        await me.set("b", -1.4);
      },
    },
    dead: {
      wrong: async (me) => {
        await me.set("w", 0.5);
        await me.set("b", 1);
        await me.press("Step");
        await me.set("w", -1);
        await me.set("b", -1); // no step since
      },
      right: async (me) => {
        await me.press("Step");
      },
    },
  },
  network: {
    seven: { wrong: "1", right: (me) => me.answerAs("seven", ruleOfHouseSeven) },
    half: { wrong: (me) => me.press("100 steps"), right: (me) => me.until("half", "100 steps") },
    two: {
      wrong: (me) => me.press("2"),
      right: (me) => me.until("two", "100 steps"),
    },
  },
  inputs: {
    green: {
      wrong: "595",
      right: "1787",
      async tried(me) {
        await me.press("A picture");
        await me.keys(me.stage.getByLabel(/^The picture; arrow keys/), { ArrowUp: 10, ArrowLeft: 5 });
      },
    },
    long: { wrong: "16000", right: "24000", tried: (me) => me.press("A sound") },
    hertz: {
      wrong: (me) => me.press("chord"),
      async right(me) {
        await me.press("chirp");
        const plot = me.stage.locator(".inputs-whole .plot");
        await nextFrame(me.page);
        const [outer, frame] = [await boxOf(plot), await boxOf(plot.locator(".frame"))];
        const x = frame.x - outer.x + (frame.width * (3000 - 200)) / 5800;
        await plot.click({ position: { x, y: frame.y - outer.y + frame.height / 4 } });
      },
    },
  },
  scale: {
    few: {
      wrong: "1",
      async tried(me) {
        await me.press("m up to 1280");
        await me.press("2 runs per point");
        await me.press("Measure");
      },
      right: (me) => me.answerAs("few", said),
    },
    speed: {
      wrong: "3",
      tried: (me) => me.press("Measure this machine"),
      right: (me) => me.answerAs("speed", saidPower),
    },
  },
  "two-classes": {
    entry: { wrong: "200", right: "8788" },
    shape: {
      wrong: "(16, 12288)",
      right: "(12288, 16)",
      async tried(me) {
        await me.set("share", 0);
        await me.press("Add eight");
      },
    },
    split: {
      wrong: (me) => me.set("share", 0.5),
      async right(me) {
        await me.presses("Add a drawn picture", 4);
        await me.set("share", 0.2);
      },
    },
  },
  "logistic-regression": {
    half: {
      async wrong(me) {
        await me.set("x", 2);
        await me.set("w", 0.8);
        await me.set("b", 1.6);
      },
      right: (me) => me.set("b", -1.6),
    },
    far: { wrong: "10", right: "8", tried: (me) => me.press("Two clear cases, far out") },
    four: {
      async wrong(me) {
        await me.presses("Two clear cases, far out", 1); // eight points again
        const points = me.stage.locator("[data-part=line] .handle");
        for (let i = 0; i < 4; i++) await points.nth(3).press("Delete"); // three of class 0 stay
      },
      async right(me) {
        const points = me.stage.locator("[data-part=line] .handle");
        await points.nth(0).press("ArrowUp"); // 1 0 0 1
      },
    },
  },
  "loss-and-cost": {
    sure: { wrong: "0.49", right: "4.6" },
    coin: { wrong: (me) => me.set("b", 1), right: (me) => me.zero(["w", "b"]) },
    minima: {
      async wrong(me) {
        await me.press("two true minima");
        await me.stage.locator("[data-part=lab]").getByRole("button", { name: "Add a point" }).click(); // two at one place
      },
      right: (me) =>
        me.stage.locator("[data-part=lab] .plot").first().locator(".handle").first().press("ArrowRight"),
    },
  },
  "gradient-descent": {
    rise: {
      async wrong(me) {
        await me.set("alpha", 1, 1); // rises, but is not the smallest
        await me.presses("Step", 30, 1);
        await me.set("alpha", 0.1, 1); // with which it did not rise
      },
      async right(me) {
        await me.press("Reset", 1);
        await me.set("alpha", 0.835, 1);
        await me.presses("Step", 60, 1);
      },
    },
    leap: {
      wrong: (me) => me.press("Step"),
      async right(me) {
        await me.press("Reset");
        await me.set("alpha", 0.64);
        await me.press("Step");
      },
    },
    steps: {
      wrong: "1000",
      right: "100",
      async tried(me) {
        await me.press("good");
        await me.presses("Step", 200, 1);
      },
    },
  },
  derivatives: {
    epsilon: { wrong: "-15", right: "1e-8" },
    steepest: {
      async wrong(me) {
        await me.press("σ(a)");
      },
      right: (me) => me.keys(me.stage.locator("[data-kept=a]"), { ArrowLeft: 8 }),
    },
    two: {
      wrong: (me) => me.press("3a"),
      async right(me) {
        await me.press("log a");
        await me.keys(me.stage.locator("[data-kept=a]"), { ArrowLeft: 25 });
      },
    },
  },
  "computation-graph": {
    dc: { wrong: "6", right: "9", tried: (me) => me.presses("Step", 8) },
    deaf: {
      wrong: (me) => me.type("b", 0),
      right: (me) => me.type("c", 0),
    },
    aim: {
      async wrong(me) {
        await me.press("logistic regression");
        await me.presses("Step", 12);
      },
      async right(me) {
        await me.press("Reset");
        await me.set("α", 1.28);
        await me.presses("Step", 12);
      },
    },
  },
  "m-examples": {
    first: { wrong: "0", right: "0.69", tried: (me) => me.press("One iteration") },
    db: { wrong: "0.5", right: "0" },
    fast: {
      wrong: (me) => me.presses("One iteration", 12),
      async right(me) {
        await me.press("Reset");
        await me.set("alpha", 10);
        await me.presses("One iteration", 12);
      },
    },
  },
  vectorization: {
    times: {
      wrong: "5000",
      async tried(me) {
        await me.press("10,000 numbers");
        await me.press("Measure now");
      },
      right: (me) => me.answerAs("times", said),
    },
    same: { wrong: "4", right: "2", tried: async () => {} },
    fewer: {
      wrong: "2",
      async tried(me) {
        await me.set("iterations", 100);
        await me.press("Train three times");
      },
      right: (me) => me.answerAs("fewer", said),
    },
  },
  "no-loops": {
    product: {
      wrong: "(5, 1)",
      right: "(3, 1)",
      tried: (me) => me.stage.locator("[data-kept=m]").getByRole("button", { name: "5" }).click(),
    },
    mean: {
      async wrong(me) {
        await me.stage.getByLabel("1/m dropped").check();
        await me.press("Check: dw has the shape of w"); // which holds
      },
      right: (me) => me.press("Check: dw is what J does when w is nudged"),
    },
    silent: {
      async wrong(me) {
        await me.stage.getByLabel("1/m dropped").uncheck();
        await me.stage.getByLabel("* for @").check();
      },
      right: (me) => me.stage.locator("[data-kept=m]").getByRole("button", { name: "3" }).click(),
    },
    mixed: {
      async wrong(me) {
        await me.stage.getByLabel("* for @").uncheck();
        await me.stage.getByLabel("reshape(-1, m)").check();
        await me.press("Check: dw is what J does when w is nudged"); // of the scrambled examples, rightly
      },
      right: (me) => me.press("Check: the first column of X is the first example"),
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
        await me.set("a", "(2, 3, 1)");
        await me.set("b", "(2, 1, 4)"); // 14 numbers, but not 2 and 12
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

/** Played where the whole measurement is made anyway: in scale.test.js. */
const ELSEWHERE = ["scale.wins"];

/** What the figure has said that it computes. @param {Reader} me @param {string} id */
async function said(me, id) {
  const [, number] = /computes ([\d.,]+\d)/.exec((await me.outcome(id).textContent()) ?? "") ?? [];
  return number.replace(",", "");
}

/** The same, where it is a power of ten. @param {Reader} me @param {string} id */
async function saidPower(me, id) {
  return groupsOf(await me.outcome(id).textContent(), /computes (10\S+)\./)[0];
}

/** The price of house 7 by the rule, read from the figure. @param {Reader} me */
async function ruleOfHouseSeven(me) {
  await me.type("house", 7);
  const text = (await me.stage.getByText(/the rule says/).textContent()) ?? "";
  return groupsOf(text, /the rule says (\d+)/)[0];
}

/** @param {import('playwright-core').Locator} locator */
async function boxOf(locator) {
  const box = await locator.boundingBox();
  assert.ok(box);
  return box;
}

/** @param {Reader} me @param {string} id @param {string} text */
async function answer(me, id, text) {
  await me.task(id).locator(".tasks-guess").fill(text);
  await me.task(id).locator("form button").click();
}

/** @param {Reader} me @param {string} id @param {{wrong: Way, right: Way, tried?: (reader: Reader) => Promise<unknown>}} ways */
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

for (const { name } of FIGURES.filter((figure) => TASKS[figure.name]))
  test(`the tasks of ${name}`, async () => {
    const { page } = shared;
    const me = reader(page, name);
    await me.figure.evaluate((node) => node.scrollIntoView());
    await page.locator(`#${name}[data-ready]`).waitFor({ state: "attached" });
    const ids = TASKS[name].filter((id) => !ELSEWHERE.includes(`${name}.${id}`));
    assert.deepEqual(Object.keys(PLAYED[name]), ids);
    for (const [id, ways] of Object.entries(PLAYED[name])) await play(me, id, ways);
    const done = `${ids.length} of ${TASKS[name].length} done`;
    assert.equal(await me.figure.locator(".tasks-head .num").textContent(), done);
    const line = page.locator(`.tasks-list li:has([href="#${name}"]) .num`);
    assert.equal(await line.textContent(), done);
  });

test("what is done is kept over a reload and forgotten with one click; a task that is closed is not judged", async (t) => {
  const { page, figure } = await openFigure(t, "broadcasting", { lang: "en" });
  const me = reader(page, "broadcasting");
  await me.set("a", "(3, 4)");
  await me.set("b", "(4, 3)");
  const unfit = me.task("unfit");
  await stays(() => unfit.evaluate((node) => "done" in node.dataset), 350);
  await unfit.locator("summary").focus();
  await page.keyboard.press("Enter");
  await soon(async () =>
    assert.match((await me.outcome("unfit").textContent()) ?? "", /^Met\. \(3, 4\) and \(4, 3\)/),
  );
  await page.reload();
  await page.locator("#broadcasting[data-ready]").waitFor({ state: "attached" });
  assert.equal(await figure.locator(".tasks-head .num").textContent(), "1 of 4 done");
  assert.match((await me.outcome("unfit").textContent()) ?? "", /clash in axis −1/);
  const all = page.locator("#tasks");
  assert.match(await all.locator(".tasks-all .num").innerText(), /^1 of \d\d done$/);
  await all.getByRole("button", { name: "Forget what I did" }).click();
  assert.equal(await figure.locator(".tasks-head .num").textContent(), "0 of 4 done");
  assert.equal(await page.evaluate(() => localStorage.getItem("one-neuron.tasks")), null);
  assert.equal(await me.outcome("unfit").textContent(), "");
});

/** A table of the reader's. @param {Reader} me @param {string} text */
const bring = (me, text) =>
  me.figure.locator("input[type=file]").setInputFiles({ name: "t.csv", mimeType: "text/csv", buffer: Buffer.from(text) }); // prettier-ignore

test("a task that what is set has no answer to says so, and is judged when it has one", async (t) => {
  const { page } = await openFigure(t, "derivatives", { lang: "en" });
  const slopes = reader(page, "derivatives");
  await slopes.press("3a");
  await slopes.task("epsilon").locator("summary").click();
  await answer(slopes, "epsilon", "-8");
  assert.match((await slopes.outcome("epsilon").textContent()) ?? "", /^3a is set, which has no bend/);
  await slopes.press("a²");
  await soon(async () => assert.match((await slopes.outcome("epsilon").textContent()) ?? "", /^Met\./));

  await goToFigure(page, "network");
  const houses = reader(page, "network");
  await houses.task("seven").locator("summary").click();
  const rows = Array.from({ length: 8 }, (_, i) => `${50 + i},${i + 1},5,5,${200 + i}`);
  await bring(houses, `a,b,c,d,y\n${rows.join("\n")}\n`);
  await houses.stage
    .getByText(/in the unit of y/)
    .first()
    .waitFor();
  await answer(houses, "seven", "1");
  assert.match((await houses.outcome("seven").textContent()) ?? "", /not the rows of your table/);
  await houses.press("Other houses");
  await soon(async () => assert.match((await houses.outcome("seven").textContent()) ?? "", /not what the/));

  await goToFigure(page, "m-examples");
  const students = reader(page, "m-examples");
  await students.task("fast").locator("summary").click();
  await bring(students, "1,2,0\n2,1,1\n3,3,0\n");
  await soon(async () =>
    assert.match((await students.outcome("fast").textContent()) ?? "", /about the ten students/),
  );
});

test("no task is met by what a figure is at first, though all are open; forgetting closes what is still met", async (t) => {
  const { page } = await newPage(t);
  await page.goto("/notes.html?lang=en");
  for (const { name } of FIGURES) {
    await page.locator(`#${name}`).evaluate((node) => node.scrollIntoView());
    await page.locator(`#${name}[data-ready]`).waitFor({ state: "attached" });
    const open = (/** @type {Element[]} */ rows) => rows.forEach((row) => row.setAttribute("open", ""));
    await page.locator(`#${name} .tasks-row`).evaluateAll(open);
    await stays(() => page.locator(`#${name} [data-done]`).count(), 600);
    assert.equal(await page.locator(`#${name} [data-done]`).count(), 0, name);
  }
  const me = reader(page, "broadcasting");
  await me.set("a", "(3, 4)");
  await me.set("b", "(4, 3)");
  const done = () => me.task("unfit").evaluate((node) => "done" in node.dataset);
  await soon(async () => assert.equal(await done(), true));
  await page.locator("#tasks").getByRole("button", { name: "Forget what I did" }).click();
  await stays(done, 600);
  assert.equal(await done(), false);
});

test("where nothing may be kept, tasks are done all the same; what others wrote there is not taken", async (t) => {
  const { page } = await newPage(t);
  await page.addInitScript(() => {
    localStorage.setItem(
      "one-neuron.tasks",
      '{"derivatives.two": 7, "derivatives.epsilon": {"guess": "<b>x</b>", "truth": []}}',
    );
    Storage.prototype.setItem = () => {
      throw new DOMException("no", "QuotaExceededError");
    };
  });
  await goToFigure(page, "derivatives");
  const me = reader(page, "derivatives");
  assert.equal(await me.figure.locator(".tasks-head .num").textContent(), "0 of 3 done");
  await me.task("epsilon").locator("summary").click();
  await answer(me, "epsilon", "10⁻⁸");
  await soon(async () => assert.match((await me.outcome("epsilon").textContent()) ?? "", /^Met\./));
});

test("a link sets a task: above its figure, open, alone until the others are asked for; in a frame as well", async (t) => {
  const { page } = await newPage(t);
  await page.goto("/notes.html?do=derivatives.two,derivatives.nothing&task=At home.&lang=en");
  const figure = page.locator("#derivatives[data-ready]");
  await figure.waitFor();
  const rows = figure.locator(".tasks-row");
  assert.deepEqual(
    await rows.evaluateAll((list) =>
      list.map((row) => ["hidden", "open"].map((name) => row.hasAttribute(name))),
    ),
    [
      [true, false],
      [true, false],
      [false, true],
    ],
  );
  const [above, stage] = [await boxOf(figure.locator(".tasks")), await boxOf(figure.locator(".stage"))];
  assert.ok(above.y + above.height <= stage.y && above.y > 0, "seen at once");
  assert.equal(await figure.locator(".task-text").innerText(), "At home.");
  await figure.locator(".stage").getByRole("button", { name: "log a" }).click();
  assert.match(page.url(), /[?&]do=derivatives\.two/, "stays in the address");
  await figure.getByRole("button", { name: "All 3 tasks of this figure" }).click();
  assert.equal(await rows.filter({ visible: true }).count(), 3);

  await page.goto("/notes.html?figure=derivatives&embed&do=derivatives.two");
  await figure.waitFor();
  assert.ok(await figure.locator(".tasks").isVisible());
  await page.goto("/notes.html?figure=derivatives&embed");
  await figure.waitFor();
  assert.equal(await figure.locator(".tasks").isVisible(), false);
});

test("every block has the height that was kept for it; words, axe", async (t) => {
  for (const width of [360, 1440]) {
    const { page } = await newPage(t, { width, lang: width < 400 ? "zh-CN" : "en" });
    for (const name of ["neuron", "no-loops", "broadcasting"]) {
      await page.goto(`/notes.html#${name}`);
      await page.locator(`#${name}[data-ready]`).waitFor({ state: "attached" });
      const { kept, is } = await page.locator(`#${name}`).evaluate((section) => {
        const height = () => section.getBoundingClientRect().height;
        const whole = height();
        section.querySelector(".tasks")?.remove();
        const without = height();
        delete section.dataset.tasks;
        return { is: whole - without, kept: height() - without };
      });
      assert.ok(is > 100 && Math.abs(is - kept) < 2, `${name} at ${width}: ${is} for ${kept}`);
    }
  }
  const { page, figure } = await openFigure(t, "derivatives", { width: 390 });
  for (const row of await figure.locator(".tasks-row summary").all()) await row.click();
  await figure.getByRole("button", { name: "Hint" }).first().click();
  assert.equal(await figure.locator(".tasks-hint").first().isVisible(), true);
  await assertWords(figure, "derivatives");
  await assertAccessible(page);
});
