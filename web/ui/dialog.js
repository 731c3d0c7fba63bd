// A dialog: a head with its title, what is in it, and a row of buttons. The browser closes it on Escape and gives the
// focus back. Fetched with the first one.
import { el, iconButton, setText } from "./elements.js";

export class Dialog {
  /**
   * @param {Element} root what it is put into
   * @param {any} app
   * @param {() => string} words its title
   * @param {{look?: string, closable?: boolean, body: Node[], foot: Node[]}} parts closable: with a button for it in the head
   */
  constructor(root, app, words, { look = "", closable = false, body, foot }) {
    this.words = words;
    this.title = el("h2");
    const close = closable ? [iconButton(app, "close", "close", () => this.close())] : [];
    this.element = el(
      "dialog",
      { class: `sheet ${look}` },
      el("div", { class: "sheet-head" }, this.title, ...close), // a <header> would be a second banner
      ...body,
      el("footer", { class: "sheet-foot" }, ...foot),
    );
    root.append(this.element);
    app.onLanguage(() => this.name());
  }

  /** Writes its title. */
  name() {
    setText(this.title, this.words());
    this.element.setAttribute("aria-label", this.words());
  }

  open() {
    this.name();
    this.element.showModal();
  }

  close() {
    this.element.close();
  }
}
