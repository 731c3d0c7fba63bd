// 结果说明：训练第一次停下来时加载。
export default {
  "meaning.right": "训练图片判对 {right}/{m}，测试图片判对 {rightTest}/{tests}。",
  "meaning.untested": "训练图片判对 {right}/{m}。没有留下测试图片，所以无从知道它对新图片表现如何。",
  "meaning.interval": "测试图片太少，说明不了多少：对同类的新图片，判对 {low} 到 {high} 都有可能。",
  "meaning.heart": "神经元把训练图片背了下来：测试集上的 J 在第 {t} 次迭代时最低，之后又上升了。",
  "meaning.heart.start":
    "神经元只是把训练图片背了下来，没有学到这一类的共同之处：测试集上的 J 在一开始最低。",
  "meaning.nothing": "在测试集上，它什么也没学到。",
  "meaning.uneven": "如果总是回答“{name}”，也能判对 {share} 的图片，请与它比较。",
  "meaning.back": "回到第 {t} 次迭代",
  "meaning.zigzag":
    "J 并非一路下降：直到第 {t} 次迭代还有上升，最高到过 {high}。步子太长，就会跨到谷的另一侧，落点反而更高。",
  "meaning.jumps": "J 仍在忽高忽低：对这些图片来说，步子迈得太大。换小一些的 α，会走得更远。",
  "meaning.at-once": "J 一下子几乎降到 0：α 太大，一两步之后每个 ŷ 都成了 0 或 1，再没有什么可学的。",
  "meaning.far.train": "仅一张图片就占了训练集 J 的 {share}。",
  "meaning.far.test": "仅一张图片就占了测试集 J 的 {share}。",
  "meaning.log": "把 J 取对数，看清曲线的末端",
  "meaning.look": "看看这一张",
  "meaning.try": "可以试试：",
  "meaning.more": "增加图片",
  "meaning.camera": "在同一个地方、同样的距离拍两类图片",
  "meaning.mirror": "加入镜像（先测一测）",
  "meaning.smaller": "更小的图片（先测一测）",
  "meaning.advice": "测一测什么真有用",
  "meaning.alpha": "α 起什么作用",
};
