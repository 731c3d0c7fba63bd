/* Which picture helps, which harms? Trained without each picture: what that does to J on the test set. */
import { joined, t } from "../../i18n/i18n.js";
import { el, say, setText } from "../../ui/elements.js";
import { count, percent } from "../../ui/format.js";
import { show, thumb } from "../pictures/thumb.js";
import { Bench } from "./bench.js";
import { InfluenceTable } from "./influence-table.js";
import { signedJ, signedPoints } from "./numbers.js";
import { section, tell } from "./parts.js";
import { influences, isSkilled, sorted } from "./summary.js";

const MOST = 8; // of either kind

export class Influence {
  /** Made by the page, by id. @type {Map<number, any>} */
  #rows = new Map();

  constructor(app) {
    this.app = app;
    this.bench = new Bench(app, ["without"], () => this.#draw());
    this.result = el("p", { role: "status", class: "whatif-result" });
    this.lists = ["harm", "help"].map((key) => ({ key, list: el("ul", { class: "whatif-list" }) }));
    const columns = this.lists.map(({ key, list }) => {
      const head = say(app, el("h5", { id: `whatif-${key}` }), `whatif.${key}`);
      list.setAttribute("aria-labelledby", `whatif-${key}`);
      return el("div", {}, head, list);
    });
    this.shown = el(
      "div",
      { hidden: true },
      this.result,
      say(app, el("p", { class: "small muted" }), "whatif.without.meaning"),
      el("div", { class: "whatif-columns" }, ...columns),
      (this.table = new InfluenceTable(app)).element,
    );
    this.element = section(app, "whatif-influence", "whatif.influence", this.bench.element, this.shown);
  }

  #draw() {
    const { found } = this.bench;
    this.shown.hidden = found.length < 2;
    if (this.shown.hidden) return;
    const { data } = this.bench.with;
    const list = influences(found, data.y);
    const { harm, help } = sorted(list);
    this.#say(list, harm, help);
    // While they come in, the order changes at every moment: pictures under a pointer would jump.
    const { running } = this.bench;
    this.table.draw(running ? [] : list, data);
    if (running) return this.lists.forEach(({ list }) => list.replaceChildren());
    [harm, help].forEach((some, k) => this.#show(this.lists[k].list, some.slice(0, MOST)));
  }

  #say(list, harm, help) {
    const { running, found } = this.bench;
    const diverged = found.filter(({ testCost }) => !Number.isFinite(testCost)).length;
    const text = joined([
      ...(list.length > 0 ? sentencesOf(list, harm, help, this.bench.with.data.y) : []),
      diverged ? t("whatif.diverged", { n: count(diverged) }) : "",
    ]);
    tell(this.result, text, running);
  }

  #show(list, some) {
    const { id } = this.bench.with.data;
    const { resting } = this.app.state.data;
    const there = some.filter(({ place }) => this.app.examples.get(id[place]) ?? resting.includes(id[place]));
    const rows = there.map((each) => this.#row(id[each.place], each));
    if (rows.length !== list.children.length || rows.some((row, i) => row.line !== list.children[i]))
      list.replaceChildren(...rows.map(({ line }) => line));
    this.app.examples.images(there.map(({ place }) => id[place])).then((images) => {
      for (const { id, picture } of rows) if (images.get(id)) show(picture, images.get(id));
    });
  }

  #row(id, { place, effect, accuracy, suspect, z }) {
    const row = this.#rows.get(id) ?? this.#newRow(id);
    this.#rows.set(id, row);
    const { data } = this.bench.with;
    const label = data.y[place];
    const { resting, restingY } = this.app.state.data;
    const at = resting.indexOf(id);
    const rests = at >= 0;
    const now = rests ? restingY[at] : (this.app.examples.get(id)?.y ?? label);
    const names = this.app.names;
    setText(row.effect, signedJ(effect));
    const points = t("whatif.accuracy", { d: signedPoints(accuracy) });
    setText(row.accuracy, accuracy ? points : t("whatif.accuracy.same"));
    setText(
      row.says,
      t(suspect ? "whatif.suspect" : "whatif.plain", { name: names[label], other: names[z > 0 ? 1 : 0] }),
    );
    const moved = now !== label;
    row.move.hidden = !suspect;
    row.move.disabled = moved;
    setText(
      row.move,
      moved ? t("whatif.moved", { name: names[now] }) : t("whatif.move", { name: names[1 - label] }),
    );
    row.to = 1 - label;
    row.line.classList.toggle("whatif-rests", rests);
    row.move.disabled ||= rests;
    row.asleep = row.choose.disabled = rests;
    setText(row.rest, t(rests ? "whatif.wake" : "whatif.rest"));
    return row;
  }

  #newRow(id) {
    const row = {
      id,
      to: 0,
      picture: thumb(),
      effect: el("span", { class: "num" }),
      accuracy: el("span", { class: "small muted num" }),
      says: el("span", { class: "small muted" }),
      asleep: false,
      rest: el("button", {
        type: "button",
        class: "link small",
        onclick: () => this.app.session[row.asleep ? "wake" : "rest"]([id]),
      }),
      move: el("button", {
        type: "button",
        class: "link small",
        onclick: () => this.app.session.relabel([id], row.to),
      }),
      choose: el("button", {
        type: "button",
        class: "quiet whatif-picture",
        onclick: () => this.app.select(id),
      }),
      line: el("li"),
    };
    const name = say(this.app, el("span", { class: "visually-hidden" }), "whatif.look");
    row.choose.append(name, row.picture);
    const effect = el(
      "span",
      {},
      el("span", { class: "small muted" }, "J "),
      row.effect,
      " · ",
      row.accuracy,
    );
    row.line.append(
      row.choose,
      el("div", {}, effect, row.says, el("span", { class: "whatif-acts" }, row.move, row.rest)),
    );
    return row;
  }
}

/** @param {ReturnType<typeof influences>} list @param {ArrayLike<number>} y by place */
function sentencesOf(list, harm, help, y) {
  const right = list.filter(({ wrong }) => !wrong).length;
  const suspects = harm.filter(({ suspect }) => suspect).length;
  const numbers = { n: count(list.length), harm: count(harm.length), help: count(help.length) };
  return [
    t("whatif.without.found", numbers),
    t("whatif.without.right", { right: count(right), share: percent(right / list.length) }),
    suspects
      ? t(`whatif.without.suspects${isSkilled(list, y) ? "" : ".chance"}`, { n: count(suspects) })
      : t("whatif.without.none"),
  ];
}
