// The dialog that makes a teacher's link: what it opens, what is on the page, a task; the link, its QR code, and the HTML of
// a frame for a course page.
import { addWords, language, onLanguage, t } from "../../i18n/i18n.js";
import { LANGUAGES, languageFor } from "../../i18n/languages.js";
import { written } from "../../link/address.js";
import { settingsAs } from "../../link/settings.js";
import { GROUPS, LONGEST_TASK, taskOf, teachersQuery } from "../../link/teacher.js";
import { FIGURES, numberOf } from "../../notes/figures.js";
import { Dialog } from "../../ui/dialog.js";
import { button, el, say, setText } from "../../ui/elements.js";
import { addLook, documentAt } from "../../ui/fetched.js";
import { count } from "../../ui/format.js";
import { themeNow } from "../../ui/theme.js";
import { asksField } from "./asks.js";
import { FigureFrame } from "./figure-frame.js";
import { frameCode, heightOf } from "./frame-code.js";
import { chooser, copyButton, row } from "./parts.js";
import { qrCode } from "./qr.js";

const DENSE = 97; // modules a side: beyond it, a phone must come near the wall
const single = document.documentElement.hasAttribute("data-single");

/** @param {any} app */
export async function makeLinkDialog(app) {
  await Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./dialog.css", import.meta.url).href),
  ]);
  return new LinkDialog(app);
}

class LinkDialog {
  /** Titles of the figures in the language in use. @type {Record<string, string>} */
  #titles = {};
  /** What is asked of the training page alone. @type {any[]} */
  ofPage = [];

