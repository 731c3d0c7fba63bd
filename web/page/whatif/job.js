/* One job of the worker, from the page's pictures and settings: begun, heard of, stopped. */
import { GRAM_MAX } from "../../core/limits.js";
import { predict, sooner } from "../../training/engine.js";
import { openWorker } from "../../ui/worker.js";
import { PILOT, candidatesOf } from "./advice/candidates.js";
import { inWorker, pixelsOf } from "./away.js";
import { ALPHAS, SPLITS, foldsOf } from "./plan.js";

const MADDS_A_SECOND = 5e9; // of trials, as measured in one wasm thread

/** @typedef {"splits" | "folds" | "without" | "alphas" | "advice" | "networks"} Kind networks: advice that is tried only when asked for */

const isAdvice = (/** @type {Kind | null} */ kind) => kind === "advice" || kind === "networks";

/** @param {Kind} kind @param {any} state */
const candidates = (kind, state) => candidatesOf(state)[kind === "advice" ? "now" : "later"];

/** What is asked again and again of the same pictures. @type {WeakMap<any, {key: string, folds: number, left: number}>} */
const known = new WeakMap();

function about(data) {
  const { id, y, of, test, n_px } = data;
  let found = known.get(data);
  if (!found) {
    const key = `${id.join()} ${y.join("")} ${test.join("")} ${n_px}`;
    const left = new Set(of.filter((_, i) => !test[i])).size; // pictures that can be left out
    known.set(data, (found = { key, folds: foldsOf(picturesOf(data)), left }));
  }
  return found;
}

/** What decides about the outcome: while it is the same, the outcome holds. @param {any} state @param {Kind | null} kind */
export const stateKey = ({ data, settings }, kind) =>
  data && settings
    ? `${about(data).key} ${kind === "alphas" ? "" : settings.alpha} ${settings.iterations} ${network(kind, settings)}`
    : "";

/** All the others are about one neuron. @param {Kind | null} kind */
const network = (kind, { hidden, batch, seed }) =>
  isAdvice(kind) ? `${hidden} ${hidden.length ? [batch, seed] : ""}` : "";

/** How many trials, and about how many seconds they take. @param {Kind} kind */
export function expected(kind, state) {
  if (isAdvice(kind)) return expectedOf(candidates(kind, state));
  const { data, settings } = state;
  const n = data.id.length;
  const { folds, left } = about(data);
  const trials = { splits: SPLITS, folds, without: left + 1, alphas: ALPHAS.length }[kind];
  const rows = kind === "splits" || kind === "folds" ? n : data.m;
  return { trials, seconds: (trials * rows * rows * settings.iterations) / MADDS_A_SECOND };
}

/** @param {import('./advice/candidates.js').Candidate[]} list */
function expectedOf(list) {
  const sum = (/** @type {"splits" | "seconds"} */ key) => list.reduce((all, each) => all + each[key], 0);
  const piloted = list.some(({ kind }) => kind === "until");
  return { trials: sum("splits") + (piloted ? PILOT : 0), seconds: sum("seconds") };
}

/** Seconds that as many trainings of the network would take. */
export function networkSeconds({ data, settings }, trials) {
  const { m, id, n_px } = data;
  const works = predict({ ...settings, m, count: id.length, n_x: 3 * n_px * n_px, missing: 0 });
  return trials * works[sooner(works)].seconds;
}

const picturesOf = ({ y, test, of }) => ({ y, test, group: of });

/** Why there can be no trials: a code, or null. @param {Kind} kind */
export function obstacle(kind, { data }) {
  if (!data || data.missing) return "missing";
  if (data.id.length > GRAM_MAX) return "many";
  if (kind === "without") return data.m_test === 0 ? "untested" : data.m < 3 ? "few" : null;
  if (kind === "alphas") return null;
  return about(data).folds < 2 ? "few" : null;
}

/** Sides of the pictures that are needed: that of now, and others that are tried. @param {Kind} kind @param {any} state */
const sizesOf = (kind, state) =>
  isAdvice(kind) ? [...new Set(candidates(kind, state).map(({ n_px }) => n_px))] : [state.data.n_px];

/**
 * Starts a job. @param {any} app @param {Kind} kind
 * @param {{trial: (found: any) => void, over: () => void, failed: (code: string) => void}} hear
 * @returns {() => void} stops it
 */
export function startJob(app, kind, { trial, over, failed }) {
  const { data, settings } = app.state;
  const key = stateKey(app.state, kind);
  const make = async (/** @type {() => boolean} */ wanted) => {
    const sets = [];
    for (const n_px of sizesOf(kind, app.state)) {
      const rgb = await pixelsOf(app, Array.from(data.id), n_px, wanted);
      if (!rgb || !wanted() || stateKey(app.state, kind) !== key) return null;
      sets.push({ n_px, rgb });
    }
    const { alpha, iterations, batch, seed } = settings;
    const pictures = picturesOf(data);
    const job = isAdvice(kind)
      ? { sets, pictures, candidates: candidates(kind, { data, settings }), batch, seed }
      : { kind, ...sets[0], pictures, alpha, iterations };
    return { job, transfer: sets.map(({ rgb }) => rgb.buffer) };
  };
  return inWorker(() => openWorker(new URL("./worker.js", import.meta.url).href), make, {
    heard: (event) => event.type === "trial" && trial(event),
    over,
    failed,
  });
}
