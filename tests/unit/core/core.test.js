// The bridge to the core: memory that grows, errors that become CoreError, allocations that fail.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { Core, CoreError, openCore } from "../../../web/core/core.js";
import { open } from "../shared/open.js";
import { examples } from "../shared/reference.js";

const wasm = readFileSync(new URL("../../../web/core.wasm", import.meta.url));
const C = new URL("../../../c/", import.meta.url);
const headers = readdirSync(C, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".h"));
/** @param {string} path */
const header = (path) => readFileSync(new URL(path, C), "utf8");
const is = (code) => (error) => error instanceof CoreError && error.code === code;
const memory = (core) => core.exports.memory.buffer.byteLength;

test("the core opens from bytes, from a response, and from one that is still to come", async () => {
  const response = () => new Response(wasm, { headers: { "content-type": "application/wasm" } });
  for (const source of [wasm, response(), Promise.resolve(response())]) {
    const core = await openCore(source);
    assert.ok(core instanceof Core);
    assert.equal(core.drawn(1, 0, 8).rgb.length, 192);
  }
  await assert.rejects(openCore(new Uint8Array(8)), WebAssembly.CompileError);
});

test("two cores share nothing", async () => {
  const [a, b] = [await open(), await open()];
  a.free(a.alloc(64 << 20));
  assert.ok(memory(a) > memory(b));
});

test("every function that a header marks CORE_API is exported", async () => {
  const core = await open();
  /** Modules of their own, by their folder. @type {Record<string, import("../../../web/core/core.js").Core>} */
  const others = {
    trial: await open("trials"),
    why: await open("why"),
    doctor: await open("doctor"),
  };
  let count = 0;
  for (const path of headers.filter((path) => !path.startsWith("notes/"))) {
    const { exports } = others[path.split("/")[0]] ?? core;
    for (const [, api] of header(path).matchAll(/^CORE_API [^;(]*?\b(\w+)\(/gm)) {
      assert.equal(typeof exports[api], "function", `${api} of ${path}`);
      count++;
    }
  }
  assert.ok(count > 90, `only ${count} found`);
});

test("memory asked for is there, at 0 bytes too, and scratch is freed whatever happens", async () => {
  const core = await open();
  const a = core.alloc(0);
  const b = core.alloc(8);
  assert.ok(a !== 0 && b !== 0 && a !== b);
  core.free(a);
  core.free(b);
  core.free(0);
  core.scratch(1 << 20, () => {});
  const before = memory(core);
  for (let k = 0; k < 200; k++) {
    assert.equal(core.scratch(1 << 20, () => k), k); // prettier-ignore
    assert.throws(() => core.scratch(1 << 20, () => assert.fail("from within")), /from within/); // prettier-ignore
  }
  assert.equal(memory(core), before);
});

test("memory that there is not is a CoreError, and the core goes on", async () => {
  const core = await open();
  for (const bytes of [2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 16, 2 ** 53, Infinity, NaN, -1])
    assert.throws(() => core.alloc(bytes), is("memory"), `${bytes} bytes`);
  assert.equal(core.drawn(1, 0, 8).rgb.length, 192);
});

test("when memory runs out, what is there stays as it is and what was begun is freed", async () => {
  const core = await open();
  const dataset = core.createDataset(32);
  const set = examples(20, 32, 1);
  set.forEach(({ x, y }, i) => dataset.add(x, y, "train", i));
  const hogs = [];
  for (let bytes = 1 << 30; bytes >= 64; bytes = Math.floor(bytes / 2))
    for (let full = false; !full;) {
      try {
        hogs.push(core.alloc(bytes));
      } catch (error) {
        assert.ok(is("memory")(error));
        full = true;
      }
    }
  assert.throws(() => dataset.gramStep(1), is("memory"));
  for (const engine of ["loop", "vectorized"])
    assert.throws(() => dataset.createLogreg(engine), is("memory"));
  assert.throws(() => core.createDataset(64), is("memory"));
  assert.throws(
    () => core.resize({ rgb: new Uint8Array(3e4), width: 100, height: 100, n_px: 64 }),
    is("memory"),
  );
  assert.throws(() => dataset.add(set[0].x, 1, "train", 99), is("memory"));
  hogs.forEach((address) => core.free(address));
  assert.equal(dataset.count("train", 0) + dataset.count("train", 1), 20);
  set.forEach(({ x }, slot) => assert.deepEqual(dataset.x(slot), x));
  while (dataset.gramStep(9) > 0);
  const lr = dataset.createLogreg("gram");
  assert.equal(lr.train(0.01, 10), 10);
});

test("results are copies: they outlive memory that grows and examples that go", async () => {
  const core = await open();
  const dataset = core.createDataset(16);
  const set = examples(8, 16, 1);
  set.forEach(({ x, y }, i) => dataset.add(x, y, "train", i));
  while (dataset.gramStep(9) > 0);
  const lr = dataset.createLogreg("gram");
  lr.train(0.1, 20);
  lr.evaluate();
  const all = () => [dataset.x(3), lr.w(), lr.w32(), lr.z(), lr.a(), lr.losses(), lr.slots(), lr.costs(0, 21), lr.alphaHat() ?? assert.fail()]; // prettier-ignore
  const before = all();
  const copies = before.map((array) => array.slice());
  const old = core.exports.memory.buffer;
  core.free(core.alloc(128 << 20));
  assert.equal(old.byteLength, 0, "the memory has moved");
  before.forEach((array, i) => {
    assert.deepEqual(array, copies[i]);
    assert.equal(array.buffer.byteLength, array.byteLength, "nothing else hangs on it");
  });
  assert.deepEqual(all(), copies, "and the core reads where it is now");
  lr.free();
  dataset.free();
});

test("memory may grow in the middle of any call", async () => {
  const core = await open();
  let grown = 0;
  let size = memory(core);
  const look = () => {
    if (memory(core) > size) grown++;
    size = memory(core);
  };
  const dataset = core.createDataset(128);
  const set = examples(4, 128, 1);
  for (let i = 0; i < 500; i++) {
    const slot = dataset.add(set[i % 4].x, i % 2, "train", i);
    look();
    if (i % 64 === 0) assert.deepEqual(dataset.x(slot), set[i % 4].x);
  }
  const rgba = new Uint8Array(4 * 3000 * 2).fill(200);
  assert.ok(core.resize({ rgba, width: 3000, height: 2, n_px: 8 }).every((v) => v === 212)); // 200 of 255 over white
  const lr = dataset.createLogreg("vectorized");
  look();
  lr.train(0.0001, 2);
  assert.ok(lr.w().some((v) => v !== 0));
  assert.ok(grown >= 3, `grew ${grown} times`);
});

test("a CoreError says what was being done", async () => {
  const core = await open();
  const dataset = core.createDataset(2);
  assert.throws(() => dataset.remove(5), /core: remove: argument/); // prettier-ignore
  assert.throws(() => core.drawn(1, 0, 7), is("argument"));
  assert.throws(() => core.drawn(1, 0, 129), is("argument"));
});
