export default {
  "derivatives.function": "函数",
  "derivatives.f.3a": "3a",
  "derivatives.f.a2": "a²",
  "derivatives.f.a3": "a³",
  "derivatives.f.ln": "log a",
  "derivatives.f.sigma": "σ(a)",
  "derivatives.nudge": "微小增量 ε",
  "derivatives.plot": "函数 f 的曲线，上面有点 a 和挪动后的点 a + ε",
  "derivatives.point": "点 a",
  "derivatives.point-says": "a = {a}，f(a) = {f}",
  "derivatives.says": "在 a = {a} 处，高除以宽得 {slope}，导数是 {exact}，两者相差 {off}。",
  "derivatives.slope": "高 / 宽",
  "derivatives.error": "误差",
  "derivatives.errors-title": "增量越小越准，直到物极必反",
  "derivatives.errors-plot": "增量从 1 缩小到 1e-16 时，高除以宽与导数相差多少",
  "derivatives.log-nudge": "log₁₀ ε",
  "derivatives.log-error": "误差的 log₁₀",

  "derivatives.task.epsilon": "最好的 ε",
  "derivatives.task.epsilon.do":
    "增量越小越准，但小过头就不准了。对现在的函数和 a，ε 取 10 的几次幂时，“高除以宽”最接近导数？先猜，再看第二幅图。",
  "derivatives.task.epsilon.unless":
    "现在选的是 3a，它没有弯曲：ε 大一些都能得到斜率，只有太小才会出错。请换一个函数。",
  "derivatives.task.epsilon.hint":
    "两种误差相遇：曲线会弯，误差约为 ε；float64 只有 16 位，ε 越小，f(a + ε) − f(a) 丢掉的位数越多。两者在哪里一样小？",
  "derivatives.task.epsilon.why":
    "你猜 {guess}，程序算出误差最小处在 {truth}。比它大，曲线的弯曲起作用；比它小，16 位数字不够用了。",
  "derivatives.task.steepest": "σ 最陡的地方",
  "derivatives.task.steepest.do": "选 σ(a)，找到导数最大的地方。那里的导数是多少？",
  "derivatives.task.steepest.hint": "导数是 σ(a)(1 − σ(a))：两个和为 1 的数之积。",
  "derivatives.task.steepest.why":
    "在 a = {a} 处导数是 {exact}。哪里都不会超过 ¼，离得远时几乎是 0：在那里神经元几乎学不动。",
  "derivatives.task.two": "斜率等于 2",
  "derivatives.task.two.do": "选 log a，找到斜率为 2 的 a。拖动之前先想好它该是多少。",
  "derivatives.task.two.hint": "d log a / da = 1/a。a 为多少时它等于 2？",
  "derivatives.task.two.why": "在 a = {a} 处导数是 {exact}：就是 1/a，不用增量也知道。",
};
