// The two pictures that carry something, made of what is on the page.

import { withMinus } from "../../i18n/minus.js";
import { Refusal } from "../../pictures/refusal.js";
import { learnedIn } from "../model-npz.js";
import { INSIDE, faceOf } from "./face.js";
import { HEADING } from "./layout.js";
import { fitsPicture, layersOf, modelPng } from "./model.js";
import { onSheet, sheetPng } from "./sheet.js";
import { filled, line } from "./writing.js";

/** @typedef {import('../save.js').Given} Given @typedef {import('./writing.js').Strip} Strip */
/**
 * @typedef {object} Lines that are written on them, in the reader's language; {...} is filled in here
 * @property {string} title @property {string} weights what the colours mean, of a neuron @property {string} neurons and of a
 *   network @property {string} numbers @property {string} accuracy @property {string} drop what the picture is good for
 * @property {string} heading of a class on a sheet @property {string} heading-rest of one with pictures that rest @property {string} sheet the line below
 */

/** @param {Given} given @returns {Promise<Blob>} */
export async function modelPicture(given) {
  const lr = learnedIn(given);
  const { pictures, settings, texts } = given;
  const { n_px } = pictures;
  const { hidden, fit } = settings;
  if (!fitsPicture({ n_px, hidden })) throw new Refusal("carried-large");
  const share = (/** @type {string} */ part) => {
    const value = lr.accuracy(part);
    return Number.isFinite(value) ? value : null;
  };
  const model = {
    ...{ n_px, hidden, fit, names: texts.names, iterations: lr.iteration, m: lr.m },
    accuracy: { train: share("train"), test: share("test") },
    layers: layersOf(lr),
  };
  const face = faceOf(model, ...linesOf(model, lr.b, texts));
  return new Blob(/** @type {any} */ (await modelPng(face, model)), { type: "image/png" });
}

/** What is written above and below. @param {import('./model.js').Model} model @param {number} b
 *  @param {import('../save.js').Texts} texts */
function linesOf({ n_px, hidden, iterations, accuracy, names }, b, { lines }) {
  const [zero, one] = names;
  const percent = (/** @type {number | null} */ share) =>
    share === null ? "–" : `${(100 * share).toFixed(1)}%`;
  const params = { zero, one, n_px, iterations, b: withMinus(b.toFixed(4)) };
  const { train, test } = accuracy;
  const write = (/** @type {string} */ words, /** @type {any} */ how) =>
    line(filled(words, { ...params, train: percent(train), test: percent(test) }), { width: INSIDE, ...how });
  const small = { height: 26, ink: "#575a60", size: 15 };
  /** @type {[Strip[], Strip[]]} */
  const both = [
    [write(lines.title, { height: 52, size: 24, bold: true })],
    [
      write(hidden.length > 0 ? lines.neurons : lines.weights, small),
      write(lines.numbers, small),
      write(lines.accuracy, small),
      write(lines.drop, { ...small, height: 40, ink: "#1c1e22" }),
    ],
  ];
  return both;
}

/** @param {Given} given @returns {Promise<{blob: Blob, px: number, exact: boolean}>} */
export async function allOnSheet({ pictures, texts, progress }) {
  const list = onSheet(pictures);
  if (list.length === 0) throw new Refusal("no-pictures");
  const { names, lines } = texts;
  const heading = (/** @type {number} */ y, /** @type {number} */ width) => {
    const all = list.filter((picture) => picture.y === y);
    const own = all.filter(({ rests }) => !rests);
    const rest = all.length - own.length;
    const test = own.filter((picture) => pictures.part(picture) === "test").length;
    const words = filled(rest > 0 ? lines["heading-rest"] : lines.heading, {
      name: names[y],
      n: own.length,
      test,
      rest,
    });
    const ink = ["#1d5c9e", "#a4480a"][y];
    return line(words, { width, height: HEADING, size: 22, bold: true, ink });
  };
  const footer = (/** @type {number} */ width) =>
    line(lines.sheet, { width, height: HEADING, size: 15, ink: "#575a60" });
  return sheetPng({
    ...{ pictures, names, progress },
    headings: async (width) => [heading(0, width), heading(1, width), footer(width)],
  });
}
