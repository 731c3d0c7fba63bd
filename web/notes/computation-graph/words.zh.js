export default {
  "computation-graph.which": "要算的式子",
  "computation-graph.logistic": "logistic 回归",
  "computation-graph.graph": "计算图；输入的数可以修改",
  "computation-graph.back": "退一步",
  "computation-graph.check": "用微小增量检验每个导数",
  "computation-graph.checked": "{n} 个值各挪动了 ±10⁻⁵。与导数相差最大的是 {name}，差 {off}。",
  "computation-graph.unchecked": "da 无法检验：a 被舍入了，da 要除以零。",
  "computation-graph.table": "全部的值和导数",
  "computation-graph.node": "节点",
  "computation-graph.value": "值",
  "computation-graph.derivative": "导数",
  "computation-graph.nudged": "挪动所得",
  "computation-graph.difference": "相差",
  "computation-graph.says.start": "输入已经给定。按“单步”：值一个节点一个节点地向前传。",
  "computation-graph.says.again": "第 {n} 次迭代：新的 w 和 b 已经就位，从头再来。",
  "computation-graph.says.forward": "前向：{name} = {value}。",
  "computation-graph.says.backward":
    "反向：d{name} = {value}。{name} 每增加一点点，{target} 的变化约为它的 {value} 倍。",
  "computation-graph.says.update": "以 α = {alpha} 更新：损失从 {before} 变为 {after}。",
  "computation-graph.says.saturated":
    "a 被舍入成了 {a}，da 要除以零。但 dz = a − y 仍然正确，程序用的正是它。",

  "computation-graph.task.dc": "先说 dJ/dc",
  "computation-graph.task.dc.do":
    "J = 3(a + bc)。对现在的 a、b、c，dc = dJ/dc 是多少？先说，再一步步走到底。",
  "computation-graph.task.dc.hint": "把 c 挪动一点点：u 动的是它的 b 倍，v 与 u 一样，J 是 v 的 3 倍。",
  "computation-graph.task.dc.why":
    "你答的是 {guess}，链式法则算出 {truth}：3 · 1 · b，就是从 c 到 J 一路上各因子之积。",
  "computation-graph.task.deaf": "J 听不见 b",
  "computation-graph.task.deaf.do": "改一个输入，使 b 怎么挪动，J 都没有反应。",
  "computation-graph.task.deaf.hint": "db = du · c，而 du 总是 3。",
  "computation-graph.task.deaf.why":
    "c = {c} 时 db 为 0，J = {j}，b 怎么变都一样。前面隔着 0 的权重什么也学不到：想想死掉的 ReLU。",
  "computation-graph.task.aim": "一次更新到 L = 0.1",
  "computation-graph.task.aim.do":
    "在“logistic 回归”里，从给出的数开始：α 取多少，一次更新就使损失变成 0.1？算出来，设好 α，一步步走到新的 L 出来。",
  "computation-graph.task.aim.hint":
    "L = 0.1 就是 a = e^(−0.1) ≈ 0.905，所以 z ≈ 2.25。一次更新使 z 增加 α · 0.525 · (x₁² + x₂² + 1)，而原来 z 是 −0.1。",
  "computation-graph.task.aim.why":
    "α = {alpha}：a = {a}，L = {l}。只有一个样本时一步就能学会；样本多了，各拉各的。",
};
