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
  "refused.saved-damaged": "文件在“{inside}”处已损坏，或内容与说明不符，没有取用其中的任何内容。",
  "refused.saved-alone": "它自带全部内容，请单独打开。这次什么也没有取用。",
  "refused.saved-untrained": "还没有模型。",
  "refused.carried-large": "这个网络太大，装不进一张图片。",
  "refused.carried-lost":
    "它是本页保存的模型或图片集，但传送途中被重新压缩，所带的数据丢失了；请让对方以“文件”方式发送。",
  "refused.carried-newer": "它是用更新版本的页面保存的，没有取用其中的任何内容。",
  "refused.saved-model": "其中的模型在 {key} 处已损坏，没有取用其中的任何内容。",
  "refused.no-class": "请拖到两个类别之一。",
  "refused.svg": "SVG 是没有像素的图形，请另存为 PNG。",
  "refused.file-too-big": "文件有 {megabytes} MB，太大了。",
  "refused.memory": "本页的内存已满。",
  "refused.other": "无法打开（{code}）。",
};
