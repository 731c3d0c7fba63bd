export default {
  "logistic-regression.z-plot": "z = wx + b 随 x 变化，是一条直线",
  "logistic-regression.sigma-plot": "ŷ = σ(z) 随 z 变化的曲线，上面标着当前的 z",
  "logistic-regression.b-handle": "b：直线在 x = 0 处的高度",
  "logistic-regression.w-handle": "w：x 从 0 到 1，直线升高多少",
  "logistic-regression.x-handle": "x",
  "logistic-regression.z-handle": "点 z",
  "logistic-regression.says": "z 等于 {z}，所以 ŷ 等于 {a}：属于类别 1 的概率是 {percent}。",
  "logistic-regression.line-title": "为什么不用直线？",
  "logistic-regression.line-plot": "两个类别的点，以及拟合它们的直线和 σ 曲线",
  "logistic-regression.show": "拟合的方式",
  "logistic-regression.show.line": "直线",
  "logistic-regression.show.sigma": "σ",
  "logistic-regression.show.both": "两者",
  "logistic-regression.far": "远处添两个明确的正例",
  "logistic-regression.first": "恢复最初的点",
  "logistic-regression.of-line": "直线的 ŷ",
  "logistic-regression.of-sigma": "σ 的 ŷ",
  "logistic-regression.right": "{m} 个点中有 {right} 个在 0.5 的正确一侧。",
  "logistic-regression.at": "在 x = {x} 处它给出 {a}。",
  "logistic-regression.sigma-stays": "无论在哪里，它都在 0 与 1 之间。",
  "logistic-regression.erratum-title": "一处值得细看的笔误",
  "logistic-regression.erratum-plot": "sigmoid 与误写的公式随 z 变化的曲线",
  "logistic-regression.misprint.positive":
    "z = {z} 时神经元偏向类别 1：σ 给出 {a}。误写的公式给出 {b}，而且神经元越有把握，它反而越小。",
  "logistic-regression.misprint.negative":
    "z = {z} 时 σ 给出 {a}，误写的公式给出 {b}：越往左，两者越难分辨。",
  "logistic-regression.misprint.zero":
    "z = {z} 时神经元拿不准：σ 给出 {a}。误写的公式给出 {b}，正在它的最高处。",
  "logistic-regression.theta-title": "单独的 b，或者 θ₀ 配上恒为 1 的 x₀",
  "logistic-regression.iterations": "迭代次数",
  "logistic-regression.apart": "w 与 b",
  "logistic-regression.merged": "θ，b 在其中",
  "logistic-regression.apart-rows": "样本的 x 与 y",
  "logistic-regression.merged-rows": "添上一列 1 的样本：x₀、x₁ 与 y",
  "logistic-regression.no-points": "没有可以学习的点。请在直线那幅图里添一个。",
  "logistic-regression.same":
    "刚刚用上面的点各训练了一遍，迭代 {n} 次，每一次的成本都完全相等，直到最后一位。",
  "logistic-regression.differ":
    "刚刚用上面的点各训练了一遍：{n} 次迭代的成本中有 {same} 次完全相等，其余相差不超过 {most}。求的是同样的和，只是舍入的次序不同。",
  "logistic-regression.separable":
    "这些点的两类之间有空隙：σ 越陡就拟合得越好，所以这个 w 只是迭代 {n} 次走到的地方。",

  "logistic-regression.task.half": "不置可否",
  "logistic-regression.task.half.do":
    "令 x = 2，w 任取一个绝对值不小于 0.5 的值。b 为多少时神经元给出 ŷ = 0.5？先解出来，再去设置。",
  "logistic-regression.task.half.hint": "σ(z) 在 z = 0 处等于一半。由 w · 2 + b = 0 解出 b。",
  "logistic-regression.task.half.why":
    "w = {w}、b = {b}：z = 0，ŷ = {a}。满足 wx + b = 0 的点就是两种回答的分界。",
  "logistic-regression.task.far": "两个明显的点",
  "logistic-regression.task.far.do":
    "“远处添两个明确的正例”会加上两个谁都不会怀疑的点。这样一来，10 个点里直线能判对几个？先说，再按。",
  "logistic-regression.task.far.hint":
    "没有它们时，8 个点判对 7 个。直线还得在远处接近 ŷ = 1，于是倾斜得平缓一些。",
  "logistic-regression.task.far.why":
    "你答的是 {guess}，实际是 10 个点判对 {truth} 个。来了两个容易的点，却丢了一个原来判对的：直线向它们倾斜。σ 不会被拉走，因为超过 1 对它没有好处。",
  "logistic-regression.task.four": "一个神经元做不到的四个点",
  "logistic-regression.task.four.do": "正好放四个点，每类两个，使任何 w 和 b 都不能全部判对。",
  "logistic-regression.task.four.hint":
    "一个神经元只有一条分界：左边一种回答，右边另一种。把一类夹在另一类中间。",
  "logistic-regression.task.four.why":
    "拟合得最好的 σ 判对了 4 个中的 {right} 个；任何 w 和 b 都不能全对：分界只有一条，而一类的两侧都有另一类的点。二维时同样的情形叫“异或”（XOR），要靠隐藏层解决。",
};
