/* What stands behind the houses of this figure: how their numbers go into the network, and the rule that made them, told
   when the reader asks for it. */
import { onLanguage, t } from "../../i18n/i18n.js";
import { el, say } from "../../ui/elements.js";
import { plain } from "../../ui/format.js";
import { rule } from "./houses.js";
import { inUnit, ofColumn } from "./numbers.js";

const words = { t, onLanguage };

export function makeRule() {
  const scaling = el("p", { class: "small muted num" });
  const here = el("p", { class: "small num" });
  const reveal = el(
    "details",
    {},
    say(words, el("summary"), "network.reveal"),
    say(words, el("p", { class: "small" }), "network.rule"),
    here,
  );

  /** @param {any} what names, scale, row; made: whether the rule made the houses */
  function draw({ names, scale, row, made }) {
    const { mu, sigma, unit } = scale;
    const columns = names.map((name, k) =>
      t("network.scale.column", { name, mu: ofColumn(mu[k], sigma[k]), sigma: ofColumn(sigma[k], sigma[k]) }),
    );
    const comma = t("network.comma");
    scaling.textContent = t("network.scale", { list: columns.join(comma), unit: inUnit(unit, unit) });
    reveal.hidden = !made;
    if (!made) return;
    const house = row.slice(0, -1).map(plain).join(comma);
    here.textContent = t("network.rule.house", { house, price: inUnit(rule(row), unit) });
  }

  return { scaling, reveal, draw };
}
