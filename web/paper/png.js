/* An SVG of the page as PNG, at the size of print: 16 cm at 300 dpi. */
import { pixelsAcross, withSize } from "./size.js";

/** @param {import("./take.js").Picture} picture @returns {Promise<Blob>} */
export async function pngOf(picture) {
  const address = URL.createObjectURL(new Blob([picture.svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const width = pixelsAcross(picture);
    const height = Math.round((width * picture.height) / picture.width);
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.fillStyle = "#fff"; // the last row may be covered by half
    context.fillRect(0, 0, width, height);
    context.drawImage(image, 0, 0, width, height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    if (!blob) throw new Error("png");
    return new Blob([withSize(new Uint8Array(await blob.arrayBuffer()), width)], { type: "image/png" });
  } finally {
    URL.revokeObjectURL(address);
  }
}
