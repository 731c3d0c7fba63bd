// How this figure shows a race: a bar a way, and the proof that all ways gave the same. Every place is there from the
// start, so that nothing moves when numbers come.

import { number, onLanguage, t } from "../../i18n/i18n.js";
import { press } from "../../plot/controls.js";
import { formula } from "../../plot/formula.js";
import { el, say } from "../../ui/elements.js";
import { count, fixed, large, scientific } from "../../ui/format.js";

const words = { t, onLanguage };
const NONE = "–";

/** Two or three digits, always: what is measured ends in no more certainty than that. @param {number} x */
const digits = (x) => ({ minimumSignificantDigits: 2, maximumSignificantDigits: x < 9.95 ? 2 : 3 });

/** A ratio: 1.9, 24, 310. @param {number} x */
export const times = (x) => number(x, digits(x));

/** A time given in milliseconds: 0.31 ms, 24.4 ms, 4.7 s. @param {number} ms */
export function taken(ms) {
  const [x, unit] = ms < 1000 ? [ms, "millisecond"] : [ms / 1000, "second"];
  return number(x, { style: "unit", unit, unitDisplay: "short", ...digits(x) });
}

/**
 * Bars of time, the slowest as long as there is room: the outer part ends at the median, the inner one at the fastest round.
 * @param {{title: string, ways: [string, string][]}} options title: key of its words; ways: [id, key of its words]
 */
export function bars({ title, ways }) {
  const list = el("ul", { class: "race-bars" });
  say(words, list, title, "aria-label");
  const rows = Object.fromEntries(
    ways.map(([id, label]) => {
      const [mid, least] = [el("span", { class: "bar-median" }), el("span", { class: "bar-least" })];
      const [time, ratio, rate] = ["time", "ratio", "rate"].map((part) =>
        el("span", { class: `bar-${part}` }, part === "rate" ? "" : NONE),
      );
      const name = say(words, el("span", { class: "bar-label" }), label);
      const track = el("span", { class: "bar-track", "aria-hidden": true }, mid, least);
      list.append(el("li", { class: `race-row race-${id}` }, name, track, time, ratio, rate));
      return [id, { mid, least, time, ratio, rate }];
    }),
  );
  return {
    node: list,
    /**
     * @param {Record<string, {median: number, least: number, scaled?: boolean}>} results by id; none: empty again
     * @param {Record<string, number>} [madds] multiply-adds in that time, where their speed should be seen
     */
    show(results, madds = {}) {
      const slowest = Math.max(...Object.values(results).map(({ median }) => median));
      for (const [id, { mid, least, time, ratio, rate }] of Object.entries(rows)) {
        const result = results[id];
        mid.style.width = result ? `${(100 * result.median) / slowest}%` : "0";
        least.style.width = result ? `${(100 * result.least) / slowest}%` : "0";
        mid.parentElement.classList.toggle("measured", Boolean(result));
        put(time, result ? `${result.scaled ? "≈ " : ""}${taken(result.median)}` : NONE);
        put(ratio, result ? t("vectorization.times", { x: times(slowest / result.median) }) : NONE);
        const speed = result && (madds[id] * 1000) / result.median;
        put(rate, speed > 0 ? t("vectorization.per-second", { x: large(speed) }) : "");
      }
    },
  };
}

/**
 * A small table that is always there. @param {{title: string, columns: string[], ways: [string, string][]}} options
 */
export function proof({ title, columns, ways }) {
  const head = columns.map((key) => say(words, el("th", { scope: "col" }), key));
  const cells = {};
  const rows = ways.map(([id, label]) => {
    cells[id] = columns.slice(1).map(() => el("td", { class: "num" }, NONE));
    return el("tr", {}, say(words, el("th", { scope: "row" }), label), ...cells[id]);
  });
  const table = el(
    "table",
    { class: "plain proof" },
    say(words, el("caption"), title),
    el("thead", {}, el("tr", {}, ...head)),
    el("tbody", {}, ...rows),
  );
  const node = el("div", { class: "proof-scroll", tabindex: 0, role: "region" }, table);
  say(words, node, title, "aria-label");
  return {
    node,
    /** @param {string} id @param {(string | [string, string])[]} texts a pair: what agrees, and what does not */
    set(id, texts) {
      texts.forEach((text, k) => {
        if (Array.isArray(text))
          cells[id][k].replaceChildren(text[0], el("span", { class: "differs" }, text[1]));
        else put(cells[id][k], text);
      });
    },
    clear() {
      for (const row of Object.values(cells)) for (const cell of row) put(cell, NONE);
    },
  };
}

/** Start, which becomes Stop, and how far it is. @param {{start: string, go: () => void, stop: () => void}} options */
export function starter({ start, go, stop }) {
  let running = false;
  const button = press(start, () => (running ? stop() : go()), "primary race-start");
  const bar = el("progress", { max: 1, value: 0 });
  say(words, bar, "vectorization.progress", "aria-label");
  const text = el("span", { class: "muted small race-stage" });
  const node = el(
    "div",
    { class: "race-controls" },
    button,
    el("div", { class: "race-progress" }, bar, text),
  );
  const show = () => put(button, t(running ? "vectorization.stop" : start));
  onLanguage(show);
  return {
    node,
    button,
    /** @param {boolean} on */
    running(on) {
      running = on;
      show();
    },
    /** @param {number} done @param {number} all @param {string} sentence */
    progress(done, all, sentence) {
      bar.value = all > 0 ? done / all : 0;
      put(text, sentence);
    },
  };
}

/** @param {Node} node @param {string} text */
export function put(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** A number with every digit it has: here the digits are the point. @param {number} x */
export const allDigits = (x) => String(x).replace("-", "−");

/** A difference, or 0. @param {number} x */
export const difference = (x) => (x === 0 ? "0" : x >= 0.01 ? fixed(x, 2) : scientific(x, 1));

/** What an iteration costs, in multiply-adds. */
export function workFormulas() {
  const two = formula(
    "<mn>2</mn><mo>·</mo><mi>m</mi><mo>·</mo><msub><mi>n</mi><mi>x</mi></msub><mo>=</mo>" +
      "<mn>2</mn><mo>·</mo><mn id='m'/><mo>·</mo><mn id='n_x'/><mo>=</mo><mn id='madds'/>",
  );
  const gram = formula(
    "<msup><mi>m</mi><mn>2</mn></msup><mo>=</mo><msup><mn id='m'/><mn>2</mn></msup><mo>=</mo><mn id='madds'/>",
  );
  const name = (/** @type {string} */ key) => say(words, el("span", { class: "muted small" }), key);
  const row = (/** @type {string} */ key, /** @type {{node: Node}} */ part) =>
    el("p", { class: "work-row" }, name(key), part.node);
  return {
    node: el(
      "div",
      { class: "race-work" },
      row("vectorization.work.two", two),
      row("vectorization.work.gram", gram),
    ),
    /** @param {{m: number, n_x: number} | null} set none yet: that of the drawn pictures */
    show(set) {
      const { m, n_x } = set ?? { m: 200, n_x: 12288 };
      two.set({ m: count(m), n_x: count(n_x), madds: count(2 * m * n_x) });
      gram.set({ m: count(m), madds: count(m * m) });
    },
  };
}
