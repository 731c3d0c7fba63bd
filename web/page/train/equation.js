/* The neuron with the numbers of the selected picture: z = w·x + b, ŷ = σ(z), the loss, the point
   on the curve of σ; and, for the pixel under the cursor, what each of its three entries adds to z. */
import { isolated, t } from "../../i18n/i18n.js";
import { setText } from "../../ui/elements.js";
import { decimalsFor, fixed } from "../../ui/format.js";
import { UNDER_TEST } from "../../pictures/names.js";
import { drawSigmoid } from "./sigmoid.js";
import { largest } from "./weights.js";

const NUMBERS_MS = 40;
const PIXEL_MS = 100;

/** Wires the figure. */
export function mountEquation(root, app) {
  const find = (id) => root.querySelector(`#${id}`);
  const subject = mountSubject(find("subject"), find("subject-name"), app);
  const pixel = mountPixel(find("pixel"), app);
  const ui = Object.fromEntries(["z", "wx", "sign", "b", "a", "loss"].map((id) => [id, find(`eq-${id}`)]));
  const input = find("formula-x");
  const verdict = find("subject-verdict");
  const losses = [find("loss-0"), find("loss-1")];
  const sigmoid = find("sigmoid");

  const draw = (fresh) => {
    const { train, data } = app.state;
    if (!train || !data) return;
    subject(fresh);
    const shown = train.selected ?? { wx: NaN, b: train.b, z: NaN, a: NaN, loss: NaN, y: 1 };
    const write = (element, value, digits) => setText(element, train.selected ? fixed(value, digits) : "–");
    write(ui.z, shown.z, 4);
    write(ui.wx, shown.wx, 4);
    write(ui.b, Math.abs(shown.b), 4);
    setText(ui.sign, shown.b < 0 ? "−" : "+");
    write(ui.a, shown.a, 4);
    setText(ui.loss, Number.isNaN(shown.loss) ? "–" : fixed(shown.loss, 4));
    setText(input, train.network ? "a" : "x"); // the last sum of a network is over its hidden neurons
    const known = shown.y ?? 1; // without y there is no loss; the formula stays, its value is a dash
    for (const [y, formula] of losses.entries()) formula.toggleAttribute("hidden", y !== known);
    drawSigmoid(sigmoid, shown);
    drawVerdict(verdict, train.selected, data.names);
  };
  app.draw(root, draw, { every: NUMBERS_MS });
  app.draw(find("pixel"), pixel, { every: PIXEL_MS });
  app.on("pixel", pixel); // the cursor must not lag
}

/** @returns {"" | "undecided" | "says" | "right" | "wrong"} */
function verdictOf(selected) {
  if (!Number.isFinite(selected?.a)) return "";
  if (selected.a === 0.5) return "undecided";
  if (selected.y === null) return "says";
  return selected.a > 0.5 === (selected.y === 1) ? "right" : "wrong";
}

function drawVerdict(element, selected, names) {
  const verdict = verdictOf(selected);
  setText(element, verdict && t(`equation.a.${verdict}`, { name: names[selected.a > 0.5 ? 1 : 0] }));
  element.className = `small ${verdict === "undecided" || verdict === "says" ? "muted" : verdict}`;
}

/** The selected picture as the neuron sees it, and its name. Returns the function that draws it. */
function mountSubject(canvas, caption, app) {
  let drawn = null;
  let words = "";

  const paint = (image) => {
    drawn = image;
    canvas.width = canvas.height = image.width;
    canvas.getContext("2d").putImageData(image, 0, 0);
  };
  const title = async (id) => {
    caption.title = "";
    const [name] = await app.session.names([id]);
    if (app.state.selected === id) caption.title = isolated(name);
  };
  return (fresh) => {
    const { selected, data } = app.state;
    const tested = selected === UNDER_TEST;
    const y = data.y[data.id.indexOf(selected)];
    canvas.hidden = tested ? !app.examples.tested : y === undefined;
    const { subject } = app.examples;
    if (subject && subject !== drawn) paint(subject);
    const next = `${selected} ${y} ${data.names}`;
    if (words === next && !fresh) return;
    words = next;
    const none = t(tested ? "equation.tested" : "equation.none");
    setText(caption, y === undefined ? none : t("equation.says", { name: data.names[y], y }));
    if (y === undefined) caption.title = "";
    else title(selected);
  };
}

/** The table of one pixel. Returns the function that draws it. */
function mountPixel(table, app) {
  const caption = table.querySelector("caption");
  const rows = ["R", "G", "B"].map((name) => {
    const row = table.tBodies[0].insertRow();
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = name;
    row.append(head);
    return [0, 1, 2].map(() => row.insertCell());
  });
  return () => {
    const { pixel, data } = app.state;
    const { weights } = app;
    const image = app.examples.subject;
    setText(caption, pixelSays(app.state));
    const i = pixel && weights && data ? pixel.row * data.n_px + pixel.column : -1;
    const digits = i < 0 ? 2 : decimalsFor(largest(weights)) + 1;
    for (const [c, cells] of rows.entries()) {
      const w = i < 0 ? NaN : weights[3 * i + c];
      const x = i < 0 || !image ? NaN : image.data[4 * i + c] / 255;
      for (const [k, value] of [w, x, w * x].entries())
        setText(cells[k], Number.isNaN(value) ? "–" : fixed(value, k === 1 ? 3 : digits));
    }
  };
}

/** Which pixel it is, and of a network, whose weights they are. */
function pixelSays({ pixel, shown }) {
  const at = pixel && { row: pixel.row + 1, column: pixel.column + 1 };
  if (!shown) return at ? t("weights.pixel", at) : t("weights.hint");
  const u = shown.unit + 1;
  return at ? t("network.pixel", { u, ...at }) : t("network.pixel.hint", { u });
}
