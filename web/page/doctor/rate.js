// alpha from the numbers: where J of the first of them is met, between rates of a grid; then from all of them. What cannot be is
// left out as soon as it shows: most of the time goes into iterations that prove nothing.
import { comparable } from "./parting.js";

const MOST_ROOTS = 12;
const STEPS = 60;
const MOST_LOOKED_AT = 4; // numbers that say whether alpha can be between two rates
const SAYS = 20; // last digits of a number

const scale = ({ v, unit }) => Math.max(unit, 1e-10 * Math.max(1, Math.abs(v)));

/** Where J of a state is v, between two rates on either side of it: the rule of false position, as Illinois has it.
 *  @param {(alpha: number) => Promise<number>} J @param {import('./read.js').Value} value @param {number[]} rates
 *  @param {number[]} off */
async function root(J, value, [low, high], [below, above]) {
  const enough = 0.1 * scale(value); // all of the numbers say it better afterwards
  for (let step = 0; step < STEPS; step++) {
    const middle = step % 5 === 4 ? Math.sqrt(low * high) : (low * above - high * below) / (above - below);
    if (!(middle > low && middle < high) || high / low - 1 < 1e-14) break;
    const f = (await J(middle)) - value.v;
    if (!Number.isFinite(f)) return NaN;
    if (Math.abs(f) < enough) return middle;
    if (f > 0 === below > 0) [low, below, above] = [middle, f, above / 2];
    else [high, above, below] = [middle, f, below / 2];
  }
  return Math.sqrt(low * high);
}

/** Whether v may be met between two rates at which J is p and q: there, or as far beside. */
const between = (v, p, q) => Math.abs(v - (p + q) / 2) <= 1.5 * Math.abs(p - q) + 1e-4 * Math.abs(v);

/** J by rate and state, made when it is asked for: a training goes as far as its farthest state. */
class Table {
  /** @type {Map<string, number>} */
  #known = new Map();

  /** @param {import('./trainer.js').Trainer} trainer @param {import('./mistakes.js').Program} program @param {number[]} states */
  constructor(trainer, program, states) {
    this.trainer = trainer;
    this.program = program;
    this.states = [...new Set(states)].sort((p, q) => p - q);
  }

  /** @param {number} alpha @param {number} state */
  async at(alpha, state) {
    const key = (/** @type {number} */ s) => `${alpha} ${s}`;
    if (!this.#known.has(key(state))) {
      const upTo = this.states.filter((s) => s <= state);
      const J = await this.trainer.costs(this.program, alpha, upTo);
      upTo.forEach((s, k) => this.#known.set(key(s), J[k]));
    }
    return /** @type {number} */ (this.#known.get(key(state)));
  }
}

/**
 * Rates at which the first number of a guess is met, where those behind it may be met as well.
 * @param {import('./search.js').Search} search @param {import('./mistakes.js').Program} program
 * @param {{guess: import('./states.js').Guess, points: {v: number, unit: number, state: number}[]}[]} sought @param {number[]} grid
 */
export async function roots({ trainer }, program, sought, grid) {
  if (sought.length === 0) return [];
  const states = sought.flatMap(({ points }) => points.map(({ state }) => state));
  const table = new Table(trainer, program, states);
  const farthest = Math.max(...sought.map(({ points: [{ state }] }) => state));
  for (const alpha of grid) await table.at(alpha, farthest);
  const found = [];
  for (const { guess, points } of sought) {
    const [first, ...others] = points;
    const J = async (/** @type {number} */ alpha) => (await trainer.costs(program, alpha, [first.state]))[0];
    let count = 0;
    for (const alpha of grid)
      if (Math.abs((await table.at(alpha, first.state)) - first.v) <= scale(first))
        found.push({ guess, alpha });
    for (let i = 1; i < grid.length && count < MOST_ROOTS; i++) {
      const rates = [grid[i - 1], grid[i]];
      const off = [];
      for (const rate of rates) off.push((await table.at(rate, first.state)) - first.v);
      if (!(off[0] * off[1] <= 0) || !(await isPossible(table, others, rates))) continue;
      const alpha = await root(J, first, rates, off);
      count++;
      if (Number.isFinite(alpha)) found.push({ guess, alpha });
    }
    await trainer.breathe();
  }
  return found;
}

/** @param {Table} table @param {{v: number, state: number}[]} points @param {number[]} rates */
async function isPossible(table, points, [low, high]) {
  for (const { v, state } of points)
    if (!between(v, await table.at(low, state), await table.at(high, state))) return false;
  return true;
}

/** The numbers that say where alpha is: the first finite ones behind the start, from where they have changed by more than their
 *  last digits. @param {import('./read.js').Printed} printed @param {import('./states.js').Guess} guess @param {number} shift
 *  @param {number} [most] state of the first, where there is none so soon that has */
export function pointsOf(printed, guess, shift, most = Infinity) {
  const all = allPoints(printed, guess, shift);
  const { v } = printed.costs[0];
  const soon = all.findIndex(({ state }) => state > most);
  const before = soon < 0 ? all.length : soon;
  const says = all.findIndex((each) => !(Math.abs(each.v - v) < SAYS * each.unit));
  const from = says < 0 ? before - 1 : Math.min(says, before - 1);
  return all.slice(Math.max(0, from)).slice(0, MOST_LOOKED_AT);
}

const allPoints = ({ costs }, guess, shift) =>
  costs
    .map((value, k) => ({ ...value, state: guess.at[k] + shift }))
    .filter(({ v, state }) => Number.isFinite(v) && state > 0);

/** The rate from more and more of the numbers, by least squares, as far as rounding does not decide; null when they do not belong
 *  to this program.
 *  @param {import('./search.js').Search} search @param {import('./mistakes.js').Program} program
 *  @param {import('./states.js').Guess} guess @param {number} alpha */
export async function polished({ trainer, printed }, program, guess, alpha) {
  const known = allPoints(printed, guess, program.shift ?? 0);
  let enough = 0; // numbers that are met already
  const otherwise = async (/** @type {number} */ n) => {
    const states = known.slice(0, n).map(({ state }) => state);
    return enough > 0 && (await comparable(trainer, known, states, program, met)) < n ? met : null;
  };
  let met = alpha;
  for (let n = 1; ; n = Math.min(2 * n, known.length)) {
    const some = known.slice(0, n);
    const states = some.map(({ state }) => state);
    let before = Infinity;
    for (let step = 0; step < 3; step++) {
      const J = await trainer.costs(program, alpha, states);
      const off = J.map((cost, k) => (cost - some[k].v) / scale(some[k]));
      const worst = Math.max(...off.map(Math.abs));
      if (!(worst < 1e7) || (worst > 30 && worst > before / 2)) return otherwise(n); // no rate meets them all
      if (worst < 0.5) break;
      before = worst;
      const beside = await trainer.costs(program, alpha * (1 + 1e-7), states);
      const slope = beside.map((cost, k) => (cost - J[k]) / (1e-7 * scale(some[k]))); // per relative change of alpha
      const change =
        slope.reduce((sum, d, k) => sum + d * off[k], 0) / slope.reduce((sum, d) => sum + d * d, 0);
      if (!(Math.abs(change) < 0.1)) return otherwise(n);
      alpha *= 1 - change;
      if (step === 2 && worst > 30) return otherwise(n);
    }
    if (n === known.length) return alpha;
    [enough, met] = [n, alpha];
  }
}
