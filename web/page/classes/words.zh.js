// 对话框上方的两个类别：随对话框加载。
export default {
  "classes.which": "图片属于哪个类别",
  "classes.counted": "{name}：{n}",
  "classes.camera1": "拍的是什么？例如：杯子",
  "classes.camera0": "另一类呢？例如：手",
  "classes.draw1": "画的是什么？例如：太阳",
  "classes.draw0": "另一类呢？例如：月亮",
  "classes.sound1": "录的是什么？例如：拍手",
  "classes.sound0": "另一类呢？例如：口哨",
};
