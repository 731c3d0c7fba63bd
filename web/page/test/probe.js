// The picture under test: drawn, dropped, pasted, chosen, filmed, or one of the examples. The neuron's answer stands below
// it and changes with every iteration; what the visitor puts there is also the picture whose numbers are shown.
import { t } from "../../i18n/i18n.js";
import { button, el, fileButton, say, setText } from "../../ui/elements.js";
import { acceptDrops, filesOf, isSound, readClipboard } from "../../ui/drop.js";
import { UNDER_TEST } from "../../pictures/names.js";
import { later } from "../../ui/later.js";
import { toImageData } from "../pictures/bitmap.js";
import { Answer } from "./answer.js";
import { Pad } from "../pictures/pad.js";
import { reasonsFor } from "../refused/reasons.js";
import { refusalSentence } from "../../ui/refusals.js";

/** Adds the picture under test to `root`; files dropped or pasted anywhere in it are tested. */
export function mountProbe(root, app) {
  const box = el("div", { class: "probe" });
  root.append(box);
  new Probe(root, box, app);
}

class Probe {
  /** What is under test, with the file or the id it came from.
   *  @type {{rgb?: Uint8Array | null, px?: number, n_px?: number, file?: File, id?: number}} */
  #source = {};
  /** The buttons that add it. @type {any[]} */
  addButtons = [];
  #sending = false;
  #stale = false; // the picture changed while it was being sent
  #drawings = 0;
  /** The camera, once it was asked for. @type {import('../camera/live.js').Live | null} */
  #live = null;

