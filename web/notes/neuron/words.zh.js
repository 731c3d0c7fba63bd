export default {
  "neuron.plot": "按面积和价格画出的房子，以及神经元给出的价格",
  "neuron.size": "面积（100 平方米）",
  "neuron.price": "价格（10 万元）",
  "neuron.house": "第 {i} 套房子",
  "neuron.house-says": "面积 {x}，价格 {y}",
  "neuron.activation": "神经元的弯折",
  "neuron.relu": "ReLU",
  "neuron.linear": "直线",
  "neuron.hundred": "100 步",
  "neuron.w": "w",
  "neuron.b": "b",
  "neuron.alpha": "α",
  "neuron.houses": "换回那十套房子",
  "neuron.cost-plot": "每次迭代的成本 J",
  "neuron.iteration": "迭代次数",
  "neuron.says.now": "迭代 {n} 次后，J = {j}。可以拖动房子；点击空白处添加，按 Delete 删除。",
  "neuron.says.many": "在 {m} 行上迭代 {n} 次后，J 是 {j}。",
  "neuron.says.dead":
    "所有 z 都不大于零：ReLU 对每套房子都给出 0，斜率也是 0，梯度下降无从移动。把 w 或 b 调大一些。",
  "neuron.says.diverged":
    "α = {alpha} 时数值超出了计算机能表示的范围。w 和 b 保留最后一次有效的值，请把 α 调小。",

  "neuron.task.price": "手算房价",
  "neuron.task.price.do":
    "就用现在的 w 和 b。对一套 250 m² 的房子（x = 2.5），神经元会说什么价格？先在纸上算到两位小数，再写下来。",
  "neuron.task.price.hint": "先乘，再加，再弯折：ŷ = ReLU(w · 2.5 + b)。答案以 10 万元为单位。",
  "neuron.task.price.why": "用同样的 w 和 b，x = 2.5 时程序算出 {truth}，你答的是 {guess}。",
  "neuron.task.hand": "不用“播放”",
  "neuron.task.hand.do":
    "用原来那十套房子：先重置，再亲手找 w 和 b，让 J 与最小的 J 相差不到一成。不许梯度下降帮忙。",
  "neuron.task.hand.hint":
    "小房子几乎不值钱：让弯折处在 x = 0.4 附近。再转动直线，直到两侧的灰色细线都很短。",
  "neuron.task.hand.why": "手调得到 J = {j}；梯度下降能找到的最小值是 {least}。",
  "neuron.task.dead": "让神经元“死掉”",
  "neuron.task.dead.do": "设置 w 和 b，使 ReLU 神经元再也学不动，并证明这一点：让它走几步。",
  "neuron.task.dead.hint": "z ≤ 0 的地方 ReLU 是平的。让每套房子的 z = wx + b 都为负，再按“单步”或“播放”。",
  "neuron.task.dead.why":
    "又走了 {n} 步，w = {w}、b = {b} 仍是你设的值：每个 z 都不大于 0，每处斜率都是 0，α 再大也走不动。",
};
