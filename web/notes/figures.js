/* The figures in their order, each the name of its folder here: figure.js with mount(stage, {core}), which may give
   {visible(on)}; figure.css; words.en.js, words.zh.js, ...; and a section of the same id in every prose.<ending>.html. */

/**
 * @typedef {object} Figure
 * @property {string} name
 * @property {number[]} room how high it is, in px, on windows as wide as WIDTHS says: measured, and kept until it is there
 */

/** Of the windows in which `room` was measured; between two of them heights go from one to the other. */
export const WIDTHS = [320, 390, 480, 600, 720, 820, 1440];

/** @type {Figure[]} */
export const FIGURES = [
  { name: "neuron", room: [1100, 1035, 978, 922, 915, 953, 995] },
  { name: "network", room: [3152, 2974, 2207, 2120, 1915, 1545, 1537] },
  { name: "inputs", room: [1207, 1185, 1140, 1117, 888, 846, 823] },
  { name: "scale", room: [1494, 1320, 1277, 1217, 1193, 1206, 1213] },
  { name: "two-classes", room: [2108, 2072, 2046, 2049, 1577, 1582, 1642] },
  { name: "logistic-regression", room: [3385, 3296, 3391, 3490, 2360, 2410, 2483] },
  { name: "loss-and-cost", room: [3596, 3423, 3555, 3847, 2575, 2635, 2711] },
  { name: "gradient-descent", room: [1299, 1324, 1336, 1342, 1378, 1408, 1433] },
  { name: "derivatives", room: [865, 820, 788, 808, 906, 942, 991] },
  { name: "computation-graph", room: [1368, 1254, 1254, 1254, 1031, 1031, 1031] },
  { name: "m-examples", room: [1574, 1522, 1571, 1207, 1163, 1163, 1140] },
  { name: "vectorization", room: [2346, 2131, 2082, 2057, 1406, 1386, 1386] },
  { name: "no-loops", room: [2258, 2158, 2118, 2061, 1955, 1477, 1477] },
  { name: "broadcasting", room: [3007, 2490, 2286, 2042, 1806, 1778, 1716] },
];

/** What stands behind the figures (after.js), the same way. @type {Record<string, number[]>} */
const AFTER_ROOM = {
  lectures: [1862, 1552, 1196, 1046, 971, 953, 953],
  questions: [1065, 997, 885, 817, 817, 817, 817],
  glossary: [12888, 11179, 9622, 8484, 7758, 7105, 6600],
};

/** The number a figure has by its place. @param {string} name */
export const numberOf = (name) => FIGURES.findIndex((figure) => figure.name === name) + 1;

/** The style sheet that keeps for every figure the room it will need, so that nothing below it jumps when it comes. */
export const roomRules = () =>
  [
    ...FIGURES.map(({ name, room }) => rulesOf(`#${name}:not([data-ready], [data-failed]) .stage`, room)),
    ...Object.entries(AFTER_ROOM).map(([name, room]) => rulesOf(`#${name}[aria-busy] .after-host`, room)),
  ].join("\n");

/** @param {string} stage selector of what keeps it @param {number[]} room */
function rulesOf(stage, room) {
  return room
    .map((height, i) => {
      const next = Math.min(i + 1, room.length - 1);
      const slope = (room[next] - height) / Math.max(1, WIDTHS[next] - WIDTHS[i]);
      const rule = `${stage} { min-height: calc(${height}px + (100vw - ${WIDTHS[i]}px) * ${slope.toFixed(3)}); }`;
      return `@media (min-width: ${i === 0 ? 0 : WIDTHS[i]}px) { ${rule} }`;
    })
    .join("\n");
}
