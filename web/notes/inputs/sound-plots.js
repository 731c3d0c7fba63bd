// The three plots of a sound: whole against time, its spectrogram, and some samples from near.

import { spectrogram } from "../../core/spectrum.js";
import { onLanguage, t } from "../../i18n/i18n.js";
import { createPlot } from "../../plot/plot.js";
import { el } from "../../ui/elements.js";
import { color, onTheme } from "../../ui/theme.js";
import { RATE, envelope } from "./audio.js";
import { TOP_HERTZ, paintSpectrogram, strongest } from "./spectrogram.js";

const DOTS = 200; // with more samples in view the curve alone is clearer
const FRAMES = 800; // about as many as the plot has pixels
const WINDOW = 512; // samples in one frame of the spectrogram

/** The whole sound against time; click or drag for a moment. */
export function makeWhole(state, pickTime, says) {
  const node = el("div", { class: "inputs-whole" });
  const plot = createPlot(node, {
    name: () => t("inputs.whole"),
    x: { min: 0, max: 1.5, label: "" },
    y: { min: -1, max: 1, label: () => t("inputs.amplitude"), ticks: 2 },
    ratio: 0,
    minHeight: 130,
  });
  const band = plot.curve("band");
  const wave = plot.curve("thin");
  const needle = plot.curve("dashed");
  const moment = plot.handle({
    name: () => t("inputs.moment"),
    says,
    x: 0,
    y: 0,
    axis: "x",
    move: pickTime,
  });
  plot.onTap(pickTime);
  const load = () => {
    const { samples } = state;
    const peak = peakOf(samples);
    plot.range({ x: { max: samples.length / RATE }, y: { min: -peak, max: peak } });
    wave.set(envelope(samples, 0, samples.length - 1, 1200).map(([i, v]) => [i / RATE, v]));
  };
  const draw = () => {
    const [left, right] = [state.from / RATE, (state.from + state.span) / RATE];
    const top = plot.y.max;
    band.set([[left, -top], [left, top], [right, top], [right, -top]]); // prettier-ignore
    moment.set(state.at / RATE, 0);
  };
  const playhead = (/** @type {number | null} */ s) =>
    needle.set(s === null ? [] : [[s, -plot.y.max], [s, plot.y.max]]); // prettier-ignore
  onLanguage(() => plot.redraw());
  return { node, load, draw, playhead };
}

/** Which frequencies are in the sound, when. Same time axis as above. */
export function makeSpectrogram(state, core, pickTime) {
  const node = el("div", { class: "inputs-spectrogram" });
  const plot = createPlot(node, {
    name: () => t("inputs.spectrogram"),
    x: { min: 0, max: 1.5, label: () => t("inputs.time-s") },
    y: { min: 0, max: TOP_HERTZ, label: () => t("inputs.hertz"), ticks: 4 },
    ratio: 0,
    minHeight: 210,
  });
  /** @type {any} */
  let spectrum = null;
  const ground = plot.ground(
    (canvas) => spectrum && paintSpectrogram(canvas, spectrum, state.samples.length, color("--ink")),
    "inputs-heat",
  );
  const moment = plot.curve("moment");
  const needle = plot.curve("dashed");
  plot.onTap(pickTime);
  onTheme(() => ground.paint());
  onLanguage(() => plot.redraw());
  return {
    node,
    load() {
      const hop = Math.max(32, Math.ceil(state.samples.length / FRAMES));
      spectrum = { ...spectrogram(core, state.samples, { size: WINDOW, hop }), size: WINDOW, hop };
      plot.range({ x: { max: state.samples.length / RATE } });
      ground.paint();
    },
    draw() {
      const time = state.at / RATE;
      moment.set([[time, 0], [time, TOP_HERTZ]]); // prettier-ignore
    },
    playhead: (/** @type {number | null} */ s) => needle.set(s === null ? [] : [[s, 0], [s, TOP_HERTZ]]), // prettier-ignore
    /** The strongest frequency at the picked moment, in Hz; null in silence, and before the spectrum is there. */
    strongest: () => spectrum && strongest(spectrum, state.at),
  };
}

/** Some samples from near, each a dot on its stem. */
export function makeNear(state, pick, says) {
  const node = el("div");
  const plot = createPlot(node, {
    name: () => t("inputs.near"),
    x: { min: 1, max: 121, label: () => t("inputs.sample-number") },
    y: { min: -1, max: 1, label: "x", ticks: 4 },
    ratio: 0.4,
    minHeight: 230,
  });
  const stems = plot.curve("thin stems");
  const wave = plot.curve("");
  const dots = plot.dots("filled", 3);
  const handle = plot.handle({
    name: () => t("inputs.sample"),
    says,
    x: 1,
    y: 0,
    axis: "x",
    step: () => [1, 0],
    move: (j) => pick(Math.round(j) - 1),
  });
  plot.onTap((j) => pick(Math.round(j) - 1));
  onLanguage(() => plot.redraw());
  return {
    node,
    load() {
      const peak = peakOf(state.samples);
      plot.range({ y: { min: -peak, max: peak } });
    },
    draw() {
      const { samples, from, span, at } = state;
      const to = Math.min(samples.length - 1, from + span);
      plot.range({ x: { min: from + 1, max: from + span + 1 } });
      const points = envelope(samples, from, to, 1600).map(([i, v]) => [i + 1, v]);
      const few = points.length <= DOTS;
      wave.set(few ? [] : points);
      stems.set(few ? points.flatMap(([j, v]) => [[j, 0], [j, v], [j, NaN]]) : []); // prettier-ignore
      dots.set(few ? points.map(([x, y]) => ({ x, y })) : []);
      handle.set(at + 1, samples[at]);
    },
  };
}

/** A round number a little above the loudest sample. @param {Float32Array} samples */
function peakOf(samples) {
  const peak = samples.reduce((best, v) => Math.max(best, Math.abs(v)), 0);
  return [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1].find((k) => peak <= k) ?? Math.max(1, peak);
}
