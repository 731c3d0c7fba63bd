/* When things are drawn: before a paint, and only as often as it is worth while. Each part says how often that is; frames
   that took long make the next drawings rarer; what is off the screen waits until it comes into view or until
   training rests. */
import { calm, CALM_MS } from "../ui/theme.js";

/** What drawing may take of a frame; what is left over comes with the next. */
const DRAWING_MS = 4;
/** A frame that takes so long, with style, layout and paint, makes the next ones rarer. */
const FRAME_MS = 8;
const MOST_STRAIN = 8;
/** Under a hand numbers and curves come on one beat: each frame costs style, layout and paint of the whole page, and what is
 *  left of the time is for the next training. */
const HELD_MS = 30;
/** Parts that are so near the screen are drawn. */
const NEAR = "64px";

/** Resolves in a task of its own: the browser may paint and hear the reader before. @returns {Promise<void>} */
export function nextTask() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null); // setTimeout would wait, and a whole second in a tab in the background
  });
}

/**
 * @typedef {object} Drawing
 * @property {Element | null} root what must be in view, or null
 * @property {(fresh: boolean) => void} draw fresh: language, theme or size is another, so that all must be drawn again
 * @property {number} every milliseconds @property {boolean} picture for readers who want less motion rarer than that
 * @property {boolean} due something has changed since it was drawn @property {boolean} fresh
 * @property {number} at when it was drawn
 */

export class Frames {
  /** @type {Drawing[]} */
  #drawings = [];
  /** @type {Map<Element, boolean>} */
  #inView = new Map();
  #observer = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: NEAR });
  #asked = false;
  #timer = 0;
  /** How many times longer than FRAME_MS frames take: from 1 to MOST_STRAIN. */
  #strain = 1;

  /** @param {() => boolean} busy whether training runs @param {() => boolean} [held] or is under a hand, which sees at once
   *  what it does */
  constructor(busy, held = () => false) {
    this.busy = () => busy() || held();
    this.held = held;
  }

  /**
   * Has draw(fresh) called before a paint whenever something has changed.
   * @param {Element | null} root drawn only while it is in view, as long as training runs; null: always
   * @param {(fresh: boolean) => void} draw
   * @param {{every?: number, picture?: boolean}} [how] at most once in `every` ms; 0: with each frame
   */
  add(root, draw, { every = 0, picture = false } = {}) {
    this.#drawings.push({ root, draw, every, picture, due: true, fresh: true, at: -Infinity });
    if (root && !this.#inView.has(root)) {
      this.#inView.set(root, false);
      this.#observer.observe(root);
    }
    this.#ask();
  }

  /** Something has changed. */
  changed() {
    for (const drawing of this.#drawings) drawing.due = true;
    this.#ask();
  }

  /** Everything must be drawn again: another language, another theme. */
  renew() {
    for (const drawing of this.#drawings) drawing.fresh = true;
    this.changed();
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #seen(entries) {
    for (const { target, isIntersecting } of entries) this.#inView.set(target, isIntersecting);
    this.#ask();
  }

  #ask() {
    if (this.#asked) return;
    this.#asked = true;
    clearTimeout(this.#timer);
    requestAnimationFrame(() => this.#frame());
  }

  #frame() {
    this.#asked = false;
    const start = performance.now();
    const waiting = this.#drawings.filter((drawing) => drawing.due && this.#wanted(drawing));
    const now = waiting.filter((drawing) => this.#wait(drawing, start) <= 0);
    now.sort((a, b) => a.every - b.every || a.at - b.at); // numbers first, then what has waited longest
    let others = 0;
    for (const drawing of now) {
      // The numbers in any case, and of the others at least one.
      if (drawing.every > 0 && others++ > 0 && performance.now() - start > DRAWING_MS) break;
      const { fresh } = drawing;
      Object.assign(drawing, { due: false, fresh: false, at: start });
      drawing.draw(fresh);
    }
    if (now.length) this.#measure(start);
    this.#askLater(waiting);
  }

  /** @param {Drawing} drawing */
  #wanted({ root }) {
    return root === null || this.#inView.get(root) === true || !this.busy();
  }

  /** Milliseconds until it is worth drawing again. @param {Drawing} drawing @param {number} now */
  #wait({ every, picture, fresh, at }, now) {
    if (fresh) return 0;
    const often = this.held() ? Math.max(every, HELD_MS) : every * (this.busy() ? this.#strain : 1);
    return at + (picture && calm.matches ? Math.max(CALM_MS, often) : often) - now;
  }

  /** What was left out comes as soon as it is worth it. @param {Drawing[]} waiting */
  #askLater(waiting) {
    if (this.#asked) return;
    const left = waiting.filter(({ due }) => due);
    if (left.length === 0) return;
    const now = performance.now();
    const wait = Math.min(...left.map((drawing) => this.#wait(drawing, now)));
    if (wait <= 0) this.#ask();
    else this.#timer = window.setTimeout(() => this.#ask(), wait);
  }

  /** The next task comes after this frame's paint: then is known what the frame took. @param {number} start */
  async #measure(start) {
    await nextTask();
    const strain = Math.min(MOST_STRAIN, Math.max(1, (performance.now() - start) / FRAME_MS));
    // At once up, slowly down: one quick frame among slow ones promises nothing.
    this.#strain = Math.max(strain, 0.9 * this.#strain + 0.1 * strain);
  }
}
