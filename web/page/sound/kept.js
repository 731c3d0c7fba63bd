// The sounds of pictures, by the pictures' ids: so many, then the oldest go.

export class Kept {
  /** @type {Map<number, Float32Array>} */
  #sounds = new Map();

  /** @param {number} most */
  constructor(most) {
    this.most = most;
  }

  /** @param {number} id @param {Float32Array} samples */
  set(id, samples) {
    this.#sounds.delete(id);
    this.#sounds.set(id, samples);
    const [oldest] = this.#sounds.keys();
    if (this.#sounds.size > this.most) this.#sounds.delete(oldest);
  }

  /** @param {number} id */
  get(id) {
    return this.#sounds.get(id) ?? null;
  }
}
