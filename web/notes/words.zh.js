// What the frame of the notes says; each figure brings its own words.
export default {
  "notes.title": "笔记 · 一个神经元",
  "notes.skip": "跳到第一幅图",
  "notes.contents": "目录",
  "notes.own": "在你自己的图片上看看",
  "notes.failed": "这幅图没能加载。",
  "notes.picture-failed": "存图片的功能没能加载。",
  "notes.prose-failed": "中文正文未能加载，先显示英文。",
};
