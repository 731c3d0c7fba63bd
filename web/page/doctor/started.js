// Two mistakes that are recognised beside the others: w begun at random, exactly where the seed is one of the usual, else by
// what all such trainings have in common; and float32, whose digits end sooner.
import { EPSILONS } from "./both.js";
import { RIGHT } from "./mistakes.js";
import { bundle, mayPrint, mayPrintAll, stray } from "./parting.js";
import { rand, randn } from "./random.js";
import { RATES, agrees } from "./states.js";

const SEEDS = [0, 1, 2, 3, 42];
const MORE_SEEDS = [...Array.from({ length: 17 }, (_, k) => k + 4), 100, 123, 1234, 2023, 2024];
const SCALES = [0.01, 1, 0.001, 0.1];
const BETWEEN = [0.0015, 0.0025, 0.004, 0.006, 0.008, 0.0007]; // rates, beside the usual ones
const SAMPLES = [101, 102, 103, 104, 105, 106, 107, 108];
const BESIDE = 0.25; // of how far those eight lie apart
const APART = 0.3; // of their mean: eight that lie farther apart prove nothing
const OTHER = 5e-4; // of J: a first number that is nearer to that of w = 0 is that
const SINGLE = 1e-6; // of alpha: some roundings of float32
const LEAST = 3e-6; // of J: sums of so many numbers, in whatever order
const BLURRED = 1e-3; // of a number that rounding decides

/** @param {number} seed @param {number} n @param {number} scale */
const startOf = (seed, n, scale, draw = randn) => draw(seed, n).map((v) => v * scale);

/** With NumPy's own numbers, where the seed is one of the usual: by its first J, if that was printed, and then at any rate.
 *  @param {import('./search.js').Search} search */
export async function seeded(search) {
  const { n_x } = search.trainer.sets.train.doctor;
  const isSaid = fromZero(search).length > 0;
  for (const seed of isSaid ? [...SEEDS, ...MORE_SEEDS] : SEEDS)
    for (const draw of [randn, rand]) {
      const numbers = draw(seed, n_x);
      for (const scale of [...SCALES, Math.sqrt(1 / n_x), Math.sqrt(2 / n_x)]) {
        const program = { ...RIGHT, id: "random", w0: numbers.map((v) => v * scale) };
        const hits = await from(search, program, isSaid);
        if (hits.length > 0)
          return hits.map((hit) => ({
            ...hit,
            start: { seed, scale: Number(scale.toPrecision(4)), draw: draw.name },
          }));
      }
      await search.trainer.breathe();
    }
  return [];
}

/** The course's training from these w. @param {import('./search.js').Search} search
 *  @param {import('./mistakes.js').Program} program @param {boolean} isSaid J before any update was printed */
async function from(search, program, isSaid) {
  const { trainer, printed } = search;
  if (isSaid && !agrees(printed.costs[0], (await trainer.costs(program, 1, [0]))[0])) return [];
  for (const alpha of search.rates) {
    const { hits } = await search.match(program, alpha);
    if (hits.length > 0) return hits;
  }
  return isSaid && search.informative > 1 ? search.seek(program, fromZero(search)) : [];
}

/** The guess with the first number before any update. */
const fromZero = ({ guesses }) => guesses.filter(({ at }) => at[0] === 0);

/**
 * Random numbers nobody knows: the first cost is another than w = 0 gives, and all lie among those of eight such starts.
 * @param {import('./search.js').Search} search
 */
