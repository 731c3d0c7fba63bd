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
};
