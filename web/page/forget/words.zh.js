// The question before everything is forgotten.
export default {
  "forget.title": "清除一切？",
  "forget.says": "你的图片、类别名称和设置都会从这个浏览器中删除，无法撤销。之后恢复为内置图片。",
  "forget.keep": "保留",
  "forget.do": "全部清除",
};
