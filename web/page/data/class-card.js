// One class: its name, its pictures, and every way to add, move and remove them. It decides nothing
// about the data; what the visitor asks for goes to the `actions` it was given (see data.js).
import { isolated, t } from "../../i18n/i18n.js";
import { button, counted, el, fileButton, iconButton, say, setText } from "../../ui/elements.js";
import { decimals } from "../pictures/examples.js";
import { acceptDrops, ACCEPT } from "../../ui/drop.js";
import { term } from "../../terms/term.js";
import { Thumbs } from "../pictures/thumbs.js";
import { count } from "../../ui/format.js";
import { later } from "../../ui/later.js";

const NAME_LENGTH = 40;
const SELECTED_MS = 250;

export class ClassCard {
  total = 0;
  train = 0;
  filtered = false;
  rests = false;
  /** How many to train and to test. @type {any[]} */
  parts = [];

  /**
   * @param {0|1} y
   * @param {{add, put, camera, draw, sound, paste, remove, relabel, empty, rename, use}} actions add(files, entries, y),
   *   entries: folders;
   *   put(y): the files asked about belong here;
   *   camera(y), draw(y), sound(y), paste(y), remove(ids), relabel(ids, y), empty(y), rename(y, name); use(y): this card
   *   was the last one touched
   */
  constructor(app, y, actions) {
    this.app = app;
    this.y = y;
    this.actions = actions;
    this.examples = app.examples;
    this.thumbs = new Thumbs(app, { label: () => this.#titled("card.pictures"), onRemove: actions.remove });
    this.resting = later(app, async () => {
      const list = await (await import("../resting/resting.js")).restingList(app);
      this.question.before(list.element);
      return list;
    });
    this.element = el(
      "article",
      {
        class: "class-card",
        "data-y": y,
        onfocusin: () => actions.use(y),
        onpointerdown: () => actions.use(y),
      },
      this.#head(),
      this.#ways(),
      this.#empty(),
      this.thumbs.list,
      this.#foot(),
      this.#asking(),
    );
    say(app, this.element, () => this.#titled("card.label"), "aria-label");
    acceptDrops(this.element, (files, folders, entries) => actions.add(files, entries, y));
    app.on("selected", () => this.#showSelected());
    app.draw(this.element, (fresh) => (fresh ? this.#words() : this.#showSelected()), { every: SELECTED_MS });
  }

  /** Puts the pictures of this class that pass the filter, in their order, and the counts. */
  update(ids, filtered) {
    const { counts, trainCounts, resting, restingY } = this.examples.data;
    this.total = counts[this.y];
    this.train = trainCounts[this.y];
    this.filtered = filtered;
    this.thumbs.show(ids);
    this.emptyNote.hidden = ids.length > 0;
    this.foot.hidden = this.total === 0;
    const rest = [...resting].filter((_, i) => restingY[i] === this.y);
    if (rest.length || this.rests) this.resting((list) => list.show(rest));
    this.rests = rest.length > 0;
    this.#words();
  }

  /** Shows or hides the question “here?” for files dropped elsewhere on the page. */
  ask(files) {
    this.question.hidden = files === 0;
    this.element.classList.toggle("asked", files > 0);
    for (const part of this.element.children) part.inert = files > 0 && part !== this.question;
    setText(this.questionText, t(counted("card.put-here", files), { n: count(files), name: this.#name }));
    if (this.y === 1 && files) this.question.focus();
  }

  get #name() {
    return this.examples.names[this.y];
  }

  #titled(key) {
    return t(key, { name: this.#name, y: this.y });
  }

  #head() {
    this.name = el("input", {
      type: "text",
      class: "class-name",
      maxlength: NAME_LENGTH,
      autocomplete: "off",
      spellcheck: "false",
      onchange: () => this.actions.rename(this.y, this.name.value.trim()),
      onkeydown: (event) => event.key === "Enter" && this.name.blur(),
    });
    say(this.app, this.name, () => this.#titled("card.name"), "aria-label");
    this.count = el("span", { class: "class-count num" });
    this.parts = ["training-set", "test-set"].map((name) => term(this.app, name));
    for (const [i, part] of ["train", "test"].entries()) {
      this.parts[i].classList.add("class-part");
      this.parts[i].dataset.part = part;
    }
    const parts = el("p", { class: "class-parts small muted num" }, ...this.parts);
    const label = term(this.app, "y", () => `y = ${this.y}`);
    label.classList.add("class-label");
    return el("header", { class: "class-head" }, label, this.name, this.count, parts);
  }

  #ways() {
    const { app, y } = this;
    const choose = fileButton(app, "card.choose", (files) => this.actions.add(files, [], y), {
      accept: ACCEPT,
    });
    return el(
      "div",
      { class: "class-ways" },
      choose,
      button(app, "card.camera", () => this.actions.camera(y), { glyph: "camera", look: "by-camera" }),
      button(app, "card.draw", () => this.actions.draw(y), { glyph: "draw" }),
      button(app, "card.sound", () => this.actions.sound(y), { glyph: "microphone", look: "by-camera" }),
      button(app, "card.paste", () => this.actions.paste(y), { glyph: "paste" }),
    );
  }

  #empty() {
    this.emptyNote = el("p", { class: "class-empty muted", hidden: true }); // unless there turn out to be no pictures
    return this.emptyNote;
  }

  #foot() {
    const { app } = this;
    const selected = (run) => () => run(app.state.selected);
    this.moveText = el("span");
    this.selection = el(
      "div",
      { class: "class-selection" },
      (this.selectedText = el("p", { class: "small class-selected" })),
      (this.move = iconButton(
        app,
        () => this.#moveWords(),
        "move",
        selected((id) => this.actions.relabel([id], 1 - this.y)),
      )),
      (this.rest = iconButton(
        app,
        "card.rest",
        "rest",
        selected((id) => app.session.rest([id])),
      )),
      (this.remove = iconButton(
        app,
        "card.delete",
        "trash",
        selected((id) => this.actions.remove([id])),
      )),
    );
    this.emptyButton = button(app, "card.empty", () => this.actions.empty(this.y), { look: "link small" });
    const bar = el("div", { class: "class-bar" }, this.thumbs.pager, this.emptyButton);
    this.foot = el("footer", { class: "class-foot" }, bar, this.selection);
    return this.foot;
  }

  #asking() {
    this.questionText = el("span");
    this.question = el(
      "button",
      { type: "button", class: "class-question", onclick: () => this.actions.put(this.y) },
      this.questionText,
    );
    this.question.hidden = true;
    return this.question;
  }

  #moveWords() {
    return t("card.move", { name: this.examples.names[1 - this.y] });
  }

  #words() {
    if (!this.examples.data) return;
    this.#showName();
    setText(this.count, count(this.total));
    const parts = [this.train, this.total - this.train];
    this.parts.forEach((node, i) => setText(node, t(`card.${node.dataset.part}`, { n: count(parts[i]) })));
    for (const node of this.parts) node.hidden = this.total === 0;
    setText(this.emptyNote, t(this.total && this.filtered ? "card.filtered" : "card.invite"));
    for (const [node, key] of [
      [this.element, "card.label"],
      [this.name, "card.name"],
      [this.thumbs.list, "card.pictures"],
    ])
      node.setAttribute("aria-label", this.#titled(key));
    for (const attribute of ["aria-label", "title"]) this.move.setAttribute(attribute, this.#moveWords());
    this.#showSelected();
  }

  /** Where nobody has named the class yet, the field asks. */
  #showName() {
    const { data } = this.examples;
    const asks = data.source !== "drawn" && data.given[this.y] === null;
    this.name.classList.toggle("asks", asks);
    this.name.placeholder = asks ? t(`card.name.example${this.y}`) : "";
    if (document.activeElement !== this.name) this.name.value = asks ? "" : this.#name;
  }

  #showSelected() {
    const { selected } = this.app.state;
    const example = selected === null ? null : this.examples.get(selected);
    const mine = example?.y === this.y ? example : null;
    this.move.hidden = this.rest.hidden = this.remove.hidden = !mine;
    if (mine) this.#describe(mine);
    else setText(this.selectedText, t("card.select"));
  }

  /** @param {import("../pictures/examples.js").Example} example */
  async #describe({ id }) {
    const [name] = await this.app.session.names([id]);
    const example = this.examples.get(id); // as it is by now
    if (this.app.state.selected !== id || !example) return;
    const part = t(example.test ? "part.test" : "part.train");
    const known = !Number.isNaN(example.a);
    const answer = known ? ` · ŷ ${decimals(example.a)} · L ${decimals(example.loss)}` : "";
    if (this.selectedText.childElementCount !== 2)
      this.selectedText.replaceChildren(el("span"), el("span", { class: "num muted" }));
    const [first, second] = /** @type {HTMLElement[]} */ ([...this.selectedText.children]);
    setText(first, isolated(name));
    first.title = isolated(name);
    setText(second, part + answer);
  }
}
