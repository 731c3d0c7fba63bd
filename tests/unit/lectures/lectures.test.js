// From lectures and questions to figures: titles as the course gives them, and places that are there.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { LANGUAGES } from "../../../web/i18n/languages.js";
import { HOMEWORK, LECTURES, QUESTIONS } from "../../../web/lectures/list.js";
import { FIGURES } from "../../../web/notes/figures.js";
import { dictionaries } from "../shared/words.js";

const html = await readFile(new URL("../../../web/index.html", import.meta.url), "utf8");
const figures = FIGURES.map(({ name }) => name);
const mine = (await dictionaries()).filter(({ folder }) => folder === "lectures");

/** Of both weeks, in the order of the course. */
const TITLES = [
  "What is a Neural Network?",
  "Supervised Learning with Neural Networks",
  "Why is Deep Learning taking off?",
  "Binary Classification",
  "Logistic Regression",
  "Logistic Regression Cost Function",
  "Gradient Descent",
  "Derivatives",
  "More Derivative Examples",
  "Computation Graph",
  "Derivatives with a Computation Graph",
  "Logistic Regression Gradient Descent",
  "Gradient Descent on m Examples",
  "Vectorization",
  "More Vectorization Examples",
  "Vectorizing Logistic Regression",
  "Vectorizing Logistic Regression's Gradient Output",
  "Broadcasting in Python",
  "A note on python/numpy vectors",
  "Explanation of logistic regression cost function (optional)",
];

test("the lectures are those of the course, in its order and under its titles", () => {
  const en = mine.find(({ language }) => language === "en")?.words ?? {};
  assert.deepEqual(
    LECTURES.flat().map(([key]) => en[`lecture.${key}`]),
    TITLES,
  );
});

test("every lecture leads to figures that there are, and every figure is led to", () => {
  const found = LECTURES.flat().flatMap(([, list]) => list);
  assert.deepEqual([...new Set(found)].sort(), [...figures].sort());
  assert.ok(LECTURES.flat().every(([, list]) => list.length > 0));
  assert.ok(html.includes(`id="${HOMEWORK}"`));
});

test("every question has an answer in every language, and a place to try it that is there", () => {
  assert.deepEqual(mine.map(({ language }) => language).sort(), LANGUAGES.map(({ ending }) => ending).sort());
  for (const [name, { figures: list, own }] of Object.entries(QUESTIONS)) {
    for (const { words } of mine)
      assert.ok(words[`question.${name}`] && words[`question.${name}.says`], name);
    assert.ok(list.length > 0 && list.every((figure) => figures.includes(figure)), name);
    if (own) assert.ok(html.includes(`id="${own}"`), `${name}: ${own}`);
  }
});
