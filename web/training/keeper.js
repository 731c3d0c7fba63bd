// Which of the open tabs keeps the stored pictures: one at a time reads and writes them, the others work from memory. A lock
// of the browser says who, and goes with its tab; another tab asks over a channel to be handed over. A tab that does not
// answer, because the browser has put it to sleep, is passed over: should it wake up, the storage takes nothing from it
// (see claim in pictures/store.js).

const NAME = "one-neuron";
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
  /** @type {Set<(message: string) => void>} */
  #waiting = new Set();

  /**
   * @param {object} how
   * @param {() => Promise<unknown>} how.settle resolves when nothing is on its way into the storage any more
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
    const giveUp = new AbortController();
    const answered = this.#answer(["here"], ANSWER_MS); // a page that is going away does not answer, and lets go soon
    answered.then(() => giveUp.abort());
    this.channel?.post("who");
    return this.#request({ signal: giveUp.signal });
  }

  /** Becomes the keeper, whoever is. */
  async takeOver() {
    if (this.held || !this.locks) return void (this.held = true);
    const giveUp = new AbortController();
    const ask = () => this.channel?.post("hand over");
    const asking = setInterval(ask, ANSWER_MS); // again: a third tab may have been faster
    ask();
    const coming = this.#answer(["coming"], ANSWER_MS);
    coming.then((answer) => setTimeout(() => giveUp.abort(), answer ? HAND_OVER_MS : 0));
    const came = await this.#request({ signal: giveUp.signal });
    clearInterval(asking);
    if (!came) await this.#request({ steal: true });
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
      const granted = () =>
        new Promise((release) => {
          this.#release = () => release(undefined);
          this.held = true;
          resolve(true);
        });
      // Refused because of the signal, or taken away later: stolen.
      /** @type {any} */ (this.locks).request(NAME, options, granted).catch(() => {
        resolve(false);
        this.leave();
      });
    });
  }

  /** The first of these messages; null after a while. @param {string[]} wanted @param {number} ms @returns {Promise<string | null>} */
  #answer(wanted, ms) {
    return new Promise((resolve) => {
      const end = (/** @type {string | null} */ message) => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(message);
      };
      const look = (/** @type {string} */ message) => wanted.includes(message) && end(message);
      const timer = setTimeout(() => end(null), ms);
      this.#waiting.add(look);
    });
  }

  /** @param {string} message */
  async #hear(message) {
    for (const look of [...this.#waiting]) look(message);
    if (!this.held) return;
    if (message === "who") this.channel?.post("here");
    if (message !== "hand over") return;
    this.channel?.post("coming");
    await this.settle();
    this.leave();
  }
}
