// Which of the open tabs keeps the stored pictures: one at a time reads and writes them, the others work from memory. A lock
// of the browser says who, and goes with its tab; another tab asks over a channel to be handed over. A tab that does not
// answer, because the browser has put it to sleep, is passed over: should it wake up, the storage takes nothing from it
// (see claim in pictures/store.js).

const NAME = "one-neuron";
const TRY_MS = 50;
const ANSWER_MS = 1500; // for a tab that is awake
const HAND_OVER_MS = 60_000; // for one that has said it will: it stores first what it is adding

/** @typedef {{post: (message: string) => void, hear: (fn: (message: string) => void) => void}} Channel */

/** @returns {Channel} */
function openChannel() {
  const channel = new BroadcastChannel(NAME);
  return {
    post: (message) => channel.postMessage(message),
    hear: (fn) => channel.addEventListener("message", ({ data }) => fn(data)),
  };
}

export class Keeper {
  /** True while this tab keeps what is stored. */
  held = false;
  /** Lets the lock go. */
  #release = () => {};
  /** Messages of other tabs since this one asked. @type {Set<string>} */
  #heard = new Set();
  /** It has said that it will hand over. */
  #leaving = false;

  /**
   * @param {object} how
   * @param {(leave: () => void) => Promise<unknown>} how.settle calls leave() when nothing is on its way into the storage,
   *   and before anything else sets out
   * @param {() => void} how.lost told when another tab has taken over
   * @param {Pick<LockManager, "request"> | undefined} [how.locks] without locks every tab believes it is the only one
   * @param {Channel} [how.channel]
   */
  constructor({ settle, lost, locks = globalThis.navigator?.locks, channel = locks && openChannel() }) {
    this.settle = settle;
    this.lost = lost;
    this.locks = locks;
    this.channel = channel;
    channel?.hear((message) => this.#hear(message));
  }

  /** Becomes the keeper unless another tab is. @returns {Promise<boolean>} whether it is now */
  async take() {
    if (this.held || !this.locks) return (this.held = true);
    this.#heard.clear();
    this.channel?.post("who"); // a page that is going away does not answer, and lets go soon
    return this.#try(() => !this.#heard.has("here"), ANSWER_MS);
  }

  /** Becomes the keeper, whoever is. */
  async takeOver() {
    if (this.held || !this.locks) return void (this.held = true);
    this.#heard.clear();
    const ask = () => this.channel?.post("hand over");
    const asking = setInterval(ask, ANSWER_MS); // again: a third tab may have been faster
    ask();
    const awake = () => this.#heard.has("coming");
    const came =
      (await this.#try(() => !awake(), ANSWER_MS)) || (awake() && (await this.#try(awake, HAND_OVER_MS)));
    clearInterval(asking);
    if (!came) await this.#request({ steal: true });
  }

  /** Asks for the lock again and again. Not in the queue of those who wait for it: a request that is given up may stay in
   *  there (Chromium). @param {() => boolean} hope @param {number} ms @returns {Promise<boolean>} whether it came */
  async #try(hope, ms) {
    for (const end = Date.now() + ms; ;) {
      if (await this.#request({ ifAvailable: true })) return true;
      if (!hope() || Date.now() > end) return false;
      await new Promise((resolve) => setTimeout(resolve, TRY_MS));
    }
  }

  /** Another tab keeps them now. */
  leave() {
    if (!this.held) return;
    this.held = false;
    this.#release();
    this.lost();
  }

  /** @param {LockOptions} options @returns {Promise<boolean>} whether the lock came; it is held until let go */
  #request(options) {
    return new Promise((resolve) => {
      const granted = (/** @type {Lock | null} */ lock) => {
        resolve(lock !== null);
        if (lock === null) return;
        this.held = true;
        return new Promise((release) => (this.#release = () => release(undefined)));
      };
      /** @type {any} */ (this.locks).request(NAME, options, granted).catch(() => {
        resolve(false);
        this.leave(); // stolen
      });
    });
  }

  /** @param {string} message */
  async #hear(message) {
    this.#heard.add(message);
    if (!this.held) return;
    if (message === "who") this.channel?.post("here");
    if (message !== "hand over") return;
    this.channel?.post("coming");
    if (this.#leaving) return;
    this.#leaving = true;
    await this.settle(() => this.leave()).finally(() => (this.#leaving = false));
  }
}
