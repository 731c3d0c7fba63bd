// “Forget everything stored here” asks once before it does: this cannot be undone.
import { t } from "../../i18n/i18n.js";
import { Dialog } from "../../ui/dialog.js";
import { button, el, say } from "../../ui/elements.js";

export class ForgetDialog {
  constructor(root, app) {
    const forget = async () => {
      this.dialog.close();
      await app.session.forget();
      app.tell("forgotten");
    };
    this.dialog = new Dialog(root, app, () => t("forget.title"), {
      body: [say(app, el("p"), "forget.says")],
      foot: [
        button(app, "forget.keep", () => this.dialog.close()),
        button(app, "forget.do", forget, { look: "primary" }),
      ],
    });
  }

  open() {
    this.dialog.open();
  }
}
