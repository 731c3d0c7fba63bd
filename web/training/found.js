// What is stored, found again when the page opens or this tab takes over from another one; else the drawn set.

import { Keeper } from "./keeper.js";
import { Learned } from "./learned.js";

/**
 * @typedef {object} Means
 * @property {any} store see pictures/store.js @property {Pick<LockManager, "request">} [locks]
 * @property {import('../pictures/pictures.js').Pictures} pictures
 * @property {import('./training.js').Training} training
 * @property {import('./chosen.js').Chosen} chosen
 * @property {import('./keeping.js').Keeping} keeping
 * @property {import('./learned.js').Learned} learned
 * @property {import('./data-commands.js').DataCommands} commands
 * @property {(stored: any) => void} runs what is stored of the runs
 * @property {(stored: any) => Promise<void>} brought what is stored of a model that was brought
 * @property {(error: unknown) => void} tellMemory throws errors of other kinds
 * @property {(event: any) => void} emit
 */

export class Found {
  #keeper;

  /** @param {Means} means */
  constructor(means) {
    this.means = means;
    const { store, locks } = means;
    this.#keeper = new Keeper({
      settle: (leave) => this.#settle(leave),
      lost: () => this.#yield(),
      locks: locks ?? (store.available ? globalThis.navigator?.locks : undefined),
    });
    store.onYield = () => this.#keeper.leave();
  }

  /** @param {Record<string, any> | null} link the valid settings of a link @returns {Promise<boolean>} whether there was
   *  anything */
  async open(link) {
    const { chosen, emit } = this.means;
    if (await this.#keeper.take()) return this.#load(link);
    if (link) chosen.takeLink(link);
    this.draw(undefined, chosen.settings.share);
    emit({ type: "keeper", elsewhere: true });
    return false;
  }

  /** Before a command that changes what is stored: this tab becomes the one that keeps it, and what is stored takes the
   *  place of what it showed. */
  async takeOver() {
    if (this.#keeper.held) return;
    await this.#keeper.takeOver();
    await this.#load();
    this.means.emit({ type: "keeper", elsewhere: false });
  }

  /** Another tab is to keep what is stored: what was asked for here is stored first, and what is asked for later takes over
   *  again. @param {() => void} leave */
  #settle(leave) {
    const { commands, store } = this.means;
    commands.stopAdding();
    return commands.run(async () => {
      await store.settled();
      leave();
    });
  }

  /** Another tab keeps what is stored. What is here stays, in memory. */
  #yield() {
    this.means.store.yield();
    this.means.emit({ type: "keeper", elsewhere: true });
  }

  /** @param {Record<string, any> | null} [link] @returns {Promise<boolean>} whether there was anything */
  async #load(link = null) {
    const { store, keeping, chosen, commands, learned, training } = this.means;
    await store.claim();
    const { meta, list, names, learned: record, runs, brought } = await keeping.load();
    this.means.runs(runs);
    chosen.take(meta?.settings ?? {});
    chosen.speedChosen = meta?.speedChosen === true;
    if (link) chosen.takeLink(link);
    const { share, n_px } = chosen.settings;
    if (list) this.#restore(meta.source, Learned.inOrder(list, record), { names, share, n_px });
    else this.draw(meta?.source === "drawn" ? names : undefined, link ? share : "own");
    commands.steps.forget();
    const stored = learned.take(record, link !== null);
    if (stored) training.resume(stored);
    await this.means.brought(brought);
    return list !== null;
  }

  /** What was stored; where memory is short, small. @param {'own' | 'h5'} source @param {any[]} list @param {any} how */
  #restore(source, list, how) {
    const { pictures, tellMemory } = this.means;
    try {
      pictures.replace(source, list, how);
    } catch (error) {
      tellMemory(error);
      pictures.replace(source, list, { ...how, n_px: 0 });
    }
  }

  /** The drawn set. @param {(string | null)[]} [names] @param {number | 'own'} [share] */
  draw(names = [null, null], share = "own") {
    const { pictures, chosen } = this.means;
    const { drawn_m, drawn_seed, n_px } = chosen.settings;
    pictures.draw({ m: drawn_m, seed: drawn_seed }, { names, share, n_px });
  }
}
