// Two things at once: a mistake, and one that only makes J so many times as large; a mistake that would make J infinite, and what
// keeps it finite.
import { MISTAKES } from "./mistakes.js";
import { agrees } from "./states.js";

/** How many times as large J is. @type {Record<string, (m: number) => number>} */
const TIMES = {
  "no-m-cost": (m) => m,
  minus: () => -1,
  log10: () => 1 / Math.LN10,
  log2: () => 1 / Math.LN2,
  half: () => 1 / 2,
  "m-twice": (m) => 1 / m,
};

/** Programs with two mistakes whose first J is the number printed. @param {import('./search.js').Search} search
 *  @returns {Promise<import('./mistakes.js').Program[]>} */
export async function pairs({ trainer, printed, programs, guesses }) {
  const [first] = printed.costs;
  if (!guesses.some(({ at }) => at[0] === 0)) return [];
  const found = [];
  for (const program of programs) {
    if (program.id === "right" || program.id in TIMES || program.shift) continue;
    const [J0] = await trainer.costs(program, 1, [0]);
    for (const [id, times] of Object.entries(TIMES)) {
      if (!Number.isFinite(J0) || !agrees(first, J0 * times(trainer.sets.train.doctor.m))) continue;
      const also = /** @type {import('./mistakes.js').Program} */ (MISTAKES.find((each) => each.id === id));
      found.push({ ...program, also, how: (/** @type {any} */ of) => larger(program.how(of), times(of.m)) });
    }
    await trainer.breathe();
  }
  return found;
}

const larger = (/** @type {import('../../core/doctor.js').How} */ how, /** @type {number} */ times) => ({
  ...how,
  cost: how.cost * times,
});

export const EPSILONS = [1e-8, 1e-5, 1e-7, 1e-10, 1e-15, 1e-6, 1e-9, 1e-12, 1e-4];
const GUARDS = [
  { loss: "from z" },
  ...EPSILONS.map((epsilon) => ({ epsilon })),
  ...[1e-15, 1e-7, 1e-8, 1e-5, 1e-10, 1e-6, 1e-9, 1e-12].map((clip) => ({ clip })),
];
const GUARDED = ["right", "bytes", "no-m", "no-m-w", "no-m-all", "ones", "misprint", "no-sigmoid"];
const LARGE = 2; // of J, in units of its first number, before anybody guards it

/** What goes beyond 0 and 1 in the last bit, with J kept finite. @param {import('./search.js').Search} search
 *  @returns {Promise<import('./search.js').Hit[]>} */
export async function guarded(search) {
  const { trainer, printed, programs, rates } = search;
  const largest = Math.max(...printed.costs.map(({ v }) => Math.abs(v)));
  if (!(largest > LARGE && largest < Infinity)) return [];
  for (const program of programs.filter(({ id }) => GUARDED.includes(id)))
    for (const guard of GUARDS) {
      if ("loss" in guard && program.id === "right") continue; // tried already
      for (const alpha of rates) {
        const { hits, reached } = await search.match(program, alpha, { guard });
        if (hits.length > 0)
          return hits.map((hit) => ({ ...hit, id: program.id === "right" ? "epsilon" : program.id }));
        if (reached === 0) break;
      }
      await trainer.breathe();
    }
  return [];
}
