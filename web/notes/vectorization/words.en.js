export default {
  "vectorization.dot": "A dot product, five ways",
  "vectorization.training": "Your training, three ways",
  "vectorization.size": "how many numbers",
  "vectorization.size.10000": "10,000 numbers",
  "vectorization.size.100000": "100,000",
  "vectorization.size.1000000": "1,000,000",
  "vectorization.dot.start": "Measure now",
  "vectorization.training.start": "Train three times",
  "vectorization.stop": "Stop",
  "vectorization.progress": "Progress of the measurement",
  "vectorization.dot.bars": "Time of one dot product",
  "vectorization.way.array": "JavaScript, plain array",
  "vectorization.way.typed": "JavaScript, typed array",
  "vectorization.way.loop": "C, one number at a time",
  "vectorization.way.simd64": "C, SIMD, two float64",
  "vectorization.way.simd32": "C, SIMD, four float32",
  "vectorization.times": "{x} ×",
  "vectorization.per-second": "{x}/s",
  "vectorization.warming": "warming up …",
  "vectorization.round": "round {round} of {rounds}",
  "vectorization.running": "Measuring, in a worker; the page stays free.",
  "vectorization.stopped-early": "Stopped before the first round was complete: nothing was measured.",
  "vectorization.dot.idle":
    "Nothing is measured yet. The bars will be the times of this machine, of this browser, now.",
  "vectorization.dot.how":
    "Median of {rounds} rounds of products of {n} numbers in a worker of this browser; every way has its turn in every round, for at least 20 ms.",
  "vectorization.calm": "The machine was quiet: medians and fastest rounds are at most {x} × apart.",
  "vectorization.noisy":
    "The machine was busy: a median is up to {x} × its fastest round (the inner part of its bar), so read the ratios loosely.",
  "vectorization.dot.proof": "The same answer? Underlined: digits that differ from the first row.",
  "vectorization.way": "way",
  "vectorization.result": "x · y",
  "vectorization.off": "difference",
  "vectorization.table": "All times as a table",
  "vectorization.median": "median",
  "vectorization.least": "fastest round",
  "vectorization.speedup": "× the slowest",
  "vectorization.rate": "multiply-adds a second",
  "vectorization.iterations": "iterations",
  "vectorization.engine": "engine",
  "vectorization.engine.loop": "loop",
  "vectorization.engine.vectorized": "vectorized",
  "vectorization.engine.gram": "gram",
  "vectorization.one": "one iteration",
  "vectorization.whole": "The whole training",
  "vectorization.one-title": "One iteration",
  "vectorization.whole-title": "The whole training: {n} iterations, and what has to be made before",
  "vectorization.work.two": "loop, vectorized",
  "vectorization.work.gram": "gram",
  "vectorization.one-least": "fastest round",
  "vectorization.madds": "multiply-adds of an iteration",
  "vectorization.preparing": "made before",
  "vectorization.whole-short": "whole training",
  "vectorization.run": "iterations run",
  "vectorization.training.idle":
    "Uses the pictures of your training page, with its α and picture size; or, if you have none there, the 200 drawn ones.",
  "vectorization.training.proof":
    "The same cost? J after as many iterations as all three ran; underlined: digits that differ from loop.",
  "vectorization.cost": "J",
  "vectorization.off-loop": "largest difference from loop",
  "vectorization.digits": "digits that agree",
  "vectorization.over": "over {n} costs",
  "vectorization.set.drawn": "{m} drawn pictures of {px} px, α = {alpha}.",
  "vectorization.set.own": "Your own {m} training pictures at {px} px, α = {alpha}.",
  "vectorization.set.some":
    "{m} of your {of} training pictures at {px} px, α = {alpha}; all would take too long here.",
  "vectorization.training.how":
    "Median of {rounds} rounds in a worker of this browser; in every round each engine trains once from w = 0.",
  "vectorization.scaled": "≈: scaled up from fewer iterations a round ({list}).",
  "vectorization.scaled-one": "{engine} {run} of {n}",
  "vectorization.and": ", ",
  "vectorization.end":
    "Over {n} costs vectorized and gram are never further apart than {off}; after {t} iterations J = {j}.",
  "vectorization.failed.worker": "The measurement could not run: the worker did not start or broke off.",
  "vectorization.failed.memory": "There is not enough memory for this measurement.",
  "vectorization.failed.diverged":
    "With α = {alpha} this training diverges: J becomes infinite. Choose a smaller α on the training page.",

  "vectorization.task.times": "How many times faster?",
  "vectorization.task.times.do":
    "C with SIMD, four float32 at a time, against the loop over a plain JavaScript array: how many times faster is it on this machine? Guess (within a factor of 2), then press “Measure now”.",
  "vectorization.task.times.hint":
    "Four numbers at once would be 4 times. The array’s numbers are float64, which is twice the memory to read, and a loop has other work too.",
  "vectorization.task.times.why":
    "You said {guess}; measured here and now, it is {truth} times. On another machine it is another number.",
  "vectorization.task.same": "The same digits?",
  "vectorization.task.same.do":
    "Of the other four ways, how many give exactly the same x · y as the first one, to the last digit? Say it, then measure.",
  "vectorization.task.same.hint":
    "Adding in another order rounds differently. Which of them add one number after the other, in float64?",
  "vectorization.task.same.why":
    "You said {guess}; it is {truth}. Who adds in the same order with the same digits gets the same bits; two or four sums side by side are added in another order, and float32 has only 7 digits.",
  "vectorization.task.fewer": "Less work",
  "vectorization.task.fewer.do":
    "How many times fewer multiply-adds does an iteration of gram take than one of vectorized, with the pictures that are used here? Say it to within a tenth, then train three times.",
  "vectorization.task.fewer.hint":
    "vectorized: 2 · m · n_x, w·x forward and x·dz backward. gram: m². Divide one by the other; both stand below, with their numbers.",
  "vectorization.task.fewer.why":
    "You said {guess}; counted, it is {truth} times: 2 · n_x / m. With more pictures than 2 · n_x it would be the other way round.",
};
