// The question what is to be saved: a button for each, which says in a sentence what one gets.
import { t } from "../../i18n/i18n.js";
import { Dialog } from "../../ui/dialog.js";
import { button, el, say, setText } from "../../ui/elements.js";
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
    const { key, run } = entry;
    const [name, says] = [`save-${key}`, `save-${key}-says`];
    const choose = () => {
      this.dialog.close();
      run(saved);
    };
    const text = el("span", { id: says, class: "small" });
    const node = el(
      "button",
      { type: "button", "aria-labelledby": name, "aria-describedby": says, onclick: choose },
      say(this.app, el("strong", { id: name }), `save.${key}`),
      text,
    );
    this.#buttons.push({ node, says: text, entry });
    return el("li", {}, node);
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
