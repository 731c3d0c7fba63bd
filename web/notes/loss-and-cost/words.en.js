export default {
  "loss-and-cost.one-title": "The loss of one answer",
  "loss-and-cost.one-plot": "The loss L for y = 1 and for y = 0, with the current answer on it",
  "loss-and-cost.answer": "The answer ŷ",
  "loss-and-cost.answer-says": "ŷ = {a}, y = {y}, L = {l}",
  "loss-and-cost.truth": "The truth",
  "loss-and-cost.y1": "y = 1",
  "loss-and-cost.y0": "y = 0",
  "loss-and-cost.over": "Drawn over",
  "loss-and-cost.over-a": "over ŷ",
  "loss-and-cost.over-z": "over z",
  "loss-and-cost.mean-title": "The cost J: the mean over your points",
  "loss-and-cost.points-plot":
    "Points of two classes and the curve ŷ. Click to add a point, drag it across the middle to change its class",
  "loss-and-cost.bars-plot": "The loss of each point, and their mean J as a line",
  "loss-and-cost.mean-says": "{m} points, the mean of their losses is J = {cost}.",
  "loss-and-cost.terms": "The loss of each point",
  "loss-and-cost.no-points": "A mean of nothing is no number: add a point.",
  "loss-and-cost.lab-title": "The convexity lab: the same points, two losses",
  "loss-and-cost.strip-plot": "The same points: click to add one, drag to move it",
  "loss-and-cost.preset": "Points",
  "loss-and-cost.preset.overlapping": "overlapping",
  "loss-and-cost.preset.separable": "separable",
  "loss-and-cost.preset.stray": "one outlier",
  "loss-and-cost.preset.two-minima": "two true minima",
  "loss-and-cost.squared": "squared error",
  "loss-and-cost.cross-entropy": "cross-entropy",
  "loss-and-cost.J-plot": "J against w under {loss}, with two starts",
  "loss-and-cost.slope-plot": "The slope of J under {loss}",
  "loss-and-cost.curvature-plot": "The curvature of J under {loss}",
  "loss-and-cost.alpha": "learning rate α",
  "loss-and-cost.start": "Start {k}",
  "loss-and-cost.iteration": "Iteration {t}",
  "loss-and-cost.shape.flat": "J does not depend on w at all: every x is 0.",
  "loss-and-cost.shape.none-right": "No minimum in view: J falls all the way to the right edge",
  "loss-and-cost.shape.none-left": "No minimum in view: J falls all the way to the left edge",
  "loss-and-cost.shape.one": "One minimum, at w = {w} (J = {cost})",
  "loss-and-cost.shape.two":
    "Two minima, at w = {w} (J = {cost}) and w = {w2} (J = {cost2}), with a hump of {hump} between them",
  "loss-and-cost.shape.many": "{n} minima",
  "loss-and-cost.shape.escape-right": "; beyond a hump J falls again, out over the right edge",
  "loss-and-cost.shape.escape-left": "; beyond a hump J falls again, out over the left edge",
  "loss-and-cost.shape.shelf": "; a nearly level shelf from w = {from} to {to}, up at J ≈ {cost}",
  "loss-and-cost.shape.down": "; where it is marked, it bends down.",
  "loss-and-cost.shape.up": "; it bends upwards everywhere.",
  "loss-and-cost.colon": ": ",
  "loss-and-cost.comma": ", ",

  "loss-and-cost.task.sure": "Sure, and wrong",
  "loss-and-cost.task.sure.do":
    "The truth is y = 1 and the neuron says ŷ = 0.01. How large is the loss L? To one decimal, by hand or in your head.",
  "loss-and-cost.task.sure.hint": "L = −log ŷ here, to base e. log 100 is a little more than 4.6.",
  "loss-and-cost.task.sure.why":
    "You said {guess}; the core says L = {truth}. Half the squared error would be 0.49 here, and hardly more however sure the neuron is; −log ŷ has no end.",
  "loss-and-cost.task.coin": "As good as a coin",
  "loss-and-cost.task.coin.do":
    "Choose w and b of “The cost J” so that J is log 2 ≈ 0.6931 for any points whatever. Then move a point and watch J.",
  "loss-and-cost.task.coin.hint":
    "Which ŷ has the same loss for y = 1 as for y = 0? Make the neuron say that everywhere.",
  "loss-and-cost.task.coin.why":
    "With w = 0 and b = 0 every ŷ is 0.5 and J = {j} = log 2, whatever the points are. Training begins here; a J above it is worse than guessing.",
  "loss-and-cost.task.minima": "Two minima",
  "loss-and-cost.task.minima.do":
    "Place five points at five different x so that squared error has two minima over w. Cross-entropy will have one.",
  "loss-and-cost.task.minima.hint":
    "Begin with “two true minima”: four points, two of them at one place. Move one of those a little, and add a fifth that does not disturb, near x = 0.",
  "loss-and-cost.task.minima.why":
    "Squared error has minima at w = {w} (J = {j}) and w = {w2} (J = {j2}); gradient descent ends in either, by where it starts. Under cross-entropy there is one bottom for all starts.",
};
