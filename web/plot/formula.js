// A formula with live numbers in it. The template is MathML of ours, never the reader's text; places for numbers
// are written <mn id="w"/> and filled by set({ w: "0.50" }), always as text.

import { mathml } from "./mathml.js";

/**
 * formula("<mi>z</mi><mo>=</mo><mn id='w'/><mo>·</mo><mn id='x'/>") -> { node, set({w, x}) }
 * @param {string} template children of <math>; in place of `id` any name
 * @param {{block?: boolean}} [options]
 */
export function formula(template, { block = false } = {}) {
  const node = mathml(template);
  node.setAttribute("displaystyle", "true");
  if (block) node.setAttribute("display", "block");
  // Parentheses around one letter should not grow with a fraction elsewhere on the line.
  for (const mo of node.querySelectorAll("mo")) {
    if (/^[()[\]]$/.test(mo.textContent)) mo.setAttribute("stretchy", "false");
  }
  /** @type {Record<string, Element[]>} */
  const places = {};
  for (const place of node.querySelectorAll("[id]")) {
    (places[place.id] ??= []).push(place);
    place.classList.add("live", `live-${place.id}`);
    place.removeAttribute("id"); // ids must be unique in the page
  }
  return {
    node,
    /** @param {Record<string, string>} values */
    set(values) {
      for (const [name, text] of Object.entries(values)) {
        for (const place of places[name] ?? []) if (place.textContent !== text) place.textContent = text;
      }
    },
  };
}
