// What both pages say: the masthead, and why a file was not taken.
export default {
  // 页面
  title: "一个神经元",
  skip: "跳到训练部分",
  privacy: "数据不离开本页。",
  "privacy.more": "图片只留在这个标签页里。网页只向自己的网站请求自己的文件，其余一概被安全策略禁止。",
  language: "语言",
  "language.failed": "另一种语言未能加载。",
  again: "再试一次",
  theme: "深色主题",
  close: "关闭",

  // 控制栏
  nav: "页面",
  "nav.train": "训练",
  "nav.notes": "笔记",

  // 数据：添加文件
  "paste.nothing": "剪贴板里没有图片。",
  "refused.line": "{name}：{reason}",
  "file.nameless": "一个没有名称的文件",
  "refused.not-image": "不是图片。",
  "refused.empty-file": "文件是空的。",
  "refused.truncated": "文件已损坏或不完整。",
  "refused.too-large":
    "有 {width} × {height} 像素，太大了，无法打开；请另存一张不超过 {most} 百万像素的副本，再选它。",
  "refused.undecodable": "浏览器打不开这种格式（{format}），请另存为 PNG 或 JPEG。",
  "refused.this-format": "未知",
  "refused.folder": "这是文件夹，请打开它，选择里面的图片。",
  "refused.not-hdf5": "扩展名是 .h5，但不是 HDF5 文件。",
  "refused.set-keys":
    "看不出其中哪个数据集是图片、哪个是标签：按名称（{wanted}）和按形状都认不出；里面有 {found}。",
  "refused.set-shape":
    "{key} 的形状是 {shape}；需要的是正方形图片：m × n × n × 3、m × 3 × n × n 或 m × n × n，数值为字节或 0 到 1 的浮点数。",
  "refused.set-none": "{key} 里没有图片。",
  "refused.set-size": "其中的图片是 {n} × {n} 像素；边长可以是 {least} 到 {most}。",
  "refused.set-range": "{key}（{kind}）里有数值 {value}；需要的是 0 到 {most} 的数。",
  "refused.set-capacity": "其中有 {n} 张图片，只能再放 {room} 张；本页最多容纳 {capacity} 张。",
  "refused.set-labels": "其中的 {key} 不是每张图片一个 0 或 1。",
  "refused.reader": "读取文件所需的程序没能加载，请联网后重试。",
  "refused.h5-reader": "读取 HDF5 的程序没有加载成功，请联网后重试。",
  "refused.unreadable": "浏览器读不了这个文件，它是否已被移动或删除？",
  "refused.capacity": "本页已满，最多容纳 {capacity} 张图片。",
  "refused.no-class": "请拖到两个类别之一。",
  "refused.svg": "SVG 是没有像素的图形，请另存为 PNG。",
  "refused.file-too-big": "文件有 {megabytes} MB，太大了。",
  "refused.memory": "本页的内存已满。",
  "refused.other": "无法打开（{code}）。",
};
