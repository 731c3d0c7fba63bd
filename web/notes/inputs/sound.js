// Unstructured data: a sound. Made by the page, recorded or read from a file; shown whole, as a spectrogram, and so
// near that single samples can be picked. Each sample is one number of x.

import { onLanguage, t } from "../../i18n/i18n.js";
import { columnView } from "../../plot/column.js";
import { slider } from "../../plot/controls.js";
import { dataTable } from "../../plot/datatable.js";
import { formula } from "../../plot/formula.js";
import { el } from "../../ui/elements.js";
import { count, fixed } from "../../ui/format.js";
import { tells } from "../tasks/told.js";
import { RATE, makeSound } from "./audio.js";
import { makeNear, makeSpectrogram, makeWhole } from "./sound-plots.js";
import { sourceControls } from "./sound-sources.js";

const NEAREST = 16; // samples in the closest view
const FARTHEST = 1600;

/**
 * The panel. take(file) shows a sound of the reader's; begin() draws it when it is first seen; leave() lets microphone and
 * loudspeaker go.
 * @param {{core: import('../../core/core.js').Core, announce: (sentence: string) => void, complain: (sentence: () => string) => void}} means
 */
export function soundPanel({ core, announce, complain }) {
  const state = { samples: makeSound("melody"), at: 9120, from: 0, span: 120 };
  const seconds = () => state.samples.length / RATE;
  const value = (/** @type {number} */ i) => state.samples[i];
  const says = () =>
    t("inputs.says-sample", {
      j: count(state.at + 1),
      n: count(state.samples.length),
      time: fixed(state.at / RATE, 4),
      value: fixed(value(state.at), 4),
    });

  const whole = makeWhole(state, pickTime, says);
  const frequencies = makeSpectrogram(state, core, pickTime);
  const near = makeNear(state, (i) => pick(i), says);
  const zoom = slider({
    label: "inputs.zoom",
    min: NEAREST,
    max: FARTHEST,
    value: state.span,
    log: true,
    change: (v) => {
      state.span = Math.round(v);
      centre();
      draw();
    },
  });
  const sources = sourceControls({
    sound: () => state.samples,
    complain,
    show,
    playhead: (s) => (whole.playhead(s), frequencies.playhead(s)),
  });
  const readings = [
    '<msub><mi>x</mi><mn id="j"/></msub><mo>=</mo><mn id="v"/><mo>,</mo>',
    '<mi>t</mi><mo>=</mo><mfrac><mrow><mn id="j"/><mo>−</mo><mn>1</mn></mrow><mn id="rate"/></mfrac>' +
      '<mo>=</mo><mn id="t"/><mspace width="0.3em"/><mtext>s</mtext>',
  ].map((part) => formula(part));
  const reading = el("p", { class: "formula-row" }, ...readings.map((part) => part.node));
  const machine = columnView({
    title: "inputs.machine",
    shape: () => `x: (${state.samples.length}, 1)`,
    text: (j) => fixed(value(j - 1), 4),
    pick: (j) => pick(j - 1),
  });
  const shape = el("p", { class: "muted num" });
  const strongest = el("p", { class: "muted num strongest" });
  const table = dataTable({
    label: "inputs.sample-table",
    columns: () => ["j", t("inputs.time-s"), "x"],
    rows: () => {
      const first = Math.max(0, Math.min(state.at - 24, state.samples.length - 49));
      const rows = [];
      for (let i = first; i < Math.min(first + 49, state.samples.length); i++)
        rows.push([String(i + 1), fixed(i / RATE, 5), fixed(value(i), 4)]);
      return rows;
    },
  });

  function centre() {
    const room = Math.max(0, state.samples.length - state.span);
    state.from = Math.max(0, Math.min(room, Math.round(state.at - state.span / 2)));
  }

  function pick(/** @type {number} */ i) {
    state.at = Math.max(0, Math.min(state.samples.length - 1, Math.round(i)));
    if (state.at <= state.from || state.at >= state.from + state.span) centre();
    draw();
    announce(says());
  }

  function pickTime(/** @type {number} */ time) {
    state.at = Math.max(0, Math.min(state.samples.length - 1, Math.round(time * RATE)));
    centre();
    draw();
    announce(says());
  }

  function draw() {
    const numbers = {
      j: String(state.at + 1),
      v: fixed(value(state.at), 4),
      rate: String(RATE),
      t: fixed(state.at / RATE, 4),
    };
    for (const part of readings) part.set(numbers);
    whole.draw();
    frequencies.draw();
    near.draw();
    machine.show(state.at + 1, state.samples.length);
    shape.textContent = t("inputs.sound-shape", {
      seconds: fixed(seconds(), 2),
      rate: count(RATE),
      n: count(state.samples.length),
    });
    const hertz = frequencies.strongest();
    strongest.textContent =
      hertz === null ? t("inputs.silence") : t("inputs.strongest", { hertz: fixed(hertz, 0) });
    table.update();
  }

  /** Another sound: the loudest moment is picked, so that there is something to see. */
  function show(/** @type {Float32Array} */ samples) {
    state.samples = samples;
    state.at = samples.reduce((best, v, i) => (Math.abs(v) > Math.abs(samples[best]) ? i : best), 0);
    centre();
    load();
  }

  /** Draws the first sound, when the panel is first opened. */
  let opened = false;
  function begin() {
    if (opened) return;
    opened = true;
    centre();
    load();
    onLanguage(draw);
  }

  function load() {
    whole.load();
    frequencies.load();
    near.load();
    draw();
  }

  tells(strongest, () => ({
    samples: state.samples.length,
    made: sources.made(),
    moment: state.at / RATE,
    hertz: frequencies.strongest,
  }));

  const closeup = el(
    "div",
    { class: "inputs-near" },
    el("div", { class: "inputs-thing" }, zoom.node, near.node, reading),
    machine.node,
  );
  const node = el(
    "div",
    { class: "inputs-sound" },
    sources.node,
    whole.node,
    frequencies.node,
    strongest,
    closeup,
    shape,
    table.node,
  );
  return { node, begin, take: sources.take, leave: sources.leave };
}
