/* One job of the worker, from the page's pictures and settings: begun, heard of, stopped. */
import { GRAM_MAX } from "../../core/limits.js";
import { predict, sooner } from "../../training/engine.js";
import { openWorker } from "../../ui/worker.js";
import { PILOT, candidatesOf } from "./advice/candidates.js";
import { ALPHAS, SPLITS, foldsOf } from "./plan.js";

const AT_ONCE = 128; // pictures asked of the worker that trains: it goes on in between
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

/** The bytes the neuron sees, at this size, some pictures at a time; null: they changed meanwhile. */
async function bytesOf(app, { id }, n_px, wanted) {
  const each = 3 * n_px * n_px;
  const all = new Uint8Array(id.length * each);
  for (let i = 0; i < id.length && wanted(); i += AT_ONCE) {
    const some = await app.session.pixels(Array.from(id.slice(i, i + AT_ONCE)), n_px);
    if (some.n_px !== n_px) return null;
    all.set(some.rgb, i * each);
  }
  return all;
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
  /** @type {ReturnType<typeof openWorker> | null} */
  let open = null;
  let wanted = true;
  const stop = () => {
    wanted = false;
    open?.worker.terminate();
    open?.close();
    open = null;
  };
  const end = (/** @type {() => void} */ tell) => {
    if (!wanted) return;
    stop();
    tell();
  };
  const hear = (/** @type {MessageEvent} */ { data: event }) => {
    if (event.type === "trial") trial(event);
    if (event.type === "over") end(over);
    if (event.type === "failed") end(() => failed(event.code));
  };
  const start = async () => {
    const sets = [];
    for (const n_px of sizesOf(kind, app.state)) {
      const rgb = await bytesOf(app, data, n_px, () => wanted);
      if (rgb) sets.push({ n_px, rgb });
      if (!wanted) return;
      if (!rgb || stateKey(app.state, kind) !== key) return end(() => failed("changed"));
    }
    open = openWorker(new URL("./worker.js", import.meta.url).href);
    open.worker.addEventListener("message", hear);
    open.worker.addEventListener("error", () => end(() => failed("")));
    const { alpha, iterations, batch, seed } = settings;
    const pictures = picturesOf(data);
    const job = isAdvice(kind)
      ? { sets, pictures, candidates: candidates(kind, { data, settings }), batch, seed }
      : { kind, ...sets[0], pictures, alpha, iterations };
    open.worker.postMessage(
      job,
      sets.map(({ rgb }) => rgb.buffer),
    );
  };
  start().catch(() => end(() => failed("")));
  return stop;
}
