// Which training printed these costs? Each program is run at the usual rates first; then alpha is sought, for the right one
// before any mistake, so that nobody is accused who only trained at another rate.
import { guarded, pairs } from "./both.js";
import { KNOWN, MISTAKES, RIGHTS } from "./mistakes.js";
import { bundle, isEnough, isEvidence, mayPrint, mayPrintAll } from "./parting.js";
import { pointsOf, polished, roots } from "./rate.js";
import { likelySingle, likelyStart, seeded, withEpsilon } from "./started.js";
import {
  CUT,
  FINE,
  GRID,
  RATES,
  ROUNDED,
  agrees,
  comparedOf,
  guesses,
  informative,
  oddity,
} from "./states.js";

const MOST_ITERATIONS = 999_000;
const MOST_UNSAID = 50_000; // where no iteration is said
const USUAL = { step: 100 };
const SINGLE = 1e-5; // of a number: farther than float32 goes astray before rounding decides
const ODD = 3; // of a rate that nobody writes
const LONGEST = 100; // where no iteration is said, the first number is of this state at most when alpha is sought

/**
 * @typedef {object} Hit a training that prints these numbers
 * @property {string} id of the program, or of OTHERS @property {import('./mistakes.js').Program} program @property {number} alpha
 * @property {import('./states.js').Guess} guess @property {boolean} cut the digits are cut off, not rounded
 * @property {import('./trainer.js').Otherwise} [more] @property {{seed: number, scale: number}} [start]
 * @property {boolean} [kind] recognised by kind only: it does not print exactly these
 * @property {number} [until] so many numbers agree to the last digit, those behind as far as rounding allows
 */

const keyOf = (/** @type {Hit} */ { id, program }) => `${id} ${program.also?.id ?? ""}`;

export class Search {
  /** @type {Hit[]} */
  hits = [];
  /** Programs of which J of state 0 is another, whatever alpha is. */
  #out = new Set();

  /** @param {import('./trainer.js').Trainer} trainer @param {import('./read.js').Printed} printed @param {number} alpha of the page
   *  @param {(share: number) => void} tell */
  constructor(trainer, printed, alpha, tell = () => {}) {
    this.trainer = trainer;
    this.printed = printed;
    this.rates = [...new Set([alpha, ...RATES])];
    this.guesses = guesses(printed, printed.labels ? MOST_ITERATIONS : MOST_UNSAID);
    this.tell = tell;
    this.compared = comparedOf(printed);
    this.programs = [...RIGHTS, ...MISTAKES].filter(trainer.knows);
  }

  get informative() {
    return informative(this.printed);
  }

