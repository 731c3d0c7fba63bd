// @ts-nocheck -- many functions here run in the page, with helpers that the page gets at run time
// The browser's own storage, and the HDF5 library under the page's Content-Security-Policy, in a real worker.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { SERVED, SOURCES } from "../shared/browser.js";
import { browserTests } from "../shared/visitor.js";

const index = readFileSync(`${SERVED}index.html`, "utf8");
const policy = /<meta[^>]+http-equiv="Content-Security-Policy"[^>]*>/i.exec(index)?.[0] ?? "";
const PAGE = `<!doctype html>${policy}<link rel="icon" href="data:,"><title>bare</title>`;

/** In the page: a Blob worker, as the real page has one; `ask(source, ...)` runs a function's body in it. */
function prepare() {
  const sources = `${location.origin}/sources/`;
  const boot = `
    const { openStore } = await import('${sources}pictures/store.js');
    const { readH5 } = await import('${sources}pictures/h5/h5.js');
    const h5wasm = () => import('${sources}vendor/h5wasm.js');
    const troubles = [];
    const jobs = {
      async fill(count) {
        const store = await openStore({ onTrouble: (code) => troubles.push(code) });
        await store.claim();
        const shared = new Uint8Array(64 * 64 * 3 * 2);
        const list = Array.from({ length: count }, (_, i) => {
          const rgb = i === 0 ? shared.subarray(64 * 64 * 3) : new Uint8Array(64 * 64 * 3).fill(i);
          return { id: i + 1, y: i & 1, test: i % 5 ? null : i % 2 === 0, name: 'picture ' + i, px: 64, rgb };
        });
        store.savePictures(list); // not awaited: the order is kept all the same
        store.removePictures([2, 4]);
        store.saveSet({ names: ['no', '<b>'] });
        await store.saveSettings({ settings: { alpha: 0.005 } });
        return { available: store.available, troubles };
      },
      async load() {
        const store = await openStore({ onTrouble: (code) => troubles.push(code) });
        const { pictures, meta } = await store.loadAll();
        const [first, second] = pictures;
        const inOrder = pictures.every((p, i) => i === 0 || p.id > pictures[i - 1].id);
        return { count: pictures.length, meta, inOrder, first: { ...first, rgb: first?.rgb.length, buffer: first?.rgb.buffer.byteLength },
          second: second && [second.id, second.rgb[5]], available: store.available, troubles };
      },
      async clear() {
        const store = await openStore();
        await store.claim();
        await store.clear();
      },
      async failing(name) {
        const put = IDBObjectStore.prototype.put;
        const store = await openStore({ onTrouble: (code) => troubles.push(code) });
        await store.claim();
        IDBObjectStore.prototype.put = () => { throw new DOMException('made by the test', name); };
        await store.saveSet({});
        await store.saveSet({});
        IDBObjectStore.prototype.put = put;
        const picture = { id: 9, y: 1, test: null, name: 'x', px: 8, rgb: new Uint8Array(192) };
        await store.savePictures([picture]);
        const { pictures } = await store.loadAll();
        return { available: store.available, troubles: troubles.splice(0), kept: pictures.some(({ id }) => id === 9) };
      },
      async without() {
        const open = IDBFactory.prototype.open;
        IDBFactory.prototype.open = () => { throw new DOMException('made by the test', 'SecurityError'); };
        const store = await openStore({ onTrouble: (code) => troubles.push(code) });
        IDBFactory.prototype.open = open;
        await store.claim();
        await store.saveSet({ a: 1 });
        return { available: store.available, troubles: troubles.splice(0), all: await store.loadAll() };
      },
      /** Two that both claim: only the last may write; an old record is still read. */
      async two() {
        const [one, other] = [await openStore({ name: 'two' }), await openStore({ name: 'two' })];
        let yielded = 0;
        one.onYield = () => yielded++;
        const picture = (id) => ({ id, y: 1, test: null, name: 'x', px: 8, rgb: new Uint8Array(192).fill(id) });
        await one.savePictures([picture(1)]); // not yet: nobody has claimed
        await one.claim();
        await one.savePictures([picture(2)]);
        await other.claim();
        await one.savePictures([picture(3)]);
        await one.removePictures([2]);
        await one.clear();
        await other.savePictures([picture(4)]);
        await other.retainPictures([2, 4]);
        const { pictures } = await other.loadAll();
        return { ids: pictures.map(({ id }) => id), yielded };
      },
      async h5() {
        const { File, ready } = await h5wasm();
        const { FS } = await ready;
        const file = new File('/made', 'w');
        file.create_dataset({ name: 'train_set_x', data: new Uint8Array(2 * 192).fill(7), shape: [2, 8, 8, 3] });
        file.create_dataset({ name: 'train_set_y', data: [1, 0] });
        file.close();
        const bytes = FS.readFile('/made').slice();
        const { parts } = await readH5(bytes);
        const cut = await readH5(bytes.slice(0, 900)).catch((error) => error.code);
        return { m: parts[0].m, y: [...parts[0].y], cut };
      },
    };
    onmessage = ({ data: [name, value] }) =>
      jobs[name](value).then((result) => postMessage({ result }), (error) => postMessage({ error: String(error.stack) }));
    postMessage({});`;
  const url = URL.createObjectURL(new Blob([boot], { type: "text/javascript" }));
  const policy = window.trustedTypes.createPolicy("worker", { createScriptURL: (address) => address });
  const worker = new Worker(policy.createScriptURL(url), { type: "module" });
  const answer = () =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data.result));
      worker.onerror = (event) => reject(new Error(event.message));
    });
  window.ask = (name, value) => {
    const result = answer();
    worker.postMessage([name, value]);
    return result;
  };
  return answer();
}

