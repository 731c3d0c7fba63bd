/* The neuron with the numbers of the selected picture: z = w·x + b, ŷ = σ(z), the loss, the point
   on the curve of σ; and, for the pixel under the cursor, what each of its three entries adds to z. */
import { onLanguage, t } from "../../i18n/i18n.js";
import { decimalsFor, fixed } from "../../ui/format.js";
import { drawSigmoid } from "./sigmoid.js";
import { largest } from "./weights.js";

/** Wires the figure. */
export function mountEquation(root, app) {
  const find = (id) => root.querySelector(`#${id}`);
  const subject = mountSubject(find("subject"), find("subject-name"), app);
  const pixel = mountPixel(find("pixel"), app, subject);
  const ui = Object.fromEntries(["z", "wx", "sign", "b", "a", "loss"].map((id) => [id, find(`eq-${id}`)]));
  const verdict = find("subject-verdict");
  const losses = [find("loss-0"), find("loss-1")];

  app.onFrame((state) => {
    const { train, data } = state;
    if (!train || !data) return;
    subject.show(state);
    const shown = train.selected ?? { wx: NaN, b: train.b, z: NaN, a: NaN, loss: NaN, y: 1 };
    const write = (element, value, digits) => {
      element.textContent = train.selected ? fixed(value, digits) : "–";
    };
    write(ui.z, shown.z, 4);
    write(ui.wx, shown.wx, 4);
    write(ui.b, Math.abs(shown.b), 4);
    ui.sign.textContent = shown.b < 0 ? "−" : "+";
    write(ui.a, shown.a, 4);
    write(ui.loss, shown.loss, 4);
    for (const [y, formula] of losses.entries()) formula.toggleAttribute("hidden", y !== shown.y);
    drawSigmoid(find("sigmoid"), shown);
    drawVerdict(verdict, train.selected, data.names);
    pixel(state);
  });
}

function drawVerdict(element, selected, names) {
  const right = selected && selected.a > 0.5 === (selected.y === 1);
  element.textContent =
    selected && selected.a - selected.a === 0
      ? t(right ? "equation.right" : "equation.wrong", { name: names[selected.a > 0.5 ? 1 : 0] })
      : "";
  element.className = `small ${selected ? (right ? "right" : "wrong") : ""}`;
}

/** The selected picture: its pixels fetched once, drawn as the neuron sees them. */
function mountSubject(canvas, caption, app) {
  let drawnFor = "";
  let shownFor = "";
  let words = "";
  onLanguage(() => {
    words = "";
  });
  const subject = {
    x: null,
    async fetch(id, n_px) {
      const key = `${id} ${n_px}`;
      if (key === drawnFor) return;
      drawnFor = key;
      subject.x = null;
      const [{ rgb, n_px: n }, [file]] = await Promise.all([
        app.session.pixels([id]),
        app.session.names([id]),
      ]);
      if (key !== drawnFor) return; // another one has been selected meanwhile
      subject.x = rgb;
      subject.file = file;
      paintRgb(canvas, rgb, n);
      shownFor = key;
      words = "";
      app.redraw();
    },
    show({ selected, data }) {
      const y = data.y[data.id.indexOf(selected)];
      if (y === undefined) {
        canvas.hidden = true;
        caption.textContent = t("equation.none");
        words = "";
        return;
      }
      canvas.hidden = false;
      subject.fetch(selected, data.n_px);
      const next = `${shownFor} ${y} ${data.names}`;
      if (words === next) return;
      words = next;
      caption.textContent = t("equation.says", { name: data.names[y], y });
      caption.title = subject.file ?? "";
    },
  };
  return subject;
}

function paintRgb(canvas, rgb, n) {
  canvas.width = canvas.height = n;
  const context = canvas.getContext("2d");
  const image = context.createImageData(n, n);
  for (let i = 0, j = 0; i < rgb.length; i += 3, j += 4) {
    image.data.set(rgb.subarray(i, i + 3), j);
    image.data[j + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}

/** The table of one pixel. Returns the function that draws it. */
function mountPixel(table, app, subject) {
  const caption = table.querySelector("caption");
  const rows = ["R", "G", "B"].map((name) => {
    const row = table.tBodies[0].insertRow();
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = name;
    row.append(head);
    return [0, 1, 2].map(() => row.insertCell());
  });
  return ({ train, pixel, data }) => {
    const at = pixel && train.w ? 3 * (pixel.row * data.n_px + pixel.column) : -1;
    const sentence =
      train.network && app.network
        ? app.network.pixelSays(pixel)
        : pixel
          ? t("weights.pixel", { row: pixel.row + 1, column: pixel.column + 1 })
          : t("weights.hint");
    if (caption.textContent !== sentence) caption.textContent = sentence;
    const digits = at < 0 ? 2 : decimalsFor(largest(train.w)) + 1;
    for (const [c, cells] of rows.entries()) {
      const w = at < 0 ? NaN : train.w[at + c];
      const x = at < 0 || !subject.x ? NaN : subject.x[at + c] / 255;
      for (const [k, value] of [w, x, w * x].entries()) {
        cells[k].textContent = Number.isNaN(value) ? "–" : fixed(value, k === 1 ? 3 : digits);
      }
    }
  };
}
