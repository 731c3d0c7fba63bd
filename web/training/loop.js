// Work in short pieces for as long as there is any, with the messages of the page let in between.

import { breathe } from "./pace.js";

export class Loop {
  #looping = false;
  #again = false;

  /** @param {() => Promise<boolean>} work a short piece; whether there is more
   *  @param {(error: unknown) => (() => void)} failed what could not go on; gives what is to be said of it, which may wake
   *  the loop */
  constructor(work, failed) {
    this.work = work;
    this.failed = failed;
  }

  /** There is work, or there may be. */
  wake() {
    this.#again = true;
    if (!this.#looping) this.#run();
  }

  async #run() {
    this.#looping = true;
    let say = () => {};
    try {
      while (this.#again) {
        this.#again = false;
        while (await this.work()) await breathe();
      }
    } catch (error) {
      say = this.failed(error);
    } finally {
      this.#looping = false;
    }
    say();
    if (this.#again && !this.#looping) this.#run();
  }
}
