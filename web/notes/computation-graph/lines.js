// The formulas of this figure, line by line: in letters from the start, with numbers when their step has come.

import { formula } from "../../plot/formula.js";
import { el } from "../../ui/elements.js";
import { fixed, scientific } from "../../ui/format.js";
import { maths } from "./maths.js";

/** A number in at most four decimals, very small and very large ones in powers of ten. @param {number} x */
export function short(x) {
  if (Number.isFinite(x) && x !== 0 && (Math.abs(x) < 1e-4 || Math.abs(x) >= 1e5)) return scientific(x);
  return Number.isFinite(x) ? String(Number(x.toFixed(4))).replace("-", "−") : fixed(x);
}

/** What stands in the places of the formulas. @param {any} numbers @param {any} scene @param {any} next @param {number} alpha */
export function placesOf({ v, d }, scene, next, alpha) {
  /** @type {Record<string, string>} */
  const places = { alpha: short(alpha) };
  const put = (/** @type {string} */ name, /** @type {number} */ x) => {
    places[name] = short(x);
    places[`(${name})`] = x < 0 ? `(${short(x)})` : short(x);
  };
  for (const name of Object.keys(scene.nodes)) {
    put(name, v(name));
    put(`d${name}`, d(name));
  }
  for (const [name, value] of Object.entries(next)) put(`new-${name}`, value);
  if (!scene.learned.length) return places;
  places["-z"] = short(-v("z"));
  places["1-y"] = short(1 - v("y"));
  places["1-a"] = short(1 - v("a"));
  places.hit = v("y") === 1 ? short(v("a")) : short(1 - v("a"));
  return places;
}

/**
 * The list of formulas: letters from the start, numbers when their step has come.
 * @param {any[]} lines @param {string} [start] what stands there before the first step
 */
export function makeLines(lines, start) {
  const entries = lines.map((line) => {
    const numbers = line.numbers.map((/** @type {string} */ part) => formula(maths(part)));
    const letters = line.letters.map((part) => formula(maths(part)).node);
    for (const part of letters)
      // parentheses around fractions do grow
      for (const mo of part.querySelectorAll(".fence > mo")) mo.removeAttribute("stretchy");
    for (const { node } of numbers) node.classList.add("numbers");
    for (const part of [...letters, ...numbers.map((/** @type {any} */ { node }) => node)]) {
      const first = part.firstElementChild; // a plus that begins a part stands between two all the same
      if (first.textContent === "+") first.setAttribute("form", "infix");
    }
    const node = el(
      "li",
      { class: `graph-line ${line.phase}` },
      ...letters,
      ...numbers.map((/** @type {any} */ part) => part.node),
    );
    return { line, node, numbers };
  });
  const first = start ? [el("li", { class: "graph-line done" }, formula(maths(start)).node)] : [];
  return {
    node: el("ol", { class: "graph-lines" }, ...first, ...entries.map(({ node }) => node)),
    /** @param {Record<string, string>} places @param {number} step @param {any[][]} steps */
    show(places, step, steps) {
      for (const node of first) mark(node, step === 0);
      for (const { line, node, numbers } of entries) {
        const at = steps.findIndex((list) => list.includes(line)) + 1;
        for (const part of numbers) part.set(places);
        node.classList.toggle("done", at <= step);
        mark(node, at === step);
      }
    },
  };
}

/** @param {Element} node @param {boolean} current */
function mark(node, current) {
  if (current) node.setAttribute("aria-current", "step");
  else node.removeAttribute("aria-current");
}
