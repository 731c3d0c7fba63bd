// What if: the same training many times over.
export default {
  "whatif.stop": "Stop",
  "whatif.progress": "Trainings done",
  "whatif.done": "{n} of {total} trainings",
  "whatif.how":
    "{trials} trainings from w = 0, each with α = {alpha} and {n} iterations, beside the page's own.",
  "whatif.long": "They take about {time}.",
  "whatif.network":
    "This is about one neuron: your network would take about {time} for as many trainings, and is not tried.",
  "whatif.stale":
    "The pictures or the settings are others by now: this was found with those before. Try again.",
  "whatif.cannot.many": "There are more pictures than their products fit into memory.",
  "whatif.cannot.few": "There are too few pictures to try this: at least two of either class.",
  "whatif.cannot.untested": "Nothing is kept for testing, so there is nothing to measure this on.",
  "whatif.trouble.changed": "The pictures changed meanwhile. Try again.",
  "whatif.trouble.memory": "There is not enough memory for this.",
  "whatif.trouble.failed": "That did not work. Try again.",
  "whatif.diverged": "In {n} of the trainings J did not stay finite: α is too large.",
  "whatif.table": "The trainings as a table",
  "whatif.table.trial": "Training",
  "whatif.table.test": "Accuracy, test set",
  "whatif.table.train": "Accuracy, training set",
  "whatif.table.cost": "J, test set",

  // The other splits.
  "whatif.luck": "Is that accuracy worth anything?",
  "whatif.luck.says":
    "Which pictures are kept for testing is chance. The same training with other splits shows how much that matters.",
  "whatif.splits.start": "Try 50 other splits",
  "whatif.folds.start": "Test every picture once",
  "whatif.first": "{mean} on {n} test pictures.",
  "whatif.splits.found": "{mean} ± {sd} on {n} test pictures: {count} splits, from {low} to {high}.",
  "whatif.folds.found":
    "Right on {right} of {tested} pictures: {share}. Each was tested once, by a neuron trained on the others; over the {count} parts, {mean} ± {sd}.",
  "whatif.meaning.sd":
    "± is the standard deviation, in percentage points: about two in three come out within it. A difference smaller than that may be chance.",
  "whatif.meaning.luck": "That {n} pictures are tested, no more, makes about ± {luck} by itself.",
  "whatif.meaning.base": "Always answering “{name}” would be right on {share}.",
  "whatif.meaning.here": "With the page's own split it is {share}.",
  "whatif.mark.here": "this split",
  "whatif.mark.base": "always the same answer",

  // Without one picture.
  "whatif.influence": "Which picture helps, which harms?",
  "whatif.influence.says":
    "The neuron is trained again without each picture in turn: does J on the test set rise or fall?",
  "whatif.without.start": "Train without each picture",
  "whatif.without.found":
    "Of {n} pictures left out, {help} help (J on the test set rises without them) and {harm} harm (it falls).",
  "whatif.without.right": "About a picture it has not seen, the neuron is right {right} times: {share}.",
  "whatif.without.suspects":
    "{n} of those that harm are given the other class by the neuron trained without them: is their label right?",
  "whatif.without.none": "None of those that harm is given the other class.",
  "whatif.without.meaning":
    "How much J on the test set changes when the picture is left out. On few test pictures that is chance as well: look before you move one.",
  "whatif.harm": "Harm",
  "whatif.help": "Help",
  "whatif.suspect": "labelled “{name}”; without it, the neuron says “{other}”",
  "whatif.plain": "labelled “{name}”",
  "whatif.move": "Move to “{name}”",
  "whatif.moved": "Moved to “{name}”",
  "whatif.look": "Show its numbers",

  // Other learning rates.
  "whatif.rates": "Which learning rate?",
  "whatif.rates.says": "The same training at α = 0.001, 0.01 and 0.1, as the course compares them.",
  "whatif.alphas.start": "Compare three learning rates",
  "whatif.how.alphas": "{trials} trainings from w = 0 with {n} iterations each, beside the page's own.",
  "whatif.alphas.found": "J on the training set after {n} iterations: {list}.",
  "whatif.alphas.one": "{J} at α = {alpha}",
  "whatif.alphas.cut": "What lies above J = {J} is cut off in the chart.",
  "whatif.alphas.table": "Learning rates compared",
  "whatif.alphas.keep": "Keep as runs, in the cost chart",
  "whatif.alphas.take": "Take",
  "whatif.alphas.take.label": "Take α = {alpha}",
  "whatif.table.train-cost": "J, training set",
};
