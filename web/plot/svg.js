const NS = "http://www.w3.org/2000/svg";

/** An element of a drawing. @param {string} tag @param {Record<string, any>} [attributes] @param {string} [text] @returns {any} */
export function svg(tag, attributes = {}, text) {
  const node = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text !== undefined) node.textContent = text;
  return node;
}
