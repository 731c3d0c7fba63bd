/* One job of the worker, from the page's pictures and settings: begun, heard of, stopped. */
import { GRAM_MAX } from "../../core/limits.js";
import { predict, sooner } from "../../training/engine.js";
import { openWorker } from "../../ui/worker.js";
import { PILOT, candidatesOf } from "./advice/candidates.js";
import { inWorker, pixelsOf } from "./away.js";
import { measured } from "./forecast.js";
import { MADDS_A_SECOND } from "./measure.js";
import { ALPHAS, SPLITS, foldsOf } from "./plan.js";

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
    ? `${about(data).key} ${kind === "alphas" ? "" : settings.alpha} ${settings.iterations} ${network(settings)}`
    : "";

const network = ({ hidden, batch, seed }) => `${hidden} ${hidden.length ? [batch, seed] : ""}`;

/** What there is to do. @param {Kind} kind @param {any} state @returns {import('./forecast.js').Work[]} by what the results say */
export function worksOf(kind, state) {
  if (isAdvice(kind)) return candidateWorks(candidates(kind, state));
  const { data, settings } = state;
  const { folds, left } = about(data);
  const count = { splits: SPLITS, folds, without: left + 1, alphas: ALPHAS.length }[kind];
  const n = data.id.length;
  if (settings.hidden.length > 0)
    return [{ what: "", learner: "network", count, seconds: networkSeconds(state) }];
  const rows = kind === "splits" || kind === "folds" ? n : data.m;
  const seconds = (rows * (kind === "alphas" ? n : rows) * settings.iterations) / MADDS_A_SECOND;
  return [{ what: "", learner: "neuron", count, seconds }];
}

/** What there is to do for advice. @param {import('./advice/candidates.js').Candidate[]} list @returns {import('./forecast.js').Work[]} */
export function candidateWorks(list) {
  const works = list.map(({ what, hidden, splits, seconds }) => ({
    ...{ what, count: splits, seconds: seconds / splits },
    learner: /** @type {import('./forecast.js').Learner} */ (hidden.length > 0 ? "network" : "neuron"),
  }));
  const piloted = list.some(({ kind }) => kind === "until");
  return piloted ? [{ ...works[0], what: "pilot", count: PILOT }, ...works] : works;
}

/** Of one training of the network. */
function networkSeconds({ data, settings }) {
  const { m, id, n_px } = data;
  const works = predict({ ...settings, m, count: id.length, n_x: 3 * n_px * n_px, missing: id.length });
  return works[sooner(works)].seconds;
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

const open = () => openWorker(new URL("./worker.js", import.meta.url).href);

/** Measures how fast this machine is now, for what is foretold. @param {() => void} then */
export function measureMachine(then) {
  inWorker(open, async () => ({ job: { kind: "speed" }, transfer: [] }), {
    heard: () => {},
    over: ({ slowness }) => {
      measured(slowness);
      then();
    },
    failed: () => {}, // what is foretold is of another machine then
  });
}

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
    const { alpha, iterations, hidden, batch, seed } = settings;
    const pictures = picturesOf(data);
    const job = isAdvice(kind)
      ? { sets, pictures, candidates: candidates(kind, { data, settings }), batch, seed }
      : { kind, ...sets[0], pictures, alpha, iterations, hidden, batch, seed };
    return { job, transfer: sets.map(({ rgb }) => rgb.buffer) };
  };
  return inWorker(open, make, {
    heard: (event) => event.type === "trial" && trial(event),
    over,
    failed,
  });
}
