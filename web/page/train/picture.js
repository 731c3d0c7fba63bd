/* What the cost chart can be saved as. */
import { t } from "../../i18n/i18n.js";
import { toggleMenu } from "../../paper/menu.js";
import { csvOf } from "../../training/costs-csv.js";
import { paperLook, print } from "../print.js";

/** Opens its menu, or closes it. @param {any} root the figure @param {any} app */
export async function openMenu(root, app) {
  await paperLook();
  await toggleMenu(root.querySelector("#picture"), () => [
    { label: t("chart.title"), part: root, title: t("chart.title"), file: "one-neuron-cost" },
    { label: t("picture.every"), csv: () => csvOf(app.costs), file: "costs" },
    { label: t("picture.page"), other: [[t("picture.print"), print]] },
  ]);
}
