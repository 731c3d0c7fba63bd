// How the tasks of a figure behave: kept, forgotten, set by a link, without storage; and that every one of them is played.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import test from "node:test";
import { FIGURES } from "../../../../web/notes/figures.js";
import { TASKS } from "../../../../web/notes/tasks/all.js";
import { assertAccessible } from "../../shared/axe.js";
import { assertWords } from "../../shared/figure.js";
import { boxOf } from "../../shared/layout.js";
import { answer, bring, reader } from "../../shared/reader.js";
import { browserTests, goToFigure } from "../../shared/visitor.js";
import { soon, stays } from "../../shared/wait.js";

const { newPage, openFigure } = browserTests();

test("the tasks of every figure are played, by one of the files beside this one", async () => {
  const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith(".test.js"));
  const texts = await Promise.all(files.map((name) => readFile(`${import.meta.dirname}/${name}`, "utf8")));
  const played = texts.flatMap((text) =>
    [...text.matchAll(/^playTasks\(shared, "(.+?)"/gm)].map(([, name]) => name),
  );
  assert.deepEqual(played.sort(), Object.keys(TASKS).sort());
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
