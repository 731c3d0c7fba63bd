/* The small window that says what a term means, with the ways to where it is met. There is one; it never covers its term. */
import { addWords, joined, knows, t } from "../i18n/i18n.js";
import { el, setText } from "../ui/elements.js";
import { addLook } from "../ui/fetched.js";
import { isListed, saysOf, TERMS } from "./list.js";

const GAP = 8; // px between the term and the window
const EDGE = 12; // px between the window and the screen's edge
const LEAVE_MS = 250; // time for the mouse to get from the term to the link

/** Fetches its words and its look and gives the window, closed. @param {any} app */
export async function openExplanation(app) {
  await Promise.all([
    addWords((ending) => import(`./words.${ending}.js`)),
    addLook(new URL("./explanation.css", import.meta.url).href),
  ]);
  return new Explanation(app);
}

/** What a term means, and what others call it. @param {string} name */
export function meaning(name) {
  const also = `term.${name}.also`;
  return joined([t(saysOf(name)), knows(also) ? t("term.also", { names: t(also) }) : ""]);
}

/** Where its links lead, and their words: on the training page to the notes, on the notes to the figure and to one's own
 *  pictures. @param {string} name @param {boolean} notes @returns {[string, string][]} */
function waysOf(name, notes) {
  const { figure, own } = TERMS[name];
  /** @type {[string, string][]} */
  const ways = [];
  if (figure) {
    const title = t(`figure.${figure}`);
    if (notes) ways.push([`#${figure}`, t("term.figure", { figure: title })]);
    else ways.push([`notes.html#${figure}`, t("term.notes", { figure: title })]);
  }
  if (notes && own) ways.push([`index.html#${own}`, t("term.own")]);
  if (!notes && isListed(name)) ways.push([`notes.html#glossary-${name}`, t("term.glossary")]);
  return ways;
}

class Explanation {
  /** The term that is explained. @type {any} */
  #term = null;
  /** Opened on purpose, not by a mouse that rested. */
  #pinned = false;
  #leaving = 0;

  /** @param {any} app */
  constructor(app) {
    this.notes = Boolean(app.notes);
    this.says = el("p", { id: "term-says" });
    this.links = [el("a"), el("a")];
    this.element = el(
      "div",
      {
        class: "explanation small",
        role: "dialog",
        tabindex: -1,
        "aria-describedby": "term-says",
        hidden: true,
      },
      this.says,
      el("div", { class: "explanation-ways" }, ...this.links),
    );
    document.body.append(this.element);
    app.onLanguage(() => this.#close());
    document.addEventListener("keydown", (event) => this.#key(event), true); // before what else Escape would close
    document.addEventListener(
      "pointerdown",
      ({ target }) => this.#term && this.#isOutside(target) && this.#close(),
      true,
    );
    document.addEventListener("pointerover", (event) => this.#follow(event));
    this.element.addEventListener("click", (/** @type {Event} */ { target }) => {
      if (target instanceof HTMLAnchorElement) this.#close(); // it may lead to a place on this page
    });
    for (const type of ["scroll", "resize"])
      window.addEventListener(type, () => this.#place(), { capture: true, passive: true });
  }

  /** Explains a term, or closes what explained it. @param {any} term */
  toggle(term) {
    if (this.#term === term && this.#pinned) return this.#close();
    this.#open(term);
    this.#pinned = true;
    this.element.focus({ preventScroll: true });
  }

  /** Explains a term while the mouse is there. @param {any} term */
  hover(term) {
    if (this.#pinned || !term.isConnected || !term.matches(":hover")) return;
    this.#open(term);
  }

  /** @param {any} term */
  #open(term) {
    const { term: name } = term.dataset;
    if (this.#term !== term) this.#close();
    this.#term = term;
    term.setAttribute("aria-expanded", "true");
    setText(this.says, meaning(name));
    this.element.setAttribute(
      "aria-label",
      t("term.label", { term: term.getAttribute("aria-label") ?? term.textContent.trim() }),
    );
    const ways = waysOf(name, this.notes);
    for (const [i, link] of this.links.entries()) {
      link.hidden = !ways[i];
      if (!ways[i]) continue;
      [link.href] = ways[i];
      setText(link, ways[i][1]);
    }
    this.element.hidden = false;
    this.#place();
  }

  #close() {
    clearTimeout(this.#leaving);
    if (!this.#term) return;
    const term = this.#term;
    const back = this.element.contains(document.activeElement);
    this.#term = null;
    this.#pinned = false;
    term.setAttribute("aria-expanded", "false");
    if (back) term.focus({ preventScroll: true });
    this.element.hidden = true;
  }

  /** Below the term, or above where there is no room; gone when the term is. */
  #place() {
    if (!this.#term) return;
    const at = this.#term.getBoundingClientRect();
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    if (!at.width || at.bottom < 0 || at.top > height) return this.#close();
    const { offsetWidth, offsetHeight } = this.element;
    const above = at.bottom + GAP + offsetHeight > height - EDGE && at.top - GAP - offsetHeight >= 0;
    const top = above ? at.top - GAP - offsetHeight : at.bottom + GAP;
    const left = Math.max(EDGE, Math.min(at.left - EDGE, width - offsetWidth - EDGE));
    this.element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  /** @param {any} target */
  #isOutside(target) {
    return !(this.element.contains(target) || this.#term.contains(target));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!this.#term) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else if (event.key === "Tab" && this.element.contains(document.activeElement)) this.#leave(event);
  }

  /** Tab goes from link to link, and from the last on to what comes after the term. @param {KeyboardEvent} event */
  #leave(event) {
    const stops = [this.element, ...this.links.filter(({ hidden }) => !hidden)];
    const to = stops.indexOf(document.activeElement) + (event.shiftKey ? -1 : 1);
    if (to > 0 && to < stops.length) return;
    if (event.shiftKey) event.preventDefault(); // back is the term itself
    this.#close();
  }

  /** Opened by a mouse that rested, it closes when that has left both. @param {PointerEvent} event */
  #follow({ target, pointerType }) {
    if (!this.#term || this.#pinned || pointerType !== "mouse") return;
    clearTimeout(this.#leaving);
    if (this.#isOutside(target))
      this.#leaving = window.setTimeout(() => this.#pinned || this.#close(), LEAVE_MS);
  }
}
