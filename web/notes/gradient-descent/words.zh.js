export default {
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
  "gradient-descent.rate.zigzag": "接近过大",
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
  "gradient-descent.which": "J 是 ŷ = wx + b 在十套房子上的均方误差的一半；这里 b 固定为 {b}。",
  "gradient-descent.which.two": "同一个 J，随 w 和 b 变化。",
  "gradient-descent.houses": "十套房子，列成表格",

  "gradient-descent.task.rise": "让 J 一直上升",
  "gradient-descent.task.rise.do": "下半部分：让 J 连续 20 步都上升，而且 α 尽可能小。",
  "gradient-descent.task.rise.hint":
    "“接近过大”还能到达，“太大”就不行。在两者之间输入数值，看表格里的 J。刚过界线时，要走几步 J 才转而上升。",
  "gradient-descent.task.rise.why":
    "α = {alpha} 时 J 连续上升了 20 次。界线在 {border}：2 除以 J 的最大曲率。",
  "gradient-descent.task.leap": "一步到底",
  "gradient-descent.task.leap.do":
    "上半部分：重置小球，找一个 α，让它一步就走到谷底（斜率不到原来的二十分之一）。",
  "gradient-descent.task.leap.hint":
    "这个 J 的斜率随 w 均匀变化。从 w = −1 到谷底有多远看得出来，斜率也写着：步长 = α · 斜率。",
  "gradient-descent.task.leap.why":
    "α = {alpha} 时一步就到了 w = {w}。从哪里出发都行：J(w) 是抛物线，α = 1 / 曲率。到了二维就没有这样的 α 了。",
  "gradient-descent.task.steps": "要走多少步？",
  "gradient-descent.task.steps.do":
    "下半部分，用“合适”的 α：大约要走多少步才到，10、100 还是 1000？先说 10 的几次幂，再选“合适”，等它走完。",
  "gradient-descent.task.steps.hint": "每一步只消掉斜率的一部分，而路程大半在又长又平的谷里。",
  "gradient-descent.task.steps.why":
    "你答的是 {guess}，数出来最接近 {truth}。其中大多数步子很小：谷很平，α 再大就会跳过谷去。",
};
