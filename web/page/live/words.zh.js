// 图表下面的滑块：拖动时和松手后说的话。
export default {
  "live.now": "这是 α = {alpha} 时从 0 开始的整个训练。",
  "live.part": "拖动时只来得及算到第 {t} 次迭代（共 {n} 次）；全部算完大约需要 {time}。",
  "live.diverges": "α = {alpha} 时，第 {t} 次迭代之后 J 就不再是有限的数了：步子迈得太大了。",
  "live.rises": "J 最后比开始时还高：步子太大了。",
  "live.pale": "浅色曲线是之前的训练（α = {alpha}）。",
  "live.back": "回到 α = {alpha}",
  "live.on": "改为从之前的第 {t} 次迭代接着训练",
  "live.spoken": "已用 α = {alpha} 训练：迭代 {n} 次之后，J 为 {J}，准确率 {train}。",
  "live.spoken.test": "已用 α = {alpha} 训练：迭代 {n} 次之后，J 为 {J}，准确率 {train}，测试集上 {test}。",
};
