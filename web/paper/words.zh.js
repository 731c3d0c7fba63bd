// The menu of what leaves the page as a file, and printing.
export default {
  "picture.all": "整幅图",
  "picture.part": "第 {n} 部分",
  "picture.table": "表格：{name}",
  "picture.table.in": "表格，{where}：{name}",
  "picture.every": "每次迭代的数值（表格）",
  "picture.page": "整个页面（纸上）",
  "picture.print": "打印",
  "picture.as": "{what}，{format}",
  "picture.failed": "图片没能生成。",
};
