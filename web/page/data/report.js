// What became of the files just given: a progress line while they are added, with a button that stops it, then one sentence
// with every refused file named and why, and what came twice, until the visitor closes it or undoes it. What was refused
// before stays below what is said next; what went well is over when training begins.
import { joined, knows, onLanguage, t } from "../../i18n/i18n.js";
import { button, counted, el, iconButton } from "../../ui/elements.js";
import { refusalNodes } from "../../ui/refusals.js";
import { count } from "../../ui/format.js";
import { reasonsFor } from "../refused/reasons.js";

/**
 * @typedef {object} Result what the worker told of the files, see Came in pictures/intake.js
 * @property {number} added @property {{name: string, code: string}[]} refused @property {string} [name] of the class
 * @property {number | null} [step] that it was @property {boolean} [first] the drawn pictures made way
 * @property {string[]} [names] of both @property {number[] | null} [classes] how many came to class 0 and to class 1
 * @property {boolean} [stopped] @property {{ids: number[], across: number}} [twice]
 * @property {Said | Said[]} [made] what was done to those added, in a sentence
 *
 * @typedef {{code: string, params: any}} Said
 */

/** Steps after which nobody asks what had been added before. */
const AFTER = ["removed", "emptied", "drawn", "set", "opened"];

export class Report {
  /** What is said, the newest last, kept to be said again in another language; before it only what was refused.
   *  @type {any[]} */
  #said = [];
  #stop = () => {};

  constructor(app) {
    this.app = app;
    this.bar = el("progress", { max: 1, value: 0 });
    this.progressText = el("p", { class: "num small" });
    const stop = button(app, "adding.stop", () => this.#stop(), { look: "link small" });
    this.progress = el("div", { class: "adding" }, this.progressText, stop, this.bar);
    this.body = el("div", { class: "report-body" });
    const close = iconButton(app, "close", "close", () => this.close());
    this.result = el("div", { class: "report" }, this.body, close);
    // The live region stands in the page from the start, so that what comes into it is read out.
    this.live = el("div", { role: "status" }, this.result);
    this.element = el("div", { class: "reports" }, this.progress, this.live);
    this.progress.hidden = this.result.hidden = true;
    app.on("adding", ({ done, total }) => this.#adding(done, total));
    app.on("data", () => this.#keep((what) => !this.#isUndone(what) && !this.#isOver(what)));
    let ran = false;
    app.on("train", ({ running }) => {
      if (running && !ran) this.#keep((what) => what.code || isOpen(what));
      ran = running;
    });
    onLanguage(() => this.#render());
  }

  #adding(done, total) {
    this.working(t("adding", { done: count(done), total: count(total) }), t("adding.label"), { done, total });
  }

  /** How far something is that takes its time. @param {string} text @param {string} label of the bar
   *  @param {{done: number, total: number}} share */
  working(text, label, { done, total }) {
    this.#stop = () => {
      this.app.session.stopAdding();
      this.app.tell("stop-adding");
    };
    this.progress.hidden = done >= total;
    this.bar.max = total;
    this.bar.value = done;
    this.#show(text, label);
  }

  #show(text, label = t("adding.label")) {
    this.bar.setAttribute("aria-label", label);
    this.progressText.textContent = text;
  }

  /** While folders are looked into: to be told how many files there are so far; false once the visitor wants no more. */
  looking() {
    let wanted = true;
    this.#stop = () => {
      wanted = false;
      this.progress.hidden = true;
    };
    return (/** @type {number} */ found) => {
      this.#show(t("adding.looking", { n: count(found) }));
      this.bar.removeAttribute("value"); // nobody knows yet of how many
      this.progress.hidden = !wanted;
      return wanted;
    };
  }

  /** Says how many were added, to which class, which were refused and which came twice. @param {Result} result */
  added(result) {
    this.#say(result);
  }

  /** Says one sentence of the dictionary. @param {string} code @param {Record<string, any>} [params]
   *  @param {number | null} [step] that it is about @param {Partial<Result>} [more] */
  tell(code, params = {}, step = null, more = {}) {
    this.#say({ code, params, step, ...more });
  }

