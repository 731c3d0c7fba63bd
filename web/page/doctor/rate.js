// alpha from the numbers: where J of the first of them is met, between rates of a grid; then from all of them.

const MOST_ROOTS = 12;
const STEPS = 60;

/** Where J of a state is v, between two rates on either side of it: the rule of false position, as Illinois has it.
 *  @param {(alpha: number) => Promise<number>} J @param {number} v @param {number[]} rates @param {number[]} off */
async function root(J, v, [low, high], [below, above]) {
  for (let step = 0; step < STEPS; step++) {
    const middle = step % 5 === 4 ? Math.sqrt(low * high) : (low * above - high * below) / (above - below);
    if (!(middle > low && middle < high) || high / low - 1 < 1e-14) break;
    const f = (await J(middle)) - v;
    if (!Number.isFinite(f)) return NaN;
    if (f === 0) return middle;
    if (f > 0 === below > 0) [low, below, above] = [middle, f, above / 2];
    else [high, above, below] = [middle, f, below / 2];
    if (Math.abs(f) < 1e-13 * Math.max(1, Math.abs(v))) return middle;
  }
  return Math.sqrt(low * high);
}

/** Whether v may be met between two rates at which J is p and q: there, or as far beside. */
const between = (v, p, q) => Math.abs(v - (p + q) / 2) <= 1.5 * Math.abs(p - q) + 1e-4 * Math.abs(v);

/**
 * Rates at which the first number of a guess is met, where the second may be met as well.
 * @param {import('./search.js').Search} search @param {import('./mistakes.js').Program} program
 * @param {{guess: import('./states.js').Guess, points: {v: number, state: number}[]}[]} sought @param {number[]} grid
 */
export async function roots({ trainer }, program, sought, grid) {
  const states = [...new Set(sought.flatMap(({ points }) => points.map(({ state }) => state)))].sort(
    (p, q) => p - q,
  );
  /** @type {Map<number, number>[]} */
  const table = [];
  for (const alpha of sought.length > 0 ? grid : []) {
    const J = await trainer.costs(program, alpha, states);
    table.push(new Map(states.map((state, k) => [state, J[k]])));
  }
  const found = [];
  for (const { guess, points } of sought) {
    const [{ v, state }, ...others] = points;
    const costs = (/** @type {number} */ i, /** @type {number} */ of) => table[i].get(of) ?? NaN;
    let count = 0;
    for (let i = 1; i < grid.length && count < MOST_ROOTS; i++) {
      const [below, above] = [costs(i - 1, state) - v, costs(i, state) - v];
      if (!(below * above <= 0)) continue;
      if (others.some((o) => !between(o.v, costs(i - 1, o.state), costs(i, o.state)))) continue;
      const J = async (/** @type {number} */ alpha) => (await trainer.costs(program, alpha, [state]))[0];
      const alpha = await root(J, v, [grid[i - 1], grid[i]], [below, above]);
      count++;
      if (Number.isFinite(alpha)) found.push({ guess, alpha });
    }
    await trainer.breathe();
  }
  return found;
}

/** The rate from more and more of the numbers, by least squares; null when they do not belong to this program.
 *  @param {import('./search.js').Search} search @param {import('./mistakes.js').Program} program
 *  @param {import('./states.js').Guess} guess @param {number} alpha */
export async function polished({ trainer, printed }, program, guess, alpha) {
  const shift = program.shift ?? 0;
  const known = printed.costs
    .map((value, k) => ({ ...value, state: guess.at[k] + shift }))
    .filter(({ v, state }) => Number.isFinite(v) && state > 0);
  for (let n = Math.min(2, known.length); ; n = Math.min(2 * n, known.length)) {
    const some = known.slice(0, n);
    const states = some.map(({ state }) => state);
    for (let step = 0; step < 3; step++) {
      const J = await trainer.costs(program, alpha, states);
      const off = J.map((cost, k) => (cost - some[k].v) / scale(some[k]));
      const worst = Math.max(...off.map(Math.abs));
      if (!(worst < 1e7)) return null;
      if (worst < 0.5) break;
      const beside = await trainer.costs(program, alpha * (1 + 1e-7), states);
      const slope = beside.map((cost, k) => (cost - J[k]) / (1e-7 * scale(some[k]))); // per relative change of alpha
      const change =
        slope.reduce((sum, d, k) => sum + d * off[k], 0) / slope.reduce((sum, d) => sum + d * d, 0);
      if (!(Math.abs(change) < 0.1)) return null;
      alpha *= 1 - change;
      if (step === 2 && worst > 30) return null;
    }
    if (n === known.length) return alpha;
  }
}

const scale = ({ v, unit }) => Math.max(unit, 1e-10 * Math.max(1, Math.abs(v)));
