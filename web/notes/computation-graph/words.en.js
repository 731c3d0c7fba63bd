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
};
