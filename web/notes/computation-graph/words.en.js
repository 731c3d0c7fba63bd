export default {
  "computation-graph.which": "Computation",
  "computation-graph.logistic": "logistic regression",
  "computation-graph.graph": "The computation graph; its inputs can be edited",
  "computation-graph.back": "Back",
  "computation-graph.check": "Check each derivative by nudging",
  "computation-graph.checked":
    "{n} values nudged by ±10⁻⁵. The largest difference from a derivative, that of {name}, is {off}.",
  "computation-graph.unchecked": " da cannot be checked: a has been rounded, and da divides by zero.",
  "computation-graph.table": "All values and derivatives",
  "computation-graph.node": "node",
  "computation-graph.value": "value",
  "computation-graph.derivative": "derivative",
  "computation-graph.nudged": "by nudging",
  "computation-graph.difference": "difference",
  "computation-graph.says.start": "The inputs are given. Step: values go forward, one node at a time.",
  "computation-graph.says.again": "Iteration {n}: the new w and b are in place, and everything starts again.",
  "computation-graph.says.forward": "Forward: {name} = {value}.",
  "computation-graph.says.backward":
    "Backward: d{name} = {value}. Nudge {name}, and {target} moves about {value} times as far.",
  "computation-graph.says.update": "Update with α = {alpha}: the loss goes from {before} to {after}.",
  "computation-graph.says.saturated":
    "a has been rounded to {a}, and da divides by zero. dz = a − y is right all the same; programs use that.",

  "computation-graph.task.dc": "dJ/dc, before it is there",
  "computation-graph.task.dc.do":
    "J = 3(a + bc). How large is dc = dJ/dc with the a, b and c that are set? Say it, then step through to the end.",
  "computation-graph.task.dc.hint":
    "Nudge c by a little: u moves b times as far, v as far as u, J three times as far.",
  "computation-graph.task.dc.why":
    "You said {guess}, and the chain rule says {truth}: 3 · 1 · b, the product of what is written on the way from c to J.",
  "computation-graph.task.deaf": "J does not hear b",
  "computation-graph.task.deaf.do": "Change one input so that J no longer notices when b is nudged.",
  "computation-graph.task.deaf.hint": "db = du · c, and du is always 3.",
  "computation-graph.task.deaf.why":
    "With c = {c} db is 0 and J = {j}, whatever b does. A weight behind a zero learns nothing: remember the dead ReLU.",
  "computation-graph.task.aim": "One update to L = 0.1",
  "computation-graph.task.aim.do":
    "In “logistic regression”, from the numbers given: with which α does a single update bring the loss to 0.1? Work it out, set α, and step until the new L is there.",
  "computation-graph.task.aim.hint":
    "L = 0.1 means a = e^(−0.1) ≈ 0.905, so z ≈ 2.25. One update adds α · 0.525 · (x₁² + x₂² + 1) to z, which was −0.1.",
  "computation-graph.task.aim.why":
    "α = {alpha}: a = {a}, L = {l}. One example alone can be learned in one step; with many, each pulls its own way.",
};
