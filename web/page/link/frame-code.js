// The HTML that puts a page of ours into a course page: a frame, and a script that makes it as high as what is in it.
import { ROOMS, WIDTHS } from "../../notes/rooms.js";

const PAGE_HEIGHT = 1400; // px of the training page in a frame, until it tells its own
const GAP = 16; // below a part
const HEAD_HEIGHT = 80; // px of a figure's heading
const TASK_HEIGHT = 260; // px of a task above a figure, open

const ESCAPED = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };

/** As the value of an attribute. @param {string} text */
const quoted = (text) =>
  `"${text.replace(/[&"<>]/g, (c) => ESCAPED[/** @type {keyof typeof ESCAPED} */ (c)])}"`;

/** @param {{src: string, title: string, height: number}} frame height: as long as it has not told its own */
export const frameCode = ({ src, title, height }) => `<iframe src=${quoted(src)} title=${quoted(title)}
  width="100%" height="${height}" style="border: 0" loading="lazy"
  allow="camera; microphone; clipboard-write; clipboard-read"></iframe>
<script>
  addEventListener("message", ({ source, data }) => {
    if (data?.type !== "one-neuron") return;
    for (const frame of document.querySelectorAll("iframe"))
      if (frame.contentWindow === source) frame.height = Number(data.height);
  });
</script>`;

/** How high a frame is on a course page of ordinary width. @param {string} figure "" the training page @param {boolean} asks
 *  with a task */
export const heightOf = (figure, asks) =>
  figure
    ? HEAD_HEIGHT + (roomOf(ROOMS[figure] ?? {}) || PAGE_HEIGHT) + (asks ? TASK_HEIGHT : 0)
    : PAGE_HEIGHT;

/** @param {Record<string, number[]>} parts */
const roomOf = (parts) =>
  Object.values(parts).reduce((sum, room) => sum + room[WIDTHS.indexOf(720)] + GAP, 0);
