// Two minutes of endurance (SOAK_MINUTES: more); npm run soak -- 60 for the hour.
import assert from "node:assert/strict";
import test from "node:test";
import { judge, soak, table } from "./soak.js";

const MINUTES = Number(process.env.SOAK_MINUTES ?? 2);

test("growth is told from a level", () => {
  const level = { "page heap MB": 10, "worker heap MB": 5, "worker buffers MB": 90, "wasm MB": 80, nodes: 900, listeners: 200, stored: 3 }; // prettier-ignore
  const samples = (/** @type {(k: number) => object} */ change) =>
    Array.from({ length: 40 }, (_, k) => ({ ...level, ...change(k) }));
  assert.deepEqual(judge(samples((k) => ({ nodes: k < 8 ? 100 * k : 900 + (k % 3) }))), []);
  for (const name of Object.keys(level))
    assert.equal(judge(samples((k) => ({ [name]: level[name] + k * (name === "stored" ? 1 : level[name] / 40) }))).length, 1, name); // prettier-ignore
});

test("pictures, sizes, engines and networks come and go: what is held stays level", async (t) => {
  const { samples, errors, grown, csv } = await soak(MINUTES);
  for (const line of table(samples, 12).split("\n")) t.diagnostic(line);
  assert.deepEqual(errors, [], "errors on the console, or requests to another origin");
  assert.deepEqual(grown, [], csv);
});
