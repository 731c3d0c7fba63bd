// The camera at the picture under test: every frame is asked about, for as long as it is on.
import { addWords } from "../../i18n/i18n.js";
import { button, el } from "../../ui/elements.js";
import { addLook } from "../../ui/fetched.js";
import { CameraFrames } from "./frames.js";
import { CameraView } from "./view.js";

/**
 * @typedef {object} Seen a frame as the worker gives it back
 * @property {Uint8Array} rgb @property {number} n_px what the neuron sees
 * @property {{rgb: Uint8Array, px: number}} master
 */

/** Makes it, with its words and its look. @param {any} app
 *  @param {{seen: (seen: Seen) => void, on: (on: boolean) => void}} act */
export async function makeLive(app, act) {
  await Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./camera.css", import.meta.url).href),
  ]);
  return new Live(app, act);
}

export class Live {
  /** @param {any} app @param {{seen: (seen: Seen) => void, on: (on: boolean) => void}} act */
  constructor(app, { seen, on }) {
    this.view = new CameraView(app, (isOn) => {
      if (isOn) this.frames.run();
    });
    this.act = { seen, on };
    this.frames = new CameraFrames(this.view.camera, async (frame) => {
      const answer = await app.session.probeFrame(frame);
      if (this.view.camera.on) seen(answer);
    });
    const stop = button(app, "camera.stop", () => this.stop());
    const side = el("div", { class: "camera-side" }, stop, this.view.choice);
    this.element = el("div", { class: "camera-live", hidden: true }, this.view.element, side);
  }

  start() {
    this.element.hidden = false;
    this.act.on(true);
    return this.view.open();
  }

  stop() {
    if (this.element.hidden) return;
    this.element.hidden = true;
    this.view.camera.close();
    this.act.on(false);
  }
}
