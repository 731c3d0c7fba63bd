// Play, pause, step, reset: the transport of a figure. It runs only while the figure is on screen, and by itself
// only where the reader has not asked for less motion.

import { el, say } from "../ui/elements.js";
import { onLanguage, t } from "../i18n/i18n.js";
import { press } from "./controls.js";

const SLICE_MS = 40;

const words = { t, onLanguage };

/** Whether the reader asked for less motion. */
export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * @param {object} options
 * @param {(count: number) => boolean | void} options.step does `count` steps; false: there are no more
 * @param {() => void} [options.reset]
 * @param {number} [options.rate] steps a second; may be changed: player.rate = 10
 * @returns {{node: HTMLElement, play: () => void, pause: () => void, running: boolean, rate: number,
 *   many: (count: number) => void, visible: (on: boolean) => void}} many: that many more steps as soon as possible,
 *   in pieces between which the page can move; visible(on): hand start/stop of the figure on to it
 */
export function player({ step, reset, rate = 30 }) {
  let onScreen = false;
  let last = 0;
  let credit = 0;
  let series = 0;
  let owed = 0; // steps of many() that are not done yet
  const toggle = press("plot.play", () => (control.running ? control.pause() : control.play()), "primary");
  const one = press("plot.step", () => {
    control.pause();
    step(1);
  });
  const parts = [toggle, one];
  if (reset) {
    parts.push(
      press("plot.reset", () => {
        control.pause();
        reset();
      }),
    );
  }
  const node = el("div", { class: "player", role: "group" }, ...parts);
  say(words, node, "plot.player", "aria-label");

  const frame = (/** @type {number} */ now) => {
    if (!control.running || !onScreen) return;
    credit = Math.min(credit + ((now - last) / 1000) * control.rate, Math.max(1, control.rate / 4));
    last = now;
    const count = Math.floor(credit);
    credit -= count;
    if (count > 0 && step(count) === false) control.pause();
    requestAnimationFrame(frame);
  };
  const go = () => {
    last = performance.now();
    credit = 1;
    requestAnimationFrame(frame);
  };
  const show = () => {
    toggle.textContent = t(control.running ? "plot.pause" : "plot.play");
  };
  onLanguage(show);
  const control = {
    node,
    rate,
    running: false,
    play() {
      if (control.running) return;
      control.running = true;
      show();
      if (onScreen) go();
    },
    pause() {
      series++;
      owed = 0;
      control.running = false;
      show();
    },
    /** @param {number} count */
    many(count) {
      const underWay = owed > 0;
      if (!underWay) control.pause();
      owed += count;
      if (underWay) return;
      const mine = series;
      const start = performance.now();
      const piece = (/** @type {number} */ size) => {
        const since = performance.now();
        const some = Math.min(owed, size);
        owed -= some;
        let more = /** @type {boolean | void} */ (false);
        try {
          more = step(some);
        } finally {
          if (more === false) owed = 0; // also where it threw: the next press begins anew
        }
        if (mine !== series || owed === 0) return;
        const now = performance.now();
        const next = Math.max(1, Math.floor((size * SLICE_MS) / Math.max(1, now - since)));
        if (now - start < SLICE_MS) piece(next);
        else requestAnimationFrame(() => mine === series && piece(next));
      };
      piece(1);
    },
    /** @param {boolean} on */
    visible(on) {
      const back = on && !onScreen && control.running;
      onScreen = on;
      if (back) go();
    },
  };
  return control;
}
