/* Every picture that was left out, as a table, those that harm most first: filled when it is opened. */
import { t } from "../../i18n/i18n.js";
import { el, say } from "../../ui/elements.js";
import { signedPoints, signedJ } from "./numbers.js";
import { table } from "./parts.js";

const HEAD = ["picture", "class", "J", "accuracy", "answer"];

export class InfluenceTable {
  /** What is to be shown. @type {{list: any[], id: ArrayLike<number>, y: ArrayLike<number>} | null} */
  #found = null;
  #drawn = "";

  constructor(app) {
    this.app = app;
    this.rows = el("tbody");
    const scroll = table(app, this.rows, {
      head: HEAD.map((key) => `whatif.without.table.${key}`),
      ...{ caption: "whatif.influence", name: "whatif.without.table", look: "num small" },
    });
    const summary = say(app, el("summary", { class: "small" }), "table.show");
    this.element = el("details", { class: "whatif-all" }, summary, scroll);
    this.element.addEventListener("toggle", () => this.#fill());
  }

  /** @param {any[]} list as influences() gives it @param {{id: ArrayLike<number>, y: ArrayLike<number>}} data by place */
  draw(list, { id, y }) {
    this.#found = { list: [...list].sort((p, q) => p.effect - q.effect || p.place - q.place), id, y };
    this.#fill();
  }

  async #fill() {
    if (!this.element.open || !this.#found) return;
    const { list, id, y } = this.#found;
    const classes = this.app.names;
    const key = JSON.stringify([t("whatif.without.table"), classes, list]);
    if (key === this.#drawn) return;
    this.#drawn = key;
    const names = await this.app.session.names(list.map(({ place }) => id[place]));
    if (key !== this.#drawn) return; // another came meanwhile
    const rows = list.map(({ place, effect, accuracy, z }, i) => {
      const answer = classes[z > 0 ? 1 : 0];
      const cells = [classes[y[place]], signedJ(effect), signedPoints(accuracy), answer];
      return el(
        "tr",
        {},
        el("th", { scope: "row" }, names[i] || String(place + 1)),
        ...cells.map((text) => el("td", {}, text)),
      );
    });
    this.rows.replaceChildren(...rows);
  }
}
