/* The convexity lab: J(w) of the same points under squared error and under cross-entropy, with slope and curvature,
   what is seen in a sentence, and two starts raced downhill by gradient descent. b stays as it is set. */
import { train } from "../../core/unit.js";
import { joined, onLanguage, t } from "../../i18n/i18n.js";
import { classPoints } from "../../plot/classpoints.js";
import { choice, slider } from "../../plot/controls.js";
import { dataTable } from "../../plot/datatable.js";
import { player } from "../../plot/player.js";
import { createPlot } from "../../plot/plot.js";
import { spoken } from "../../ui/spoken.js";
import { el, say } from "../../ui/elements.js";
import { fixed } from "../../ui/format.js";
import { costView } from "./view.js";
import { X } from "./mean.js";
import { PRESETS } from "./presets.js";
import { shapeOf } from "./shape.js";
import { tells } from "../tasks/told.js";

const LOSSES = ["squared", "cross-entropy"];
const MOST_STEPS = 5000;
const STILL = 1e-9; // moved by less, in one go: the race is over
const words = { t, onLanguage };

/** The core's arguments for these points. */
const neuron = (points, b, loss) => ({
  x: points.map((p) => p.x),
  y: points.map((p) => p.y),
  m: points.length,
  b,
  activation: "sigmoid",
  loss,
});

/**
 * @param {import('../../core/core.js').Core} core
 * @param {{points: {x: number, y: number}[], w: number, b: number}} state of the figure
 * @param {(part: any) => void} change
 */
export function convexityLab(core, state, change) {
  const lab = { alpha: 1, range: PRESETS.overlapping.range, starts: [...PRESETS.overlapping.starts] };
  const race = { t: 0, at: {} };

  const preset = choice({
    label: "loss-and-cost.preset",
    options: Object.keys(PRESETS).map((name) => [name, `loss-and-cost.preset.${name}`]),
    value: "overlapping",
    change(name) {
      const { points, range, starts } = PRESETS[name];
      Object.assign(lab, { range, starts: [...starts] });
      change({ points, b: 0 });
    },
  });
  const strip = pointStrip(state, (points) => {
    preset.set("");
    change({ points });
  });
  const views = LOSSES.map((loss) =>
    costView(core, loss, (k, w) => {
      lab.starts[k] = Number(w.toFixed(2));
      restart();
    }),
  );
  const alpha = slider({
    label: "loss-and-cost.alpha",
    min: 0.01,
    max: 20,
    value: lab.alpha,
    log: true,
    change: (v) => (lab.alpha = v),
  });
  const b = slider({ label: "b", min: -6, max: 6, value: 0, step: 0.05, change: (v) => change({ b: v }) });
  const run = player({ step, reset: restart, rate: 60 });
  const board = scoreboard();
  const voice = spoken();
  const table = dataTable({
    label: "plot.table",
    columns: () => [
      "w",
      ...LOSSES.flatMap((loss) =>
        ["J", "dJ/dw", "d²J/dw²"].map((what) => what + t("loss-and-cost.comma") + t(`loss-and-cost.${loss}`)),
      ),
    ],
    rows: () => (state.points.length ? tableRows(views) : []),
  });

  /** @param {number} count */
  function step(count) {
    if (state.points.length === 0 || race.t >= MOST_STEPS) return false;
    const iterations = Math.min(count, MOST_STEPS - race.t);
    let moved = 0;
    for (const loss of LOSSES) {
      race.at[loss] = race.at[loss].map(({ w }) => {
        const found = train(core, {
          ...neuron(state.points, state.b, loss),
          w: [w],
          n_x: 1,
          alpha: lab.alpha,
          iterations,
          bias: false,
        });
        moved = Math.max(moved, Math.abs(found.w[0] - w));
        return { w: found.w[0], cost: found.cost };
      });
    }
    race.t += iterations;
    showRace();
    return race.t < MOST_STEPS && moved > STILL;
  }

  function restart() {
    race.t = 0;
    LOSSES.forEach((loss, i) => (race.at[loss] = lab.starts.map((w) => views[i].at(w))));
    showRace();
  }

  function showRace() {
    LOSSES.forEach((loss, i) => views[i].race(lab.starts, race.at[loss]));
    board.set(race, state.points.length > 0);
  }

  tells(strip.node, () => ({ minima: () => shapeOf(views[0].data()).minima }));
  return {
    nodes: [
      el("div", { class: "controls" }, preset.node),
      strip.node,
      strip.buttons,
      el("div", { class: "loss-pair" }, ...views.map(({ node }) => node)),
      el("div", { class: "loss-sliders" }, alpha.node, b.node),
      el("div", { class: "loss-race" }, run.node, board.node),
      voice.node,
      table.node,
    ],
    visible: run.visible,
    /** @param {boolean} [anew] points or b are others, or the language is */
    draw(anew = false) {
      if (!anew) return;
      strip.set(state.points);
      b.set(state.b);
      for (const [i, loss] of LOSSES.entries())
        views[i].curves(neuron(state.points, state.b, loss), lab.range);
      restart();
      voice.say(joined(views.map(({ sentence }) => sentence())));
      table.update();
    },
  };
}

/** The points once more, so that they can be moved where the curves are. */
function pointStrip(state, move) {
  const node = el("div");
  const plot = createPlot(node, {
    name: () => t("loss-and-cost.strip-plot"),
    x: { min: -X, max: X, label: "x" },
    y: { min: -0.5, max: 1.5, label: "y", ticks: 2 },
    ratio: 0.14,
    minHeight: 140,
  });
  const editor = classPoints(plot, { points: state.points, change: move });
  return { node, buttons: editor.node, set: editor.set };
}

/** Where the four racers are: two starts under two losses. */
function scoreboard() {
  const title = el("caption");
  const cells = [0, 1].map(() => LOSSES.map(() => [el("td"), el("td")]));
  const head = (text, span) => say(words, el("th", { scope: "colgroup", colspan: span }), text);
  const node = el(
    "table",
    { class: "plain loss-board" },
    title,
    el(
      "thead",
      {},
      el("tr", {}, el("td"), ...LOSSES.map((loss) => head(`loss-and-cost.${loss}`, 2))),
      el("tr", {}, el("td"), ...["w", "J", "w", "J"].map((x) => el("th", { scope: "col" }, x))),
    ),
    el(
      "tbody",
      {},
      ...cells.map((row, k) =>
        el(
          "tr",
          {},
          say(words, el("th", { scope: "row" }), () => t("loss-and-cost.start", { k: k + 1 })),
          ...row.flat(),
        ),
      ),
    ),
  );
  return {
    node,
    set(race, any) {
      title.textContent = t("loss-and-cost.iteration", { t: race.t });
      cells.forEach((row, k) =>
        row.forEach(([w, J], i) => {
          const at = race.at[LOSSES[i]][k];
          w.textContent = any ? fixed(at.w, 3) : "–";
          J.textContent = any ? fixed(at.cost, 5) : "–";
        }),
      );
    },
  };
}

/** Some thirty rows of the curves. */
function tableRows(views) {
  const [one, other] = views.map(({ data }) => data());
  const every = Math.floor(one.ws.length / 30);
  return Array.from(one.ws.keys())
    .filter((i) => i % every === 0)
    .map((i) => [
      fixed(one.ws[i], 2),
      ...[one, other].flatMap(({ cost, slope, curvature }) =>
        [cost, slope, curvature].map((list) => fixed(list[i], 4)),
      ),
    ]);
}
