/* What was found, in words: the mistake, the line to look at, and how far its numbers agree. */
import { joined, t } from "../../i18n/i18n.js";
import { el } from "../../ui/elements.js";
import { count, fixed, percent, plain } from "../../ui/format.js";

const isRight = ({ id }) => id === "right";

/** @param {any} report @returns {Element[]} */
export function verdictOf(report) {
  const { found, known } = report;
  const [first, ...others] = report.vague ? [undefined, ...found.filter((each) => !isRight(each))] : found;
  const nodes = [el("p", { class: "doctor-headline" }, headline(report))];
  if (report.vague) nodes.push(el("p", {}, t("doctor.vague.says")));
  else if (!first)
    nodes.push(el("p", {}, t(report.few ? "doctor.none.few" : "doctor.none.says", { n: count(known) })));
  else nodes.push(el("p", { class: "small muted" }, agreement(report)), ...partOf(first));
  if (others.length > 0) {
    if (!report.vague) nodes.push(el("p", {}, t("doctor.ambiguous")));
    nodes.push(...others.map((each) => el("details", {}, el("summary", {}, nameOf(each)), ...partOf(each))));
  }
  const { hint } = report;
  if (hint)
    nodes.push(el("p", {}, t("doctor.hint", { name: t(`doctor.${hint.id}`), alpha: plain(hint.alpha) })));
  if (report.copies) nodes.push(el("p", { class: "small muted" }, t(`doctor.copies.${report.copies}`, { m: count(report.m) }))); // prettier-ignore
  if (report.more) nodes.push(el("p", { class: "small muted" }, t("doctor.more-runs")));
  return nodes;
}

/** @param {any} found */
const mistakeOf = ({ id, also }) =>
  also ? t("doctor.both", { name: t(`doctor.${id}`), also: t(`doctor.${also.id}`) }) : t(`doctor.${id}`);

const nameOf = (found) => t("doctor.named", { name: mistakeOf(found), alpha: plain(found.alpha) });

function headline({ found, known, vague }) {
  const [first] = found;
  if (!first) return t("doctor.none", { n: count(known) });
  if (vague) return t("doctor.vague");
  const how = { name: mistakeOf(first), alpha: plain(first.alpha) };
  if (isRight(first)) return t("doctor.found.right", how);
  if (first.kind) return t("doctor.found.kind", how);
  return t(found.some(isRight) ? "doctor.found.several" : "doctor.found", how);
}

function agreement({ found: [first], n, decimals, digits }) {
  if (first.kind) return t("doctor.kind.says");
  const says = [
    first.id === "float32"
      ? t("doctor.agree.float32", { n: count(n), digits: count(digits) })
      : t("doctor.agree", { n: count(n), decimals: count(decimals) }),
    t("doctor.every", { step: count(first.step), first: count(first.first) }),
  ];
  if (first.until !== undefined) says.push(t("doctor.until", { t: count(first.untilAt) }));
  if (first.cut) says.push(t("doctor.cut"));
  if (first.end)
    says.push(
      t("doctor.end", {
        n: count(first.end.iterations),
        b: fixed(first.end.b, 6),
        accuracy: percent(first.end.accuracy),
      }),
    );
  return joined(says);
}

/** What it does, why its costs look so, and its lines. */
function partOf(found) {
  const nodes = [el("p", {}, t(`doctor.${found.id}.says`))];
  if (found.start) nodes.push(el("p", {}, t("doctor.seed", found.start)));
  if (found.wrong.length > 0)
    nodes.push(
      el("div", { class: "doctor-lines" }, ...lines("wrong", found.wrong), ...lines("right", found.right)),
    );
  if (found.also) nodes.push(...partOf(found.also));
  return nodes;
}

const lines = (which, list) => [
  el("p", { class: "small muted" }, t(`doctor.line.${which}`)),
  el("pre", { class: "num", "data-which": which, tabindex: 0 }, el("code", {}, list.join("\n"))),
];
