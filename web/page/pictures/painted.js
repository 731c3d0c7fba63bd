// Pictures that are few, or others at every moment, on a canvas of their own.
import { fit } from "./thumb.js";

/** @param {HTMLCanvasElement} canvas square @param {ImageData | null} image */
export function paint(canvas, image) {
  if (image && canvas.width !== image.width) canvas.width = canvas.height = image.width;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  if (!image) return context.clearRect(0, 0, canvas.width, canvas.height);
  fit(canvas, image);
  context.putImageData(image, 0, 0);
}
