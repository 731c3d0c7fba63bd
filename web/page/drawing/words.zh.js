// 画图：用到时才加载。
export default {
  "draw.title": "为“{name}”画图",
  "draw.add": "加入“{name}”",
  "draw.added.one": "已加入 1 张",
  "draw.added.other": "已加入 {n} 张",
  "draw.done": "完成",
  "draw.name": "手绘 {n}",
};
