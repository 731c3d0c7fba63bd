// Controls whose values an address can keep: each says how it is read as text, and takes a text as if it had been typed.
// notes/values.js finds those of a figure by their nodes. Sliders, choices and ticks are among them; a field or a handle where
// its maker names it: one that shows now this number and now that, or a number of the reader's own table, has no name.

/**
 * @typedef {object} Kept
 * @property {() => string} read
 * @property {(text: string) => unknown} take one that makes no sense changes nothing
 * @property {number} [rank] taken in this order: 0 what decides which others there are, 1 handles, 2 numbers
 * @property {string} [from] as it was when it was made
 */

/** @type {WeakMap<Element, Kept>} */
const controls = new WeakMap();

/** @param {HTMLElement | SVGElement} node @param {string} label its key of the dictionaries, whose last part is its name
 *  @param {Kept} control */
export function keep(node, label, control) {
  node.dataset.kept = label.slice(label.lastIndexOf(".") + 1);
  controls.set(node, { ...control, from: control.read() });
}

/** Those in `root` by their names, numbered where there are several of one: alpha, alpha-2. @param {ParentNode} root
 *  @returns {Map<string, Kept>} */
export function keptIn(root) {
  /** @type {Map<string, Kept>} */
  const found = new Map();
  /** @type {Record<string, number>} */
  const many = {};
  for (const node of root.querySelectorAll("[data-kept]")) {
    const { kept } = node.dataset;
    const n = (many[kept] = (many[kept] ?? 0) + 1);
    const control = controls.get(node);
    if (control) found.set(n > 1 ? `${kept}-${n}` : kept, control);
  }
  return found;
}
