// Mistakes in what is trained on: the numbers made of the pictures, which pictures, and w before the first iteration; and what
// is no mistake, but another training.
import { FLATTEN, SCALE, ZEROS, but } from "./lines.js";

const FLAT = "train_set_x_flatten";

/** @type {import('../mistakes.js').Program[]} */
export const PICTURES = [
  {
    id: "bytes",
    x: "bytes",
    how: but(),
    wrong: ["train_set_x = train_set_x_flatten"],
    right: [SCALE],
  },
  {
    id: "scrambled",
    data: "scrambled",
    how: but(),
    wrong: ["train_set_x_flatten = train_set_x_orig.reshape(-1, train_set_x_orig.shape[0])"],
    right: [FLATTEN],
  },
  {
    id: "twice",
    x: "twice",
    how: but(),
    wrong: ["train_set_x = train_set_x / 255.", "train_set_x = train_set_x / 255.  # the cell was run again"],
    right: [SCALE],
  },
  {
    id: "floored",
    data: "floored",
    how: but(),
    wrong: ["train_set_x = train_set_x_flatten // 255"],
    right: [SCALE],
  },
  {
    id: "test",
    data: "test",
    how: but(),
    wrong: ["w, b, costs = optimize(w, b, X_test, Y_test)"],
    right: ["w, b, costs = optimize(w, b, X_train, Y_train)"],
  },
  {
    id: "all",
    data: "all",
    how: but(),
    wrong: ["X = np.concatenate((train_set_x, test_set_x), axis=1)"],
    right: ["X = train_set_x"],
  },
  {
    id: "ones",
    start: "ones",
    how: but(),
    wrong: ["w = np.ones((dim, 1))"],
    right: [ZEROS],
  },
  {
    id: "b-one",
    how: but(() => ({ b: 1 })),
    wrong: ["b = 1."],
    right: ["b = 0."],
  },
  {
    id: "standard",
    x: "standard",
    how: but(),
    wrong: ["train_set_x = (train_set_x_flatten - train_set_x_flatten.mean()) / train_set_x_flatten.std()"],
    right: [SCALE],
  },
  {
    id: "standard-each",
    x: "each",
    how: but(),
    wrong: [
      "mean = train_set_x_flatten.mean(axis=1, keepdims=True)",
      "std = train_set_x_flatten.std(axis=1, keepdims=True)",
      "train_set_x = (train_set_x_flatten - mean) / std",
    ],
    right: [SCALE],
  },
  {
    id: "standard-picture",
    x: "picture",
    how: but(),
    wrong: [`train_set_x = (${FLAT} - ${FLAT}.mean(axis=0)) / ${FLAT}.std(axis=0)`],
    right: [SCALE],
  },
  ...["centred", "less mean"].map((x) => ({
    id: "centred",
    x,
    how: but(),
    wrong: [
      x === "centred"
        ? "train_set_x = train_set_x - train_set_x.mean(axis=1, keepdims=True)"
        : "train_set_x = train_set_x - train_set_x.mean()",
    ],
    right: [SCALE],
  })),
  ...[
    { x: "symmetric", of: `${FLAT} / 127.5 - 1` },
    { x: "half", of: `${FLAT} / 255. - 0.5` },
    { x: "less 128", of: `(${FLAT} - 128.) / 128.` },
  ].map(({ x, of }) => ({
    id: "symmetric",
    x,
    how: but(),
    wrong: [`train_set_x = ${of}`],
    right: [SCALE],
  })),
  {
    id: "by-256",
    x: "by 256",
    how: but(),
    wrong: [`train_set_x = ${FLAT} / 256.`],
    right: [SCALE],
  },
  // As far as z is concerned, X that is so many times as large is a step of w that is the square of it times as long.
  ...[225, 128, 100, 1000].map((by) => ({
    id: "by-other",
    how: but(({ alpha, m }) => ({ rateW: (alpha / m) * (255 / by) ** 2 })),
    wrong: [`train_set_x = ${FLAT} / ${by}.`],
    right: [SCALE],
  })),
  {
    id: "unit",
    x: "unit",
    how: but(),
    wrong: [`train_set_x = ${FLAT} / np.linalg.norm(${FLAT}, axis=0)`],
    right: [SCALE],
  },
];
