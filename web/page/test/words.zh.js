// The TEST column.
export default {
  // 数据：添加文件
  "paste.forbidden.here": "浏览器不允许本页读取剪贴板。请点一下画板，再按 Ctrl+V（⌘V）。",

  // 测试：一张图片
  "probe.choose": "选择文件",
  "probe.paste": "粘贴",
  "probe.example": "换个样本",
  "probe.hint": "画一张、拖入或粘贴一张图片。",
  "probe.add": "加入类别",
  "probe.name": "测试过的图片 {n}",
  "probe.added": "已加入“{name}”。",

  // 测试：对与错
  "verdict.title": "判对与判错",
  "verdict.part": "统计哪些图片",
  "verdict.table": "图片的真实类别与神经元的判断",
  "verdict.cell": "“{truth}”判为“{guess}”",
  "verdict.worst.test": "测试集中损失最大的",
  "verdict.worst.train": "训练集中损失最大的",
  "verdict.back": "损失最大的",
  "verdict.none": "目前没有。",
  "verdict.empty": "还没有可以判断的图片。",
};
