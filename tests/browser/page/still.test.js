// On a slow computer too, nothing jumps while the page comes up and learns.
import test from "node:test";
import { assertStill, hearShifts, slowProcessor } from "../shared/slow.js";
import { browserTests } from "../shared/visitor.js";
import { until } from "../shared/wait.js";

const WATCHED_MS = 5000;
const { visit } = browserTests({ whole: true });

for (const { width, height, lang } of [
  { width: 390, height: 844, lang: "en-US" },
  { width: 390, height: 844, lang: "zh-CN" },
  { width: 820, height: 1180, lang: "en-US" },
  { width: 1440, height: 900, lang: "en-US" },
  { width: 1440, height: 900, lang: "zh-CN" },
])
  test(`while the page comes up nothing jumps: ${width} px, ${lang}`, async (t) => {
    const how = { init: hearShifts, prepare: slowProcessor, ready: false };
    const { page } = await visit(t, { ...how, width, height, lang });
    await until(page, (ms) => performance.now() > ms && window.heard.train?.iteration > 30, WATCHED_MS);
    await assertStill(page);
  });
