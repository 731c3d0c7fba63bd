// 由图片导入的模型。
export default {
  "brought.neuron": "导入的神经元：“{one}”还是“{zero}”？",
  "brought.network": "导入的网络：“{one}”还是“{zero}”？",
  "brought.made": "它看 {n_px} × {n_px} 像素的图片，用 {m} 张图片迭代了 {iterations} 次。",
  "brought.layers": "隐藏神经元：{layers}。",
  "brought.right": "这些图片它判对了 {train}。",
  "brought.others": "没学过的图片判对了 {test}。",
  "brought.here": "本页上的 {n} 张图片，它判对了 {right}。",
  "brought.why":
    "它和这里正在训练的模型回答同一张图片，自己不再改变：这里的训练总是从零开始，而它学过的图片并没有一起过来。它会一直留在这里，重新打开页面也还在，直到你把它移除。",
  "brought.fit.crop": "它学的是每张图片正中的正方形；页面现在看的是整张图片，四周补白。",
  "brought.fit.fit": "它学的是整张图片，四周补白；页面现在看的是每张图片正中的正方形。",
  "brought.dismiss": "移除它",
};
