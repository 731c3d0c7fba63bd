// The doctor asked about a small set, and printouts for it.
import { run } from "../../../../web/page/doctor/run.js";
import { open } from "../../shared/open.js";
import * as reference from "../../shared/reference.js";

const M = 21; // not 20: 20 times the course's rate is another of its rates
const N_PX = 8;
const all = reference.examples(30, N_PX, 3);

/** What is trained on, and what is not. */
export const [set, held] = [all.slice(0, M), all.slice(M)];

const breathe = async () => {};

/**
 * @param {string} text @param {import('./loops.js').Pictures} [train] @param {import('./loops.js').Pictures} [test]
 * @param {import('./loops.js').Pictures} [copies] mirrored ones, which are trained on
 * @returns {Promise<any>} what is found
 */
export async function diagnose(text, train = set, test = held, copies = []) {
  const own = train.length + test.length;
  const pictures = [...train, ...test, ...copies];
  const job = {
    n_px: Math.sqrt(train[0].x.length / 3),
    rgb: new Uint8Array(Buffer.concat(pictures.map(({ x }) => x))),
    y: pictures.map(({ y }) => y),
    test: pictures.map((_, i) => Number(i >= train.length && i < own)),
    copy: pictures.map((_, i) => Number(i >= own)),
    alpha: 0.005,
    text,
  };
  return run(
    () => open("doctor"),
    job,
    () => {},
    breathe,
  );
}

/** As Python prints it. @param {number} J @param {number} digits */
export const printed = (J, digits) =>
  Number.isFinite(J) ? J.toFixed(digits) : String(J).toLowerCase().replace("infinity", "inf");

/** @param {number[]} costs @param {number} every @param {number} digits */
export const labelled = (costs, every, digits) =>
  costs.flatMap((J, t) => (t % every ? [] : `Cost after iteration ${t}: ${printed(J, digits)}`)).join("\n");

export const ids = (/** @type {any} */ report) => report.found.map((/** @type {any} */ { id }) => id);
