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

  "m-examples.task.first": "J before anything is learned",
  "m-examples.task.first.do":
    "Everything starts at w = 0, b = 0. How large will J be after the first pass through all examples, to two decimals? Say it, then press “One iteration”.",
  "m-examples.task.first.hint":
    "With z = 0 every a is σ(0). The loss is then the same for every example, whatever its y.",
  "m-examples.task.first.why":
    "You said {guess}; J = {truth} = log 2. It is the same for any data with two classes: the cost of knowing nothing.",
  "m-examples.task.db": "The first db",
  "m-examples.task.db.do":
    "In the first pass, at w = 0 and b = 0: what is db after division by m, for these students? No step is needed, only their y.",
  "m-examples.task.db.unless":
    "This is about the ten students, and your table is shown. Reload the page to have them again.",
  "m-examples.task.db.hint": "dz = a − y and every a is 0.5. Count how many were admitted.",
  "m-examples.task.db.why":
    "You said {guess}, and so does the core: {truth}. As many were admitted as not, so their pulls on b cancel; b starts to move only when w has.",
  "m-examples.task.fast": "Ten iterations",
  "m-examples.task.fast.do":
    "Reset, and find an α with which J is below 0.1 after at most ten iterations with these ten students.",
  "m-examples.task.fast.unless":
    "This is about the ten students, and your table is shown. Reload the page to have them again.",
  "m-examples.task.fast.hint": "The slider stops at 3, the field beside it does not.",
  "m-examples.task.fast.why":
    "After {n} iterations with α = {alpha}, J = {j}. So large an α does no harm here because a line separates these ten; where classes overlap J would jump.",
};
