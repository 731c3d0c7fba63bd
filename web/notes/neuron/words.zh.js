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
};