  close() {
    this.#said = [];
    this.progress.hidden = true;
    this.#render();
  }

  /** Goes on saying what is still to be said. @param {(what: any) => boolean} still */
  #keep(still) {
    const kept = this.#said.filter(still);
    if (kept.length === this.#said.length) return;
    this.#said = kept;
    this.#render();
  }

  /** Whether the step that this is about has been taken back. @param {any} what */
  #isUndone(what) {
    return what?.step && what.step > (this.app.state.data?.undo?.id ?? 0);
  }

  /** Whether another step has made it a thing of the past. @param {any} what */
  #isOver(what) {
    const { id, code } = this.app.state.data?.undo ?? { id: 0, code: "" };
    return what?.step && id > what.step && AFTER.includes(code);
  }

  async #say(what) {
    this.progress.hidden = true;
    if (this.#isUndone(what)) return;
    this.#said = [...this.#said.filter((each) => each.refused?.length), what];
    await reasonsFor(what.refused ?? [], what.twice?.ids.length > 0 ? ["twice.why"] : []);
    if (!this.#said.includes(what)) return;
    this.#render();
    this.app.tell("reveal", "data");
    // Not `scrollIntoView` at once: a result nobody sees is no result, but one in view must not move.
    const box = this.element.getBoundingClientRect();
    if (box.bottom < 0 || box.top > innerHeight) this.element.scrollIntoView({ block: "center" });
  }

  #render() {
    const last = this.#said.at(-1);
    this.result.hidden = !last;
    if (!last) return this.body.replaceChildren();
    const { code, params, refused = [], twice, made, first } = last;
    const before = this.#said.slice(0, -1).flatMap((each) => each.refused);
    const again = twice?.ids.length > 0 && knows("twice.why") ? this.#twice(twice) : [];
    const tone = code || again.length ? "plain" : "right";
    this.result.dataset.tone = refused.length || before.length ? "wrong" : tone;
    const sentence = el("p", {}, code ? t(code, params) : addedSentence(last));
    const also = first ? [el("p", { class: "report-also" }, t("added.first"))] : [];
    const how = [made ?? []]
      .flat()
      .map((each) => el("p", { class: "small muted" }, t(each.code, each.params)));
    this.body.replaceChildren(
      ...[sentence, ...listOf(refused), ...also, ...again],
      ...(before.length ? [el("p", {}, t("added.before")), ...listOf(before)] : []),
      ...how,
    );
  }

  /** Pictures that came twice, and the offer to leave them out. */
  #twice({ ids, across }) {
    const [n, other] = [ids.length, across].map(count);
    const words = [
      t(counted("twice", ids.length), { n }),
      across > 0 ? t(counted("twice.across", across), { n: other }) : t("twice.why"),
    ];
    const leave = button(
      this.app,
      () => t(counted("twice.leave", ids.length), { n }),
      async () => {
        const { step } = await this.app.session.remove(ids);
        this.tell(counted("twice.left", ids.length), { n }, step);
      },
    );
    return [el("p", {}, joined(words)), leave];
  }
}

/** Whether the visitor may still do something about it. @param {any} what */
const isOpen = ({ refused = [], twice }) => refused.length > 0 || twice?.ids.length > 0;

/** Files that were refused, and why. @param {any[]} refused @returns {Node[]} */
const listOf = (refused) =>
  refused.length ? [el("ul", {}, ...refused.map((each) => el("li", {}, ...refusalNodes(t, each))))] : [];

/** @param {Result} result */
function addedSentence({ added, refused, name, names = [], classes, stopped }) {
  const words = { n: count(added), name, refused: count(refused.length) };
  if (stopped) return t(counted("added.stopped", added), words);
  if (!refused.length && classes) {
    const [zeros, ones] = classes.map(count);
    return t("added.both", { ones, zeros, one: names[1], zero: names[0] });
  }
  if (!refused.length) return t(counted(name ? "added.to" : "added", added), words);
  return added ? t(counted("added.refused", added), words) : t("added.none", words);
}
