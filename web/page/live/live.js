/* The sliders below the chart: where they stand. What moving them does is fetched when somebody comes near. */
import { setAttribute, setText } from "../../ui/elements.js";
import { plain } from "../../ui/format.js";
import { later } from "../../ui/later.js";

const DECADE = 20; // notches
/** Of each, the value at its left end. @type {Record<string, number>} */
const LEAST = { alpha: 1e-4, iterations: 10 };

/** The value at a notch, in two digits. @param {string} name @param {number} notch */
export const valueAt = (name, notch) => Number((LEAST[name] * 10 ** (notch / DECADE)).toPrecision(2));

/** The notch nearest to a value. @param {string} name @param {number} value */
export const notchOf = (name, value) => Math.round(DECADE * Math.log10(value / LEAST[name]));

/** Wires the sliders. */
export function mountLive(root, app) {
  const hold = later(app, async () => (await import("./hold.js")).mountHold(root, app));
  for (const type of ["pointerover", "focusin"]) root.addEventListener(type, () => hold(), { once: true });
  app.draw(null, () => {
    for (const { firstElementChild: input, lastElementChild: value } of root.querySelectorAll(
      "label > div",
    )) {
      const { name } = input;
      const held = root.dataset.held === name;
      const now = held ? valueAt(name, Number(input.value)) : app.state.settings?.[name];
      if (!now) continue;
      if (!held) input.value = String(notchOf(name, now));
      setText(value, plain(now));
      setAttribute(input, "aria-valuetext", plain(now));
    }
  });
}
