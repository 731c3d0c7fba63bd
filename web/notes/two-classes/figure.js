/* Two classes, m examples: a picture unrolled into x, and X and Y growing as pictures are added; some of
   the columns are kept for testing. */
import { onLanguage, t } from "../../i18n/i18n.js";
import { choice, press, slider } from "../../plot/controls.js";
import { dataTable } from "../../plot/datatable.js";
import { formula } from "../../plot/formula.js";
import { readPicture } from "../shared/picture-file.js";
import { spoken } from "../../ui/spoken.js";
import { acceptDrops } from "../../ui/drop.js";
import { el, fileButton, say } from "../../ui/elements.js";
import { refusalSentence } from "../../ui/refusals.js";
import { fillPart } from "../frame.js";
import { Examples, MOST, N_PX, N_X } from "./examples.js";
import { matrixPart } from "./matrix.js";
import { sheetsPart } from "./sheets.js";
import { tells } from "../tasks/told.js";
import { indexOf, unroll } from "./unroll.js";

export { tasks } from "./tasks.js";

const START = 8;
const SHARE = 0.25;
const LISTED = 10; // entries of Y that the formula writes out

/** @param {HTMLElement} stage @param {{core: import('../../core/core.js').Core}} means */
export function mount(stage, { core }) {
  const examples = new Examples(core);
  for (let k = 0; k < START; k++) examples.addDrawn();
  examples.split(SHARE);
  let selected = examples.list[0];
  let ownY = 1;
  /** @type {'sheets' | 'pixels'} */
  let order = "sheets";

  const quiet = spoken();
  const message = el("p", { class: "two-classes-message", role: "status" });
  let sentence = () => "";
  const complain = (/** @type {() => string} */ next) => {
    sentence = next;
    message.textContent = sentence();
  };

  const sheets = sheetsPart({
    announce: quiet.say,
    reorder(next) {
      order = next;
      matrix.reorder(next);
      draw();
    },
  });
  const matrix = matrixPart({ examples, select, remove });
  const live = makeFormula();
  const table = dataTable({
    label: "plot.table",
    columns: () => ["i", t("two-classes.set"), "y", "x₁", "x₂", "x₃", "…", `x${lowered(N_X)}`],
    rows: () =>
      examples.list.map((example, i) => {
        const x = unroll(order, example.rgb);
        const set = t(example.test ? "two-classes.test" : "two-classes.train");
        return [i + 1, set, example.y, x[0], x[1], x[2], "…", x[N_X - 1]].map(String);
      }),
  });

  function draw() {
    matrix.update(selected);
    live.set(examples);
    table.update();
  }

  function changed() {
    draw();
    quiet.say(
      t("two-classes.says-shapes", {
        m: examples.m,
        n: N_X,
        train: examples.part(false).length,
        test: examples.part(true).length,
      }),
    );
  }

  function select(/** @type {any} */ example) {
    selected = example;
    sheets.show(example.rgb);
    draw();
  }

  function remove(/** @type {any} */ example) {
    if (examples.m === 1) return complain(() => t("two-classes.last"));
    complain(() => "");
    const at = examples.list.indexOf(example);
    examples.remove(example);
    if (example === selected) select(examples.list[Math.min(at, examples.m - 1)]);
    return changed();
  }

  function grow(/** @type {number} */ count) {
    complain(() => (examples.m + count > MOST ? t("two-classes.full", { most: MOST }) : ""));
    for (let k = 0; k < count && !examples.full; k++) selected = examples.addDrawn();
    select(selected);
    changed();
  }

  async function take(/** @type {File[]} */ files) {
    const y = ownY;
    /** @type {any[]} */
    const refusals = [];
    let added = 0;
    for (const file of files) {
      const { rgb, refused } = await readPicture(file, N_PX);
      if (refused) refusals.push(refused);
      else if (examples.full) refusals.push({ name: file.name, code: "capacity", capacity: MOST });
      else {
        select(examples.add(rgb, y, file.name));
        added += 1;
      }
    }
    complain(() => {
      const said = added ? [t("two-classes.added", { n: added, y })] : [];
      if (refusals.length) said.push(refusalSentence(t, refusals[0]));
      if (refusals.length > 1) said.push(t("two-classes.more-refused", { n: refusals.length - 1 }));
      return said.join(" ");
    });
    changed();
  }

  const own = choice({
    label: "two-classes.own-class",
    options: [["1", "two-classes.y1"], ["0", "two-classes.y0"]], // prettier-ignore
    value: "1",
    change: (y) => {
      ownY = Number(y);
    },
  });
  const share = slider({
    label: "two-classes.share",
    min: 0,
    max: 0.5,
    step: 0.05,
    value: SHARE,
    change: (v) => {
      examples.split(v);
      changed();
    },
  });
  const adding = el(
    "div",
    { class: "controls" },
    press("two-classes.add", () => grow(1)),
    press("two-classes.add-eight", () => grow(8)),
    press("two-classes.remove", () => remove(selected), "quiet"),
    el("span", { class: "own" }, fileButton({ t, onLanguage }, "two-classes.own", take), own.node),
  );
  const block = el(
    "div",
    { class: "growing" },
    adding,
    share.node,
    matrix.node,
    live.node,
    message,
    table.node,
  );
  acceptDrops(block, (files, folders) => {
    if (files.length) return take(files);
    return folders.length && complain(() => refusalSentence(t, { name: folders[0], code: "folder" }));
  });

  fillPart(stage, "unrolling", sheets.node);
  fillPart(stage, "growing", say({ t, onLanguage }, el("h3"), "two-classes.many"), block, quiet.node);
  tells(block, () => ({
    m: examples.m,
    n_x: N_X,
    train: examples.part(false).length,
    test: examples.part(true).length,
    entryOf: (place) => indexOf(order, place, N_PX),
  }));
  onLanguage(() => complain(sentence));
  select(selected);
  return { visible: sheets.visible };
}

