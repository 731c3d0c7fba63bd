export default {
  en: {
    "gradient-descent.one": "One weight: which way is down?",
    "gradient-descent.two": "Two parameters: a path across the contours",
    "gradient-descent.one-plot":
      "The cost J for every w, the ball at the present w, its tangent and the next step",
    "gradient-descent.two-plot": "Contours of the cost J over w and b, and the path of gradient descent",
    "gradient-descent.ball": "The ball: the present w",
    "gradient-descent.ball-says": "w = {w}, J = {j}",
    "gradient-descent.start": "The present point (w, b)",
    "gradient-descent.start-says": "w = {w}, b = {b}, J = {j}",
    "gradient-descent.alpha": "α",
    "gradient-descent.iteration": "iteration",
    "gradient-descent.rates": "Learning rates to try",
    "gradient-descent.rate.small": "too small",
    "gradient-descent.rate.good": "good",
    "gradient-descent.rate.zigzag": "almost too large",
    "gradient-descent.rate.too": "too large",
    "gradient-descent.one.left":
      "The slope is negative: down is to the right, and w grows. Steps so far: {n}.",
    "gradient-descent.one.right":
      "The slope is positive: down is to the left, and w shrinks. Steps so far: {n}.",
    "gradient-descent.one.flat":
      "After {n} steps the slope is zero to three decimals: the ball rests at the bottom.",
    "gradient-descent.one.away":
      "The step jumps over the valley and lands higher than before: α is too large.",
    "gradient-descent.two.start":
      "Click anywhere, or drag the ball, to choose where to start; then press Play.",
    "gradient-descent.two.way": "After {n} steps: w = {w}, b = {b}, J = {j}.",
    "gradient-descent.two.arrived":
      "Arrived after {n} steps: w = {w}, b = {b}, J = {j} hardly changes any more.",
    "gradient-descent.two.gone":
      "Gone: after {n} steps w = {w} and b = {b} are far off the map. α is too large; each step overshoots more than the last.",
  },
  zh: {
    "gradient-descent.one": "一个权重：哪边是下坡？",
    "gradient-descent.two": "两个参数：穿过等高线的路",
    "gradient-descent.one-plot": "每个 w 对应的成本 J，小球停在当前的 w，还有它的切线和下一步",
    "gradient-descent.two-plot": "成本 J 在 w、b 平面上的等高线，以及梯度下降走过的路",
    "gradient-descent.ball": "小球：当前的 w",
    "gradient-descent.ball-says": "w = {w}，J = {j}",
    "gradient-descent.start": "当前的点 (w, b)",
    "gradient-descent.start-says": "w = {w}，b = {b}，J = {j}",
    "gradient-descent.alpha": "α",
    "gradient-descent.iteration": "迭代次数",
    "gradient-descent.rates": "可以试试的学习率",
    "gradient-descent.rate.small": "太小",
    "gradient-descent.rate.good": "合适",
    "gradient-descent.rate.zigzag": "险些太大",
    "gradient-descent.rate.too": "太大",
    "gradient-descent.one.left": "斜率为负：往右是下坡，w 变大。已走 {n} 步。",
    "gradient-descent.one.right": "斜率为正：往左是下坡，w 变小。已走 {n} 步。",
    "gradient-descent.one.flat": "走了 {n} 步，斜率在三位小数内已是零：小球停在谷底。",
    "gradient-descent.one.away": "这一步越过谷底，落到比原来更高的地方：α 太大了。",
    "gradient-descent.two.start": "点击任意位置或拖动小球选起点，然后按“播放”。",
    "gradient-descent.two.way": "走了 {n} 步：w = {w}，b = {b}，J = {j}。",
    "gradient-descent.two.arrived": "走了 {n} 步，到了：w = {w}，b = {b}，J = {j}，几乎不再变化。",
    "gradient-descent.two.gone":
      "跑丢了：{n} 步之后 w = {w}，b = {b}，早已出了这张图。α 太大，每一步都比上一步冲得更过头。",
  },
};
