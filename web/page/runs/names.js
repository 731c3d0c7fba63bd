/* What a run is called where the reader has not named it, and what of its pictures is not the same now. */
import { t } from "../../i18n/i18n.js";
import { counted } from "../../ui/elements.js";
import { count, plain } from "../../ui/format.js";

const ALPHAS = 3; // so many are named

/** @param {any} run its learning rates, one after the other */
export function alphasOf({ alphas }) {
  const list = alphas.map(({ alpha }) => plain(alpha));
  const some = list.length > ALPHAS ? [list[0], "…", list.at(-1)] : list;
  return some.join(" → ");
}

function base(run) {
  const { end, made } = run;
  const words = t(counted("runs.name", end), { alpha: alphasOf(run), n: end });
  const layers = [...made.hidden, 1].join(" – ");
  return made.hidden.length > 0 ? t("runs.name.network", { layers, rest: words }) : words;
}

/** What tells runs of the same name apart, if it differs. @type {((run: any) => string)[]} */
const MORE = [
  ({ n_px }) => t("runs.name.size", { n: n_px }),
  ({ m }) => t("runs.name.m", { n: count(m) }),
  ({ m_test }) => t("runs.name.test", { n: count(m_test) }),
  ({ removals }) => (removals.length > 0 ? t("runs.name.out") : ""),
  ({ made: { batch, hidden } }) => (hidden.length > 0 && batch > 0 ? t("runs.name.batch", { n: batch }) : ""),
  ({ made: { seed, hidden } }) => (hidden.length > 0 ? t("runs.name.seed", { n: seed }) : ""),
  ({ engine }) => t(`engine.${engine}`),
];

/** The page's own names of all of them. @param {any[]} list @returns {Map<number, string>} by id */
export function ownNames(list) {
  const bases = new Map(list.map((run) => [run.id, base(run)]));
  const names = new Map();
  for (const run of list) {
    let same = list.filter(({ id }) => bases.get(id) === bases.get(run.id));
    const parts = [bases.get(run.id)];
    for (const more of MORE) {
      const word = more(run);
      if (same.every((each) => more(each) === word)) continue;
      if (word) parts.push(word);
      same = same.filter((each) => more(each) === word);
    }
    const name = parts.join(t("runs.comma"));
    const at = same.findIndex(({ id }) => id === run.id);
    names.set(run.id, at > 0 ? `${name} (${at + 1})` : name);
  }
  return names;
}

/** @param {any} run */
export const nameIn = (names, run) => run.name ?? names.get(run.id) ?? "";

/** What is not as it was, in words; "": nothing. @param {any} run */
export function differsIn({ differs, m, m_test, n_px }) {
  if (differs.length === 0) return "";
  const how = { m: count(m), m_test: count(m_test), n: n_px };
  const what = differs.map((code) => t(`runs.differs.${code}`, how)).join(t("runs.list"));
  return t("runs.differs", { what });
}
