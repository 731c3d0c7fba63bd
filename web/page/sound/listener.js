// An AudioWorklet, in the thread of the sound card: hands on what the microphone hears, channels averaged.

const { AudioWorkletProcessor, registerProcessor } = /** @type {any} */ (globalThis);
const BLOCK = 1024; // samples in one message, eight times what the browser gives at once

class Listener extends AudioWorkletProcessor {
  #block = new Float32Array(BLOCK);
  #filled = 0;

  process([channels]) {
    if (channels.length === 0) return true; // nothing is connected yet
    for (let i = 0; i < channels[0].length; i++) {
      let sum = 0;
      for (const channel of channels) sum += channel[i];
      this.#block[this.#filled++] = sum / channels.length;
      if (this.#filled === BLOCK) this.#send();
    }
    return true;
  }

  #send() {
    this.port.postMessage(this.#block, [this.#block.buffer]);
    this.#block = new Float32Array(BLOCK);
    this.#filled = 0;
  }
}

registerProcessor("listener", Listener);
