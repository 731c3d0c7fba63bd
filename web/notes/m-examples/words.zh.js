export default {
  "m-examples.plot": "按两个特征画出的样本、它们的类别，以及 ŷ 等于二分之一的分界线",
  "m-examples.axis": "{x}（已标准化）",
  "m-examples.axis.named": "{x}：{name}（已标准化）",
  "m-examples.exam1": "第一次考试",
  "m-examples.exam2": "第二次考试",
  "m-examples.speed": "每秒行数",
  "m-examples.alpha": "α",
  "m-examples.example": "一个样本",
  "m-examples.pass": "一次迭代",
  "m-examples.costs": "每次迭代的 J，列成表格",
  "m-examples.iteration": "迭代次数",
  "m-examples.csv": "三列：两个特征，然后是 0 或 1。",
  "m-examples.labels": "第 {line} 行：第三列必须是 0 或 1，不能是 {text}。",
  "m-examples.says.students": "十名学生：两次考试的分数，以及是否被录取（y = 1 为录取，y = 0 为未录取）。",
  "m-examples.says.brought": "你的表，共 {m} 行：两个特征，然后是 y。",
  "m-examples.says.start":
    "特征先做标准化：x₁ =（原值 {mu1}）/ {sigma1}，x₂ =（原值 {mu2}）/ {sigma2}。按“单步”执行一行。",
  "m-examples.says.zero": "各个和从 0 开始；w 和 b 保持不变。",
  "m-examples.says.line": "第 {i} 个样本，共 {m} 个：标准化之前是 {v1} 和 {v2}，y = {y}。",
  "m-examples.says.mean": "已除以 m。若对全部样本一次算完，这四个数与此相差 {off}。",
  "m-examples.says.update":
    "第 {n} 次迭代完成：用旧的 w 和 b，J 是 {j}。接下来 J、dw、db 又从 0 开始累加，新的 w 和 b 保留。",

  "m-examples.task.first": "什么都没学时的 J",
  "m-examples.task.first.do":
    "一切从 w = 0、b = 0 开始。把所有样本走过一遍后，J 是多少（两位小数）？先说，再按“一次迭代”。",
  "m-examples.task.first.hint": "z = 0 时每个 a 都是 σ(0)。于是不管 y 是什么，每个样本的损失都一样。",
  "m-examples.task.first.why":
    "你答的是 {guess}；J = {truth} = log 2。任何两类数据都是这个值：一无所知的成本。",
  "m-examples.task.db": "第一个 db",
  "m-examples.task.db.do":
    "第一遍，w = 0、b = 0：对这些学生，除以 m 之后 db 是多少？不用走一步，看他们的 y 就够了。",
  "m-examples.task.db.unless": "这道题问的是那十名学生，现在显示的是你的表。刷新本页，他们就回来了。",
  "m-examples.task.db.hint": "dz = a − y，每个 a 都是 0.5。数一数录取了多少人。",
  "m-examples.task.db.why":
    "你答的是 {guess}，程序算出的也是 {truth}。录取和没录取的一样多，对 b 的拉动互相抵消；w 动了以后 b 才会动。",
  "m-examples.task.fast": "十次迭代",
  "m-examples.task.fast.do": "先重置，再找一个 α，对这十名学生，迭代不超过十次就使 J 降到 0.1 以下。",
  "m-examples.task.fast.unless": "这道题问的是那十名学生，现在显示的是你的表。刷新本页，他们就回来了。",
  "m-examples.task.fast.hint": "滑块只到 3，旁边的输入框没有这个限制。",
  "m-examples.task.fast.why":
    "α = {alpha}，迭代 {n} 次后 J = {j}。这么大的 α 在这里无害，因为一条直线能把这十名学生分开；两类重叠时 J 会跳来跳去。",
};