/** X and Y with their shapes, and m as it is split. */
function makeFormula() {
  const real = (/** @type {string} */ rows, /** @type {string} */ cols) =>
    `<mo>∈</mo><msup><mi>ℝ</mi><mrow>${rows}<mo>×</mo>${cols}</mrow></msup>`;
  const column = (/** @type {string} */ i) => `<msup><mi>x</mi><mrow><mo>(</mo>${i}<mo>)</mo></mrow></msup>`;
  const gap = '<mspace width="0.5em"/>';
  const parts = [
    [
      `<mi>X</mi><mo>=</mo><mrow><mo>[</mo>${column("<mn>1</mn>")}${gap}${column("<mn>2</mn>")}${gap}<mo>⋯</mo>${gap}${column('<mn id="m"/>')}<mo>]</mo></mrow>`,
      real(`<mn>${N_X}</mn>`, '<mn id="m"/>'),
    ],
    [
      '<mi>Y</mi><mo>=</mo><mrow><mo>[</mo><mn id="list"/><mo>]</mo></mrow>',
      real("<mn>1</mn>", '<mn id="m"/>'),
    ],
    [
      "<msub><mi>m</mi><mtext>train</mtext></msub><mo>+</mo><msub><mi>m</mi><mtext>test</mtext></msub>",
      '<mo>=</mo><mn id="train"/><mo>+</mo><mn id="test"/><mo>=</mo><mn id="m"/>',
    ],
  ].map((row) => row.map((part) => formula(part)));
  const node = el(
    "div",
    { class: "two-classes-formulas" },
    ...parts.map((row) => el("p", { class: "formula-row" }, ...row.map((part) => part.node))),
  );
  return {
    node,
    set(/** @type {Examples} */ examples) {
      const ys = examples.list.map(({ y: value }) => String(value));
      const list = ys.length <= LISTED ? ys : [...ys.slice(0, LISTED - 2), "⋯", ys.at(-1)];
      const values = {
        m: String(examples.m),
        list: list.join("\u2002"),
        train: String(examples.part(false).length),
        test: String(examples.part(true).length),
      };
      for (const part of parts.flat()) part.set(values);
    },
  };
}

const lowered = (/** @type {number} */ n) => String(n).replace(/\d/g, (d) => "₀₁₂₃₄₅₆₇₈₉"[Number(d)]);