export async function likelyStart({ trainer, printed, ...search }) {
  const { costs } = printed;
  const [guess] = fromZero(search);
  if (!guess || costs.length < 3 || costs.some(({ v }) => !Number.isFinite(v))) return [];
  const J0 = (await trainer.costs(RIGHT, 1, [0]))[0];
  if (Math.abs(costs[0].v - J0) < Math.max(10 * costs[0].unit, OTHER * J0)) return [];
  const { n_x } = trainer.sets.train.doctor;
  for (const scale of SCALES) {
    const starts = SAMPLES.map((seed) => startOf(seed, n_x, scale));
    const first = [];
    for (const w0 of starts) first.push(await trainer.costs(RIGHT, 1, [0], { w0 }));
    if (!among(costs.slice(0, 1), first)) continue;
    for (const alpha of [...RATES, ...BETWEEN]) {
      const runs = [await trainer.costs(RIGHT, alpha, guess.at, { w0: starts[0] })];
      const last = costs.length - 1;
      if (!(Math.abs(runs[0][last] - costs[last].v) < 0.3 * costs[last].v)) continue;
      for (const w0 of starts.slice(1)) runs.push(await trainer.costs(RIGHT, alpha, guess.at, { w0 }));
      if (among(costs, runs))
        return [{ id: "random", program: RIGHT, alpha, guess, cut: false, kind: true, more: {} }];
    }
    await trainer.breathe();
  }
  return [];
}

/** Whether each number lies where those of the runs lie, or not far beside, and that says something. */
const among = (costs, runs) =>
  costs.every(({ v, unit }, k) => {
    const all = runs.map((run) => run[k]);
    const [low, high] = [Math.min(...all), Math.max(...all)];
    const beside = BESIDE * (high - low) + unit;
    if (!(high - low <= (APART * (high + low)) / 2)) return false;
    return v >= low - beside && v <= high + beside;
  });

/** Where the course's training comes near the first number that says something. @param {import('./search.js').Search} search */
async function near({ trainer, printed: { costs }, guesses, rates }) {
  const found = [];
  for (const guess of guesses)
    for (const alpha of rates) {
      const k = guess.at[0] === 0 && costs.length > 1 ? 1 : 0;
      const [J] = await trainer.costs(RIGHT, alpha, [guess.at[k]]);
      if (Math.abs(J - costs[k].v) < 1e-3 * Math.max(1, J)) found.push({ guess, alpha });
    }
  return found;
}

/** The course's training with a small number in the logarithms. @param {import('./search.js').Search} search */
export async function withEpsilon(search) {
  for (const { alpha } of await near(search))
    for (const epsilon of EPSILONS) {
      const { hits } = await search.match(RIGHT, alpha, { guard: { epsilon } });
      if (hits.length > 0) return hits.map((hit) => ({ ...hit, id: "epsilon" }));
    }
  return [];
}

/**
 * The course's training but for rounding: as far off as float32 is, and no further.
 * @param {import('./search.js').Search} search
 */
export async function likelySingle(search) {
  const { printed, guesses, rates, compared } = search;
  if (guesses.length === 0) return [];
  const costs = printed.costs.slice(0, compared);
  const k = Math.min(1, costs.length - 1);
  const soon = Math.max(...guesses.map(({ at }) => at[k]));
  for (const alpha of rates) {
    const first = await singles(search, alpha, soon);
    for (const guess of guesses) {
      const at = guess.at.slice(0, compared);
      if (!at.slice(0, k + 1).every((t, i) => mayPrint(first, t, costs[i]))) continue;
      const all = await singles(search, alpha, at[at.length - 1]);
      if (!mayPrintAll(all, at, costs, at, alpha)) continue;
      const until = costs.findIndex(
        ({ v, unit }, i) => stray(all, at[i]) > Math.max(unit, BLURRED * Math.abs(v)),
      );
      return [
        {
          id: "float32",
          program: RIGHT,
          alpha,
          guess,
          cut: false,
          more: { single: true },
          ...(until >= 0 && { until }),
        },
      ];
    }
    await search.trainer.breathe();
  }
  return [];
}

/** The course's training and others as far beside as float32 rounds, itself among them. @returns {Promise<import('./parting.js').Bundle>} */
async function singles({ trainer }, alpha, last) {
  const { J, others } = await bundle(trainer, RIGHT, alpha, last, {}, SINGLE);
  const states = Array.from(J, (_, t) => t);
  const single = await trainer.costs(RIGHT, alpha, states, { single: true });
  return { J, others: [...others, single], least: LEAST };
}
