// Which tab keeps what is stored, among tabs that live in this process: locks after the specification, a channel between them.
import assert from "node:assert/strict";
import test from "node:test";
import { Keeper } from "../../../web/training/keeper.js";

/** The one lock of the browser. */
function oneLock() {
  /** @type {{stolen: (error: Error) => void} | null} */
  let holder = null;
  return {
    /** @param {string} _name @param {{ifAvailable?: boolean, steal?: boolean}} options @param {(lock: any) => any} granted */
    async request(_name, { ifAvailable, steal }, granted) {
      await null;
      if (holder && ifAvailable) return granted(null);
      assert.ok(!holder || steal, "nobody waits in the queue");
      holder?.stolen(new DOMException("stolen", "AbortError"));
      /** @type {any} */
      let mine;
      const stolen = new Promise((_, reject) => (mine = holder = { stolen: reject }));
      try {
        return await Promise.race([granted({}), stolen]);
      } finally {
        if (holder === mine) holder = null;
      }
    },
  };
}

/** Tabs of one browser. */
function browser() {
  const locks = /** @type {any} */ (oneLock());
  /** @type {{fn: (message: string) => void, asleep: () => boolean}[]} */
  const all = [];
  return function openTab({ settle = async (/** @type {() => void} */ leave) => leave() } = {}) {
    const tab = { asleep: false, lost: 0, keeper: /** @type {any} */ (null) };
    /** @type {any} */
    let mine = null;
    const channel = {
      post: (/** @type {string} */ message) =>
        all.forEach((one) => one !== mine && !one.asleep() && one.fn(message)),
      hear: (/** @type {(message: string) => void} */ fn) =>
        all.push((mine = { fn, asleep: () => tab.asleep })),
    };
    tab.keeper = new Keeper({ settle, lost: () => tab.lost++, locks, channel });
    return tab;
  };
}

test("the first tab keeps, the second does not, until it takes over", async () => {
  const openTab = browser();
  const [a, b] = [openTab(), openTab()];
  assert.equal(await a.keeper.take(), true);
  assert.equal(await b.keeper.take(), false);
  assert.deepEqual([a.keeper.held, b.keeper.held], [true, false]);
  await b.keeper.takeOver();
  assert.deepEqual([a.keeper.held, a.lost, b.keeper.held, b.lost], [false, 1, true, 0]);
  await a.keeper.takeOver();
  assert.deepEqual([a.keeper.held, a.lost, b.keeper.held, b.lost], [true, 1, false, 1]);
});

test("a tab is handed over only when what it was adding is stored", async () => {
  const openTab = browser();
  let stored = false;
  const settle = async (/** @type {() => void} */ leave) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    stored = true;
    leave();
  };
  const [a, b] = [openTab({ settle }), openTab()];
  await a.keeper.take();
  await b.keeper.takeOver();
  assert.ok(stored);
  assert.deepEqual([a.keeper.held, b.keeper.held], [false, true]);
});

test("a tab that is asleep is passed over, and learns of it", async () => {
  const openTab = browser();
  const [a, b] = [openTab(), openTab()];
  await a.keeper.take();
  a.asleep = true;
  assert.equal(await b.keeper.take(), false, "at first it might be about to answer");
  await b.keeper.takeOver();
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual([a.keeper.held, a.lost, b.keeper.held], [false, 1, true]);
});

test("of three tabs that want it at once each gets it in turn", async () => {
  const openTab = browser();
  const tabs = [openTab(), openTab(), openTab()];
  await tabs[0].keeper.take();
  await Promise.all(tabs.slice(1).map(({ keeper }) => keeper.takeOver()));
  assert.equal(tabs.filter(({ keeper }) => keeper.held).length, 1);
  assert.equal(tabs[0].lost, 1);
  assert.equal(tabs[1].lost + tabs[2].lost, 1);
});

test("without locks a tab believes it is the only one", async () => {
  const keeper = new Keeper({ settle: async (leave) => leave(), lost() {}, locks: undefined });
  assert.equal(await keeper.take(), true);
  await keeper.takeOver();
  assert.equal(keeper.held, true);
});
