// A small picture in a list, as an <img>: browsers give a <canvas> a layer of its own, and one more to whatever lies over it,
// and put all layers together anew in every frame of a training. Chromium spends a quarter of the frame on forty of them.
import { el } from "../../ui/elements.js";

const THUMB_PX = 44; // about what it measures on the page

/** Crisp if enlarged, smooth if there are more pixels than room. @param {Element} node @param {ImageData} image */
export const fit = (node, { width }) => node.classList.toggle("pixels", width <= THUMB_PX * devicePixelRatio);

/** Empty at first. Its name is that of the button around it. */
export const thumb = () =>
  el("img", { class: "thumb-picture", alt: "", draggable: "false", decoding: "sync", onload: letGo });

/** What has come needs its address no more, nor what another takes the place of. @this {HTMLImageElement} */
function letGo() {
  URL.revokeObjectURL(this.src);
}

const shown = new WeakMap(); // element -> the image in it

/** @param {HTMLImageElement} img @param {ImageData | null} image */
export function show(img, image) {
  if (shown.get(img) === image) return;
  letGo.call(img);
  shown.set(img, image);
  if (!image) return img.removeAttribute("src");
  img.src = URL.createObjectURL(bmp(image));
  fit(img, image);
}

/** A .bmp whose pixels are the bytes of the image: nothing is packed, and no canvas is read, which some browsers answer with
 *  noise. BITMAPFILEHEADER, BITMAPINFOHEADER and the masks of BI_BITFIELDS. @param {ImageData} image */
function bmp({ width, height, data }) {
  const [offset, rgb] = [66, [0xff, 0xff00, 0xff0000]];
  const file = [offset + data.length, 0, offset];
  const info = [40, width, -height, (32 << 16) | 1, 3, 0, 0, 0, 0, 0]; // negative: from the top
  return new Blob(["BM", new Int32Array([...file, ...info, ...rgb]), data], { type: "image/bmp" });
}
