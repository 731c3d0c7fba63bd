// What somebody's program printed, as numbers: any text with costs, and b, w and an accuracy if they are there.

export const MOST_TEXT = 4e6;
export const MOST_NUMBERS = 100_000;
const MOST_LABEL = 990_000;
const MOST_W = 3;

/**
 * @typedef {{v: number, unit: number}} Value as printed: v, to a multiple of `unit` (0: not a finite number)
 * @typedef {object} Printed
 * @property {Value[]} costs @property {number[] | null} labels the iteration of each, where it says so
 * @property {Value | null} b @property {Value[]} w the first numbers @property {Value | null} accuracy on the training set
 * @property {boolean} more other costs came behind these: another run
 */

const SEPARATORS = String.raw`\s,;:()[\]{}/"'|%<>*=×，。；：（）、【】` + "`";
const HAN = String.raw`\u3400-\u9fff`;
/** A piece of text; every way through it takes time proportional to its length. */
const TOKEN = new RegExp(String.raw`[${HAN}]+|[^${SEPARATORS}${HAN}]+|[\n/[\](){}（）【】]`, "g");
const NUMBER = /^[-+−]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+−]?\d{1,3})?|nan|inf(?:inity)?|∞)$/i;
const MOST_DIGITS = 40;

/** What a word says of the numbers behind it. @type {[RegExp, string][]} */
const WORDS = [
  [/warning|error|traceback|time|second|shape|version|seed|size|line/i, "other"],
  [/^(num_iterations|learning_?rate|alpha|lr|m|n_x|dw|db|dz|y|x|a|z|y_prediction\w*)$/i, "other"],
  [/学习率|时间|用时|形状/, "other"],
  [/^(costs?|losses|loss|j|\w*cost\w*|\w*loss\w*)$|代价|成本|损失|误差/i, "cost"],
  [/^(accuracy|acc|\w*accuracy\w*|\w+_acc)$|准确率|正确率|精度/i, "accuracy"],
  [/^w$|^weights?$|权重/i, "w"],
  [/^b$|^bias$|偏置/i, "b"],
];
/** Around numbers of a list, not between two of them. */
const WRAPPER = /^[-+.,]*$|^((np|numpy|tf|torch|jnp)\.)?(float\d*|array|tensor|dtype|list)$/i;
const LABEL = /^(iterations?|iters?|epochs?|steps?|it|i|t|k)$|迭代|第|轮|步/i;
const TEST = /^(test|val|validation|dev)(_\w*)?$|测试/i;

/** @param {string} text of a number */
function valueOf(text) {
  const plain = text.replace("−", "-").toLowerCase();
  if (/nan/.test(plain)) return { v: NaN, places: 0, digits: 0 };
  if (/inf|∞/.test(plain)) return { v: plain.startsWith("-") ? -Infinity : Infinity, places: 0, digits: 0 };
  const [mantissa, exponent = "0"] = plain.split("e");
  const places = (mantissa.split(".")[1] ?? "").length - Number(exponent);
  return { v: Number(plain), places, digits: mantissa.replace(/\D/g, "").replace(/^0+/, "").length };
}

/** Of a language that has decimal commas: no number has a point then, and none of its commas stands between three numbers. */
const COMMA = /(?<![\d.,])([-−]?\d{1,3}),(\d{2,40})(?!,?\d)/g;
const hasCommas = (/** @type {string} */ text) =>
  !/\d\.\d/.test(text) && !/\d,\d{1,40},\d/.test(text) && text.search(COMMA) >= 0;

/** Iteration 1,000 as some print it. */
const THOUSANDS = /(iterations?|iter|epoch|step|迭代|第)([\s:#=]{0,3}\d{1,3}),(?=\d{3}(?![\d.]))/gi;

/** With line ends and numbers as Python has them. @param {string} text */
const plainly = (text) => {
  const lines = text.replace(/\r\n?/g, "\n").replace(THOUSANDS, "$1$2");
  return hasCommas(lines) ? lines.replace(COMMA, "$1.$2") : lines;
};

const isNumber = (/** @type {string} */ token) => token.length <= MOST_DIGITS && NUMBER.test(token);

/** The numbers of a text, each with what it is said to be, the iteration it is said to belong to, and its line. */
function numbersIn(/** @type {string} */ text) {
  /** @type {{raw: ReturnType<typeof valueOf>, is: string, label: number | null, line: number, group: number}[]} */
  const found = [];
  let [is, label, wanted, depth, line, before, tests, group, spoke] = [
    "",
    /** @type {number | null} */ (null),
    false,
    0,
    0,
    "",
    false,
    0,
    false,
  ];
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "\n") {
      line++;
      label = null;
      if (spoke) group++;
      wanted = tests = spoke = false;
      if (depth === 0) is = "";
    } else if (/^\.{3}$|^…$/.test(token)) is = is === "w" ? "other" : is;
    else if ("[({（【".includes(token)) {
      if (token === "[" && depth === 0) group++;
      depth++;
    } else if ("])}）】".includes(token)) {
      depth = Math.max(0, depth - 1);
      if (token === "]" && depth === 0) group++;
    } else if (!isNumber(token)) {
      const word = token.replace(/^-+/, ""); // --lr
      const kind = WORDS.find(([pattern]) => pattern.test(word))?.[1];
      if (!WRAPPER.test(token)) {
        group++;
        spoke = true;
      }
      if (TEST.test(token)) tests = true;
      else if (/^train/i.test(token)) tests = false;
      if (kind) is = kind === "accuracy" && tests ? "other" : kind;
      if (kind !== "other" && label === null && LABEL.test(token)) wanted = true;
    } else if (wanted) {
      wanted = false;
      const v = Number(token);
      if (Number.isInteger(v) && v >= 0 && v <= MOST_LABEL) label = v;
    } else if (before !== "/") {
      found.push({ raw: valueOf(token), is, label, line, group });
      if (found.length > 3 * MOST_NUMBERS) break;
    }
    before = token;
  }
  return found;
}

