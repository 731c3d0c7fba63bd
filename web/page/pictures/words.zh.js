// Thumbnails and the drawing pad.
export default {
  // 数据：两个类别
  "part.train": "训练",
  "part.test": "测试",
  "part.train.set": "训练集",
  "part.test.set": "测试集",
  "thumbs.previous": "前一页图片",
  "thumbs.next": "后一页图片",
  "thumbs.range": "第 {from}–{to} 张，共 {total} 张",
  "thumbs.delete": "删除",
  "thumbs.delete.named": "删除 {name}",

  // 画图
  "pad.label": "画板，64 × 64 像素",
  "pad.keys": "方向键移动画笔，空格键落笔，按住 Shift 再按方向键画线，Delete 键清空画板，Ctrl+Z 撤销一笔。",
  "pad.keys.seen": "键盘操作：方向键移动，空格键落笔，Shift + 方向键画线，Delete 键清空。",
  "pad.place": "第 {x} 列，第 {y} 行",
  "pad.colours": "画笔颜色",
  "pad.custom": "其他颜色",
  "pad.size": "画笔粗细",
  "pad.eraser": "橡皮",
  "pad.undo": "撤销一笔",
  "pad.clear": "清空画板",
  "pad.colour.black": "黑色",
  "pad.colour.grey": "灰色",
  "pad.colour.brown": "棕色",
  "pad.colour.red": "红色",
  "pad.colour.orange": "橙色",
  "pad.colour.yellow": "黄色",
  "pad.colour.green": "绿色",
  "pad.colour.sky": "浅蓝色",
  "pad.colour.blue": "深蓝色",
  "pad.colour.pink": "粉色",

  // 测试：对与错
  "verdict.undecided": "未定",
  "verdict.right": "判对",
  "verdict.wrong": "判错",
};