  constructor(app) {
    this.app = app;
    const box = (/** @type {string} */ group) =>
      el("input", { type: "checkbox", value: group, checked: true });
    this.what = chooser(app, [
      ["", "link.page"],
      ...FIGURES.map(({ name }) => /** @type {[string, () => string]} */ ([name, () => this.#title(name)])),
    ]);
    this.asks = asksField(() => this.dialog && this.#draw());
    this.figure = new FigureFrame(() => this.#draw());
    this.task = el("textarea", { rows: 3, maxlength: LONGEST_TASK });
    this.taskSays = el("p", { class: "small muted num" });
    this.boxes = GROUPS.filter((group) => group !== "language").map(box);
    this.begins = chooser(app, [
      ["", "link.running"],
      ["paused", "link.paused"],
    ]);
    this.lang = chooser(app, [
      ["", "link.lang.free"],
      ...LANGUAGES.map(
        ({ tag, name }) =>
          /** @type {[string, () => string]} */ ([tag.split("-")[0], () => t("link.lang.fixed", { name })]),
      ),
    ]);
    this.file = el("input", { type: "text", maxlength: 60, autocomplete: "off" });
    this.address = el("textarea", { rows: 2, readonly: true, class: "num" });
    this.code = el("textarea", { rows: 5, readonly: true, class: "num small" });
    this.qr = el("div", { class: "link-qr" });
    this.qrSays = el("p", { class: "small muted", role: "status" });
    this.dialog = new Dialog(document.getElementById("dialogs"), app, () => t("link.title"), {
      look: "class-link",
      closable: true,
      body: this.#body(),
      foot: [button(app, "close", () => this.dialog.close())],
    });
    this.dialog.element.addEventListener("input", () => this.#draw());
    this.dialog.element.addEventListener("close", () => {
      this.#enlarge(false);
      this.figure.look(false);
    });
    onLanguage(() => this.#words());
  }

  #body() {
    const { app } = this;
    const shown = this.boxes.map((box) =>
      el("label", { class: "tick" }, box, say(app, el("span"), `link.${box.value}`)),
    );
    this.ofPage = [
      el("fieldset", {}, say(app, el("legend"), "link.shown"), ...shown),
      row(app, "link.begins", this.begins),
      (this.fileRow = row(app, "link.file", this.file, say(app, el("p", { class: "small muted" }), "link.file.says"))),
    ]; // prettier-ignore
    this.addressRow = row(app, "link.address", this.address, copyButton(app, this.address));
    this.large = button(app, "link.large", () => this.#enlarge(!this.qr.classList.contains("large")));
    const frame = say(app, el("p", { class: "small muted" }), "link.embed.says");
    say(app, this.code, "link.embed", "aria-label");
    const summary = say(app, el("summary"), "link.embed");
    const embed = el("details", {}, summary, this.code, copyButton(app, this.code), frame);
    return [
      row(app, "link.what", this.what),
      (this.asksRow = row(app, "link.asks", this.asks.field)),
      (this.figureRow = this.#figureRow()),
      row(app, "link.task", this.task, this.taskSays),
      ...this.ofPage,
      row(app, "link.lang", this.lang),
      this.addressRow,
      ...(single ? [say(app, el("p", { class: "small" }), "link.disk")] : []),
      this.qr,
      el("div", { class: "link-qr-foot" }, this.large, this.qrSays),
      ...(single ? [] : [embed]), // no course page can show what is on somebody's disk
    ];
  }

  /** The figure, where its values can be set. A page from the disk may show no other: there is a sentence instead. */
  #figureRow() {
    const words = single ? "link.values.disk" : "link.values";
    const line = say(this.app, el("p", { class: single ? "small muted" : "" }), words);
    return el("div", { class: "link-row" }, line, ...(single ? [] : [this.figure.frame]));
  }

  open() {
    this.#draw();
    this.#words();
    this.dialog.open();
    this.figure.look(!single);
    this.task.focus();
  }

  async #words() {
    const { ending } = languageFor(language());
    const prose = await documentAt(new URL(`../../notes/prose.${ending}.html`, import.meta.url).href).catch(
      () => null,
    );
    for (const { name } of FIGURES)
      this.#titles[name] = String(prose?.querySelector(`#${name} > h2`)?.textContent ?? name)
        .replace(/\s+/g, " ")
        .trim();
    for (const option of this.what.options) if (option.value) setText(option, this.#title(option.value));
    this.#draw();
  }

  /** @param {string} name of a figure */
  #title(name) {
    return t("link.figure", { n: numberOf(name), title: this.#titles[name] ?? name });
  }

  get #own() {
    const { data } = this.app.state;
    return Boolean(data && data.source !== "drawn");
  }

  /** What was chosen, as a query. */
  #query() {
    const { settings, data } = this.app.state;
    const { one, zero } = { one: this.app.names[1], zero: this.app.names[0] };
    const figure = this.what.value;
    const hide = this.boxes.filter((/** @type {any} */ box) => !box.checked).map(({ value }) => value);
    const lang = this.lang.value;
    const query = teachersQuery({
      task: this.task.value,
      hide: [...(figure ? [] : hide), ...(lang ? ["language"] : [])],
      paused: !figure && this.begins.value === "paused",
      lang,
      own: this.#own ? { one, zero, file: this.file.value } : null,
      settings: data && !figure ? settingsAs(settings, data) : {},
    });
    if (!figure) return query;
    for (const key of ["pictures", "one", "zero", "file"]) query.delete(key);
    query.set("figure", figure);
    if (this.asks.field.value) query.set("do", this.asks.field.value);
    for (const [name, value] of Object.entries(this.figure.values)) query.set(name, value);
    return query;
  }

  /** Where the figure is in a frame as it came, in the language of the link. @param {string} figure */
  #inFrame(figure) {
    const query = new URLSearchParams({
      lang: this.lang.value || language().split("-")[0],
      theme: themeNow(),
    });
    query.set("figure", figure);
    query.set("embed", "");
    return this.#addressOf(query, figure);
  }

  /** @param {URLSearchParams} query @param {string} figure */
  #addressOf(query, figure) {
    const page = figure ? "notes" : "index";
    const to = new URLSearchParams(query);
    if (single) to.set("page", page);
    const url = new URL(single || !figure ? window.location.pathname : "notes.html", window.location.href);
    return url.href + written(to);
  }

  #draw() {
    const figure = this.what.value;
    this.asks.show(figure);
    this.asksRow.hidden = this.figureRow.hidden = !figure;
    if (!single) this.figure.show(figure, figure && this.#inFrame(figure));
    for (const part of this.ofPage) part.hidden = Boolean(figure);
    if (!this.#own) this.fileRow.hidden = true;
    setText(this.taskSays, t("link.task.says", { n: count([...taskOf(this.task.value)].length) }));
    setText(
      this.addressRow.querySelector("label"),
      t(figure ? "link.address.figure" : "link.address"),
    ); // prettier-ignore
    const query = this.#query();
    const address = this.#addressOf(query, figure);
    this.address.value = address;
    query.set("embed", "");
    this.code.value = frameCode({
      src: this.#addressOf(query, figure),
      title: figure ? (this.#titles[figure] ?? figure) : t("title"),
      height: heightOf(figure, query.has("do")),
    });
    this.#drawCode(address);
  }

  /** A link into somebody's disk is none for a telephone. @param {string} address */
  #drawCode(address) {
    const code = single ? null : qrCode(address);
    code?.svg.setAttribute("aria-label", t("link.qr"));
    this.qr.replaceChildren(...(code ? [code.svg] : []));
    this.large.hidden = !code;
    const dense = code && code.size > DENSE ? t("link.qr.dense") : "";
    setText(this.qrSays, code || single ? dense : t("link.qr.none"));
  }

  /** @param {boolean} on */
  #enlarge(on) {
    this.qr.classList.toggle("large", on);
    setText(this.large.firstElementChild, t(on ? "link.small" : "link.large"));
    if (on) this.qr.scrollIntoView({ block: "start" });
  }
}
