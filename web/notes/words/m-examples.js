export default {
  en: {
    "m-examples.plot":
      "The examples by their two features, their classes, and the border where ŷ is one half",
    "m-examples.x1": "x₁, standardised",
    "m-examples.x2": "x₂, standardised",
    "m-examples.speed": "lines a second",
    "m-examples.alpha": "α",
    "m-examples.example": "One example",
    "m-examples.pass": "One iteration",
    "m-examples.costs": "J of every iteration, as a table",
    "m-examples.iteration": "iteration",
    "m-examples.csv": "Three columns: two features, then 0 or 1.",
    "m-examples.labels": "Row {line}: the third column must be 0 or 1.",
    "m-examples.says.start": "Ten students by default; {m} examples now. Press Step to run one line.",
    "m-examples.says.line": "Example {i} of {m}.",
    "m-examples.says.mean":
      "Divided by m. Computed over all examples at once, the same four numbers differ by {off}.",
    "m-examples.says.update":
      "Iteration {n} is done: with the old w and b, J was {j}. Now everything starts again at zero.",
  },
  zh: {
    "m-examples.plot": "按两个特征画出的样本、它们的类别，以及 ŷ 等于二分之一的分界线",
    "m-examples.x1": "x₁（已标准化）",
    "m-examples.x2": "x₂（已标准化）",
    "m-examples.speed": "每秒行数",
    "m-examples.alpha": "α",
    "m-examples.example": "一个样本",
    "m-examples.pass": "一次迭代",
    "m-examples.costs": "每次迭代的 J，列成表格",
    "m-examples.iteration": "迭代次数",
    "m-examples.csv": "三列：两个特征，然后是 0 或 1。",
    "m-examples.labels": "第 {line} 行：第三列必须是 0 或 1。",
    "m-examples.says.start": "默认是十名学生，现在共 {m} 个样本。按“单步”执行一行。",
    "m-examples.says.line": "第 {i} 个样本，共 {m} 个。",
    "m-examples.says.mean": "已除以 m。若对全部样本一次算完，这四个数与此相差 {off}。",
    "m-examples.says.update": "第 {n} 次迭代完成：用旧的 w 和 b，J 是 {j}。现在一切又从零开始累加。",
  },
};
