// The part of this figure about computing: a table of trainings, and a button that measures this machine.
import { onLanguage, t } from "../../i18n/i18n.js";
import { press } from "../../plot/controls.js";
import { el, say } from "../../ui/elements.js";
import { count, large } from "../../ui/format.js";
import { howLong } from "../../ui/how-long.js";
import { tells } from "../tasks/told.js";
import { madds, trainings } from "./power.js";

const SEEDS = 3;
const YEAR_S = 365.25 * 24 * 3600;

/** @param {import('../../core/core.js').Core} core */
export function powerPart(core) {
  let rate = NaN; // multiply-adds a second
  const says = el("p", { class: "says", "aria-live": "polite" });
  const body = el("tbody");
  const heads = ["training", "madds", "here", "hand"].map((key) =>
    say({ t, onLanguage }, el("th", { scope: "col" }), `scale.power.${key}`),
  );
  const measure = press("scale.power.measure", async () => {
    measure.disabled = true;
    const breathe = () => new Promise((done) => setTimeout(done));
    rate = await madds(core, { breathe });
    measure.disabled = false;
    draw();
  });

  function draw() {
    body.replaceChildren(
      ...trainings(SEEDS).map(([key, work]) =>
        el(
          "tr",
          {},
          el("th", { scope: "row" }, t(`scale.power.${key}`)),
          el("td", { class: "num" }, large(work)),
          el("td", { class: "num" }, rate > 0 ? howLong((1000 * work) / rate) : "–"),
          el(
            "td",
            { class: "num" },
            t("scale.power.years", { n: count(Number((work / YEAR_S).toPrecision(2))) }),
          ),
        ),
      ),
    );
    says.textContent = rate > 0 ? t("scale.power.says", { rate: large(rate) }) : t("scale.power.before");
  }

  onLanguage(draw);
  draw();
  tells(says, () => ({ rate }));
  const scroll = el(
    "div",
    { class: "scroll", tabindex: 0, role: "region" },
    el("table", { class: "scale-power" }, el("thead", {}, el("tr", {}, ...heads)), body),
  );
  say({ t, onLanguage }, scroll, "scale.power-title", "aria-label");
  return el(
    "div",
    { class: "inner-part" },
    say({ t, onLanguage }, el("h3"), "scale.power-title"),
    el("div", { class: "controls" }, measure),
    says,
    scroll,
  );
}
