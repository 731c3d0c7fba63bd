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
};
