// @ts-nocheck -- many functions here run in the page
// Everything is reached with Tab and worked with keys, and the focus is always to be seen.
import assert from "node:assert/strict";
import test from "node:test";
import { card, counts } from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, until } from "../shared/wait.js";

const { visit } = browserTests();

/** In the page: the element with the focus: a number of its own, its name, and whether its focus shows. */
const focused = () => {
  const node = document.activeElement;
  if (node === document.body) return null;
  window.stops ??= new Map();
  if (!window.stops.has(node)) window.stops.set(node, window.stops.size);
  const ring = (each) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  };
  // A hidden input shows its focus on its label or on what stands beside it.
  const shows = [node, node.parentElement, node.nextElementSibling].filter(Boolean).some(ring);
  const name = node.getAttribute("aria-label") ?? node.labels?.[0]?.innerText ?? node.innerText;
  return { stop: window.stops.get(node), name: (name || node.id).trim().slice(0, 60), shows };
};

/** In the page: everything that can be operated and was not among the stops. Of radio buttons the browser stops at one of a group. */
const missed = () => {
  const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]');
  const groups = new Set(
    [...window.stops.keys()].filter((node) => node.type === "radio").map((node) => node.name),
  );
  return [...all]
    .filter(
      (node) => node.checkVisibility({ visibilityProperty: true }) && !node.disabled && node.tabIndex >= 0,
    )
    .filter((node) => !window.stops.has(node) && !(node.type === "radio" && groups.has(node.name)))
    .map((node) => node.outerHTML.slice(0, 120));
};

test("Tab reaches everything, in order, and each stop shows", async (t) => {
  const { page } = await visit(t, { goes: true });
  await until(page, () => window.heard.train?.iteration > 5); // before there are answers nothing is wrong
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await until(page, () => !window.heard.train.running && window.heard.evaluation);
  await page.getByRole("button", { name: "More settings" }).click();
  await page.locator("#cost-table summary").press("Enter"); // the settings may lie over it
  await page.locator(".worst-row").last().waitFor(); // ranked once a second
  await page.locator("body").evaluate(() => document.activeElement.blur());
  const stops = [];
  for (let i = 0; i < 160; i++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(focused);
    if (!stop || stop.stop < stops.length) {
      if (!stop) continue;
      break;
    }
    stops.push(stop);
  }
  assert.ok(stops.length > 40, `${stops.length} stops`);
  assert.deepEqual(
    stops.filter(({ shows }) => !shows).map(({ name }) => name),
    [],
    "stops that do not show",
  );
  assert.deepEqual(await page.evaluate(missed), []);
});

/** Presses Tab until the focus is on the element. */
async function tabTo(page, locator) {
  let wanted = await locator.elementHandle();
  for (let i = 0; i < 160; i++) {
    const [reached, there] = await wanted.evaluate((node) => [
      node === document.activeElement,
      node.isConnected,
    ]);
    if (reached) return;
    if (!there) wanted = await locator.elementHandle();
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab does not reach ${locator}`);
}

test("by keyboard alone: from the skip link to a trained neuron", async (t) => {
  const { page } = await visit(t, { goes: true });
  const button = (name) => page.getByRole("button", { name, exact: true });
  const key = (name) => page.keyboard.press(name);
  const choosers = []; // heard from the start: a browser told only now to report them may be too late
  page.on("filechooser", (chooser) => choosers.push(chooser.isMultiple() ? "many files" : "one file"));

  await key("Tab");
  assert.equal((await page.evaluate(focused)).name, "Skip to the training");
  await key("Enter");
  await until(page, () => document.activeElement.id === "training");
  await page.locator("body").evaluate(() => document.activeElement.blur());

  await tabTo(page, button("Pause"));
  await key("Space");
  await until(page, () => !window.heard.train.running);
  const { iteration } = await page.evaluate(() => window.heard.train);
  await tabTo(page, button("One iteration"));
  await key("Enter");
  await until(page, (t) => window.heard.train.iteration === t + 1, iteration);
  await tabTo(page, button("Larger α"));
  await key("Enter");
  await until(page, () => window.heard.train.alpha === 0.01);
  await tabTo(page, page.getByRole("slider", { name: /^speed/ }));
  await key("End");

  await tabTo(page, button("More settings"));
  await key("Enter");
  await until(page, () => document.activeElement.id === "engine");
  await key("ArrowDown");
  await until(page, () => window.heard.train.engine === "loop");
  await key("ArrowUp");
  await until(page, () => window.heard.train.engineAuto);
  await key("Escape");
  await until(page, () => document.activeElement.id === "more");

  // A picture is chosen, moved to the other class, and the move undone; another one is deleted.
  const first = card(page, 1).getByRole("listitem").first().getByRole("button").first();
  await tabTo(page, first);
  await key("ArrowRight");
  await key("Enter");
  await tabTo(page, card(page, 1).getByRole("button", { name: /^Move to/ }));
  await key("Enter");
  await until(page, () => window.heard.data.undo?.code === "relabelled");
  await page.locator("body").evaluate(() => document.activeElement.blur());
  await tabTo(page, page.getByRole("button", { name: "Undo: 1 picture moved to “something else”" }));
  await key("Enter");
  await counts(page, 121, 129);
  await tabTo(page, card(page, 0).getByRole("listitem").first().getByRole("button").first());
  await key("Delete");
  await counts(page, 120, 129);

  // The chooser opens from the keyboard.
  await page.locator("body").evaluate(() => document.activeElement.blur());
  await tabTo(page, card(page, 1).locator("input[type=file]"));
  await key("Enter");
  await soon(() => assert.deepEqual(choosers, ["many files"]));

  await page.locator("body").evaluate(() => document.activeElement.blur());
  await tabTo(page, button("Train"));
  await key("Enter");
  await until(page, () => window.heard.train.finished, null, { ms: 120_000 });
  const scrubber = page.getByRole("slider", { name: "Iteration to look at" });
  await tabTo(page, scrubber);
  await key("Home");
  await until(page, () => window.heard.train.iteration === 0);
  await key("ArrowRight");
  await until(page, () => window.heard.train.iteration === 1);
  await tabTo(page, page.getByRole("checkbox", { name: "log J" }));
  await key("Space");
  assert.ok(await page.getByRole("checkbox", { name: "log J" }).isChecked());
  await tabTo(page, page.getByRole("region", { name: "Test", exact: true }).getByRole("application"));
  await key("Space");
  await key("Shift+ArrowRight");
  await until(page, () => window.heard.train.probe);
});
