// What both pages say: the masthead, and why a file was not taken.
export default {
  // 页面
  title: "一个神经元",
  skip: "跳到训练部分",
  privacy: "数据不离开本页。",
  "privacy.more": "图片只留在这个浏览器里。本页只向自己的网站请求自己的文件，其余一概被安全策略禁止。",
  language: "语言",
  "language.failed": "另一种语言未能加载。",
  again: "再试一次",
  theme: "深色主题",
  picture: "存为图片",
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
  "refused.reader": "读取文件所需的程序没能加载，请联网后重试。",
  "refused.unreadable": "浏览器读不了这个文件，它是否已被移动或删除？",
  "refused.capacity": "本页已满，最多容纳 {capacity} 张图片。",
  "refused.svg": "SVG 是没有像素的图形，请另存为 PNG。",
  "refused.file-too-big": "文件有 {megabytes} MB，太大了。",
  "refused.memory": "本页的内存已满。",
  "refused.other": "无法打开（{code}）。",
};
