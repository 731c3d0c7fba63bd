// The DATA column: the two class cards and what stands around them. Files come in here, whether
// chosen, dropped, pasted or drawn, and what became of them is said here.
import { joined, t } from "../../i18n/i18n.js";
import { button, counted, el, fileButton, say, setText } from "../../ui/elements.js";
import { bringsClasses } from "../../pictures/names.js";
import { filesOf, hasFiles, isSound, readClipboard } from "../../ui/drop.js";
import { ClassCard } from "./class-card.js";
import { Report } from "./report.js";
import { Steps } from "./steps.js";
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
  /** The card that a paste goes to. @type {0 | 1} */
  #lastUsed = 1;
  /** Dropped outside the cards: which class? @typedef {{files: File[], paths: string[], refused: any[], n: number}} Brought
   *  @type {Brought | null} n: pictures */
  #pending = null;
  #drawings = 0;

  constructor(root, app) {
    this.app = app;
    this.root = root;
    this.examples = app.examples;
    this.report = new Report(app);
    this.steps = new Steps(app);
    this.dialogs = this.#dialogs();
    const actions = this.#actions();
    this.cards = [1, 0].map((y) => new ClassCard(app, /** @type {0|1} */ (y), actions));
    root.append(this.#head(), this.report.element, this.#cardsBox(), this.#foot());
    app.on("data", () => this.#update());
    app.on("wish", ({ what, y }) => this.#grant(what, y));
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
    const camera = later(app, async () =>
      (await import("../camera/camera-dialog.js")).makeCameraDialog(root, app),
    );
    const forget = later(app, async () => {
      const { ForgetDialog } = await import("./forget-dialog.js");
      return new ForgetDialog(root, app);
    });
    const walk = later(app, () => import("./walk.js"));
    const saved = later(app, async () =>
      (await import("../saved/saved.js")).openSaved(root, app, this.report),
    );
    return { camera, draw, forget, saved, walk };
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
    const { session } = this.app;
    return {
      add: (files, entries, y) => this.#add(files, entries, y),
      put: (y) => this.#put(y),
      camera: (y) => this.dialogs.camera((dialog) => dialog.open(y)),
      draw: (y) => this.dialogs.draw((dialog) => dialog.open(y)),
      sound: (y) => this.app.sounds((sounds) => sounds.record(y)),
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
    this.cut = el("p", { class: "small muted data-cut" });
    return el(
      "div",
      { class: "data-head" },
      el("div", { class: "data-title" }, say(app, el("h2"), "column.data"), this.steps.element),
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
        button(app, "data.save", () => this.#grant("save"), { look: "link small" }),
        fileButton(app, "data.open", (files) => this.#add(files, [], null), {
          ...{ multiple: false, accept: ".zip", look: "link small" },
        }),
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
      const { files, entries } = filesOf(event.dataTransfer);
      const own = entries.length > 0 || files.every(({ name }) => bringsClasses(name));
      if (own) this.#add(files, entries, null);
      else this.#ask({ files, paths: [], refused: [], n: files.length });
    });
    document.addEventListener("paste", (event) => {
      const { files, entries } = filesOf(event.clipboardData);
      if (event.defaultPrevented || !(files.length || entries.length)) return;
      event.preventDefault();
      this.#add(files, entries, this.#lastUsed);
    });
    document.addEventListener(
      "keydown",
      (event) => event.key === "Escape" && this.#pending && this.#ask(null),
    );
  }

  #ask(pending) {
    this.#pending = pending;
    const n = pending?.n ?? 0;
    for (const card of this.cards) card.ask(n);
    this.ask.replaceChildren();
    if (!n) return;
    this.ask.append(el("p", {}, t(counted("drop.which", n), { n: count(n) })), this.cancel);
    this.ask.scrollIntoView({ block: "nearest" });
  }

  #put(y) {
    const pending = /** @type {Brought} */ (this.#pending);
    this.#ask(null);
    return this.#take(pending, y);
  }

  /** @param {File[]} files @param {FileSystemEntry[]} entries folders @param {0 | 1 | null} y null: as the folders say */
  async #add(files, entries, y) {
    this.#ask(null);
    if (y !== null) this.#lastUsed = y;
    const brought = { files, paths: files.map(() => ""), refused: [], n: 0 };
    const look = async ({ filesIn }) => {
      const found = await filesIn(entries, this.report.looking());
      for (const list of ["files", "paths", "refused"]) brought[list].push(...found[list]);
    };
    if (entries.length === 0 || (await this.dialogs.walk(look))) await this.#take(brought, y);
  }

  /** @param {Brought} brought @param {0 | 1 | null} y */
  async #take({ files, paths, refused }, y) {
    const nothing = { added: 0, refused: [], which: 0, sets: 0, classes: null };
    const sounds = y === null ? [] : files.filter(isSound);
    const others = files.flatMap((file, i) => (sounds.includes(file) ? [] : [{ file, path: paths[i] }]));
    const result = others.length
      ? await this.app.session.addFiles(
          others.map(({ file }) => file),
          y,
          others.map(({ path }) => path),
        )
      : nothing;
    if (result.which > 0) {
      this.report.close();
      return this.#ask({ files, paths, refused, n: result.which });
    }
    if (result.opened) return void this.dialogs.saved((saved) => saved.opened(result));
    const heard = sounds.length && !result.stopped ? await this.#addSounds(sounds, y) : null;
    const ownClasses = y === null || result.sets > 0 || result.classes; // sets bring their own
    this.report.added({
      ...result,
      ...heard,
      added: result.added + (heard?.added ?? 0),
      refused: [...result.refused, ...(heard?.refused ?? []), ...refused],
      name: ownClasses ? "" : this.examples.names[y],
      names: [...this.examples.names],
    });
  }

  /** Each second of them becomes a picture. What does it is fetched first. */
  async #addSounds(files, y) {
    let came = { added: 0, refused: files.map(({ name }) => ({ name, code: "reader" })) };
    await this.app.sounds(async (sounds) => (came = await sounds.addFiles(files, y)));
    return came;
  }

  async #addDrawing(rgb, px, y) {
    const name = t("draw.name", { n: ++this.#drawings });
    const result = await this.app.session.addPixels(rgb, px, y, name);
    if (result?.refused?.length || result?.first)
      this.report.added({ ...result, name: this.examples.names[y] });
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

  #words() {
    const { data } = this.examples;
    this.steps.draw();
    this.drawn.hidden = !data || data.source === "drawn";
    this.#cutWords();
  }

  /** Before there are pictures, what will be said of the drawn ones: its lines are there from the start. */
  #cutWords() {
    const { source, n_px: px } = this.examples.data ?? { source: "drawn", n_px: 64 };
    const fit = this.app.state.settings?.fit === "fit" ? "fit" : "crop";
    const cut = t(source === "own" ? `cut.${fit}` : `cut.${source}`, { px });
    setText(this.cut, source === "drawn" ? joined([cut, t("data.first")]) : cut);
  }
}
