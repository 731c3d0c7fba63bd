// How a figure tells what it is at, so that its tasks can be judged: each part of it by one small function.

/** @type {WeakMap<Element, () => Record<string, any>>} */
const tellers = new WeakMap();

/** @param {HTMLElement} node of the figure, which stays in it @param {() => Record<string, any>} tell */
export function tells(node, tell) {
  node.dataset.tells = "";
  tellers.set(node, tell);
}

/** What a figure is at now: what all its parts tell. @param {ParentNode} section @returns {Record<string, any>} */
export const told = (section) =>
  Object.assign({}, ...[...section.querySelectorAll("[data-tells]")].map((node) => tellers.get(node)?.()));
