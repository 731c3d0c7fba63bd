/* What the cost chart can be saved as. */
import { t } from "../../i18n/i18n.js";
import { addLook } from "../../ui/fetched.js";
import { toggleMenu } from "../../paper/menu.js";
import { csvOf } from "../../training/costs-csv.js";

await addLook(new URL("../../paper/print.css", import.meta.url).href);

/** Opens its menu, or closes it. @param {any} root the figure @param {any} app */
export const openMenu = (root, app) =>
  toggleMenu(root.querySelector("#picture"), () => [
    { label: t("chart.title"), part: root, title: t("chart.title"), file: "one-neuron-cost" },
    { label: t("picture.every"), csv: () => csvOf(app.costs), file: "costs" },
  ]);
