// A QR code, drawn as one path: black on white in every theme, or phones do not read it.
import { encode } from "../../vendor/uqr.js";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // modules of white around it, which the standard asks for

/** @param {string} text @returns {{svg: SVGElement, size: number} | null} size: modules a side; null: too long */
export function qrCode(text) {
  let made;
  try {
    made = encode(text, { ecc: "L", border: QUIET, boostEcc: true });
  } catch {
    return null;
  }
  const { data, size } = made;
  const runs = data.flatMap((row, y) => runsOf(row).map(([x, n]) => `M${x} ${y}h${n}v1h-${n}z`));
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("shape-rendering", "crispEdges");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", runs.join(""));
  svg.append(path);
  return { svg, size: size - 2 * QUIET };
}

/** Where black runs begin in a row, and how long they are. @param {boolean[]} row @returns {[number, number][]} */
function runsOf(row) {
  /** @type {[number, number][]} */
  const runs = [];
  row.forEach((black, x) => {
    if (!black) return;
    if (x > 0 && row[x - 1]) runs[runs.length - 1][1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
