// Pictures from the camera, for either class: hold to record about eight a second, or one at a time. Beside the camera
// stands what the neuron sees. What is recorded is added when the button is let go, as one step that can be undone.
import { addWords, t } from "../../i18n/i18n.js";
import { Dialog } from "../../ui/dialog.js";
import { button, counted, el, say, setText } from "../../ui/elements.js";
import { addLook } from "../../ui/fetched.js";
import { count } from "../../ui/format.js";
import { hold } from "../../ui/hold.js";
import { ClassChoice, fetchChoice } from "../classes/choice.js";
import { toImageData } from "../pictures/bitmap.js";
import { Burst } from "./burst.js";
import { CameraFrames } from "./frames.js";
import { CameraView } from "./view.js";

/** Makes the dialog, with its words and its look. @param {Element} root @param {any} app
 *  @returns {Promise<CameraDialog>} */
export async function makeCameraDialog(root, app) {
  await Promise.all([
    fetchChoice(),
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./camera.css", import.meta.url).href),
  ]);
  return new CameraDialog(root, app);
}

export class CameraDialog {
  /** What each release added, the newest last. @type {{ids: number[], step: number | null}[]} */
  #bursts = [];
  #shots = 0;

  /** @param {Element} root @param {any} app */
  constructor(root, app) {
    this.app = app;
    this.view = new CameraView(app, (on) => this.#onCamera(on));
    this.frames = new CameraFrames(this.view.camera, (frame) => this.#look(frame));
    this.burst = new Burst((list) => this.#add(list));
    this.classes = new ClassChoice(app, "camera", {
      chosen: () => this.#chosen(),
      words: () => this.#words(),
      named: () => this.hold.focus(),
    });
    this.dialog = new Dialog(root, app, () => t("camera.title"), {
      look: "camera",
      closable: true,
      body: [this.classes.element, this.#views(), this.#ways(), this.#tally()],
      foot: [button(app, "camera.done", () => this.dialog.close()), this.#train()],
    });
    this.dialog.element.addEventListener("close", () => this.#close());
    this.dialog.element.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      const undoes = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!undoes || event.target === this.classes.field) return;
      event.preventDefault();
      this.#undo();
    });
    app.on("data", () => this.#words());
    app.onLanguage(() => this.#words());
  }

  /** Switches the camera on for class y. @param {0 | 1} y */
  open(y) {
    this.#bursts = [];
    this.classes.choose(y);
    this.dialog.open();
    return this.view.open();
  }

  #close() {
    this.burst.stop();
    this.view.camera.close();
  }

  #views() {
    this.seen = el("canvas", { class: "pixels", width: 64, height: 64, role: "img" });
    this.seenText = el("figcaption", { class: "small muted" });
    say(this.app, this.seen, "camera.seen.label", "aria-label");
    const seen = el("figure", { class: "camera-seen" }, this.seen, this.seenText);
    return el("div", { class: "camera-views" }, this.view.element, seen);
  }

  #ways() {
    const { app } = this;
    this.hold = button(app, "camera.hold", () => {}, { look: "primary camera-hold", glyph: "camera" });
    hold(this.hold, { start: () => this.burst.start(), stop: () => this.burst.stop() });
    this.hold.disabled = true; // until there is a camera
    this.shot = button(app, "camera.shot", () => this.burst.shoot());
    this.shot.disabled = true;
    return el("div", { class: "camera-ways" }, this.hold, this.shot, this.view.choice);
  }

  #tally() {
    this.said = el("p", { class: "small num", role: "status" });
    this.undo = button(this.app, "camera.undo", () => this.#undo(), { look: "link small" });
    this.undo.hidden = true;
    return el("div", { class: "camera-tally" }, this.said, this.undo);
  }

  /** Both classes have pictures: on with it. */
  #train() {
    this.train = button(this.app, "train", () => {
      this.dialog.close();
      this.app.session.play();
    });
    return this.train;
  }

  /** @param {boolean} on */
  #onCamera(on) {
    this.hold.disabled = this.shot.disabled = !on;
    if (!on) return this.burst.stop();
    this.frames.run();
    if (document.activeElement !== this.classes.field) this.hold.focus({ focusVisible: false });
  }

  /** @param {ImageBitmap} frame */
  async #look(frame) {
    const { rgb, px, seen, n_px } = await this.app.session.frame(frame);
    if (this.seen.width !== n_px) this.seen.width = this.seen.height = n_px;
    this.seen.getContext("2d").putImageData(toImageData(seen, n_px), 0, 0);
    setText(this.seenText, t("camera.seen", { px: n_px }));
    if (this.burst.take(rgb, px)) this.#words();
  }

  /** @param {{rgb: Uint8Array, px: number}[]} list */
  async #add(list) {
    const { y } = this.classes;
    const named = list.map((picture) => ({ ...picture, name: t("camera.file", { n: ++this.#shots }) }));
    const names = this.classes.takeNames();
    const { ids, step, refused } = await this.app.session.addPictures(named, y, names);
    if (ids.length) this.#bursts.push({ ids, step });
    this.#words();
    if (refused.length) setText(this.said, t("camera.full", { n: count(ids.length) }));
  }

  async #undo() {
    const burst = this.#bursts.pop();
    if (!burst) return;
    const { session, state } = this.app;
    await (state.data?.undo?.id === burst.step ? session.undo() : session.remove(burst.ids));
    this.#words();
    this.hold.focus();
  }

  #chosen() {
    this.burst.stop(); // what was recorded belongs to the class that was chosen then
    this.dialog.element.dataset.y = String(this.classes.y);
    this.#words();
  }

  #words() {
    const { data } = this.app.state;
    this.classes.draw(this.burst.count);
    this.train.hidden = data?.source === "drawn" || Boolean(data?.missing);
    const last = this.#bursts.at(-1)?.ids.length ?? 0;
    this.undo.hidden = last === 0;
    setText(this.undo.lastChild, t(counted("camera.undo", last), { n: count(last) }));
    setText(
      this.said,
      this.burst.count ? "" : last ? t(counted("camera.added", last), { n: count(last) }) : "",
    );
  }
}
