export default {
  "no-loops.loops": "With loops",
  "no-loops.vector": "Without, in NumPy",
  "no-loops.m": "m, how many examples",
  "no-loops.n_x": "n_x, how many features",
  "no-loops.next": "Next line",
  "no-loops.matrices": "The line as matrices, with shapes",
  "no-loops.fold": "With loops: lines {lines}. Vectorised: {text}.",
  "no-loops.and": ", ",
  "no-loops.why.Z":
    "A turn of the loop makes one number z; here all turns are made at once, side by side. Example {i} is marked.",
  "no-loops.why.A": "σ goes to every number by itself, so the loop simply disappears.",
  "no-loops.why.L": "Number by number again: Y and A have the same shape, and so has L.",
  "no-loops.why.J": "What grew turn by turn is now one sum, divided by m.",
  "no-loops.why.dZ": "One subtraction for all examples; column {i} is the dz of example {i}.",
  "no-loops.why.dw":
    "Two loops in one product: row j of X times all of dZ is the sum that dw[j] grew into. Division by m is in it.",
  "no-loops.why.db": "The sum of dZ, divided by m: a single number, whatever m is.",
  "no-loops.why.w": "The loop over features goes too: w and dw have the same shape.",
  "no-loops.why.b": "One number on both sides: here there was no loop to lose.",
  "no-loops.examples": "The examples: change any number, click a class to flip it",
  "no-loops.cell": "x{j} of example {i}",
  "no-loops.class": "y of example {i}: {y}. Press to change",
  "no-loops.example": "Mark example {i}",
  "no-loops.speed": "iterations a second",
  "no-loops.alpha": "α",
  "no-loops.ledger": "The numbers of both runs",
  "no-loops.number": "name",
  "no-loops.with": "with loops",
  "no-loops.without": "without",
  "no-loops.difference": "difference",
  "no-loops.equal": "After {n} iterations both runs have the same numbers, to the last bit.",
  "no-loops.close":
    "After {n} iterations the two runs differ by at most {off}: the same sums, added in another order.",
  "no-loops.infinite":
    "After {n} iterations a number is no longer finite. Press Reset, and take smaller numbers.",
  "no-loops.lines":
    "With m = {m} and n_x = {n_x}, one iteration runs {loops} lines with loops and {vector} without. With 209 pictures of 12,288 numbers: {cats}, and still {vector}.",
  "no-loops.train": "This is what Train does →",

  "no-loops.task.product": "X @ dZ.T",
  "no-loops.task.product.do":
    "With m = 5 and n_x = 3: which shape has X @ dZ.T? Say it, then set both and look at the line of dw.",
  "no-loops.task.product.hint": "X is (n_x, m) and dZ.T is (m, 1): the inner m is summed away.",
  "no-loops.task.product.why":
    "You said {guess}; it is {truth}, the shape of w, whatever m is. It has to be, or w − α dw would not fit.",
  "no-loops.task.mean": "Drop the 1/m",
  "no-loops.task.mean.do":
    "In “Broken code”, drop the 1/m and nothing else. No error, every shape is right. Find the one check that finds it without another implementation.",
  "no-loops.task.mean.hint": "dw is to be the slope of J. Which check asks J itself?",
  "no-loops.task.mean.why":
    "By nudging the slope is {nudged}, in dw stands {dw}: m = {m} times as much. Training would still go down, with an α that is m times too large: it only shows when m grows.",
  "no-loops.task.silent": "An error that stays silent",
  "no-loops.task.silent.do":
    "With * for @, NumPy raises a ValueError. Find m and n_x with which it does not, though the result is just as wrong.",
  "no-loops.task.silent.hint":
    "w.T is (1, n_x) and X is (n_x, m). When does broadcasting let these be multiplied number by number?",
  "no-loops.task.silent.why":
    "With n_x = {n} and m = {m} the shapes fit by accident, and Z gets {n} rows. The same code would fail with other data: check shapes, do not wait for an error.",
  "no-loops.task.mixed": "Scrambled examples",
  "no-loops.task.mixed.do":
    "Use reshape(-1, m) in place of reshape(m, -1).T. The shape is right, and so is the slope. Which check finds what is wrong?",
  "no-loops.task.mixed.hint": "What is a column of X supposed to be? Look at the numbers of the first line.",
  "no-loops.task.mixed.why":
    "The first column of X has {x} where the first example has {data}: reshape fills row by row, so every column is mixed from several examples. On pictures it looks like noise.",
  "no-loops.broken": "Broken code",
  "no-loops.broken.says":
    "The same listing with the examples above, every example a row of data. Switch a mistake on: what comes out, and which check would have found it?",
  "no-loops.broken.star": "* for @",
  "no-loops.broken.transpose": ".T dropped",
  "no-loops.broken.mean": "1/m dropped",
  "no-loops.broken.reshape": "reshape(-1, m) for reshape(m, -1).T",
  "no-loops.broken.rank": "w of one axis, (n,)",
  "no-loops.broken.lines": "The listing, line by line: shape and first numbers",
  "no-loops.broken.right": "No mistake is switched on: every check holds.",
  "no-loops.broken.silent": "No error is raised. That does not mean that it is right: check.",
  "no-loops.broken.check": "Check",
  "no-loops.broken.check.shape": "dw has the shape of w",
  "no-loops.broken.check.step": "w keeps its shape in the update",
  "no-loops.broken.check.column": "the first column of X is the first example",
  "no-loops.broken.check.nudge": "dw is what J does when w is nudged",
  "no-loops.broken.check.loop": "dw is what the listing with loops gives",
  "no-loops.broken.holds": "holds: {a}",
  "no-loops.broken.fails": "fails: {a}, and should be {b}",
};
