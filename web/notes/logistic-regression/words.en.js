export default {
  "logistic-regression.z-plot": "z = wx + b against x, a straight line",
  "logistic-regression.sigma-plot": "ŷ = σ(z) against z, with the current z on it",
  "logistic-regression.b-handle": "b: where the line crosses x = 0",
  "logistic-regression.w-handle": "w: how far the line rises from x = 0 to x = 1",
  "logistic-regression.x-handle": "x",
  "logistic-regression.z-handle": "The point z",
  "logistic-regression.says": "z is {z}, so ŷ is {a}: class 1 with a probability of {percent}.",
  "logistic-regression.line-title": "Why not a straight line?",
  "logistic-regression.line-plot":
    "Points of two classes, with the straight line and the σ curve fitted to them",
  "logistic-regression.show": "What is fitted",
  "logistic-regression.show.line": "straight line",
  "logistic-regression.show.sigma": "σ",
  "logistic-regression.show.both": "both",
  "logistic-regression.far": "Two clear cases, far out",
  "logistic-regression.first": "The first points again",
  "logistic-regression.of-line": "ŷ, line",
  "logistic-regression.of-sigma": "ŷ, σ",
  "logistic-regression.right": "{right} of {m} points on the right side of 0.5.",
  "logistic-regression.at": "At x = {x} it says {a}.",
  "logistic-regression.sigma-stays": "It stays between 0 and 1 wherever you look.",
  "logistic-regression.erratum-title": "A misprint worth a closer look",
  "logistic-regression.erratum-plot": "The sigmoid and its misprint against z",
  "logistic-regression.misprint.positive":
    "At z = {z} the neuron is on the side of class 1: σ says {a}. The misprint says {b}, and less the surer the neuron is.",
  "logistic-regression.misprint.negative":
    "At z = {z} σ says {a} and the misprint {b}: far to the left the two are hard to tell apart.",
  "logistic-regression.misprint.zero":
    "At z = {z} the neuron does not know: σ says {a}. The misprint says {b}, here at its peak.",
  "logistic-regression.theta-title": "b, or θ₀ with an x₀ that is always 1",
  "logistic-regression.iterations": "iterations",
  "logistic-regression.apart": "w and b",
  "logistic-regression.merged": "θ, with b inside",
  "logistic-regression.apart-rows": "The examples, x and y",
  "logistic-regression.merged-rows": "The examples with the column of ones, x₀, x₁ and y",
  "logistic-regression.no-points": "There is no point to learn from. Add one to the plot with the line.",
  "logistic-regression.same":
    "Both were trained now, on the points above, iterations: {n}. All costs agree to the last digit.",
  "logistic-regression.differ":
    "Both were trained now, on the points above: {same} of {n} costs agree to the last digit, the others to within {most}: the same sums, rounded in another order.",
  "logistic-regression.separable":
    "These points have a gap between the classes: σ could always fit better by being steeper, so its w is only how far {n} iterations came.",

  "logistic-regression.task.half": "Neither yes nor no",
  "logistic-regression.task.half.do":
    "Set x = 2 and any w that is at least 0.5 from zero. For which b does the neuron say ŷ = 0.5? Solve it first, then set it.",
  "logistic-regression.task.half.hint": "σ(z) is one half where z = 0. Solve w · 2 + b = 0 for b.",
  "logistic-regression.task.half.why":
    "w = {w}, b = {b}: z = 0 and ŷ = {a}. All points with wx + b = 0 are the border between the two answers.",
  "logistic-regression.task.far": "Two clear cases",
  "logistic-regression.task.far.do":
    "“Two clear cases, far out” adds two points that nobody would doubt. How many of the 10 does the straight line get right then? Say it first, then press.",
  "logistic-regression.task.far.hint":
    "Without them it is right on 7 of 8. The line must come near the far points too, at ŷ = 1, and so it tilts.",
  "logistic-regression.task.far.why":
    "You said {guess}; it is {truth} of 10. Two easy points came, and one was lost that was right before: the line leans towards them. σ is not drawn away, for beyond 1 it has nothing to gain.",
  "logistic-regression.task.four": "Four points that no neuron gets",
  "logistic-regression.task.four.do":
    "Place exactly four points, two of each class, so that no w and b get all four right.",
  "logistic-regression.task.four.hint":
    "One neuron has one border: left of it one answer, right of it the other. Put one class between the other.",
  "logistic-regression.task.four.why":
    "The σ that fits best gets {right} of 4 right, and no w and b get all four: there is only one border, and one class stands on both sides of the other. In two dimensions the same is called XOR; a hidden layer solves it.",
};