  constructor(root, box, app) {
    this.app = app;
    this.box = box;
    this.examples = app.examples;
    this.pad = new Pad(app, () => this.#drawn());
    this.said = el("p", { class: "small probe-said", role: "status" });
    this.answer = new Answer(app);
    box.append(this.#ways(), this.pad.element, this.said, this.answer.element, this.#addBox());
    acceptDrops(root, (files, folders) => this.#take(files[0], folders[0]));
    root.addEventListener("paste", (event) => {
      const { files, folders } = filesOf(event.clipboardData);
      if (!files.length && !folders.length) return;
      event.preventDefault();
      this.#take(files[0], folders[0]);
    });
    app.on("tested", (picture) => this.#takePixels(picture));
    app.on("data", () => this.#onData());
    app.draw(box, () => this.#draw()); // with each frame, as the other numbers: a camera is answered at once
    this.#draw();
  }

  #ways() {
    const { app } = this;
    const live = later(app, async () => (await import("../camera/live.js")).makeLive(app, this.#film));
    this.camera = button(app, "card.camera", () => live((part) => this.#toggleLive(part)), {
      glyph: "camera",
      look: "by-camera",
    });
    return el(
      "div",
      { class: "probe-ways" },
      fileButton(app, "probe.choose", ([file]) => this.#take(file), { multiple: false }),
      this.camera,
      button(app, "card.sound", () => app.sounds((sounds) => sounds.record(null)), {
        glyph: "microphone",
        look: "by-camera",
      }),
      button(app, "probe.paste", () => this.#paste(), { glyph: "paste" }),
      button(app, "probe.example", () => this.#anotherExample(), { glyph: "another" }),
    );
  }

  /** What the camera does here: each frame is the picture under test, and the last one stays. */
  get #film() {
    return {
      /** @param {import('../camera/live.js').Seen} seen */
      seen: ({ rgb, n_px, master }) => {
        this.#set(master);
        this.#show(rgb, n_px);
      },
      on: (on) => {
        this.box.classList.toggle("filming", on);
        this.camera.setAttribute("aria-pressed", String(on));
      },
    };
  }

  #toggleLive(live) {
    if (!live.element.isConnected) this.pad.element.after(live.element);
    this.#live = live;
    return this.box.classList.contains("filming") ? live.stop() : live.start();
  }

  /** Its numbers are the ones shown, in the column of the training too. */
  #show(rgb, n_px) {
    this.pad.load(rgb, n_px);
    this.#seen({ rgb, n_px });
    if (this.app.state.selected !== UNDER_TEST) this.app.select(UNDER_TEST);
  }

  /** What the neuron sees of it. */
  #seen(picture) {
    this.examples.tested = picture && toImageData(picture.rgb, picture.n_px);
    this.app.redraw();
  }

  #addBox() {
    this.addButtons = [1, 0].map((y) => {
      const node = el("button", { type: "button", "data-y": y, onclick: () => this.#add(y) });
      return node;
    });
    this.addLabel = say(this.app, el("span", { class: "small muted" }), "probe.add");
    return el("div", { class: "probe-add", role: "group" }, this.addLabel, ...this.addButtons);
  }

  #onData() {
    const { n_px } = this.examples.data;
    // The first screen already has an answer on it; and an example that has gone gives way to another.
    const { id } = this.#source;
    if (!("rgb" in this.#source) || (id !== undefined && !this.examples.get(id))) return this.#takeExample();
    if (this.#source.n_px === n_px) return;
    this.#source.n_px = n_px; // another size: the neuron must be asked again, at that size
    if (this.#source.file) this.#take(this.#source.file);
    else if (id !== undefined) this.#takeExample(id);
    else this.#send();
  }

  #set(source) {
    this.#source = { n_px: this.examples.data?.n_px, ...source };
    this.said.textContent = "";
    for (const node of this.addButtons) node.disabled = !source.rgb;
  }

  #drawn() {
    const { rgb, px, blank } = this.pad.bitmap;
    this.#live?.stop();
    this.#set(blank ? { rgb: null } : { rgb, px });
    this.app.select(UNDER_TEST);
    this.#send();
  }

  async #take(file, folder) {
    this.#live?.stop();
    if (!file) return this.#refuse({ name: folder ?? "", code: "folder" });
    if (isSound(file)) return this.#takeSound(file);
    const result = await this.app.session.probeFile(file);
    if (result.brought) return; // a model: it has a place of its own
    if (result.refused) return this.#refuse({ name: file.name, ...result.refused });
    this.#set({ rgb: result.rgb, px: result.n_px, file });
    this.#show(result.rgb, result.n_px);
  }

  /** @param {{rgb: Uint8Array, px: number}} picture as large as it is kept */
  async #takePixels(picture) {
    this.#live?.stop();
    const { rgb, n_px } = await this.app.session.probe(picture);
    this.#set(picture);
    this.#show(rgb, n_px);
  }

  /** Its loudest second is the picture. @param {File} file */
  #takeSound(file) {
    return this.app.sounds(async (sounds) => {
      const { picture, refused } = await sounds.loudest(file);
      return refused ? this.#refuse(refused) : this.#takePixels(picture);
    });
  }

  async #refuse(refused) {
    const source = this.#source;
    await reasonsFor([refused]);
    if (this.#source === source) this.said.textContent = refusalSentence(t, refused);
  }

  async #paste() {
    const files = await readClipboard();
    if (files?.length) return this.#take(files[0]);
    this.said.textContent = t(files ? "paste.nothing" : "paste.forbidden.here");
  }

  /** Another example, as the visitor wishes: the one whose numbers are shown as well. */
  #anotherExample() {
    this.#live?.stop();
    const id = this.#anyExample();
    if (id !== undefined) this.app.select(id);
    return this.#takeExample(id);
  }

  /** Takes the example `id`, or another one by chance: a test picture if there are any. */
  async #takeExample(id = this.#anyExample()) {
    if (id === undefined) return;
    this.#set({ rgb: null, id });
    const { n_px, rgb } = await this.app.session.pixels([id]);
    if (this.#source.id !== id) return;
    this.#set({ rgb, px: n_px, id });
    this.pad.load(rgb, n_px);
    this.#send();
  }

  #anyExample() {
    const tests = this.examples.filter((example) => example.test);
    const ids = tests.length ? tests : this.examples.filter(() => true);
    const others = ids.filter((id) => id !== this.#source.id);
    return others[Math.floor(Math.random() * others.length)] ?? ids[0];
  }

  /** Asks the neuron about the picture. While one question is on its way, only the newest waits. */
  async #send() {
    this.#stale = true;
    if (this.#sending) return;
    this.#sending = true;
    while (this.#stale) {
      this.#stale = false;
      const { rgb, px } = this.#source;
      this.#seen(await this.app.session.probe(rgb && { rgb, px }));
    }
    this.#sending = false;
  }

  async #add(y) {
    const { rgb, px, file } = this.#source;
    const name = t("probe.name", { n: ++this.#drawings });
    // The file rather than its small picture: the page keeps a larger master of it.
    const { refused } =
      (file
        ? await this.app.session.addFiles([file], y)
        : await this.app.session.addPixels(rgb, px, y, name)) ?? {};
    if (refused?.length) this.#refuse(refused[0]);
    else this.said.textContent = t("probe.added", { name: this.examples.names[y] });
  }

  #draw() {
    const { names } = this.examples;
    this.addButtons.forEach((node, i) => setText(node, names[1 - i]));
    this.answer.draw(Boolean(this.#source.rgb));
  }
}