const within = (/** @type {number} */ unit) => Math.min(Math.max(unit, Number.MIN_VALUE), Number.MAX_VALUE);

/** Decimals are written out with zeros at the end by some programs and without by others; some write so many digits. */
function valuesOf(/** @type {{raw: ReturnType<typeof valueOf>}[]} */ list) {
  const raws = list.map(({ raw }) => raw);
  const finite = raws.filter(({ v }) => Number.isFinite(v));
  const most = finite.reduce((most, { places }) => Math.max(most, places), 0);
  const sameMost = finite.filter(({ places }) => places === most).length;
  const digits = finite.reduce((most, { digits }) => Math.max(most, digits), 0);
  const fixed = sameMost >= finite.length / 2;
  return raws.map(({ v, places, digits: own }) => {
    if (!Number.isFinite(v)) return { v, unit: 0 };
    return { v, unit: within(10 ** -(fixed ? most : places + (digits - own))) };
  });
}

/** Two or three numbers a line, of which the first counts on: a table. */
function asTable(/** @type {ReturnType<typeof numbersIn>} */ list) {
  /** @type {Map<number, typeof list>} */
  const lines = new Map();
  for (const each of list) {
    const row = lines.get(each.line) ?? [];
    row.push(each);
    lines.set(each.line, row);
  }
  const rows = [...lines.values()];
  if (rows.length < 2 || rows.some((row) => row.length < 2 || row.length > 4)) return null;
  const labels = rows.map(([first]) => first.raw.v);
  const counts = labels.every(
    (v, k) => Number.isInteger(v) && v >= 0 && v <= MOST_LABEL && (k === 0 || v > labels[k - 1]),
  );
  return counts ? rows.map((row, k) => ({ ...row[1], label: labels[k] })) : null;
}

/** The list among numbers of which nothing is said: the most that no word stands between, if they are most of all. */
function longest(/** @type {ReturnType<typeof numbersIn>} */ all) {
  /** @type {Map<number, typeof all>} */
  const groups = new Map();
  for (const each of all) {
    const list = groups.get(each.group) ?? [];
    list.push(each);
    groups.set(each.group, list);
  }
  const most = [...groups.values()].reduce((p, q) => (q.length > p.length ? q : p), []);
  return most.length > 2 && 2 * most.length > all.length ? most : all;
}

/** Those of the first run: until the iterations begin anew. */
function firstRun(/** @type {{label: number | null}[]} */ list) {
  const end = list.findIndex(({ label }, k) => k > 0 && Number(label) <= Number(list[k - 1].label));
  return end < 0 ? list.length : end;
}

/**
 * @param {string} text @returns {Printed | {trouble: "empty" | "none" | "long" | "many"}} none: not a number in it
 */
export function read(text) {
  if (text.trim() === "") return { trouble: "empty" };
  if (text.length > MOST_TEXT) return { trouble: "long" };
  const all = numbersIn(plainly(text));
  const of = (/** @type {string} */ is) => all.filter((each) => each.is === is);
  const labelled = all
    .filter(({ is, label }) => label !== null && (is === "cost" || is === ""))
    .filter(
      ({ line, label }, k, list) => k === 0 || line !== list[k - 1].line || label !== list[k - 1].label,
    );
  const plain = longest(of(""));
  const listed = of("cost").length > 0 ? of("cost") : plain;
  const list =
    labelled.length > 1 || labelled.length === listed.length ? labelled : (asTable(listed) ?? listed);
  if (list.length === 0) return { trouble: "none" };
  const run = list[0].label === null ? list.length : firstRun(list);
  if (run > MOST_NUMBERS) return { trouble: "many" };
  const costs = list.slice(0, run);
  const [b] = valuesOf(of("b").slice(0, 1));
  const [accuracy] = valuesOf(of("accuracy").slice(-1));
  return {
    costs: valuesOf(costs),
    labels: costs[0].label === null ? null : costs.map(({ label }) => Number(label)),
    b: b ?? null,
    w: valuesOf(of("w").slice(0, MOST_W)),
    accuracy: accuracy ?? null,
    more: run < list.length,
  };
}
