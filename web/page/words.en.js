// The words of the training page: those of its parts and those that both pages say, in one piece for the first screen, and
// its own. What is fetched later (settings, a network) brings its words with it.
import data from "./data/words.en.js";
import pictures from "./pictures/words.en.js";
import test from "./test/words.en.js";
import train from "./train/words.en.js";
import ui from "../ui/words.en.js";

export default {
  ...data,
  ...pictures,
  ...test,
  ...train,
  ...ui,
  "page.title": "One Neuron · train a neuron on your own pictures",
  begin: "How to begin",
  "begin.says":
    "One neuron learns from pictures: give it two kinds of your own, press Train, and watch it tell them apart.",
  "begin.pictures": "Your pictures",
  "begin.camera": "Camera",
  "begin.draw": "Draw",
  "begin.jumps": "Parts of this page",
  "fold.data": "{n1} {name1} · {n0} {name0}",
  "fold.test": "accuracy {n}",
  "column.data": "Data",
  "column.training": "Training",
  "column.test": "Test",
  "class1.drawn": "cat",
  "class0.drawn": "something else",
  "class1.own": "y = 1",
  "class0.own": "y = 0",
  "what-if": "What if",
  "what-if.says": "the same training many times over: is that accuracy luck, and which picture helps?",
};
