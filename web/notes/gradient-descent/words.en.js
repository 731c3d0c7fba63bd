export default {
  "gradient-descent.one": "One weight: which way is down?",
  "gradient-descent.two": "Two parameters: a path across the contours",
  "gradient-descent.one-plot":
    "The cost J for every w, the ball at the current w, its tangent and the next step",
  "gradient-descent.two-plot": "Contours of the cost J over w and b, and the path of gradient descent",
  "gradient-descent.ball": "The ball: the current w",
  "gradient-descent.ball-says": "w = {w}, J = {j}",
  "gradient-descent.start": "The current point (w, b)",
  "gradient-descent.start-says": "w = {w}, b = {b}, J = {j}",
  "gradient-descent.alpha": "α",
  "gradient-descent.iteration": "iteration",
  "gradient-descent.rates": "Learning rates to try",
  "gradient-descent.rate.small": "too small",
  "gradient-descent.rate.good": "good",
  "gradient-descent.rate.zigzag": "almost too large",
  "gradient-descent.rate.too": "too large",
  "gradient-descent.one.left": "The slope is negative: down is to the right, and w grows. Steps so far: {n}.",
  "gradient-descent.one.right":
    "The slope is positive: down is to the left, and w shrinks. Steps so far: {n}.",
  "gradient-descent.one.flat":
    "After {n} steps the slope is zero to three decimals: the ball rests at the bottom.",
  "gradient-descent.one.away": "The step jumps over the valley and lands higher than before: α is too large.",
  "gradient-descent.two.start":
    "Click anywhere, or drag the ball, to choose where to start; then press Play.",
  "gradient-descent.two.way": "After {n} steps: w = {w}, b = {b}, J = {j}.",
  "gradient-descent.two.arrived":
    "Arrived after {n} steps: w = {w}, b = {b}, J = {j} hardly changes any more.",
  "gradient-descent.two.gone":
    "Gone: after {n} steps w = {w} and b = {b} are far off the map. α is too large; each step overshoots more than the last.",
  "gradient-descent.which":
    "J is half the mean squared error of ŷ = wx + b on the ten houses; here b is held at {b}.",
  "gradient-descent.which.two": "The same J, of w and b.",
  "gradient-descent.houses": "The ten houses as a table",

  "gradient-descent.task.rise": "J rises for ever",
  "gradient-descent.task.rise.do":
    "Below: make J rise in 20 steps running, with the smallest α you can find.",
  "gradient-descent.task.rise.hint":
    "“Almost too large” still arrives, “too large” does not. Type numbers between the two and watch J in the table. A little above the border it takes some steps until J turns upwards.",
  "gradient-descent.task.rise.why":
    "With α = {alpha} J rose 20 times running. The border lies at {border}: 2 divided by the largest curvature of J.",
  "gradient-descent.task.leap": "Down in one step",
  "gradient-descent.task.leap.do":
    "Above: reset the ball, and find the α with which a single step takes it to the bottom (to a slope of less than a twentieth of what it was).",
  "gradient-descent.task.leap.hint":
    "The slope of this J grows evenly with w. How far it is from w = −1 to the bottom can be read from the plot, and the slope is written below it: step = α · slope.",
  "gradient-descent.task.leap.why":
    "With α = {alpha} one step went to w = {w}. It works from everywhere: J(w) is a parabola, and α = 1 / curvature. In two dimensions there is no such α.",
  "gradient-descent.task.steps": "How many steps?",
  "gradient-descent.task.steps.do":
    "Below, with the α called “good”: about how many steps until it has arrived, 10, 100, 1000? Say the power of ten, then choose “good” and wait.",
  "gradient-descent.task.steps.hint":
    "Each step takes away a share of the slope, and most of the way lies in the long flat valley.",
  "gradient-descent.task.steps.why":
    "You said {guess}; counted, it is nearest to {truth}. Most of these steps are small: the valley is flat, and a larger α would jump across it.",
};
