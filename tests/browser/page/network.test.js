// @ts-nocheck -- many functions here run in the page
// Networks on the training page: chosen, typed, trained, looked into, and what a neuron is worth.
import assert from "node:assert/strict";
import test from "node:test";
import { violations } from "../shared/axe.js";
import { pictures } from "../shared/files.js";
import {
  choose,
  counts,
  finish,
  fullSpeed,
  last,
  numberIn,
  pause,
  press,
  unfoldSettings,
} from "../shared/training-page.js";
import { browserTests } from "../shared/visitor.js";
import { soon, stays, until } from "../shared/wait.js";

const { newPage, visit } = browserTests();

const figure = (page) => page.locator("#network-figure");
const text = (locator) => locator.innerText();

/** Chooses hidden neurons and waits until they have learned for a while. */
async function withNetwork(page, value, iterations = 20) {
  await unfoldSettings(page);
  await page.locator("#network").selectOption(value);
  await until(page, (value) => JSON.stringify(window.heard.train?.network?.hidden) === value, value);
  await learning(page, iterations);
}

const learning = (page, iterations) =>
  until(page, (n) => window.heard.train?.network && window.heard.train.iteration >= n, iterations);

/** Types layers where "other" was chosen. */
async function typeLayers(page, layers) {
  await unfoldSettings(page);
  await page.locator("#network").selectOption("null");
  await page.locator("input.layers").fill(layers);
  await page.keyboard.press("Enter");
}

test("one neuron asks for nothing that only the figure of a network needs", async (t) => {
  const { page, context } = await newPage(t);
  const asked = new Set();
  context.on("request", (request) => asked.add(request.url()));
  const ofFigure = () =>
    [...asked].filter((url) => /\/page-network-network-[\w-]+\.css|\/figure-[\w-]+\.js/.test(url));
  await page.goto("/");
  await page.locator("#play.running").waitFor();
  await page.waitForLoadState("networkidle");
  assert.deepEqual(ofFigure(), []);
  await page.locator("#network").selectOption("[4]");
  await soon(async () => assert.equal(ofFigure().length, 2, "the figure and its look"));
});

test("16 hidden neurons: what is on the screen is what the worker says", async (t) => {
  const { page } = await visit(t, { goes: true });
  await withNetwork(page, "[16]", 40);
  await pause(page);
  await soon(async () => {
    const { network, selected, cost, iteration } = await last(page, "train");
    assert.deepEqual(network.n, [12288, 16, 1]);
    assert.equal(await page.locator(".hidden-neuron").count(), 16);
    assert.match(await text(figure(page).locator("figcaption")), /12,288 → 16 → 1 · 196,641 parameters/);
    assert.equal(Number(await text(page.locator("#iteration"))), iteration);
    assert.equal(numberIn(await text(page.locator("#cost-now"))), Number(cost.toFixed(4)));
    const shown = await page.locator(".neuron-a").allInnerTexts();
    const [{ a, adds }] = network.look.layers;
    shown.forEach((value, u) =>
      assert.ok(Math.abs(numberIn(value) - a[u]) <= 0.0051, `a ${u}: ${value}, ${a[u]}`),
    );
    const added = await page.locator(".neuron-adds").allInnerTexts();
    added.forEach((value, u) => assert.ok(Math.abs(numberIn(value) - adds[u]) <= 0.0051, `adds ${u}`));
    // the equation: what the neurons add and b make z
    const [wa, b, z] = await Promise.all(["eq-wx", "eq-b", "eq-z"].map((id) => text(page.locator(`#${id}`))));
    assert.ok(Math.abs(numberIn(wa) - Object.values(adds).reduce((sum, v) => sum + v, 0)) < 1e-3);
    assert.ok(Math.abs(numberIn(wa) + Math.sign(selected.b) * numberIn(b) - numberIn(z)) < 2e-4);
  });
  assert.equal((await page.locator("#formula-z mi").allTextContents()).join(""), "zwab");
});

test("typed layers are taken over; what makes no sense is said, and nothing changes", async (t) => {
  const { page } = await visit(t, { goes: true });
  await typeLayers(page, "8，4");
  await learning(page, 5);
  assert.deepEqual((await last(page, "train")).network.hidden, [8, 4]);
  assert.equal(await page.locator("#network").evaluate((select) => select.selectedOptions[0].text), "8, 4");
  for (const bad of ["0", "257", "4,4,4,4", "four"]) {
    await typeLayers(page, bad);
    const input = page.locator("input.layers");
    assert.match(await input.evaluate((node) => node.validationMessage), /1 to 3 numbers from 1 to 256/, bad);
    await page.keyboard.press("Escape");
    await page.locator("#network").waitFor();
  }
  assert.deepEqual((await last(page, "train")).network.hidden, [8, 4]);
  await withNetwork(page, "[64]", 5);
  assert.match(await text(figure(page).locator(".network-pages")), /1–16 of 64/);
  await figure(page).getByRole("button", { name: "The next neurons" }).click();
  await soon(async () => assert.match(await text(figure(page).locator(".network-pages")), /17–32 of 64/));
  await page.locator("#network").selectOption("[]");
  await until(page, () => window.heard.train.network === null && window.heard.train.w);
  await soon(async () => assert.equal(await figure(page).isVisible(), false));
  await soon(async () => assert.match(await text(page.locator("#weights h3")), /Weights w/));
});

