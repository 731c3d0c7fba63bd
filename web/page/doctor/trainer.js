// Runs the programs of mistakes.js in short calls, one at a time.

const MADDS = 2e7; // of a call: a few milliseconds

/** Beside what the program is: in float32; from these w; what keeps J finite.
 *  @typedef {{single?: boolean, w0?: Float64Array, guard?: {epsilon?: number, clip?: number, loss?: string}}} Otherwise */

export class Trainer {
  /** What K is made of now, and from which w it starts, by pictures. @type {Map<any, {x: string, w0: any}>} */
  #prepared = new Map();

  /** @param {Record<string, {doctor: import('../../core/doctor.js').Doctor, y: ArrayLike<number>}>} sets train, and perhaps
   *  scrambled and test @param {() => Promise<void>} breathe */
  constructor(sets, breathe) {
    this.sets = sets;
    this.breathe = breathe;
  }

  /** @param {import('./mistakes.js').Program} program */
  knows = ({ data = "train", needs = data }) => data in this.sets && needs in this.sets;

  /** The numbers of C. @param {import('./mistakes.js').Program} program @param {number} alpha @param {Otherwise} more */
  #how(program, alpha, { single = false, guard }) {
    const { m, n_x } = this.sets[program.data ?? "train"].doctor;
    const m_test = this.sets.test?.doctor.m ?? 0;
    return { ...program.how({ alpha, m, n_x, n_px: Math.sqrt(n_x / 3), m_test }), single, ...guard };
  }

  /** J of states, as far as they are asked for; of a program that updates within its sum, not that of state `end`.
   *  @param {import('./mistakes.js').Program} program @param {number} alpha @param {number} end @param {Otherwise} [more] */
  async begin(program, alpha, end, more = {}) {
    const { doctor, y } = this.sets[program.data ?? "train"];
    await this.#prepare(doctor, program, more.w0 ?? program.w0);
    doctor.begin(this.#how(program, alpha, more), y, end);
    let count = 0;
    let costs = new Float64Array(0);
    const to = (/** @type {number} */ t) => {
      if (count > t) return costs[t];
      while (count <= t) count = doctor.run(t, MADDS);
      costs = doctor.costs(count);
      return costs[t];
    };
    return { at: to, doctor };
  }

  /** J of these states. @param {import('./mistakes.js').Program} program @param {number} alpha @param {number[]} states
   *  @param {Otherwise} [more] */
  async costs(program, alpha, states, more) {
    const { at } = await this.begin(program, alpha, states[states.length - 1] + 1, more);
    return states.map(at);
  }

  /** @param {import('../../core/doctor.js').Doctor} doctor @param {import('./mistakes.js').Program} program
   *  @param {Float64Array} [w0] */
  async #prepare(doctor, { x = "scaled", start }, w0) {
    const from = w0 ?? start ?? null;
    const is = this.#prepared.get(doctor);
    if (is?.x === x && is.w0 === from) return;
    this.#prepared.delete(doctor);
    if (is?.x !== x) while (doctor.prepare(x, MADDS) > 0) await this.breathe();
    if (from || is?.x === x) doctor.start(start ? new Float64Array(doctor.n_x).fill(1) : (w0 ?? null));
    this.#prepared.set(doctor, { x, w0: from });
  }
}
