/* z as a ledger: what speaks for class 1, what against, b, and their sum; of the picture as it is, or compared with the
   average training picture. */
import { t } from "../../i18n/i18n.js";
import { el, say, setText } from "../../ui/elements.js";
import { fixed } from "../../ui/format.js";
import { closing, written } from "./closing.js";

const ROWS = ["plus", "minus", "base", "b", "z", "a"];

/** Radio buttons side by side. @param {any} app @param {string} name @param {string[]} choices the first is chosen
 *  @param {() => void} onchange */
export function segments(app, name, choices, onchange) {
  const inputs = choices.map((value) => el("input", { type: "radio", name: `why-${name}`, value, onchange }));
  inputs[0].checked = true;
  const labels = inputs.map((input, i) =>
    el("label", {}, input, say(app, el("span"), `why.${name}.${choices[i]}`)),
  );
  const legend = say(app, el("legend", { class: "visually-hidden" }), `why.${name}`);
  return { element: el("fieldset", { class: "segments" }, legend, ...labels), inputs };
}

export class Ledger {
  constructor(app, redraw) {
    const { element, inputs } = segments(app, "base", ["raw", "compared"], redraw);
    this.compared = inputs[1];
    this.says = el("p", { class: "small muted" });
    this.rows = Object.fromEntries(ROWS.map((name) => [name, this.#row(name)]));
    const caption = say(app, el("caption", { class: "visually-hidden" }), "why.ledger");
    const table = el(
      "table",
      { class: "why-ledger num" },
      caption,
      el("tbody", {}, ...ROWS.map((n) => this.rows[n].row)),
    );
    this.element = el("div", { class: "why-sums" }, element, this.says, table);
  }

  #row(name) {
    const head = el("th", { scope: "row" });
    const cell = el("td");
    return { head, cell, row: el("tr", { class: `why-${name}` }, head, cell) };
  }

  /** Gives what is shown: the ledger that was chosen. */
  draw({ raw, compared, b, z, a, names, network }) {
    const how = this.compared.checked ? "compared" : "raw";
    const ledger = how === "raw" ? raw : compared;
    setText(this.says, t(`why.base.${how}.says`));
    const own = [ledger.plus, ledger.minus, ...(how === "raw" ? [] : [ledger.base])];
    const sums = closing(own, [b], z); // b and z stand elsewhere too
    const put = (name, whole, value, signed = true) =>
      setText(this.rows[name].cell, sums ? written(whole, sums.digits, signed) : fixed(value, 4));
    put("plus", sums?.free[0], ledger.plus);
    put("minus", sums?.free[1], ledger.minus);
    put("base", sums?.free[2] ?? 0, ledger.base);
    put("b", sums?.fixed[0], b);
    put("z", sums?.total, z, false);
    setText(this.rows.a.cell, fixed(a, 4));
    this.rows.base.row.hidden = how === "raw";
    const words = {
      plus: t("why.plus", { name: names[1] }),
      minus: t("why.plus", { name: names[0] }),
      base: t("why.average"),
      b: t(network ? "why.b.network" : "why.b"),
      z: "= z",
      a: "ŷ = σ(z)",
    };
    for (const name of ROWS) setText(this.rows[name].head, words[name]);
    return { ...ledger, how };
  }
}
