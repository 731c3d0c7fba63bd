// The words of the settings that most readers leave alone.
export default {
  "more.reset": "换引擎、改图片大小或测试集比例，训练都会从第 0 次迭代重新开始。",
  "more.link": "生成课堂链接或嵌入代码",
  engine: "计算引擎",
  size: "图片大小",
  share: "测试集比例",
  fit: "不是正方形的图片",
  "fit.says": "只影响之后添加的图片。",
  "engine.auto.says": "预估每种引擎要用多久，选最先完成的。",
  "engine.loop.says": "课程里的伪代码：逐张图片、逐个像素，一次只做一个乘法。",
  "engine.vectorized.says": "同样的求和，用 SIMD 指令一次算四个数。",
  "engine.gram.says":
    "只用图片两两之间的内积，所以图片多大都一样快。训练从 w = 0 开始，每次迭代又用到全部图片，因此结果是精确的。",
  "engine.auto.took":
    "{n} 次迭代选了{engine}：{madds}次乘加，约需 {time}；用{other}则要 {otherMadds}次，约需 {otherTime}。",
  "engine.auto.too-large": "选了向量化：图片太多，两两之间的内积放不进内存。",
  "size.px": "{n} 像素",
  "size.says": "每张图片有 n_x = {n} · {n} · 3 = {n_x} 个数。",
  "share.own": "按自带的划分",
  "share.none": "不留",
  "share.says": "用固定的随机种子抽取，每次都是同样的图片。",
  "share.own.says": "数据自带的划分。",
  "fit.crop": "裁取中间",
  "fit.fit": "完整放入，四周留白",
};
