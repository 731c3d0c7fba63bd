// A line of mathematics as it is written in the source of this figure, made into MathML.

const GROUPS = /<([^|]*)\|([^>]*)>|e\^\(([^)]*)\)|\[([^\]]*)\]/; // fraction, power of e, growing parentheses
const TOKEN = /\{[^}]+\}|log|:=|d[a-zA-Z]\d?|[a-zA-Zασŷ]\d?|\d+|\S/g;

/**
 * maths("dz = <dL|da> · a(1 − a) = {dz}"): letters and digits as they are, x1 with an index, dz one symbol, <p|q> a
 * fraction, e^(p) a power, [p] parentheses as tall as p, {name} a place for a number (see plot/formula.js).
 * @param {string} text @returns {string} MathML
 */
export function maths(text) {
  const group = GROUPS.exec(text);
  if (!group) return (text.match(TOKEN) ?? []).map(token).join("");
  const [whole, top, below, power, inside] = group;
  const made =
    top !== undefined
      ? `<mfrac><mrow>${maths(top)}</mrow><mrow>${maths(below)}</mrow></mfrac>`
      : power !== undefined
        ? `<msup><mi>e</mi><mrow>${maths(power)}</mrow></msup>`
        : `<mrow class="fence"><mo>(</mo>${maths(inside)}<mo>)</mo></mrow>`;
  return maths(text.slice(0, group.index)) + made + maths(text.slice(group.index + whole.length));
}

/** @param {string} text */
function token(text) {
  if (text.startsWith("{")) return `<mn id="${text.slice(1, -1)}"/>`;
  if (text === "log") return '<mi>log</mi><mspace width="0.2em"/>';
  if (/^d./.test(text)) return `<mrow><mi>d</mi>${token(text.slice(1))}</mrow>`;
  const [, letter, index] = /^([a-zA-Zασŷ])(\d?)$/.exec(text) ?? [];
  if (letter) return index ? `<msub><mi>${letter}</mi><mn>${index}</mn></msub>` : `<mi>${letter}</mi>`;
  return /^\d+$/.test(text) ? `<mn>${text}</mn>` : `<mo>${text}</mo>`;
}
