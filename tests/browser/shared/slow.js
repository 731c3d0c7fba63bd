// Visitors with a slow computer or a slow connection, and what jumps on the page while it comes up for them.
import assert from "node:assert/strict";

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./visitor.js').Visitor} Visitor */
/** @typedef {{at: number, value: number, moved: string[]}} Shift when (ms), how much of the screen by how far, and what */

const MOST = 0.02; // of the layout shift of a whole visit
const SLOWER = 4;

/** A processor so many times slower; for `prepare`. @param {Visitor} visitor */
export async function slowProcessor({ page, context }) {
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
}

/** A connection as on a train; for `prepare`. @param {Visitor} visitor */
export async function slowConnection({ page, context }) {
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };
  await devtools.send("Network.emulateNetworkConditions", slow);
}

/** In the page, before it starts: every shift of the layout that no reader caused. */
export function hearShifts() {
  /** @type {Shift[]} */
  const shifts = [];
  window.shifts = shifts;
  const elementOf = (/** @type {Node | null} */ node) =>
    node instanceof Element ? node : node?.parentElement;
  new PerformanceObserver((list) => {
    for (const shift of /** @type {any[]} */ (list.getEntries())) {
      if (shift.hadRecentInput) continue;
      const moved = shift.sources.map((/** @type {any} */ { node, previousRect, currentRect }) => {
        const element = elementOf(node);
        return `${element?.closest("[id]")?.id} ${element?.className}: ${previousRect.y} -> ${currentRect.y}`;
      });
      shifts.push({ at: Math.round(shift.startTime), value: shift.value, moved });
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** What hearShifts has heard. @param {Page} page @returns {Promise<Shift[]>} */
export const shiftsOf = (page) => page.evaluate(() => window.shifts);

/** Nothing to speak of has jumped so far. @param {Page} page @param {string} [where] */
export async function assertStill(page, where = "") {
  const shifts = await shiftsOf(page);
  const sum = shifts.reduce((sum, { value }) => sum + value, 0);
  assert.ok(sum <= MOST, `${where}: ${sum} ${JSON.stringify(shifts.slice(0, 8), null, 1)}`);
}
