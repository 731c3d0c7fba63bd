// The question what is to be saved: a button for each, which says in a sentence what one gets.
import { t } from "../../i18n/i18n.js";
import { Dialog } from "../../ui/dialog.js";
import { button, el, setText } from "../../ui/elements.js";
import { addLook } from "../../ui/fetched.js";
import { LIST } from "./list.js";

/** @param {Element} root @param {any} app @param {import("./saved.js").Saved} saved what does it */
export async function makeSaveDialog(root, app, saved) {
  await addLook(new URL("./saved.css", import.meta.url).href);
  return new SaveDialog(root, app, saved);
}

class SaveDialog {
  /** @type {{node: any, says: any, entry: import("./list.js").Entry}[]} */
  #buttons = [];

  constructor(root, app, saved) {
    this.app = app;
    const rows = LIST.map((entry) => this.#row(entry, saved));
    this.dialog = new Dialog(root, app, () => t("save.title"), {
      look: "save",
      closable: true,
      body: [el("ul", { class: "save-list", role: "list" }, ...rows)],
      foot: [button(app, "close", () => this.dialog.close())],
    });
    app.on("train", () => this.dialog.element.open && this.#update());
    app.onLanguage(() => this.#update());
  }

  /** @param {import("./list.js").Entry} entry @param {import("./saved.js").Saved} saved */
  #row(entry, saved) {
    const choose = () => {
      this.dialog.close();
      entry.run(saved);
    };
    const node = button(this.app, `save.${entry.key}`, choose);
    const says = el("p", { id: `save-${entry.key}-says`, class: "small muted" });
    node.setAttribute("aria-describedby", says.id);
    this.#buttons.push({ node, says, entry });
    return el("li", {}, node, says);
  }

  /** What can be saved now, and why not what cannot. */
  #update() {
    for (const { node, says, entry } of this.#buttons) {
      const reason = entry.able?.(this.app.state) ?? null;
      node.disabled = reason !== null;
      setText(says, t(reason ?? `save.${entry.key}.says`));
    }
  }

  open() {
    this.#update();
    this.dialog.open();
  }
}
