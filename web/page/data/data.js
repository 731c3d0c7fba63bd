// The DATA column: the two class cards and what stands around them. Files come in here, whether
// chosen, dropped, pasted or drawn, and what became of them is said here.
import { button, el, fileButton } from "../../ui/elements.js";
import { bringsClasses } from "../../pictures/names.js";
import { filesOf, hasFiles } from "../../ui/drop.js";
import { later } from "../../ui/later.js";
import { paced } from "../../ui/paced.js";
import { Adding } from "./adding.js";
import { ClassCard } from "./class-card.js";
import { Head } from "./head.js";
import { Report } from "./report.js";

const RESORT_MS = 1000; // sorted by loss, the order changes at most once a second

/** Fills the section `root` with the DATA column. */
export function mountData(root, app) {
  new DataColumn(root, app);
}

class DataColumn {
  /** Class 1, then class 0. @type {ClassCard[]} */
  cards = [];

  constructor(root, app) {
    this.app = app;
    this.root = root;
    this.examples = app.examples;
    this.report = new Report(app);
    this.adding = new Adding(app, this.report, {
      asks: (n) => this.cards.forEach((card) => card.ask(n)),
      opened: (result) => this.dialogs.saved((saved) => saved.opened(result)),
    });
    this.head = new Head(app, [this.adding.question, this.report.element], () => this.#order());
    this.dialogs = this.#dialogs();
    const actions = this.#actions();
    this.cards = [1, 0].map((y) => new ClassCard(app, /** @type {0|1} */ (y), actions));
    const cards = el("div", { class: "class-cards" }, ...this.cards.map((card) => card.element));
    root.append(this.head.element, cards, this.#foot());
    app.on("data", () => this.#update());
    app.on("wish", ({ what, y }) => this.#grant(what, y));
    const reorder = paced(
      RESORT_MS,
      () => this.#order(),
      () => this.cards.some((card) => card.thumbs.held),
    );
    app.on("marks", () => (this.head.sort === "loss" || this.head.filter === "wrong") && reorder());
    this.#hearPage(root);
  }

  /** The dialogs are fetched when first asked for: the first screen does without them. */
  #dialogs() {
    const { root, app } = this;
    const draw = later(app, async () => {
      const { makeDrawDialog } = await import("../drawing/draw-dialog.js");
      return makeDrawDialog(root, app, (...drawn) => this.adding.addDrawing(...drawn));
    });
    const camera = later(app, async () =>
      (await import("../camera/camera-dialog.js")).makeCameraDialog(root, app),
    );
    const forget = later(app, async () =>
      (await import("../forget/forget-dialog.js")).makeForgetDialog(root, app),
    );
    const saved = later(app, async () =>
      (await import("../saved/saved.js")).openSaved(root, app, this.report),
    );
    return { camera, draw, forget, saved };
  }

  /** What was asked for elsewhere on the page; at its top, it begins at the first class. @param {string} what
   *  @param {0 | 1} [y] */
  #grant(what, y = 1) {
    const { element } = this.cards[1 - y];
    this.app.tell("reveal", this.root.id);
    if (what === "save") return void this.dialogs.saved((saved) => saved.choose());
    if (what === "save-all") return void this.dialogs.saved((saved) => saved.save("all"));
    if (what !== "camera") element.scrollIntoView({ block: "nearest" });
    if (what === "camera") this.dialogs.camera((dialog) => dialog.open(y));
    else if (what === "draw") this.dialogs.draw((dialog) => dialog.open(y));
    else element.querySelector("input[type=file]").click();
  }

  #actions() {
    const { adding } = this;
    const { session } = this.app;
    return {
      add: (files, entries, y) => adding.add(files, entries, y),
      put: (y) => adding.put(y),
      camera: (y) => this.dialogs.camera((dialog) => dialog.open(y)),
      draw: (y) => this.dialogs.draw((dialog) => dialog.open(y)),
      sound: (y) => this.app.sounds((sounds) => sounds.record(y)),
      paste: (y) => adding.paste(y),
      remove: (ids) => session.remove(ids),
      relabel: (ids, y) => session.relabel(ids, y),
      empty: (y) => session.empty(y),
      rename: (y, name) => this.#rename(y, name),
      use: (y) => (adding.lastUsed = y),
    };
  }

  #foot() {
    const { app } = this;
    const open = (files) => this.adding.add(files, [], null);
    this.drawn = button(app, "data.drawn", () => app.session.loadDrawn(), { look: "link small" });
    this.drawn.hidden = true; // until there are others
    return el(
      "footer",
      { class: "data-foot" },
      button(app, "data.save", () => this.#grant("save"), { look: "link small" }),
      fileButton(app, "data.open", open, { multiple: false, accept: ".zip,.png", look: "link small" }),
      this.drawn,
      button(app, "data.forget", () => this.dialogs.forget((dialog) => dialog.open()), {
        look: "link small",
      }),
    );
  }

  /** Drops and pastes that no card and no other part of the page has taken. */
  #hearPage(root) {
    const { adding } = this;
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
      const { files, entries } = filesOf(event.dataTransfer);
      const one = files.length === 1; // may be a model that was made anew on its way
      const own = one || entries.length > 0 || files.every(({ name }) => bringsClasses(name));
      if (own) adding.add(files, entries, null);
      else adding.ask({ files, paths: [], refused: [], n: files.length });
    });
    document.addEventListener("paste", (event) => {
      const { files, entries } = filesOf(event.clipboardData);
      if (event.defaultPrevented || !(files.length || entries.length)) return;
      event.preventDefault();
      adding.add(files, entries, adding.lastUsed);
    });
  }

  /** An empty name gives the class back the page's own word, which changes with the language. */
  #rename(y, name) {
    return this.app.session.setNames([0, 1].map((each) => (each === y ? name : undefined)));
  }

  #update() {
    const { data } = this.examples;
    this.#order();
    this.head.draw();
    this.drawn.hidden = !data || data.source === "drawn";
  }

  #order() {
    if (!this.examples.data) return;
    const { filter, sort } = this.head;
    for (const card of this.cards) {
      const ids = this.examples.filter((example) => example.y === card.y && this.head.passes(example));
      card.update(sort === "loss" ? this.examples.byLoss(ids) : ids, filter !== "all");
    }
  }
}
