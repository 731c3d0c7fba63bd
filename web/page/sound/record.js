// The microphone: on from open() to close(), and whole seconds of what it hears. It shows nothing.

import { fetched } from "../../ui/fetched.js";
import { SoundError } from "../../ui/audio.js";

/** What the browser says when it gives no microphone, and what the visitor is told. */
const WHY = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "absent",
  OverconstrainedError: "absent",
  NotReadableError: "taken",
  AbortError: "taken",
};

/** As it is: what makes speech clear takes whistles and claps for noise. */
const PLAIN = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };

const PATIENCE_MS = 3000;

export class Microphone {
  /** @type {MediaStream | null} */
  #stream = null;
  /** @type {AudioContext | null} */
  #context = null;
  /** The second that is being recorded. @type {Float32Array | null} */
  #second = null;
  #filled = 0;
  #blocks = 0; // heard so far
  #held = false;
  #first = true; // of this hold
  #opening = 0; // which open() is the last one

  /**
   * @param {object} hears
   * @param {(peak: number) => void} hears.level the largest amplitude, many times a second
   * @param {(share: number) => void} hears.progress of the second being recorded; 0: none is
   * @param {(samples: Float32Array, rate: number) => void} hears.second a whole one is over
   * @param {(code: string) => void} hears.gone "lost": it was unplugged, or taken away; "failed": nothing comes from it
   */
  constructor(hears) {
    this.hears = hears;
  }

  /** @returns {boolean} */
  get on() {
    return this.#stream !== null;
  }

  /** Asks for the microphone. Call it from a click. Throws SoundError with one of the codes of WHY, "none" or "failed".
   *  @returns {Promise<boolean>} false when close() came meanwhile */
  async open() {
    this.close();
    const mine = ++this.#opening;
    const here = () => mine === this.#opening;
    const single = "single" in document.documentElement.dataset; // its policy lets no worklet in (web/single/)
    if (!navigator.mediaDevices?.getUserMedia || typeof AudioWorkletNode === "undefined" || single)
      throw new SoundError("none");
    const stream = await navigator.mediaDevices.getUserMedia({ audio: PLAIN }).catch((error) => {
      throw new SoundError(WHY[/** @type {keyof typeof WHY} */ (error.name)] ?? "failed");
    });
    if (!here()) {
      letGo(stream);
      return false;
    }
    this.#stream = stream;
    for (const track of stream.getTracks())
      track.addEventListener("ended", () => {
        if (this.#stream !== stream) return;
        this.close();
        this.hears.gone("lost");
      });
    try {
      await this.#connect(stream);
    } catch (error) {
      if (here()) this.close();
      console.warn(error);
      throw new SoundError("failed");
    }
    return here();
  }

  /** @param {MediaStream} stream */
  async #connect(stream) {
    const context = new AudioContext();
    this.#context = context;
    const listener = new URL("./listener.js", import.meta.url).href;
    await fetched(listener); // addModule() asks once, and what did not come may stay so
    await context.audioWorklet.addModule(listener);
    if (this.#context !== context) return;
    const node = new AudioWorkletNode(context, "listener", { numberOfInputs: 1, numberOfOutputs: 1 });
    node.port.addEventListener("message", ({ data }) => this.#context === context && this.#hear(data));
    node.port.start();
    context.createMediaStreamSource(stream).connect(node);
    node.connect(context.destination); // it says nothing; only what is connected is heard
    context.resume(); // may wait for a press
  }

  /** Records from now on, a second after the other, until release(). */
  press() {
    this.#context?.resume();
    this.#expectSound();
    this.#held = true;
    this.#first = true;
    if (!this.#second) this.#begin();
  }

  /** A computer without a sound card, for one, opens the microphone and then stands still. */
  #expectSound() {
    const [context, blocks] = [this.#context, this.#blocks];
    setTimeout(() => {
      if (!context || this.#context !== context || this.#blocks > blocks) return;
      this.close();
      this.hears.gone("failed");
    }, PATIENCE_MS);
  }

  /** The second that has begun is recorded to its end, unless it follows another and has hardly begun. */
  release() {
    this.#held = false;
    if (this.#second && !this.#first && this.#filled < this.#second.length / 2) this.#drop();
  }

  /** The light goes off; a second that is not over is dropped. */
  close() {
    this.#opening += 1;
    if (this.#stream) letGo(this.#stream);
    this.#context?.close();
    this.#stream = this.#context = null;
    this.#held = false;
    this.#drop();
  }

  #begin() {
    if (!this.#context) return;
    this.#second = new Float32Array(this.#context.sampleRate);
    this.#filled = 0;
  }

  #drop() {
    this.#second = null;
    this.hears.progress(0);
  }

  /** @param {Float32Array} block */
  #hear(block) {
    this.#blocks += 1;
    this.hears.level(block.reduce((most, v) => Math.max(most, Math.abs(v)), 0));
    while (this.#second && block.length > 0) {
      const second = this.#second;
      const some = block.subarray(0, second.length - this.#filled);
      second.set(some, this.#filled);
      this.#filled += some.length;
      block = block.subarray(some.length);
      if (this.#filled < second.length) return this.hears.progress(this.#filled / second.length);
      this.#first = false;
      if (this.#held) this.#begin();
      else this.#drop();
      this.hears.second(second, second.length);
    }
  }
}

/** @param {MediaStream} stream */
function letGo(stream) {
  for (const track of stream.getTracks()) track.stop();
}
