// The DATA column: the two class cards and what stands around them. Files come in here, whether
// chosen, dropped, pasted or drawn, and what became of them is said here.
import { t } from "../../i18n/i18n.js";
import { button, counted, el, say, setText } from "../../ui/elements.js";
import { isH5Name } from "../../pictures/names.js";
import { filesOf, hasFiles, readClipboard } from "../../ui/drop.js";
import { ClassCard } from "./class-card.js";
import { Report } from "./report.js";
import { count } from "../../ui/format.js";
import { later } from "../../ui/later.js";
import { paced } from "../../ui/paced.js";

const RESORT_MS = 1000; // sorted by loss, the order changes at most once a second
const FILTERS = {
  all: () => true,
  train: (example) => !example.test,
  test: (example) => example.test,
  wrong: (example) => example.right === false,
};

/** Fills the section `root` with the DATA column. */
export function mountData(root, app) {
  new DataColumn(root, app);
}

class DataColumn {
  #filter = "all";
  #sort = "added";
  #lastUsed = 1; // the card that a paste goes to
  /** Dropped outside the cards: which class? @type {{files: File[], folders: string[]} | null} */
  #pending = null;
  #drawings = 0;

  constructor(root, app) {
    this.app = app;
    this.root = root;
    this.examples = app.examples;
    this.report = new Report(app);
    this.dialogs = this.#dialogs();
    const actions = this.#actions();
    this.cards = [1, 0].map((y) => new ClassCard(app, /** @type {0|1} */ (y), actions));
    root.append(this.#head(), this.report.element, this.#cardsBox(), this.#foot());
    app.on("data", () => this.#update());
    app.on("wish", ({ what }) => this.#grant(what));
    const reorder = paced(
      RESORT_MS,
      () => this.#order(),
      () => this.cards.some((card) => card.thumbs.held),
    );
    app.on("marks", () => (this.#sort === "loss" || this.#filter === "wrong") && reorder());
    app.draw(null, (fresh) => (fresh ? this.#words() : this.#cutWords()));
    this.#hearPage(root);
  }

  /** The dialogs are fetched when first asked for: the first screen does without them. */
  #dialogs() {
    const { root, app } = this;
    const draw = later(app, async () => {
      const { DrawDialog } = await import("./draw-dialog.js");
      return new DrawDialog(root, app, (rgb, px, y) => this.#addDrawing(rgb, px, y));
    });
    const forget = later(app, async () => {
      const { ForgetDialog } = await import("./forget-dialog.js");
      return new ForgetDialog(root, app);
    });
    return { draw, forget };
  }

  /** What was asked for at the top of the page begins at the first class. @param {string} what */
  #grant(what) {
    const [{ element }] = this.cards;
    this.app.tell("reveal", this.root.id);
    element.scrollIntoView({ block: "nearest" });
    if (what === "draw") this.dialogs.draw((dialog) => dialog.open(1));
    else if (what === "pictures") element.querySelector("input[type=file]").click();
    else element.querySelector(".class-ways input").focus({ preventScroll: true });
  }

  #actions() {
    const { session } = this.app;
    return {
      add: (files, folders, y) => this.#add(files, folders, y),
      put: (y) => this.#put(y),
      draw: (y) => this.dialogs.draw((dialog) => dialog.open(y)),
      paste: (y) => this.#paste(y),
      remove: (ids) => session.remove(ids),
      relabel: (ids, y) => session.relabel(ids, y),
      empty: (y) => session.empty(y),
      rename: (y, name) => this.#rename(y, name),
      use: (y) => (this.#lastUsed = y),
    };
  }

  #head() {
    const { app } = this;
    this.undo = button(
      app,
      () => this.#undoWords(),
      () => app.session.undo(),
      { look: "quiet undo", glyph: "undo" },
    );
    this.undo.classList.add("idle");
    this.cut = el("p", { class: "small muted data-cut" });
    return el(
      "div",
      { class: "data-head" },
      el("div", { class: "data-title" }, say(app, el("h2"), "column.data"), this.undo),
      this.cut,
      el(
        "div",
        { class: "data-view" },
        this.#choice("filter", Object.keys(FILTERS)),
        this.#choice("sort", ["added", "loss"]),
      ),
    );
  }

  #choice(name, values) {
    const select = el("select", { class: "small" });
    for (const value of values)
      select.append(say(this.app, el("option", { value }), `view.${name}.${value}`));
    select.addEventListener("change", () => {
      if (name === "filter") this.#filter = select.value;
      else this.#sort = select.value;
      this.#order();
    });
    say(this.app, select, `view.${name}`, "title");
    return say(this.app, select, `view.${name}`, "aria-label");
  }

  #cardsBox() {
    this.cancel = button(this.app, "drop.cancel", () => this.#ask(null), { look: "link small" });
    this.ask = el("div", { class: "data-ask", role: "status" });
    this.box = el("div", { class: "class-cards" }, ...this.cards.map((card) => card.element));
    return el("div", { class: "data-cards" }, this.ask, this.box);
  }

  #foot() {
    const { app } = this;
    return el(
      "footer",
      { class: "data-foot" },
      say(app, el("p", { class: "small muted" }), "data.stay"),
      el(
        "div",
        { class: "data-links" },
        (this.drawn = button(app, "data.drawn", () => app.session.loadDrawn(), { look: "link small" })),
        button(app, "data.forget", () => this.dialogs.forget((dialog) => dialog.open()), {
          look: "link small",
        }),
      ),
    );
  }

  /** Drops and pastes that no card and no other part of the page has taken. */
  #hearPage(root) {
    document.addEventListener("dragover", (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault(); // else the browser would leave the page and open the file
      root.classList.add("dragging");
    });
    const end = () => root.classList.remove("dragging");
    document.addEventListener("dragleave", (event) => event.relatedTarget === null && end());
    document.addEventListener("drop", (event) => {
      end();
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      const { files, folders } = filesOf(event.dataTransfer);
      if (files.length && files.every(({ name }) => isH5Name(name))) this.#add(files, folders, null);
      else if (files.length) this.#ask({ files, folders });
      else this.#add(files, folders, null);
    });
    document.addEventListener("paste", (event) => {
      const { files, folders } = filesOf(event.clipboardData);
      if (event.defaultPrevented || !(files.length || folders.length)) return;
      event.preventDefault();
      this.#add(files, folders, this.#lastUsed);
    });
    document.addEventListener(
      "keydown",
      (event) => event.key === "Escape" && this.#pending && this.#ask(null),
    );
  }

  #ask(pending) {
    this.#pending = pending;
    const n = pending?.files.length ?? 0;
    for (const card of this.cards) card.ask(n);
    this.ask.replaceChildren();
    if (!n) return;
    this.ask.append(el("p", {}, t(counted("drop.which", n), { n: count(n) })), this.cancel);
    this.ask.scrollIntoView({ block: "nearest" });
  }

  #put(y) {
    const { files, folders } = this.#pending ?? { files: [], folders: [] };
    this.#ask(null);
    return this.#add(files, folders, y);
  }

