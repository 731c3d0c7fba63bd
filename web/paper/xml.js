/* SVG as text: elements, attributes, escapes. Knows no page. */

// What XML 1.0 has no place for.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const NAMED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it stands between tags or in an attribute. @param {unknown} text */
export const escaped = (text) =>
  String(text)
    .replace(FORBIDDEN, "")
    .replace(/[&<>"]/g, (c) => NAMED[/** @type {"&"} */ (c)]);

/** A length in few digits: a hundredth of a pixel is less than any printer shows. @param {number} v */
export const short = (v) => String(Math.round(v * 100) / 100 || 0);

/** An element; numbers are made short, attributes that are null, undefined or "" left out.
 *  @param {string} name @param {Record<string, string | number | null | undefined>} [attributes]
 *  @param {string[]} children XML already */
export function tag(name, attributes = {}, ...children) {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? short(value) : escaped(value)}"`);
  const inside = children.join("");
  return inside ? `<${name}${list.join("")}>${inside}</${name}>` : `<${name}${list.join("")}/>`;
}