  async run() {
    let done = 0;
    const steps = 2 * this.programs.length + 3;
    const next = async () => {
      this.tell(++done / steps);
      await this.trainer.breathe();
    };
    const isRight = () => this.hits.some(({ id }) => id === "right");
    for (const program of this.programs) {
      await this.#atRates(program);
      await next();
      if (program === RIGHTS[1] && this.informative > 0 && isRight()) break; // no mistake is likelier
    }
    // Where J jumps it is not even in alpha, and no numbers lead to it.
    if (this.hits.length === 0 && this.informative > 1) await this.#atRates(RIGHTS[0], FINE);
    if (this.informative > 1) for (const program of RIGHTS) if (!isRight()) await this.#seek(program);
    const isOdd = (/** @type {Hit} */ hit) => hit.id === "right" && oddity(hit.alpha, hit.guess) >= ODD;
    if (this.hits.length > 0 && this.hits.every(isOdd)) await this.#rounded();
    await next();
    if (this.hits.length === 0) await this.#others();
    await next();
    if (this.hits.length === 0 && this.informative > 1)
      for (const program of this.programs.slice(RIGHTS.length)) {
        await this.#seek(program);
        await next();
      }
    if (this.hits.length === 0) await this.#rarely();
    if (this.hits.length === 0) await this.#both();
    if (this.hits.length === 0) this.hits.push(...(await guarded(this)));
    if (this.hits.length === 0) this.hits.push(...(await likelyStart(this)));
    return { hits: this.#likeliest(), known: KNOWN };
  }

  /** Which guesses a training agrees with, to the last number. @returns {Promise<{hits: Hit[], reached: number}>} */
  async match(program, alpha, more = {}) {
    const { costs } = this.printed;
    const shift = program.shift ?? 0;
    let alive = this.guesses.map((guess) => ({ guess, k: 0, ways: ROUNDED | CUT }));
    const end = alive.reduce((most, { guess: { at } }) => Math.max(most, at[at.length - 1]), 0) + shift;
    const { at: J } = await this.trainer.begin(program, alpha, end + 1, more);
    /** @type {Hit[]} */
    const hits = [];
    const parted = [];
    let reached = 0;
    while (alive.length > 0) {
      const state = Math.min(...alive.map(({ guess, k }) => guess.at[k])) + shift;
      reached = state;
      const cost = J(state);
      for (const each of alive) {
        if (each.guess.at[each.k] + shift === state) each.ways &= agrees(costs[each.k++], cost);
      }
      for (const { guess, k, ways } of alive)
        if (ways && k === this.compared)
          hits.push({ id: program.id, program, alpha, guess, cut: ways === CUT, more });
        else if (!ways && k > 1 && (program.id === "right" || isEnough(costs, guess.at, k - 1, alpha)))
          parted.push({ id: program.id, program, alpha, guess, cut: false, more, until: k - 1 });
      alive = alive.filter(({ k, ways }) => ways && k < this.compared);
    }
    if (hits.length === 0) for (const hit of parted) hits.push(...(await this.#upToRounding(hit)));
    return { hits, reached };
  }

  /** What disagrees nowhere by more than rounding makes of it. The first that disagrees is looked at before all of them.
   *  @param {Hit & {until: number}} hit */
  async #upToRounding(hit) {
    const { program, alpha, guess, more, until } = hit;
    const costs = this.printed.costs.slice(0, this.compared);
    const states = guess.at.slice(0, this.compared).map((t) => t + (program.shift ?? 0));
    const of = (/** @type {number} */ last) => bundle(this.trainer, program, alpha, last, more);
    if (!mayPrint(await of(states[until]), states[until], costs[until])) return [];
    const all = await of(states[states.length - 1]);
    const ways = mayPrintAll(all, states, costs, guess.at, alpha);
    return ways ? [{ ...hit, cut: ways === CUT }] : [];
  }

  async #atRates(program, rates = this.rates) {
    for (const alpha of rates) {
      const { hits, reached } = await this.match(program, alpha);
      this.hits.push(...hits);
      if (hits.length === 0 && reached === 0 && program.id !== "each") return this.#out.add(program);
    }
  }

  /** alpha of a program from the numbers, unless its first J is another. */
  async #seek(program) {
    if (this.#out.has(program)) return;
    const { costs } = this.printed;
    const shift = program.shift ?? 0;
    const [J0] = await this.trainer.costs(program, 1, [0]);
    const begun = this.guesses.filter(
      ({ at }) => at[0] + shift > 0 || program.id === "each" || agrees(costs[0], J0),
    );
    this.hits.push(...(await this.seek(program, begun)));
  }

  /** Trainings of this program that print these numbers, at whatever rate. @param {import('./mistakes.js').Program} program
   *  @param {import('./states.js').Guess[]} begun @returns {Promise<Hit[]>} */
  async seek(program, begun) {
    const shift = program.shift ?? 0;
    const isRight = ["right", "random"].includes(program.id);
    /** @type {Hit[]} */
    const found = [];
    const sought = begun.flatMap((guess) => {
      const points = pointsOf(this.printed, guess, shift, this.printed.labels ? Infinity : LONGEST);
      if (this.printed.labels) return { guess, points };
      const isUsual = [1, 10, 100].includes(guess.step) && guess.first + 1 !== guess.step;
      return points[0].state <= LONGEST && (isRight || isUsual) ? { guess, points } : [];
    });
    for (const { guess, alpha } of await roots(this, program, sought, isRight ? FINE : GRID)) {
      const exact = await polished(this, program, guess, alpha);
      if (exact === null) continue;
      for (const digits of isRight ? [1, 2, 3, 4, 6, 17] : [1, 2, 3, 4]) {
        const rate = Number(exact.toPrecision(digits));
        if (Math.abs(rate / exact - 1) > 0.01) continue;
        const { hits } = await this.match(program, rate);
        found.push(...hits);
        if (hits.length > 0) break;
      }
    }
    return found;
  }

  /** Printed at intervals that few choose: at the first rates only. */
  async #rarely() {
    const { guesses: usual, rates } = this;
    this.guesses = guesses(this.printed, MOST_UNSAID, true);
    this.rates = rates.slice(0, 3);
    if (this.guesses.length > 0) for (const program of this.programs) await this.#atRates(program);
    Object.assign(this, { guesses: usual, rates });
  }

