// 一个像素的数值。
export default {
  "pixel.place": "第 {row} 行第 {column} 列",
  "pixel.spoken": "第 {row} 行第 {column} 列：w 为 {r}、{g}、{b}",
};
