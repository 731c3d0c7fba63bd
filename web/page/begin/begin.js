/* The first lines of the page: three ways in, and on a phone the neuron at work in a line: picture, weights, answer. */
import { setText } from "../../ui/elements.js";
import { fixed } from "../../ui/format.js";
import { channelOf, colours, largest, paint } from "../train/weights.js";

const PICTURE_MS = 120;

/** Wires the ways in: each is told as the wish for "pictures", "camera" or "draw"; the parts that can grant it listen. */
export function mountBegin(root, app) {
  for (const way of root.querySelectorAll("[data-way]"))
    way.addEventListener("click", () => app.tell("wish", { what: way.dataset.way }));
  mountNow(root.querySelector(".begin-now"), app);
}

/** The picture whose numbers are shown, the weights, and ŷ. */
function mountNow(root, app) {
  const [picture, weights] = root.querySelectorAll("canvas");
  const answer = root.querySelector("output");
  /** @type {any} */
  let subject = null;
  /** @type {any} */
  let w = null;
  let shades = colours();
  const draw = (fresh) => {
    if (!root.clientWidth) return; // not on a wide screen
    if (fresh) shades = colours();
    const { train } = app.state;
    setText(answer, train?.selected ? fixed(train.selected.a, 2) : "–");
    if (app.examples.subject && app.examples.subject !== subject) {
      subject = app.examples.subject;
      picture.width = picture.height = subject.width;
      picture.getContext("2d").putImageData(subject, 0, 0);
    }
    if (!app.weights || (app.weights === w && !fresh)) return;
    w = app.weights;
    const values = channelOf(w, "sum");
    paint(weights, values, largest(values), shades.palette, shades.nan);
  };
  app.draw(root, draw, { every: PICTURE_MS, picture: true });
}