  /** Two mistakes, of which one only makes J so many times as large: its first number says which. */
  async #both() {
    const both = await pairs(this);
    for (const program of both) await this.#atRates(program);
    if (this.hits.length === 0 && this.informative > 1) for (const program of both) await this.#seek(program);
  }

  /** A rate that nobody writes may be another one in float32. */
  async #rounded() {
    const single = await likelySingle(this);
    const beside = (/** @type {Hit} */ { alpha }) =>
      single.some((hit) => Math.abs(hit.alpha / alpha - 1) < 1e-4);
    this.hits = [...single, ...this.hits.filter((hit) => !beside(hit))];
  }

  async #others() {
    this.hits.push(...(await seeded(this)));
    if (this.hits.length === 0) this.hits.push(...(await withEpsilon(this)));
    if (this.hits.length === 0) this.hits.push(...(await likelySingle(this)));
    if (this.hits.length === 0 && this.informative > 1) await this.#coarsely();
  }

  /** In float32 at a rate that is not among the usual: found from the digits that float32 has. */
  async #coarsely() {
    const costs = this.printed.costs.map(({ v, unit }) => ({
      v,
      unit: Math.max(unit, SINGLE * Math.abs(v)),
    }));
    if (costs.every(({ unit }, k) => unit === this.printed.costs[k].unit)) return;
    const rough = new Search(this.trainer, { ...this.printed, costs }, this.rates[0]);
    await rough.#seek(RIGHTS[0]);
    const { rates } = this;
    this.rates = [...new Set(rough.hits.map(({ alpha }) => alpha))];
    if (this.rates.length > 0) this.hits.push(...(await likelySingle(this)));
    this.rates = rates;
  }

  /** The right one alone, unless it had to be at a rate far odder than a mistake's; else those that are least odd, each mistake
   *  once. */
  #likeliest() {
    const odd = (/** @type {Hit} */ { alpha, guess }) => oddity(alpha, guess);
    const place = (/** @type {Hit} */ { program }) => this.programs.indexOf(program);
    const hits = this.hits.filter(
      ({ id, guess }) => id === "right" || isEvidence(this.printed.costs, guess.at),
    );
    const whole = hits.filter(({ until }) => until === undefined);
    const order = [...(whole.length > 0 ? whole : hits)].sort(
      (p, q) => odd(p) - odd(q) || place(p) - place(q),
    );
    const right = order.find(({ id }) => id === "right");
    const least = order.length ? odd(order[0]) : 0;
    if (right && this.informative > 0 && (odd(right) <= least + 1 || oddity(right.alpha, USUAL) < ODD))
      return [right];
    const seen = new Set();
    return order.filter((hit) => {
      if ((odd(hit) > least && hit !== right) || seen.has(keyOf(hit))) return false;
      seen.add(keyOf(hit));
      return true;
    });
  }
}
