// The list of keys.
import { addWords, t } from "../../i18n/i18n.js";
import { Dialog } from "../../ui/dialog.js";
import { button, el, say } from "../../ui/elements.js";
import { addLook } from "../../ui/fetched.js";

/** Keys as they are written on keyboards, and what they do. */
const LIST = [
  ["keys.space", "keys.play"],
  ["→", "keys.step"],
  ["R", "keys.reset"],
  ["Ctrl Z", "keys.undo"],
  ["Ctrl ⇧ Z, Ctrl Y", "keys.redo"],
  ["Ctrl S", "keys.save"],
  ["P", "keys.large"],
  ["?", "keys.help"],
];

/** Makes the list, with its words and its look. @param {Element} root @param {any} app */
export async function makeKeysDialog(root, app) {
  await Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./keys.css", import.meta.url).href),
  ]);
  return new KeysDialog(root, app);
}

class KeysDialog {
  constructor(root, app) {
    const rows = LIST.flatMap(([key, says]) => [
      el("dt", {}, key.startsWith("keys.") ? say(app, el("kbd"), key) : el("kbd", {}, key)),
      say(app, el("dd"), says),
    ]);
    this.dialog = new Dialog(root, app, () => t("keys.title"), {
      look: "keys",
      closable: true,
      body: [el("dl", { class: "keys-list" }, ...rows)],
      foot: [button(app, "close", () => this.dialog.close())],
    });
  }

  open() {
    this.dialog.open();
  }
}
