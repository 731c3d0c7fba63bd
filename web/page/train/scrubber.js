/* Time travel: a slider under the chart, in line with its x axis. Dragging it, or the arrow keys,
   moves the neuron back to a past iteration; training goes on from there. */
import { t } from "../../i18n/i18n.js";
import { setAttribute } from "../../ui/elements.js";
import { count, fixed } from "../../ui/format.js";

const SPEAK_MS = 1000;

/** Wires the slider; `view` is the chart's, with its plot and whether its x axis is logarithmic. */
export function mountScrubber(root, app, view) {
  const thumb = root.querySelector(".scrub-thumb");
  const done = root.querySelector(".scrub-done");
  const seek = seeker(app);
  let shown = { iteration: 0, end: 0 };
  let spokenAt = -Infinity;
  /** @type {number | null} */
  let goal = null; // asked for, and not yet heard of from the worker

  const pixelOf = (iteration) => {
    const pixels = view.plot.x(view.scale.x ? Math.max(1, iteration) : iteration);
    return Math.min(Math.max(0, pixels), view.plot.area.width); // behind the end where only the first are shown
  };
  const place = () => {
    const { left, width } = view.plot.area;
    if (!width) return;
    root.style.marginLeft = `${left}px`;
    root.style.width = `${width}px`;
    thumb.style.transform = `translateX(${pixelOf(shown.iteration)}px)`;
    done.style.transform = `scaleX(${pixelOf(shown.end) / width})`;
  };
  const clamp = (iteration) => Math.min(shown.end, Math.max(0, Math.round(iteration)));
  const go = (iteration) => {
    goal = clamp(iteration);
    shown = { ...shown, iteration: goal };
    place();
    seek(goal);
  };

  const drag = (event) => go(view.plot.iterationAt(event.clientX - root.getBoundingClientRect().left));
  root.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    root.setPointerCapture(event.pointerId);
    root.focus();
    drag(event);
  });
  root.addEventListener("pointermove", (event) => {
    if (root.hasPointerCapture(event.pointerId)) drag(event);
  });
  root.addEventListener("keydown", (event) => {
    const { iteration, end } = shown;
    const page = Math.max(10, Math.round(end / 20));
    const goals = {
      ArrowLeft: iteration - 1,
      ArrowDown: iteration - 1,
      ArrowRight: iteration + 1,
      ArrowUp: iteration + 1,
      PageDown: iteration - page,
      PageUp: iteration + page,
      Home: 0,
      End: end,
    };
    if (!(event.key in goals)) return;
    event.preventDefault();
    go(goals[event.key]);
  });

  return {
    place,
    draw(train) {
      const heard = train.iteration === goal || train.running || (goal !== null && train.end < goal);
      if (heard && !seek.busy()) goal = null;
      shown = { iteration: goal ?? train.iteration, end: train.end };
      if (train.running && performance.now() - spokenAt < SPEAK_MS) return;
      spokenAt = performance.now();
      const words = { t: count(shown.iteration), train: fixed(app.costs.train[shown.iteration] ?? NaN, 4) };
      setAttribute(root, "aria-valuemax", String(train.end));
      setAttribute(root, "aria-valuenow", String(shown.iteration));
      setAttribute(root, "aria-valuetext", t("scrub.text", words));
    },
  };
}

/** Sends seeks one at a time; of those asked for meanwhile only the last one counts. */
function seeker(app) {
  /** @type {number | null} */
  let wanted = null;
  let under = false;
  async function run() {
    under = true;
    if (app.state.train?.running) await app.session.pause();
    while (wanted !== null) {
      const goal = wanted;
      wanted = null;
      await app.session.seek(goal);
    }
    under = false;
    app.redraw();
  }
  const seek = (iteration) => {
    wanted = iteration;
    if (!under) run();
  };
  seek.busy = () => under;
  return seek;
}
