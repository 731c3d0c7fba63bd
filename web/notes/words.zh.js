// What the frame of the notes says; each figure brings its own words.
export default {
  "notes.title": "笔记 · 一个神经元",
  "notes.skip": "跳到第一幅图",
  "notes.contents": "目录",
  "notes.own": "在你自己的图片上看看",
  "notes.failed": "这幅图没能加载。",
  "notes.picture-failed": "存图片的功能没能加载。",
  "notes.tasks": "全部任务",
  "notes.print": "打印全文",
  "notes.large": "大字显示，便于投影",
  "notes.printing": "正在准备要打印的图：{n} / {of}",
  "notes.not-there": "打印时这幅图还没有加载。用“{print}”会等所有的图都准备好。",
  "notes.prose-failed": "中文正文未能加载，先显示英文。",
};
