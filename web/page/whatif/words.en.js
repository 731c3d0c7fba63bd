// What if: the same training many times over.
export default {
  "whatif.stop": "Stop",
  "whatif.progress": "Trainings done",
  "whatif.done": "{n} of {total} trainings",
  "whatif.done.left": "{n} of {total} trainings, about {time} to go",
  "whatif.how":
    "{trials} trainings from w = 0, each with α = {alpha} and {n} iterations, beside the page’s own.",
  "whatif.long": "They take about {time}.",
  "whatif.how.network":
    "{trials} trainings of the network from its start, each with α = {alpha} and {n} iterations, beside the page’s own.",
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
    "Right on {right} of {tested} pictures: {share}. Each was tested once, after a training on the others; over the {count} parts, {mean} ± {sd}.",
  "whatif.meaning.sd":
    "± is the standard deviation, in percentage points: about two in three come out within it. A difference smaller than that may be chance.",
  "whatif.meaning.luck": "That {n} pictures are tested, no more, makes about ± {luck} by itself.",
  "whatif.meaning.base": "Always answering “{name}” would be right on {share}.",
  "whatif.meaning.here": "With the page’s own split it is {share}.",
  "whatif.mark.here": "this split",
  "whatif.mark.base": "always the same answer",

  // Without one picture.
  "whatif.influence": "Which picture helps, which harms?",
  "whatif.influence.says":
    "All is trained again without each picture in turn: does J on the test set rise or fall?",
  "whatif.without.start": "Train without each picture",
  "whatif.without.found":
    "Of {n} pictures left out, {help} help (J on the test set rises without them) and {harm} harm (it falls).",
  "whatif.without.right": "About the picture that was left out, the answer is right {right} times: {share}.",
  "whatif.without.suspects":
    "{n} of those that harm are given the other class after a training without them: is their label right?",
  "whatif.without.suspects.chance":
    "{n} of those that harm are given the other class after a training without them. But such answers are right hardly more often than by chance here, so that says nothing about their labels.",
  "whatif.without.none": "None of those that harm is given the other class.",
  "whatif.without.meaning":
    "How much J on the test set changes when the picture is left out. On few test pictures that is chance as well: look before you move one.",
  "whatif.accuracy": "accuracy {d} percentage points",
  "whatif.accuracy.same": "accuracy unchanged",
  "whatif.without.table": "All that were left out, as a table",
  "whatif.without.table.picture": "Left out",
  "whatif.without.table.class": "Label",
  "whatif.without.table.J": "Change of J, test set",
  "whatif.without.table.accuracy": "Change of accuracy, percentage points",
  "whatif.without.table.answer": "Its answer then",
  "whatif.harm": "Harm",
  "whatif.help": "Help",
  "whatif.suspect": "labelled “{name}”; trained without it, the answer is “{other}”",
  "whatif.plain": "labelled “{name}”",
  "whatif.move": "Move to “{name}”",
  "whatif.moved": "Moved to “{name}”",
  "whatif.rest": "Leave out",
  "whatif.wake": "Rests: take in again",
  "whatif.look": "Show its numbers",

  // Other learning rates.
  "whatif.rates": "Which learning rate?",
  "whatif.rates.says": "The same training at α = 0.001, 0.01 and 0.1, as the course compares them.",
  "whatif.alphas.start": "Compare three learning rates",
  "whatif.how.alphas": "{trials} trainings from the start with {n} iterations each, beside the page’s own.",
  "whatif.alphas.found": "J on the training set after {n} iterations: {list}.",
  "whatif.alphas.one": "{J} at α = {alpha}",
  "whatif.alphas.cut": "What lies above J = {J} is cut off in the chart.",
  "whatif.alphas.table": "Learning rates compared",
  "whatif.alphas.keep": "Keep as runs, in the cost chart",
  "whatif.alphas.take": "Take",
  "whatif.alphas.take.label": "Take α = {alpha}",
  "whatif.table.train-cost": "J, training set",

  // What would help?
  advice: "What would help?",
  "advice.says":
    "Everything that could help is tried, over the same random splits as the training as it is: what is better, and is it more than chance?",
  "whatif.advice.start": "Try it all out",
  "whatif.networks.start": "Try hidden neurons as well",
  "whatif.how.advice": "{trials} trainings from the start, beside the page’s own.",
  "whatif.how.networks":
    "{trials} trainings of networks with 4 and 16 hidden neurons, and of what there is now.",
  "advice.now": "As it is: {mean} ± {sd} over {splits} splits.",
  "advice.best": "What helps most: {name}. {mean} on average, {d} percentage points.",
  "advice.asked.better":
    "What was asked for, {name}: {mean} on average, {d} percentage points. That is better by more than chance.",
  "advice.asked.worse":
    "What was asked for, {name}: {mean} on average, {d} percentage points. That is worse by more than chance.",
  "advice.asked.none":
    "What was asked for, {name}: {mean} on average, {d} percentage points. That may be chance.",
  "advice.asked.diverged": "What was asked for, {name}: J did not stay finite.",
  "advice.others": "{n} more help too.",
  "advice.perfect": "There is nothing to improve: in every split all test pictures are answered right.",
  "advice.curve.rises.alone":
    "Nothing here helps; more pictures would: the curve over m still rises, from {a0} at m = {m0} over {a1} at m = {m1} to {a2} at m = {m2}.",
  "advice.curve.rises.too":
    "More pictures would help as well: the curve over m still rises, from {a0} at m = {m0} over {a1} at m = {m1} to {a2} at m = {m2}.",
  "advice.curve.flat.alone":
    "Nothing here helps, and more pictures of the same kind would not either: the curve over m is flat, {a1} at m = {m1} and {a2} at m = {m2}.",
  "advice.curve.flat.too":
    "More pictures of the same kind would not: the curve over m is flat, {a1} at m = {m1} and {a2} at m = {m2}.",
  "advice.curve.open.alone":
    "Nothing here is better by more than chance. Whether more pictures would help, {n} pictures cannot show: {a1} at m = {m1}, {a2} at m = {m2}.",
  "advice.curve.open.too":
    "Whether more pictures would help, {n} pictures cannot show: {a1} at m = {m1}, {a2} at m = {m2}.",
  "advice.more": "Add pictures",
  "advice.table": "What was tried",
  "advice.table.what": "What is tried",
  "advice.table.accuracy": "Accuracy, test set",
  "advice.table.difference": "Difference, in percentage points",
  "advice.now.name": "as it is now",
  "advice.mirror": "mirrored copies of the training pictures",
  "advice.until": "another number of iterations",
  "advice.until.less": "stop at iteration {t}",
  "advice.until.more": "go on to iteration {t}",
  "advice.size.smaller": "smaller pictures, {px} × {px}",
  "advice.size.larger": "larger pictures, {px} × {px}",
  "advice.alpha": "α = {alpha}",
  "advice.hidden": "{n} hidden neurons",
  "advice.none": "one neuron, no hidden ones",
  "advice.half": "half of the training pictures",
  "advice.quarter": "a quarter of the training pictures",
  "advice.accuracy": "{mean} ± {sd}",
  "advice.fewer": "as it is, on the same splits: {mean}",
  "advice.verdict.better": "better",
  "advice.verdict.worse": "worse",
  "advice.verdict.none": "may be chance",
  "advice.verdict.curve": "for the curve",
  "advice.verdict.diverged": "J did not stay finite in {n} trainings",
  "advice.take": "Take it",
  "advice.take.label": "Take it: {name}",
  "advice.back": "Take it back",
  "advice.back.label": "Take it back: {name}",
  "advice.meaning":
    "Each was trained on the same {splits} splits and compared split by split. “Better” and “worse” are said so carefully that about one such list in twenty has a wrong one; “may be chance” is no difference that {n} pictures could show. ± is the standard deviation over the splits.",
  "advice.meaning.fewer": "Networks: over {splits} of these splits.",
};
