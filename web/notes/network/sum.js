/* The last step of this figure as a sum: b and what each neuron adds, in the unit of the price. */
import { el } from "../../ui/elements.js";
import { nameOf } from "./numbers.js";

export function makeSum() {
  const node = el("p", { class: "net-sum num" });
  const term = (value, name) =>
    el("span", { class: "net-term" }, el("span", {}, value), el("small", { class: "muted" }, ...name));

  /** @param {any} what look, n, price, activation */
  function draw({ look, n, price, activation }) {
    const last = n.length - 2;
    const adds = last > 0 ? [...look.layers[last - 1].adds] : [look.wx];
    const name = (u) =>
      last > 0 ? [...nameOf("w", u, last > 1 && last + 1), ...nameOf("a", u, last > 1 && last)] : ["w·x"];
    const terms = adds.map((v, u) => [v < 0 ? " − " : " + ", term(price(Math.abs(v)), name(u))]);
    const bent = activation === "relu";
    node.replaceChildren(
      bent ? "ŷ = ReLU(" : "ŷ = ",
      term(price(look.b), ["b"]),
      ...terms.flat(),
      bent ? `) = ${price(look.a)}` : ` = ${price(look.a)}`,
    );
  }

  return { node, draw };
}
