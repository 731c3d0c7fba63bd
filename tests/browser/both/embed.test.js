// @ts-nocheck -- many functions here run in the page
// A figure, and the training page, in the frame of a course page on another site.
import assert from "node:assert/strict";
import test from "node:test";
import { frameCode } from "../../../web/page/link/frame-code.js";
import { browserTests } from "../shared/visitor.js";
import { soon } from "../shared/wait.js";

/** A course page with the code that the dialog gives, for a site whose port is that of the page. */
function course(path, title) {
  const code = frameCode({ src: `http://127.0.0.1:PORT${path}`, title, height: 200 });
  const text = JSON.stringify(code).replaceAll("</", "<\\/");
  return `<!doctype html><title>Course</title><link rel="icon" href="data:," /><body style="margin: 8px"><script>document.write(${text}.replace("PORT", location.port))</script></body>`;
}

const { newPage } = browserTests({
  pages: {
    "/figure.html": course("/notes.html?figure=broadcasting&a=(2,3)&lang=zh&embed", "F"),
    "/training.html": course("/?alpha=0.02&task=Train%20it.&embed", "T"),
  },
});

/** The same server by its other name, which is another site to the browser. */
async function openCourse(t, path, how) {
  const visitor = await newPage(t, { clean: false, ...how });
  await visitor.page.goto("/figure.html"); // to know the port
  const { port } = new URL(visitor.page.url());
  await visitor.page.goto(`http://localhost:${port}${path}`);
  return { ...visitor, inside: visitor.page.frameLocator("iframe") };
}

/** The frame is as high as what is in it, which does not grow because of that. */
const fits = (page, least) =>
  soon(async () => {
    const height = await page.locator("iframe").evaluate((frame) => frame.clientHeight);
    const content = await page.frames()[1].evaluate(() => [document.body.getBoundingClientRect().height, document.documentElement.scrollHeight]); // prettier-ignore
    assert.ok(Math.abs(height - content[0]) <= 1 && content[1] <= height + 1, `${height}, ${content}`);
    assert.ok(height > least, String(height));
  });

for (const width of [390, 1000])
  test(`one figure, ${width} px: itself alone, in the language asked for, as high as it is`, async (t) => {
    const { page, inside, errors } = await openCourse(t, "/figure.html", { width });
    await inside.locator("#broadcasting[data-ready]").waitFor();
    assert.equal(await inside.locator("html").getAttribute("lang"), "zh-Hans");
    assert.equal(await inside.locator("[data-kept=a]").inputValue(), "(2, 3)");
    for (const selector of [".masthead", ".contents", "#neuron", "#broadcasting .prose", ".skip"])
      assert.equal(await inside.locator(selector).first().isVisible(), false, selector);
    assert.equal(await inside.locator("#broadcasting .stage .prose").filter({ visible: true }).count(), 0);
    await fits(page, 1000);
    const link = inside.locator("#broadcasting h2 a");
    await link.hover();
    assert.equal(await link.getAttribute("href"), "notes.html?lang=zh#broadcasting");
    assert.equal(await link.getAttribute("target"), "_blank");
    await page.setViewportSize({ width: width - 60, height: 800 });
    await fits(page, 1000);
    assert.deepEqual(errors, []);
  });

test("the training page: no masthead, its task, its settings; it learns, and what is changed is in its own address", async (t) => {
  const { page, inside, errors } = await openCourse(t, "/training.html", { width: 1100 });
  await inside.locator("#iteration").filter({ hasText: /[1-9]/ }).waitFor();
  assert.equal(await inside.locator(".task-text").innerText(), "Train it.");
  for (const selector of [".masthead", "#begin"])
    assert.equal(await inside.locator(selector).isVisible(), false, selector);
  assert.equal(await inside.locator("#alpha").inputValue(), "0.02");
  await fits(page, 900);
  await inside.locator("#alpha-more").click();
  await soon(async () => assert.match(page.frames()[1].url(), /alpha=0\.03/));
  assert.deepEqual(errors, []);
});