test("a neuron taken out: J goes up and comes back to the last digit", async (t) => {
  const { page } = await visit(t, { goes: true });
  await withNetwork(page, "[4]", 60);
  await pause(page);
  await until(page, () => window.heard.train.network.look);
  const before = await last(page, "train");
  const { adds } = before.network.look.layers[0];
  const unit = Object.values(adds).reduce(
    (best, v, u, all) => (Math.abs(v) > Math.abs(all[best]) ? u : best),
    0,
  );
  await page.locator(".neuron-choose").nth(unit).click();
  await page.locator("#runs summary").waitFor(); // the run before the network is pale in the chart by then
  const chart = () => page.locator("#plot canvas").evaluate((canvas) => canvas.toDataURL());
  const chartBefore = await soon(() => stays(chart, 100));
  await figure(page).locator(".network-detail button").click();
  await until(page, () => window.heard.train.network.removed.length === 1);
  const without = await last(page, "train");
  assert.notEqual(without.cost, before.cost);
  await soon(async () => {
    const said = await text(figure(page).locator(".network-effect"));
    assert.match(
      said,
      new RegExp(
        `Without neuron ${unit + 1} of layer 1: J ${before.cost.toFixed(4)} → ${without.cost.toFixed(4)}`,
      ),
    );
  });
  await soon(async () => assert.notEqual(await chart(), chartBefore)); // the last point is another one
  await figure(page).locator(".network-detail button").click();
  await until(page, () => window.heard.train.network.removed.length === 0);
  assert.equal((await last(page, "train")).cost, before.cost);
  await soon(async () => assert.equal(await chart(), chartBefore));
  await page.locator(".neuron-choose").nth(unit).press("Delete");
  await until(page, () => window.heard.train.network.removed.length === 1);
  assert.equal((await last(page, "train")).cost, without.cost);
});

test("reset, a new start, and a reload", async (t) => {
  const { page } = await visit(t, { goes: true });
  const firstCost = async () => {
    await pause(page);
    await page.locator("#reset").click();
    await until(page, () => window.heard.train.network && window.heard.train.iteration === 0);
    return (await last(page, "train")).cost;
  };
  await withNetwork(page, "[16]");
  const cost = await firstCost();
  await press(page, "Train");
  await learning(page, 10);
  assert.equal(await firstCost(), cost);
  await press(page, "New start");
  await until(page, () => window.heard.train.network.seed === 2);
  await soon(async () => assert.match(await text(figure(page)), /start 2/));
  assert.notEqual((await last(page, "train")).cost, cost);
  await page.reload();
  await learning(page, 0);
  const { network } = await last(page, "train");
  assert.deepEqual([network.hidden, network.seed], [[16], 2]);
  await soon(async () => assert.match(await text(figure(page)), /12,288 → 16 → 1/));
});

test("own pictures, full speed, back in time, a picture under test", async (t) => {
  const { page } = await visit(t, { goes: true });
  await choose(page, 1, pictures(8, 1));
  await choose(page, 0, pictures(8, 0));
  await counts(page, 8, 8);
  await page.locator("#network").selectOption("[4]");
  await fullSpeed(page);
  await page.locator("#alpha").fill("0.001");
  await page.locator("#alpha").press("Enter");
  await press(page, "Train");
  const end = await finish(page);
  assert.equal(end.iteration, 2000);
  assert.ok(end.cost < 0.5 && Number.isFinite(end.probe.a));
  await page.locator("#scrubber").press("Home");
  await until(page, () => window.heard.train.iteration === 0);
  await page.locator("#scrubber").press("End");
  await until(page, () => window.heard.train.iteration === 2000);
  assert.equal((await last(page, "train")).cost, end.cost);
});

