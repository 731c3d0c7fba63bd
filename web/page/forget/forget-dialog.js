// “Forget everything stored here” asks once before it does: this cannot be undone.
import { addWords, t } from "../../i18n/i18n.js";
import { Dialog } from "../../ui/dialog.js";
import { button, el, say } from "../../ui/elements.js";

/** Makes the dialog, with its words. @param {Element} root @param {any} app */
export async function makeForgetDialog(root, app) {
  await addWords((ending) => import(`./words.${ending}.js`));
  return new ForgetDialog(root, app);
}

class ForgetDialog {
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
