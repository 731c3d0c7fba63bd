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
};
