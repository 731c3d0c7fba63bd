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
  { name: "neuron", room: [] },
  { name: "network", room: [] },
  { name: "inputs", room: [] },
  { name: "scale", room: [] },
  { name: "two-classes", room: [] },
  { name: "logistic-regression", room: [] },
  { name: "loss-and-cost", room: [] },
  { name: "gradient-descent", room: [] },
  { name: "derivatives", room: [] },
  { name: "computation-graph", room: [] },
  { name: "m-examples", room: [] },
  { name: "vectorization", room: [] },
  { name: "no-loops", room: [] },
  { name: "broadcasting", room: [] },
];

/** The number a figure has by its place. @param {string} name */
export const numberOf = (name) => FIGURES.findIndex((figure) => figure.name === name) + 1;

/** The style sheet that keeps for every figure the room it will need, so that nothing below it jumps when it comes. */
export const roomRules = () => FIGURES.map(rulesOf).join("\n");

/** @param {Figure} figure */
function rulesOf({ name, room }) {
  const stage = `#${name}:not([data-ready], [data-failed]) .stage`;
  return room
    .map((height, i) => {
      const next = Math.min(i + 1, room.length - 1);
      const slope = (room[next] - height) / Math.max(1, WIDTHS[next] - WIDTHS[i]);
      const rule = `${stage} { min-height: calc(${height}px + (100vw - ${WIDTHS[i]}px) * ${slope.toFixed(3)}); }`;
      return `@media (min-width: ${i === 0 ? 0 : WIDTHS[i]}px) { ${rule} }`;
    })
    .join("\n");
}
