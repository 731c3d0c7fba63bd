export default {
  "m-examples.plot": "The examples by their two features, their classes, and the border where ŷ is one half",
  "m-examples.axis": "{x}, standardised",
  "m-examples.axis.named": "{x}: {name}, standardised",
  "m-examples.exam1": "first exam",
  "m-examples.exam2": "second exam",
  "m-examples.speed": "lines a second",
  "m-examples.alpha": "α",
  "m-examples.example": "One example",
  "m-examples.pass": "One iteration",
  "m-examples.costs": "J of every iteration, as a table",
  "m-examples.iteration": "iteration",
  "m-examples.csv": "Three columns: two features, then 0 or 1.",
  "m-examples.labels": "Line {line}: the third column must be 0 or 1, not {text}.",
  "m-examples.says.students":
    "Ten students: their points in two exams, and whether they were admitted (y = 1) or not (y = 0).",
  "m-examples.says.brought": "{m} rows of your table: two features, then y.",
  "m-examples.says.start":
    "The features are standardised first: x₁ = (value {mu1}) / {sigma1}, x₂ = (value {mu2}) / {sigma2}. Press Step to run one line.",
  "m-examples.says.zero": "The sums begin at 0; w and b stay what they are.",
  "m-examples.says.line": "Example {i} of {m}: {v1} and {v2} before standardising, y = {y}.",
  "m-examples.says.mean":
    "Divided by m. Computed over all examples at once, the same four numbers differ by {off}.",
  "m-examples.says.update":
    "Iteration {n} is done: with the old w and b, J was {j}. Next, J, dw and db begin at 0 again; the new w and b stay.",
};
