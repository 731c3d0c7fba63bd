// The words of the settings that most readers leave alone.
export default {
  en: {
    "engine.auto.says": "Predicts the work of each engine and takes the least.",
    "engine.loop.says":
      "The pseudo-code of the course: for every picture, for every pixel, one multiplication at a time.",
    "engine.vectorized.says": "The same sums in SIMD, four numbers an instruction.",
    "engine.gram.says":
      "Works on the products of the pictures with each other, so the size of a picture no longer matters. Exact, because training starts at w = 0 and uses every picture in every iteration.",
    "engine.auto.gram":
      "Took gram: {work} multiply-adds, those of the products included, against {other} vectorized.",
    "engine.auto.vectorized":
      "Took vectorized: {work} multiply-adds for all iterations, against {other} with gram.",
    "engine.auto.too-large":
      "Took vectorized: the products of so many pictures with each other would not fit into memory.",
    "size.px": "{n} px",
    "size.says": "n_x = {n} · {n} · 3 = {n_x} numbers a picture.",
    "share.own": "as given",
    "share.none": "none",
    "share.says": "Chosen by a fixed seed: the same pictures every time.",
    "share.own.says": "The split the data come with.",
    "fit.crop": "crop to the middle",
    "fit.fit": "fit, with white edges",
  },
  zh: {
    "engine.auto.says": "预估每种引擎的计算量，选最少的。",
    "engine.loop.says": "课程里的伪代码：逐张图片、逐个像素，一次只做一个乘法。",
    "engine.vectorized.says": "同样的求和，用 SIMD 指令一次算四个数。",
    "engine.gram.says":
      "只用图片两两之间的内积，所以图片多大都一样快。训练从 w = 0 开始，每次迭代又用到全部图片，因此结果是精确的。",
    "engine.auto.gram": "选了格拉姆矩阵：连同两两相乘共需 {work}次乘加，向量化则要 {other}次。",
    "engine.auto.vectorized": "选了向量化：全部迭代需要 {work}次乘加，格拉姆矩阵则要 {other}次。",
    "engine.auto.too-large": "选了向量化：图片太多，两两之间的乘积放不进内存。",
    "size.px": "{n} 像素",
    "size.says": "每张图片有 n_x = {n} · {n} · 3 = {n_x} 个数。",
    "share.own": "按自带的划分",
    "share.none": "不留",
    "share.says": "用固定的随机种子抽取，每次都是同样的图片。",
    "share.own.says": "数据自带的划分。",
    "fit.crop": "裁取中间",
    "fit.fit": "完整放入，四周留白",
  },
};
