export default {
  "m-examples.plot": "The examples by their two features, their classes, and the border where ŷ is one half",
  "m-examples.x1": "x₁, standardised",
  "m-examples.x2": "x₂, standardised",
  "m-examples.speed": "lines a second",
  "m-examples.alpha": "α",
  "m-examples.example": "One example",
  "m-examples.pass": "One iteration",
  "m-examples.costs": "J of every iteration, as a table",
  "m-examples.iteration": "iteration",
  "m-examples.csv": "Three columns: two features, then 0 or 1.",
  "m-examples.labels": "Row {line}: the third column must be 0 or 1.",
  "m-examples.says.start": "Ten students by default; {m} examples now. Press Step to run one line.",
  "m-examples.says.line": "Example {i} of {m}.",
  "m-examples.says.mean":
    "Divided by m. Computed over all examples at once, the same four numbers differ by {off}.",
  "m-examples.says.update":
    "Iteration {n} is done: with the old w and b, J was {j}. Now everything starts again at zero.",
};