const tests = browserTests({ pages: { "/bare.html": PAGE }, folders: { "/sources/": SOURCES } });
const file = await tests.sharedPage(async ({ page }) => {
  await page.goto("/bare.html");
  await page.evaluate(prepare);
});

const ask = (name, value) => file.page.evaluate(([n, v]) => window.ask(n, v), [name, value]);

test("store: a thousand pictures, names and settings are there again after a reload", async () => {
  assert.deepEqual(await ask("fill", 1000), { available: true, troubles: [] });
  await file.page.reload();
  await file.page.evaluate(prepare);
  const { first, ...found } = await ask("load");
  assert.deepEqual(found, {
    count: 998,
    meta: { names: ["no", "<b>"], settings: { alpha: 0.005 } },
    inOrder: true,
    second: [3, 2],
    available: true,
    troubles: [],
  });
  const bytes = 64 * 64 * 3;
  assert.deepEqual(first, { id: 1, y: 0, test: true, name: "picture 0", px: 64, rgb: bytes, buffer: bytes });
});

test("store: forgets everything when told to", async () => {
  await ask("clear");
  const { count, meta } = await ask("load");
  assert.deepEqual([count, meta], [0, null]);
});

test("store: of two tabs only the one that has claimed last writes", async () => {
  assert.deepEqual(await ask("two"), { ids: [2, 4], yielded: 1 });
});

test("store: full storage is told once, and used again when there is room", async () => {
  const found = await ask("failing", "QuotaExceededError");
  assert.deepEqual(found, { available: true, troubles: ["storage-full"], kept: true });
});

test("store: storage that fails is told once and left alone", async () => {
  const found = await ask("failing", "UnknownError");
  assert.deepEqual(found, { available: false, troubles: ["storage-forbidden"], kept: false });
});

test("store: forbidden storage is told once; the rest works from memory", async () => {
  const all = { pictures: [], meta: null };
  assert.deepEqual(await ask("without"), { available: false, troubles: ["storage-forbidden"], all });
});

test("h5: the library runs under the page's policy, silently", async () => {
  assert.match(policy, /script-src/);
  assert.deepEqual(await ask("h5"), { m: 2, y: [1, 0], cut: "truncated" });
});
