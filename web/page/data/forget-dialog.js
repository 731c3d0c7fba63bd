// “Forget everything stored here” asks once before it does: this cannot be undone.
import { button, el, say } from "../../ui/elements.js";

export class ForgetDialog {
  constructor(app) {
    const forget = async () => {
      this.element.close();
      await app.session.forget();
    };
    const keep = button(app, "forget.keep", () => this.element.close());
    this.element = el(
      "dialog",
      { class: "sheet" },
      el("header", { class: "sheet-head" }, say(app, el("h2"), "forget.title")),
      say(app, el("p"), "forget.says"),
      el("footer", { class: "sheet-foot" }, keep, button(app, "forget.do", forget, { look: "primary" })),
    );
    say(app, this.element, "forget.title", "aria-label");
  }

  open() {
    this.element.showModal();
  }
}
