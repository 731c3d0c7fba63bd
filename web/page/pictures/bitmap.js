// The picture being drawn: 64×64×3 bytes, changed by integer discs only, so the same strokes give
// the same bytes in every browser (canvas strokes do not). Knows no DOM; pad.js shows it.

const UNDO_STEPS = 50;

/** The pixels [dx, dy] covered by a brush of `size` pixels across, from its top left pixel. */
export function disc(size) {
  const covered = [];
  const reach = Math.max(0, size * size - 2); // squared, in half pixels: rounds the corners off
  for (let dy = 0; dy < size; dy++)
    for (let dx = 0; dx < size; dx++) {
      const u = 2 * dx + 1 - size;
      const v = 2 * dy + 1 - size;
      if (u * u + v * v <= reach || size <= 2) covered.push([dx, dy]);
    }
  return covered;
}

/** A square white picture with undo; `rgb` is what the neuron is shown. */
export class Bitmap {
  #undo = [];

  constructor(px = 64) {
    this.px = px;
    this.rgb = new Uint8Array(px * px * 3).fill(255);
  }

  get blank() {
    return this.rgb.every((byte) => byte === 255);
  }

  get canUndo() {
    return this.#undo.length > 0;
  }

  /** Remembers the picture as it is: call before every stroke. */
  mark() {
    this.#undo.push(this.rgb.slice());
    if (this.#undo.length > UNDO_STEPS) this.#undo.shift();
  }

  undo() {
    const before = this.#undo.pop();
    if (before) this.rgb = before;
    return Boolean(before);
  }

  clear() {
    this.mark();
    this.rgb.fill(255);
  }

  /** Puts one disc with its middle on pixel (x, y); what falls outside is cut off. */
  stamp(x, y, size, [r, g, b]) {
    const left = x - (size >> 1);
    const top = y - (size >> 1);
    for (const [dx, dy] of disc(size)) {
      const column = left + dx;
      const row = top + dy;
      if (column < 0 || row < 0 || column >= this.px || row >= this.px) continue;
      this.rgb.set([r, g, b], (row * this.px + column) * 3);
    }
  }

  /** Stamps along the straight line between two pixels (Bresenham), both ends included. */
  line(x0, y0, x1, y1, size, colour) {
    const dx = Math.abs(x1 - x0);
    const dy = -Math.abs(y1 - y0);
    const stepX = x0 < x1 ? 1 : -1;
    const stepY = y0 < y1 ? 1 : -1;
    for (let error = dx + dy; ;) {
      this.stamp(x0, y0, size, colour);
      if (x0 === x1 && y0 === y1) return;
      const twice = 2 * error;
      if (twice >= dy) {
        error += dy;
        x0 += stepX;
      }
      if (twice <= dx) {
        error += dx;
        y0 += stepY;
      }
    }
  }

  /** Starts from another square picture: averages whole blocks of its pixels, else takes the nearest. */
  load(rgb, px) {
    this.#undo = [];
    if (px === this.px) this.rgb = Uint8Array.from(rgb);
    else if (px % this.px === 0) this.#average(rgb, px / this.px, px);
    else this.#nearest(rgb, px);
  }

  #nearest(rgb, px) {
    for (let y = 0; y < this.px; y++)
      for (let x = 0; x < this.px; x++) {
        const from = (Math.floor((y * px) / this.px) * px + Math.floor((x * px) / this.px)) * 3;
        this.rgb.set(rgb.subarray(from, from + 3), (y * this.px + x) * 3);
      }
  }

  #average(rgb, block, px) {
    for (let y = 0; y < this.px; y++)
      for (let x = 0; x < this.px; x++)
        for (let channel = 0; channel < 3; channel++) {
          let sum = 0;
          for (let j = 0; j < block; j++)
            for (let i = 0; i < block; i++) sum += rgb[((y * block + j) * px + x * block + i) * 3 + channel];
          this.rgb[(y * this.px + x) * 3 + channel] = Math.round(sum / (block * block));
        }
  }
}

/** RGB bytes as the ImageData a canvas shows. */
export function toImageData(rgb, px) {
  const image = new ImageData(px, px);
  for (let i = 0, j = 0; i < image.data.length; i += 4, j += 3) {
    image.data[i] = rgb[j];
    image.data[i + 1] = rgb[j + 1];
    image.data[i + 2] = rgb[j + 2];
    image.data[i + 3] = 255;
  }
  return image;
}
