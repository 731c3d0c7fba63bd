// Frames of a camera, one after the other, each handed to the worker, which makes it small. One is with the worker while
// the next is taken, no more, so that a slow machine sees fewer and none of them late.
import { transfer } from "../../vendor/comlink.js";

const FRAME_MS = 30; // every second paint of a screen with 60 a second

export class CameraFrames {
  #running = false;

  /** @param {import('./camera.js').Camera} camera
   *  @param {(frame: ImageBitmap) => Promise<void>} use sees it, and is waited for */
  constructor(camera, use) {
    this.camera = camera;
    this.use = use;
  }

  /** Until the camera is off. */
  async run() {
    if (this.#running) return;
    this.#running = true;
    try {
      let used = Promise.resolve();
      for (let last = -Infinity; this.camera.on;) {
        const now = await nextPaint();
        if (now - last < FRAME_MS) continue;
        const frame = await this.camera.frame().catch(() => null); // switched off this very moment
        if (!frame) continue;
        last = now;
        await used;
        used = this.use(transfer(frame, [frame]));
      }
      await used;
    } catch (error) {
      console.warn(error); // the worker could not take one: for want of memory, most likely
      this.camera.close("failed");
    } finally {
      this.#running = false;
    }
  }
}

/** @returns {Promise<number>} when it is */
const nextPaint = () => new Promise((resolve) => requestAnimationFrame(resolve));
