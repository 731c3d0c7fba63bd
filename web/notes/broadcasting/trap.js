// The array of shape (4,): the same + gives a vector, a table or a row, and its transpose does nothing.

import { arrayOp } from "../../core/broadcast.js";
import { onLanguage, t } from "../../i18n/i18n.js";
import { numberField } from "../../plot/controls.js";
import { el, say } from "../../ui/elements.js";
import { drawArray } from "./grid.js";
import { shapeText } from "./shape.js";

const words = { t, onLanguage };
const START = [1, 2, 3, 4];

/** @param {import('../../core/core.js').Core} core @returns {HTMLElement} */
export function mountTrap(core) {
  const x = [...START];
  const fields = START.map((value, i) =>
    numberField({
      label: () => `x[${i}]`,
      value,
      name: "x",
      valid: (v) => Math.abs(v) <= 9999,
      change: (v) => {
        x[i] = v;
        draw();
      },
    }),
  );
  const cases = el("div", { class: "trap-cases" });

  function draw() {
    const flat = { shape: [4], data: x };
    const row = { shape: [1, 4], data: x };
    const column = { shape: [4, 1], data: x };
    const shown = [
      ["x + x", arrayOp(core, "+", flat, flat), "same"],
      ["x + x.reshape(1, 4)", arrayOp(core, "+", flat, row), "row"],
      ["x + x.reshape(4, 1)", arrayOp(core, "+", flat, column), "column"],
      ["x.T", flat, "transpose"],
      ["x.reshape(4, 1)", column, "honest"],
      ["x.reshape(4, 1).T", row, "honest-row"],
    ];
    cases.replaceChildren(
      ...shown.map(([code, array, key]) =>
        el(
          "figure",
          { class: `trap-${key}` },
          el(
            "figcaption",
            {},
            el("code", {}, code),
            el("strong", { class: "shape" }, shapeText(/** @type {any} */ (array).shape)),
          ),
          drawArray(/** @type {any} */ (array), { label: /** @type {string} */ (code) }),
          el("p", { class: "muted" }, t(`broadcasting.trap.${key}`)),
        ),
      ),
    );
  }
  onLanguage(draw);
  draw();

  return el(
    "div",
    { class: "trap" },
    say(words, el("h3"), "broadcasting.trap-title"),
    el(
      "p",
      { class: "trap-x" },
      el("code", {}, "x = np.array(["),
      ...fields.map((field) => field.node),
      el("code", {}, "])"),
      el("strong", { class: "shape" }, "(4,)"),
    ),
    cases,
  );
}