  async #add(files, folders, y) {
    this.#ask(null);
    if (y !== null) this.#lastUsed = y;
    const refused = folders.map((name) => ({ name, code: "folder" }));
    const result = files.length ? await this.app.session.addFiles(files, y) : { added: 0, refused: [] };
    const ownClasses = y === null || result.sets > 0; // sets bring their own
    const name = ownClasses ? "" : this.examples.names[y];
    this.report.added({ ...result, refused: [...result.refused, ...refused], name });
  }

  async #addDrawing(rgb, px, y) {
    const name = t("draw.name", { n: ++this.#drawings });
    const result = await this.app.session.addPixels(rgb, px, y, name);
    if (result?.refused?.length) this.report.added(result);
  }

  async #paste(y) {
    const files = await readClipboard();
    if (files === null) this.report.tell("paste.forbidden", { name: this.examples.names[y] });
    else if (!files.length) this.report.tell("paste.nothing");
    else this.#add(files, [], y);
  }

  /** An empty name gives the class back the page's own word, which changes with the language. */
  #rename(y, name) {
    return this.app.session.setNames([0, 1].map((each) => (each === y ? name : undefined)));
  }

  #update() {
    this.#order();
    this.#words();
  }

  #order() {
    if (!this.examples.data) return;
    const passes = FILTERS[this.#filter];
    for (const card of this.cards) {
      const ids = this.examples.filter((example) => example.y === card.y && passes(example));
      card.update(this.#sort === "loss" ? this.examples.byLoss(ids) : ids, this.#filter !== "all");
    }
  }

  #undoWords() {
    const undo = this.examples.data?.undo;
    if (!undo) return t("undo");
    return t(counted(`undo.${undo.code}`, undo.count), { n: count(undo.count) });
  }

  #words() {
    const { data } = this.examples;
    this.undo.classList.toggle("idle", !data?.undo);
    this.drawn.hidden = !data || data.source === "drawn";
    setText(this.undo.lastChild, this.#undoWords());
    this.#cutWords();
  }

  /** Before there are pictures, what will be said of the drawn ones: its lines are there from the start. */
  #cutWords() {
    const { source, n_px: px } = this.examples.data ?? { source: "drawn", n_px: 64 };
    const fit = this.app.state.settings?.fit === "fit" ? "fit" : "crop";
    setText(this.cut, t(source === "own" ? `cut.${fit}` : `cut.${source}`, { px }));
  }
}
