// Orders of names: img2 before img10; and of two names, which is the kind that is looked for (y = 1).

// One for every reader: the same folder gives the same classes in any language.
const natural = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** By path, folder by folder. @template {{path: string}} I @param {I[]} items @returns {I[]} */
export function inOrder(items) {
  const keyed = items.map((item) => ({ item, parts: item.path.split("/") }));
  keyed.sort((a, b) => {
    for (let i = 0; i < a.parts.length && i < b.parts.length; i++) {
      const order = natural.compare(a.parts[i], b.parts[i]);
      if (order !== 0) return order;
    }
    return a.parts.length - b.parts.length;
  });
  return keyed.map(({ item }) => item);
}

const REST =
  /^(others?|background|bg|negatives?|neg|false|rest|none|nothing|no|not|non|without)([^\p{L}]|$)/iu;
const CHINESE_REST = /^(非|不是|不|无|没有|没|其他|其它|其余|背景|负)/;

/** Whether a name says "the others": "non-cat", "0", "background"; "noncat" where the other is "cat".
 *  @param {string} name @param {string} other */
function saysRest(name, other) {
  if (REST.test(name) || CHINESE_REST.test(name) || /(^|\D)0+$/.test(name)) return true;
  const rest = /^(?:non|not|no)(.+)$/i.exec(name)?.[1] ?? "";
  return rest !== "" && natural.compare(rest, other) === 0;
}

/** Of two names, that of y = 1 first: the one that is not "the others", else the first.
 *  @param {string[]} two in natural order @returns {string[]} */
export const onesFirst = ([a, b]) => (saysRest(a, b) && !saysRest(b, a) ? [b, a] : [a, b]);
