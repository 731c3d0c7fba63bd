/* Accuracies as dots over a line from 0 to 100 %, stacked where they are close, with mean and ±. */
import { svg } from "../../plot/svg.js";
import { whole } from "./numbers.js";

const [LEAST, MOST, HEIGHT, LEFT, TOP, BASE] = [240, 560, 180, 14, 40, 144]; // words stand above TOP, dots below

/** @param {any} root an <svg> @param {number[]} shares @param {{mean: number, sd: number}} spread
 *  @param {{here: number, base: number, words: {here: string, base: string}}} marks */
export function drawDots(root, shares, { mean, sd }, { here, base, words }) {
  const width = Math.max(LEAST, Math.min(MOST, root.clientWidth || MOST)); // so that words are never scaled
  const x = (/** @type {number} */ share) => LEFT + share * (width - 2 * LEFT);
  root.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
  const nodes = [svg("path", { d: `M${LEFT} ${BASE + 0.5}H${width - LEFT}`, class: "whatif-axis" })];
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    nodes.push(svg("path", { d: `M${x(share)} ${BASE}v5`, class: "whatif-axis" }));
    nodes.push(svg("text", { x: x(share), y: BASE + 20, "text-anchor": anchor(share) }, whole(share)));
  }
  if (Number.isFinite(sd)) {
    const [from, to] = [Math.max(0, mean - sd), Math.min(1, mean + sd)].map(x);
    nodes.unshift(
      svg("rect", {
        x: from,
        y: TOP,
        width: Math.max(1, to - from),
        height: BASE - TOP,
        class: "whatif-band",
      }),
    );
    nodes.push(svg("path", { d: `M${x(mean)} ${TOP}V${BASE}`, class: "whatif-mean" }));
  }
  nodes.push(
    ...mark(base, x(base), words.base, "whatif-base", 34),
    ...mark(here, x(here), words.here, "whatif-here", 14),
  );
  nodes.push(...stacked(shares.map(x)));
  root.replaceChildren(...nodes);
}

const anchor = (/** @type {number} */ share) => (share < 0.2 ? "start" : share > 0.8 ? "end" : "middle");

/** @param {number} share @param {number} x where it is @param {string} words @param {string} look @param {number} y */
function mark(share, x, words, look, y) {
  if (!Number.isFinite(share)) return [];
  const side = share > 0.5 ? "end" : "start";
  return [
    svg("path", { d: `M${x} ${y - 10}V${BASE}`, class: look }),
    svg("text", { x: x + (side === "end" ? -5 : 5), y, "text-anchor": side }, words),
  ];
}

/** @param {number[]} places */
function stacked(places) {
  const size = places.length > 30 ? 3.5 : 4.5;
  /** @type {Map<number, number>} */
  const high = new Map();
  const dots = places.map((x) => {
    const column = Math.round(x / (2 * size));
    const above = high.get(column) ?? 0;
    high.set(column, above + 1);
    return { column, above };
  });
  const most = Math.max(1, ...high.values());
  const apart = Math.min(2 * size, (BASE - TOP) / most); // where one column is too high, all move closer
  return dots.map(({ column, above }) => {
    const y = BASE - size - apart * above;
    return svg("circle", { cx: column * 2 * size, cy: y, r: size - 0.5, class: "whatif-dot" });
  });
}
