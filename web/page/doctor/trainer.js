// Runs the programs of mistakes.js in short calls, one at a time.

const MADDS = 2e7; // of a call: a few milliseconds

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
  knows = ({ data = "train" }) => data in this.sets;

  /** J of states, as far as they are asked for; of a program that updates within its sum, not that of state `end`. @param {import('./mistakes.js').Program} program @param {number} alpha
   *  @param {number} end @param {{single?: boolean, w0?: Float64Array}} [more] */
  async begin(program, alpha, end, { single = false, w0 } = {}) {
    const { doctor, y } = this.sets[program.data ?? "train"];
    await this.#prepare(doctor, program, w0);
    const { m, n_x } = doctor;
    doctor.begin({ ...program.how({ alpha, m, n_x }), single }, y, end);
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
   *  @param {{single?: boolean, w0?: Float64Array}} [more] */
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
