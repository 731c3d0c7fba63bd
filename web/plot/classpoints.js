// Points with a class, on a plot whose y axis is ŷ: x anywhere, y 0 or 1. Dragged sideways they move, dragged across
// the middle they change class; arrow keys do the same, Delete removes, a click on empty ground adds. Points that
// would hide each other are stacked outwards.

import { el, say } from "../ui/elements.js";
import { onLanguage, t } from "../i18n/i18n.js";
import { fixed } from "../ui/format.js";
import { press } from "./controls.js";

const words = { t, onLanguage };
const STACK = 0.11; // of the y axis, where 0 and 1 are the classes

/** How many of the points before it lie where each one lies. @param {{x: number, y: number}[]} points @param {number} near */
export function stacking(points, near) {
  return points.map(
    (p, i) => points.slice(0, i).filter((q) => q.y === p.y && Math.abs(q.x - p.x) < near).length,
  );
}

/**
 * @param {any} plot of plot.js @param {object} options
 * @param {{x: number, y: number}[]} options.points
 * @param {(points: {x: number, y: number}[]) => void} options.change the reader moved, added or removed one
 * @param {number} [options.most] how many there may be
 * @param {number} [options.digits] decimals of x
 * @returns {{node: HTMLElement, set: (points: {x: number, y: number}[]) => void}} node: the buttons for those
 *   who have no Delete key
 */
export function classPoints(plot, { points, change, most = 40, digits = 1 }) {
  /** @type {{x: number, y: number, handle: any}[]} */
  const entries = [];
  /** @type {any} */
  let selected = null;
  const grid = 10 ** -digits;
  const rounded = (/** @type {number} */ x) => Number(x.toFixed(digits));
  const plain = () => entries.map(({ x, y }) => ({ x, y }));

  const add = press("classpoints.add", () => grow((plot.x.min + plot.x.max) / 2, 1, true));
  const flip = press("classpoints.flip", () => moved(selected, selected.x, 1 - selected.y));
  const drop = press("classpoints.remove", () => removed(selected));
  const full = say(words, el("p", { class: "complaint", role: "status", hidden: true }), () =>
    t("classpoints.full", { most }),
  );
  const hint = say(words, el("p", { class: "muted" }), "classpoints.hint");
  const node = el("div", { class: "class-points" }, add, flip, drop, hint, full);

  const select = (/** @type {any} */ entry) => {
    selected = entry;
    for (const button of [flip, drop]) button.disabled = !entry;
    for (const e of entries) e.handle.node.classList.toggle("chosen", e === entry);
  };

  function place() {
    const range = plot.x.max - plot.x.min;
    const levels = stacking(entries, 0.012 * range);
    entries.forEach(({ x, y, handle }, i) => {
      handle.set(x, y + (y === 1 ? STACK : -STACK) * levels[i]);
      handle.node.classList.toggle("class1", y === 1);
      handle.node.classList.toggle("class0", y === 0);
    });
    add.disabled = entries.length >= most;
  }

  /** @param {{x: number, y: number}} point */
  function entryOf({ x, y }) {
    /** @type {any} */
    const entry = { x, y };
    entry.handle = plot.handle({
      name: () => t("classpoints.point", { i: entries.indexOf(entry) + 1, m: entries.length }),
      says: () => t("classpoints.says", { x: fixed(entry.x, digits), y: entry.y }),
      x,
      y,
      step: () => [grid, 1],
      move: (/** @type {number} */ nx, /** @type {number} */ ny) => moved(entry, nx, ny >= 0.5 ? 1 : 0),
      remove: () => removed(entry),
    });
    entry.handle.node.addEventListener("focus", () => select(entry));
    return entry;
  }

  /** @param {any} entry @param {number} x @param {number} y */
  function moved(entry, x, y) {
    if (rounded(x) === entry.x && y === entry.y) return;
    [entry.x, entry.y] = [rounded(x), y];
    place();
    change(plain());
  }

  /** @param {any} entry */
  function removed(entry) {
    const i = entries.indexOf(entry);
    entries.splice(i, 1);
    entry.handle.remove();
    const next = entries[Math.min(i, entries.length - 1)] ?? null;
    full.hidden = true;
    place();
    if (document.activeElement !== drop) next?.handle.focus();
    select(next);
    change(plain());
  }

  /** @param {number} x @param {number} y @param {boolean} [focus] */
  function grow(x, y, focus = false) {
    full.hidden = entries.length < most;
    if (entries.length >= most) return;
    const entry = entryOf({ x: rounded(x), y });
    entries.push(entry);
    place();
    if (focus) entry.handle.focus();
    select(entry);
    change(plain());
  }

  plot.onTap((/** @type {number} */ x, /** @type {number} */ y) => grow(x, y >= 0.5 ? 1 : 0));
  const control = {
    node,
    /** @param {{x: number, y: number}[]} list */
    set(list) {
      for (const { handle } of entries.splice(list.length)) handle.remove();
      list.forEach(({ x, y }, i) => {
        if (entries[i]) Object.assign(entries[i], { x, y });
        else entries.push(entryOf({ x, y }));
      });
      if (!entries.includes(selected)) select(null);
      place();
    },
  };
  control.set(points);
  return control;
}
