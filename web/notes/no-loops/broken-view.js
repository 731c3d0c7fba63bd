// Broken code: a switch for each classic mistake, what comes out line by line, and checks to press.

import { onLanguage, t } from "../../i18n/i18n.js";
import { checkbox, press } from "../../plot/controls.js";
import { el, say, setText } from "../../ui/elements.js";
import { fixed, plain } from "../../ui/format.js";
import { tells } from "../tasks/told.js";
import { CHECKS, MISTAKES, linesOf, runBroken, runCheck } from "./broken.js";

const words = { t, onLanguage };
const SHOWN = 4; // numbers of an array
const CODE = {
  shape: "assert dw.shape == w.shape",
  step: "assert w_new.shape == w.shape",
  column: "assert np.all(X[:, 0] == data[0])",
  nudge: "assert np.allclose(dw, nudged(J, w))",
  loop: "assert np.allclose(dw, dw_by_loops)",
};

/** @param {ArrayLike<number>} data */
const some = (data) =>
  Array.from(data)
    .slice(0, SHOWN)
    .map((v) => fixed(v, 3))
    .join("\u2002") + (data.length > SHOWN ? "\u2002…" : "");
/** With four digits. @param {number} v */
const four = (v) => plain(Number(v.toPrecision(4))).replace("-", "−");
const shapeText = (/** @type {number[]} */ shape) =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;

/** @param {import('../../core/core.js').Core} core @param {import('./runs.js').TwoRuns} both whose examples these are */
export function brokenCode(core, both) {
  /** @type {Set<string>} */
  const on = new Set();
  /** What was checked since something was changed. @type {Map<typeof CHECKS[number], ReturnType<typeof runCheck>>} */
  const checked = new Map();
  let last = "";

  const switches = MISTAKES.map((name) =>
    checkbox({
      label: `no-loops.broken.${name}`,
      value: false,
      change(value) {
        if (value) on.add(name);
        else on.delete(name);
        draw();
      },
    }),
  );
  const listing = el("ol", { class: "broken-lines" });
  say(words, listing, "no-loops.broken.lines", "aria-label");
  const error = el("p", { class: "python broken-error", role: "status" });
  const rows = CHECKS.map((name) => {
    const result = el("span", { class: "broken-result", role: "status" });
    const button = press("no-loops.broken.check", () => check(name));
    say(
      words,
      button,
      () => `${t("no-loops.broken.check")}: ${t(`no-loops.broken.check.${name}`)}`,
      "aria-label",
    );
    const what = el(
      "span",
      { class: "broken-what" },
      el("code", {}, CODE[name]),
      say(words, el("span", { class: "muted small" }), `no-loops.broken.check.${name}`),
    );
    return { name, button, result, node: el("li", {}, button, what, result) };
  });

  const now = () => runBroken(core, both.table, both.alpha, on);

  /** @param {typeof CHECKS[number]} name */
  function check(name) {
    if (!now().error) checked.set(name, runCheck(core, both.table, both.alpha, on, name));
    show();
  }

  function show() {
    const { error: raised } = now();
    for (const { name, result, button } of rows) {
      const found = checked.get(name);
      button.disabled = raised !== null;
      result.className = `broken-result ${found ? (found.holds ? "holds" : "fails") : ""}`;
      setText(result, found ? sentence(found) : "");
    }
  }

  /** @param {ReturnType<typeof runCheck>} found */
  function sentence({ holds, a, b }) {
    const [p, q] = [a, b].map((v) => (typeof v === "number" ? four(v) : v));
    return t(holds ? "no-loops.broken.holds" : "no-loops.broken.fails", { a: p, b: q });
  }

  /** Anew; what was checked counts no more where something is another than before. */
  function draw() {
    const key = JSON.stringify([[...on].sort(), both.table, both.alpha]);
    if (key !== last) checked.clear();
    last = key;
    const { values, error: raised } = now();
    listing.replaceChildren(
      ...linesOf(on).map(({ name, code, changed }) => {
        const value = values[name];
        const fault = raised?.line === name;
        return el(
          "li",
          { class: `${changed ? "changed" : ""} ${fault ? "fault" : ""}` },
          el("code", {}, code),
          el("span", { class: "shape" }, value ? shapeText(value.shape) : fault ? "✗" : "–"),
          el("span", { class: "num" }, value ? some(value.data) : ""),
        );
      }),
    );
    setText(
      error,
      raised ? `ValueError: ${raised.text}` : t(on.size ? "no-loops.broken.silent" : "no-loops.broken.right"),
    );
    error.classList.toggle("raised", raised !== null);
    show();
  }

  tells(listing, () => ({
    broken: {
      mistakes: [...on],
      raised: now().error !== null,
      failed: [...checked].filter(([, { holds }]) => !holds).map(([name]) => name),
      found: (/** @type {typeof CHECKS[number]} */ name) => checked.get(name),
    },
  }));
  return {
    node: el(
      "div",
      { class: "inner-part broken" },
      say(words, el("h3"), "no-loops.broken"),
      say(words, el("p", { class: "muted" }), "no-loops.broken.says"),
      el("div", { class: "controls broken-switches" }, ...switches.map(({ node }) => node)),
      listing,
      error,
      el("ul", { class: "broken-checks" }, ...rows.map(({ node }) => node)),
    ),
    draw,
  };
}
