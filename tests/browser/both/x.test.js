// @ts-nocheck
import test from "node:test";
import { copyOfSite } from "../shared/site-copy.js";
import { browserTests } from "../shared/visitor.js";
import { until } from "../shared/wait.js";
const { newPage } = browserTests();
test("t", async (t) => {
  const site = await copyOfSite(t, "/one/"); await site.publish("1");
  const { page } = await newPage(t, { offline: true, clean: false });
  const t0 = Date.now(); const say = (w) => console.log(w, Date.now() - t0);
  page.on("console", (m) => say(m.text()));
  await page.goto(site.url); say("loaded");
  await until(page, () => Boolean(navigator.serviceWorker.controller)); say("controlled");
  await site.publish("2"); site.asked.length = 0;
  await page.reload(); say("reloaded");
  await page.evaluate(async () => { const r = await navigator.serviceWorker.getRegistration(); const l = () => { console.log("found"); r.installing.addEventListener("statechange", (e) => console.log("state " + e.target.state)); }; r.addEventListener("updatefound", l); if (r.installing) l(); });
  for (let i = 0; i < 40 && !site.asked.includes("notes.html"); i++) { await page.waitForTimeout(1000); say(site.asked.join(" ")); }
  await page.waitForTimeout(5000); say(await page.evaluate(async () => { const o = {}; for (const n of await caches.keys()) o[n.slice(-14)] = (await (await caches.open(n)).keys()).length; return JSON.stringify(o);}));
});
