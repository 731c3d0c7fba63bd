// The camera as it is seen on the page: its picture, or one sentence why there is none with a button that tries again, and
// the choice between several.
import { t } from "../../i18n/i18n.js";
import { button, el, say, setText } from "../../ui/elements.js";
import { Camera } from "./camera.js";

export class CameraView {
  /** Why there is no picture: a key of the words, after "camera.off.". */
  #reason = "";

  /** @param {any} app @param {(on: boolean) => void} onChange switched on or off */
  constructor(app, onChange) {
    this.app = app;
    this.onChange = onChange;
    this.camera = new Camera((reason) => this.#off(reason ?? "closed"));
    this.camera.video.hidden = true;
    this.reason = el("p");
    this.again = button(app, "camera.on", () => this.open());
    this.off = el("div", { class: "camera-off", role: "status" }, this.reason, this.again);
    this.element = el("div", { class: "camera-view" }, this.camera.video, this.off);
    this.choice = el("select", { onchange: () => this.open(this.choice.value) });
    say(app, this.choice, "camera.choice", "aria-label");
    this.choice.hidden = true; // until there are several
    app.onLanguage(() => this.#words());
    this.#say("closed");
  }

  /** Asks for the camera and shows it, or says why not. @param {string} [id] */
  async open(id = this.camera.id) {
    this.#off("asking");
    const reason = await this.camera.open(id);
    if (reason) return this.#off(reason);
    if (!this.camera.on) return;
    this.off.hidden = true;
    this.camera.video.hidden = false;
    const { fit } = this.app.state.settings ?? {};
    this.element.dataset.fit = fit === "fit" ? "fit" : "crop";
    this.element.classList.toggle("mirrored", this.camera.mirrored);
    this.onChange(true);
    await this.#listOthers();
  }

  /** @param {string} reason */
  #off(reason) {
    this.#say(reason);
    this.onChange(false);
  }

  /** @param {string} reason */
  #say(reason) {
    this.#reason = reason;
    this.off.hidden = false;
    this.camera.video.hidden = true;
    this.again.hidden = reason === "asking";
    this.#words();
  }

  async #listOthers() {
    const others = await this.camera.others();
    const options = others.map(({ deviceId, label }, i) => {
      return new Option(label || t("camera.nameless", { n: i + 1 }), deviceId);
    });
    this.choice.replaceChildren(...options);
    this.choice.value = this.camera.id;
    this.choice.hidden = others.length < 2;
  }

  #words() {
    setText(this.reason, t(`camera.off.${this.#reason}`));
  }
}
