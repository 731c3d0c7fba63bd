/* The weights from layer to layer as lines, where they are few enough to be read: orange above zero, blue below, wider
   when larger. Behind the neurons. */

const SVG = "http://www.w3.org/2000/svg";
const MOST = 128; // lines between two layers

/** Whether the weights between two layers that are drawn with these many neurons can be lines.
 *  @param {number} from @param {number} to */
export const drawable = (from, to) => from * to <= MOST;

/** The lines of a drawing. */
export class Lines {
  /** @param {Element} root what they are placed in */
  constructor(root) {
    this.root = root;
    this.svg = document.createElementNS(SVG, "svg");
    this.svg.setAttribute("class", "network-lines");
    this.svg.setAttribute("aria-hidden", "true");
    /** @type {SVGLineElement[]} */
    this.lines = [];
  }

  /**
   * @param {{from: Element[], to: Element[], w: (k: number, u: number) => number, chosen: (k: number, u: number) => boolean}[]}
   *   bundles one for each pair of layers; w(k, u) from neuron k to neuron u of those drawn
   */
  draw(bundles) {
    const box = this.root.getBoundingClientRect();
    this.svg.setAttribute("viewBox", `0 0 ${box.width} ${box.height}`);
    let used = 0;
    for (const { from, to, w, chosen } of bundles) {
      const starts = from.map((node) => side(node, box, "right"));
      const edge = Math.max(...starts.map(([x]) => x));
      const ends = to.map((node) => side(node, box, "left"));
      let most = 0;
      for (let k = 0; k < from.length; k++)
        for (let u = 0; u < to.length; u++) most = Math.max(most, Math.abs(w(k, u)) || 0);
      for (let k = 0; k < from.length; k++)
        for (let u = 0; u < to.length; u++)
          this.#line(
            used++,
            cut(starts[k], ends[u], edge),
            ends[u],
            most > 0 ? w(k, u) / most : 0,
            chosen(k, u),
          );
    }
    for (const line of this.lines.splice(used)) line.remove();
  }

  /** @param {number} i @param {[number, number]} start @param {[number, number]} end
   *  @param {number} share of the largest weight, with its sign @param {boolean} chosen */
  #line(i, [x1, y1], [x2, y2], share, chosen) {
    const line = (this.lines[i] ??= this.svg.appendChild(document.createElementNS(SVG, "line")));
    const size = Math.abs(share);
    const place = { x1, y1, x2, y2 };
    for (const [name, value] of Object.entries(place)) line.setAttribute(name, value.toFixed(1));
    line.setAttribute("class", `${share < 0 ? "negative" : "positive"}${chosen ? " chosen" : ""}`);
    line.style.strokeWidth = `${(0.5 + 3.5 * size).toFixed(2)}px`;
    line.style.strokeOpacity = chosen ? "1" : (0.15 + 0.6 * size).toFixed(2);
  }
}

/** Where the line from a to b crosses x = edge: it does not have to be seen between the neurons of its own layer.
 *  @param {[number, number]} a @param {[number, number]} b @param {number} edge @returns {[number, number]} */
const cut = ([x1, y1], [x2, y2], edge) => [edge, y1 + ((y2 - y1) * (edge - x1)) / (x2 - x1)];

/** The middle of the left or right edge of a node, in the box.
 *  @param {Element} node @param {DOMRect} box @param {"left" | "right"} edge @returns {[number, number]} */
function side(node, box, edge) {
  const rect = node.getBoundingClientRect();
  return [rect[edge] - box.left, rect.top + rect.height / 2 - box.top];
}
