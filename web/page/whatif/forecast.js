// How long trainings take, here and now: foretold from how much there is to do and from how fast the last ones were, and
// corrected by every one that is done. A machine that is slow, or busy with other things, is heard of that way.

/** @typedef {"neuron" | "network"} Learner two kinds of arithmetic, which a machine need not be equally fast at */
/** @typedef {{what: string, learner: Learner, count: number, seconds: number}} Work so many trainings, each of so many seconds
 *  on the machine that the rates were measured on */

const LEAST_S = 0.05; // work that says something about the machine

/** Times as long as on that machine. @type {Record<Learner, number>} */
const slowness = { neuron: 1, network: 1 };

/** What was measured by a short piece of trials: a first word about both. @param {number} times as long as on that machine */
export function measured(times) {
  if (times > 0 && Number.isFinite(times)) slowness.neuron = slowness.network = times;
}

/** Seconds that this takes, about. @param {Work[]} works */
export const secondsOf = (works) =>
  works.reduce((sum, { learner, count, seconds }) => sum + slowness[learner] * count * seconds, 0);

export class Forecast {
  /** @type {Map<string, Work & {left: number}>} */
  #works;
  /** Of each kind, seconds foretold of what is done, and those it took. @type {Record<Learner, {told: number, took: number}>} */
  #done = { neuron: { told: 0, took: 0 }, network: { told: 0, took: 0 } };
  #at;

  /** @param {Work[]} works @param {() => number} now milliseconds */
  constructor(works, now) {
    this.now = now;
    this.#works = new Map(works.map((work) => [work.what, { ...work, left: work.count }]));
    this.#at = now();
  }

  /** One is done. @param {string} what */
  heard(what) {
    const work = this.#works.get(what);
    if (!work) return;
    work.left = Math.max(0, work.left - 1);
    const done = this.#done[work.learner];
    const now = this.now();
    done.took += (now - this.#at) / 1000;
    done.told += work.seconds;
    this.#at = now;
    if (done.told >= LEAST_S) slowness[work.learner] = done.took / done.told;
  }

  /** Seconds until all is done, about. */
  get left() {
    const all = secondsOf([...this.#works.values()].map((work) => ({ ...work, count: work.left })));
    return Math.max(0, all - (this.now() - this.#at) / 1000);
  }
}
