/* The room of the figures: how high each part will be is kept until it is there, so that nothing below it jumps. The numbers
   are measured and written by tests/bench/rooms.js; the site is built with the rules in a style sheet. */

import { tasksRoom } from "./tasks/all.js";

/** Of the windows in which heights were measured; between two of them heights go from one to the other. */
export const WIDTHS = [320, 390, 480, 600, 720, 820, 1440];

/** Of each figure, of each part: its height in px in those windows. @type {Record<string, Record<string, number[]>>} */
export const ROOMS = {
  neuron: { line: [802, 737, 712, 656, 649, 685, 715], cost: [316, 316, 284, 284, 284, 286, 298] },
  network: {
    drawing: [1095, 1022, 893, 848, 673, 673, 673],
    costs: [406, 361, 339, 316, 294, 300, 315],
    hidden: [1378, 1358, 762, 791, 762, 400, 386],
    rule: [363, 299, 280, 260, 241, 241, 241],
  },
  inputs: { kinds: [470, 470, 434, 361, 359, 359, 359], table: [728, 728, 672, 655, 485, 443, 443] },
  scale: { curve: [797, 665, 642, 666, 684, 696, 726], recipe: [871, 712, 634, 533, 529, 529, 506] },
  "two-classes": {
    unrolling: [1104, 1104, 1152, 1230, 770, 775, 835],
    growing: [1022, 986, 912, 837, 826, 826, 826],
  },
  "logistic-regression": {
    neuron: [782, 836, 985, 1133, 475, 459, 476],
    line: [931, 820, 778, 778, 715, 751, 781],
    erratum: [546, 537, 545, 497, 546, 576, 601],
    theta: [1132, 1109, 1090, 1090, 631, 631, 631],
  },
  "loss-and-cost": {
    one: [565, 530, 537, 537, 553, 585, 612],
    mean: [891, 785, 791, 791, 707, 709, 737],
    lab: [2129, 2096, 2215, 2507, 1303, 1329, 1350],
  },
  "gradient-descent": { one: [620, 597, 574, 527, 554, 584, 609], two: [697, 745, 780, 834, 842, 842, 842] },
  derivatives: { slope: [560, 538, 505, 523, 583, 597, 627], error: [323, 301, 301, 303, 341, 364, 383] },
  "computation-graph": {
    graph: [766, 722, 722, 722, 531, 531, 531],
    rules: [486, 418, 418, 418, 418, 418, 418],
    check: [153, 151, 151, 151, 118, 118, 118],
  },
  "m-examples": { listing: [1632, 1541, 1571, 1207, 1163, 1163, 1140] },
  vectorization: {
    dot: [1077, 913, 913, 911, 610, 610, 610],
    training: [1255, 1204, 1155, 1132, 782, 763, 763],
  },
  "no-loops": {
    lines: [1290, 1221, 1204, 1162, 1122, 796, 796],
    examples: [295, 295, 295, 272, 272, 272, 272],
    runs: [687, 678, 656, 641, 597, 445, 445],
    broken: [1377, 1207, 1107, 1067, 1044, 791, 791],
  },
  broadcasting: {
    calories: [932, 860, 857, 825, 696, 696, 654],
    shapes: [987, 824, 733, 630, 544, 544, 544],
    trap: [1042, 759, 650, 540, 520, 520, 501],
  },
};

/** What stands behind the figures (after.js), the same way. @type {Record<string, number[]>} */
const AFTER = {
  lectures: [1862, 1552, 1196, 1046, 971, 953, 953],
  questions: [1065, 997, 885, 817, 817, 817, 817],
  glossary: [12888, 11179, 9622, 8484, 7758, 7105, 6600],
};

/** The style sheet that keeps for every part of a figure the room it will need, so that nothing below it jumps when it comes. */
export function roomRules() {
  const waiting = "section:not([data-ready], [data-failed]) > .stage > .figure-part";
  const rules = WIDTHS.map(
    (width, i) =>
      `@media (min-width: ${i ? width : 0}px) {${Object.entries(ROOMS)
        .map((figure) => rulesAt(figure, i))
        .join("")}${rulesAt(["", AFTER], i, (part) => `#${part} > .after-host`)}}`,
  );
  const tasks = Object.keys(ROOMS).map(tasksRoom);
  const coming = "[aria-busy] > .after-host { min-height: var(--room) }";
  return [`${waiting} { min-height: var(--room) }`, coming, ...rules, ...tasks].join("\n");
}

/** What the parts of a figure need from a width on. @param {[string, Record<string, number[]>]} figure @param {number} i of the width */
const rulesAt = ([name, parts], i, place = (/** @type {string} */ part) => `#${name} [data-part=${part}]`) =>
  Object.entries(parts)
    .filter(([, room]) => i === 0 || heightFrom(room, i) !== heightFrom(room, i - 1))
    .map(([part, room]) => `${place(part)}{--room:${heightFrom(room, i)}}`)
    .join("");

/** The height from one width to the next, as a line. @param {number[]} room @param {number} i */
function heightFrom(room, i) {
  const next = Math.min(i + 1, room.length - 1);
  const slope = (room[next] - room[i]) / Math.max(1, WIDTHS[next] - WIDTHS[i]);
  const start = Math.round(room[i] - slope * WIDTHS[i]);
  return slope === 0 ? `${start}px` : `calc(${start}px + ${Number((100 * slope).toFixed(2))}vw)`;
}
