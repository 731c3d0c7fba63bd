// MathML from the text of a template. No string is handed to the browser's own parser, so that the page's policy may forbid
// that altogether (Trusted Types). What templates have: elements, quoted attributes, text.

const MATHML = "http://www.w3.org/1998/Math/MathML";
const PIECE = /<\/(?<end>[a-z]+)>|<(?<tag>[a-z]+)(?<attributes>[^<>]*?)(?<empty>\/?)>|(?<text>[^<]+)/y;
const ATTRIBUTE = /\s+([a-z-]+)=(?:"([^"]*)"|'([^']*)')/gy;

/** The attributes of a tag. @param {string} text @returns {[string, string][]} */
function attributesIn(text) {
  const list = [...text.matchAll(ATTRIBUTE)];
  if (list.reduce((length, [whole]) => length + whole.length, 0) !== text.trimEnd().length)
    throw new Error(`mathml: ${text}`);
  return list.map(([, name, one, other]) => [name, one ?? other]);
}

/** <math> with these children. @param {string} template well-formed, else it throws @returns {MathMLElement} */
export function mathml(template) {
  const make = (/** @type {string} */ tag) => document.createElementNS(MATHML, tag);
  const math = /** @type {MathMLElement} */ (make("math"));
  const open = [math];
  for (PIECE.lastIndex = 0; PIECE.lastIndex < template.length;) {
    const { end, tag, attributes, empty, text } = PIECE.exec(template)?.groups ?? {};
    const parent = /** @type {MathMLElement} */ (open.at(-1));
    if (text) parent.append(text);
    else if (tag) {
      const child = /** @type {MathMLElement} */ (make(tag));
      for (const [name, value] of attributesIn(attributes)) child.setAttribute(name, value);
      parent.append(child);
      if (!empty) open.push(child);
    } else if (!end || open.length === 1 || open.pop()?.localName !== end)
      throw new Error(`mathml: ${template}`);
  }
  if (open.length > 1) throw new Error(`mathml: ${template}`);
  return math;
}
