// The words of the training page: those of its parts, in one piece for the first screen, and its own. What is fetched
// later (settings, a network) brings its words with it.
import data from "./data/words.en.js";
import pictures from "./pictures/words.en.js";
import test from "./test/words.en.js";
import train from "./train/words.en.js";

export default {
  ...data,
  ...pictures,
  ...test,
  ...train,
  "page.title": "One Neuron · train a neuron on your own pictures",
  "column.data": "Data",
  "column.training": "Training",
  "column.test": "Test",
  "class1.drawn": "cat",
  "class0.drawn": "something else",
  "class1.own": "class 1",
  "class0.own": "class 0",
  "keys.play": "Train or pause",
  "keys.step": "One iteration",
  "keys.reset": "Back to iteration 0",
  "keys.undo": "Undo the last change of the pictures",
  "keys.redo": "Redo what was undone",
  "keys.help": "This list",
  "keys.title": "Keys",
  "keys.space": "Space",
};
