// @ts-nocheck -- many functions here run in the page, with helpers that the page gets at run time
// The browser's own storage, and the HDF5 library under the page's Content-Security-Policy, in a real worker.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test, { after, before } from "node:test";
import { openBrowser } from "../shared/browser.js";

const index = readFileSync(new URL("../../../web/index.html", import.meta.url), "utf8");
const policy = /<meta[^>]+http-equiv="Content-Security-Policy"[^>]*>/i.exec(index)?.[0] ?? "";
const PAGE = `<!doctype html>${policy}<link rel="icon" href="data:,"><title>bare</title>`;

/** In the page: a Blob worker, as the real page has one; `ask(source, ...)` runs a function's body in it. */
function prepare(origin) {
  const boot = `
    const { openStore } = await import('${origin}pictures/store.js');
    const { readH5 } = await import('${origin}pictures/h5.js');
    const h5wasm = () => import('${origin}vendor/h5wasm.js');
    const troubles = [];
    const jobs = {
      async fill(count) {
        const store = await openStore({ onTrouble: (code) => troubles.push(code) });
        const shared = new Uint8Array(64 * 64 * 3 * 2);
        const list = Array.from({ length: count }, (_, i) => {
          const rgb = i === 0 ? shared.subarray(64 * 64 * 3) : new Uint8Array(64 * 64 * 3).fill(i);
          return { id: i + 1, y: i & 1, test: i % 5 ? null : i % 2 === 0, name: 'picture ' + i, px: 64, rgb };
        });
        store.savePictures(list); // not awaited: the order is kept all the same
        store.removePictures([2, 4]);
        await store.saveMeta({ names: ['no', '<b>'], alpha: 0.005 });
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
        await (await openStore()).clear();
      },
      async failing(name) {
        const put = IDBObjectStore.prototype.put;
        const store = await openStore({ onTrouble: (code) => troubles.push(code) });
        IDBObjectStore.prototype.put = () => { throw new DOMException('made by the test', name); };
        await store.saveMeta({});
        await store.saveMeta({});
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
        await store.saveMeta({ a: 1 });
        return { available: store.available, troubles: troubles.splice(0), all: await store.loadAll() };
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
  const worker = new Worker(url, { type: "module" });
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

let opened, page, errors, foreign;

before(async () => {
  opened = await openBrowser({ pages: { "/bare.html": PAGE } });
  ({ page, errors, foreign } = await opened.newPage());
  await page.goto("/bare.html");
  await page.evaluate(prepare, opened.url);
});
after(async () => {
  await opened?.close();
  assert.deepEqual(errors, [], "messages on the console");
  assert.deepEqual(foreign, [], "requests to other origins");
});

const ask = (name, value) => page.evaluate(([n, v]) => window.ask(n, v), [name, value]);

test("store: a thousand pictures, names and settings are there again after a reload", async () => {
  assert.deepEqual(await ask("fill", 1000), { available: true, troubles: [] });
  await page.reload();
  await page.evaluate(prepare, opened.url);
  const { first, ...found } = await ask("load");
  assert.deepEqual(found, {
    count: 998,
    meta: { names: ["no", "<b>"], alpha: 0.005 },
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
