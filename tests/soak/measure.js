// How much a page and its worker hold, by the browser's own account, after it has collected its garbage.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {Record<string, number>} Sample */

const MB = 2 ** 20;

/** DevTools of the page's worker, which Playwright has no session for: messages in messages.
 *  @param {import('playwright-core').CDPSession} page */
async function devtoolsOfWorker(page) {
  let serial = 0;
  /** @type {Map<number, (message: any) => void>} */
  const waiting = new Map();
  page.on("Target.receivedMessageFromTarget", ({ message }) => {
    const answer = JSON.parse(message);
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  const attached = new Promise((resolve) =>
    page.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
      if (targetInfo.type === "worker") resolve(sessionId); // it has one
    }),
  );
  await page.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const sessionId = /** @type {string} */ (await attached);
  return async (/** @type {string} */ method, /** @type {object} */ params = {}) => {
    const id = ++serial;
    const answer = new Promise((resolve) => waiting.set(id, resolve));
    await page.send("Target.sendMessageToTarget", {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    const { result, error } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
}

/** In the worker: notes every WebAssembly memory that somebody looks into from now on. */
function noteMemories() {
  /** @type {Set<WebAssembly.Memory>} */
  const memories = new Set();
  const { prototype } = WebAssembly.Memory;
  const { get } = /** @type {any} */ (Object.getOwnPropertyDescriptor(prototype, "buffer"));
  Object.defineProperty(prototype, "buffer", {
    get() {
      memories.add(this);
      return get.call(this);
    },
  });
  /** @type {any} */ (globalThis).wasmBytes = () =>
    [...memories].reduce((sum, memory) => sum + get.call(memory).byteLength, 0);
}

/** Entries of the browser's storage for the page; asking for it would make it. */
async function entries() {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === "one-neuron")) return 0;
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("one-neuron");
    opening.onerror = reject;
    opening.onsuccess = () => {
      const counted = opening.result.transaction("kept").objectStore("kept").count();
      counted.onerror = reject;
      counted.onsuccess = () => (opening.result.close(), resolve(counted.result));
    };
  });
}

/** @param {Page} page @returns {Promise<() => Promise<Sample>>} */
export async function measurer(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const worker = await devtoolsOfWorker(devtools);
  await worker("Runtime.evaluate", { expression: `(${noteMemories})()` });
  return async () => {
    for (let k = 0; k < 2; k++) {
      await devtools.send("HeapProfiler.collectGarbage");
      await worker("HeapProfiler.collectGarbage");
    }
    const { metrics } = await devtools.send("Performance.getMetrics");
    const metric = (/** @type {string} */ name) => metrics.find((one) => one.name === name)?.value ?? NaN;
    const heap = await worker("Runtime.getHeapUsage");
    const wasm = await worker("Runtime.evaluate", { expression: "wasmBytes()", returnByValue: true });
    return {
      "page heap MB": metric("JSHeapUsedSize") / MB,
      "worker heap MB": heap.usedSize / MB,
      "worker buffers MB": (heap.backingStorageSize ?? 0) / MB,
      "wasm MB": wasm.result.value / MB,
      nodes: metric("Nodes"),
      listeners: metric("JSEventListeners"),
      stored: Number(await page.evaluate(entries)),
    };
  };
}