test("α that no computer can hold: one sentence, and back to the last good state", async (t) => {
  const { page } = await visit(t, { goes: true });
  await withNetwork(page, "[4]", 5);
  await page.locator("#alpha").fill("1e300");
  await page.locator("#alpha").press("Enter");
  const alert = page.getByRole("alert").filter({ visible: true });
  await alert.waitFor();
  const { code, iteration } = await page.evaluate(() => window.heard.notices.at(-1));
  assert.equal(code, "diverged");
  await page.locator("#alpha").fill("0.001");
  await page.locator("#alpha").press("Enter");
  await page.locator("#scrubber").press("ArrowLeft");
  await until(page, (t) => window.heard.train.iteration === t - 1, iteration);
  const good = await last(page, "train");
  assert.ok(Number.isFinite(good.cost) && good.network.look.layers[0].a.every(Number.isFinite));
  await page.locator("#scrubber").press("Home");
  await until(page, () => window.heard.train.iteration === 0);
  await press(page, "Train");
  await learning(page, 30);
  assert.ok((await last(page, "train")).cost < 0.8);
});

test("more settings of a network: engines, and examples an update", async (t) => {
  const { page } = await visit(t, { goes: true });
  await withNetwork(page, "[4]", 3);
  await press(page, "More settings");
  await page.locator("#batch").selectOption("32");
  await until(page, () => window.heard.train.network?.batch === 32 && window.heard.train.iteration > 2);
  assert.equal(await page.locator("#engine option[value='\"loop\"']").evaluate((o) => o.disabled), true);
  await page.locator("#engine").selectOption('"vectorized"');
  await until(page, () => window.heard.train.engine === "vectorized" && window.heard.train.network);
  await soon(async () => assert.match(await text(page.locator("#engine-says")), /32-bit/));
});

for (const [lang, theme, width] of [
  ["zh-CN", "dark", 320],
  ["en-US", "light", 1280],
])
  // prettier-ignore
  test(`axe finds nothing and nothing is too wide: ${lang}, ${theme}, ${width} px`, async (t) => {
    const { page } = await visit(t, { lang, theme, width, still: true, goes: true });
    await typeLayers(page, "16 8");
    await learning(page, 10);
    await page.locator("#play").click();
    await until(page, () => !window.heard.train.running);
    await page.locator(".hidden-neuron").first().waitFor();
    if (width === 320) {
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      assert.doesNotMatch(await text(figure(page)), /neuron|start|weights/i);
    }
    await page.locator(".network-detail button").click();
    await until(page, () => window.heard.train.network.removed.length === 1);
    assert.deepEqual(await violations(page), []);
  });

test("neurons that fire for no picture: a rate too large for ReLU is said so, in Chinese too", async (t) => {
  const { page } = await visit(t, { goes: true });
  await withNetwork(page, "[4]", 5);
  await figure(page).scrollIntoViewIfNeeded();
  const fires = /It fires \(a > 0\) for (\d+|none) of (the )?200 training pictures/;
  await soon(async () => assert.match(await text(figure(page)), fires));
  const silent = figure(page).getByRole("status");
  assert.equal(await text(silent), "");
  await page.locator("#alpha").fill("300");
  await page.keyboard.press("Enter");
  await until(page, () => window.heard.train.network.fires[0].every((k) => k === 0));
  await soon(async () => assert.match(await text(silent), /^In layer 1 no neuron fires for any/));
  await page.getByRole("button", { name: "中文" }).click();
  await soon(async () => assert.match(await text(silent), /^第 1 层没有一个神经元/));
});

test("three full hidden layers fit beside each other, on every width", async (t) => {
  const { page } = await visit(t, { goes: true });
  await typeLayers(page, "256, 256, 256");
  await until(page, () => window.heard.train?.network?.n.length === 5);
  const deep = figure(page).locator(".network-layer").nth(1);
  await deep.getByRole("button", { name: "1–16 of 256" }).click();
  await soon(async () => assert.match(await text(deep), /Neuron 17 of layer 2[^]*17–32 of 256/));
  assert.match(await text(figure(page)), /Neuron 17 of layer 2: z = /);
  for (const width of [1440, 1200, 820, 560, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await soon(async () => {
      const [drawing, ...parts] = await figure(page)
        .locator(".network-drawing, .network-layer, .network-output")
        .evaluateAll((list) => list.map((part) => part.getBoundingClientRect().toJSON()));
      assert.equal(parts.length, 4);
      const edges = [...parts.flatMap(({ left, right }) => [left, right]), drawing.right + 1];
      const inOrder = edges.every((x, i) => i === 0 || x >= edges[i - 1]);
      assert.ok(inOrder, `${width} px: ${edges.map(Math.round)}`);
    });
  }
});

test("Chinese sentences below the network follow each other without a space", async (t) => {
  const { page } = await visit(t, { lang: "zh-CN", path: "/?hidden=4" });
  const scale = page.locator(".network > p").filter({ hasText: "连线是权重" });
  await scale.waitFor();
  assert.doesNotMatch(await scale.innerText(), /。\s/);
});
