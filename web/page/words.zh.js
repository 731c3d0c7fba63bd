// The words of the training page: those of its parts and those that both pages say, in one piece for the first screen, and
// its own. What is fetched later (settings, a network) brings its words with it.
import data from "./data/words.zh.js";
import pictures from "./pictures/words.zh.js";
import test from "./test/words.zh.js";
import train from "./train/words.zh.js";
import ui from "../ui/words.zh.js";

export default {
  ...data,
  ...pictures,
  ...test,
  ...train,
  ...ui,
  "page.title": "一个神经元 · 用自己的图片训练",
  begin: "怎样开始",
  "begin.says": "一个神经元看图片学习：给它两类你自己的图片，按“训练”，看它怎样学会区分。",
  "begin.pictures": "你的图片",
  "begin.camera": "摄像头",
  "begin.draw": "画图",
  "begin.jumps": "本页各部分",
  "fold.data": "{name1} {n1} 张 · {name0} {n0} 张",
  "fold.test": "准确率 {n}",
  "column.data": "数据",
  "column.training": "训练",
  "column.test": "测试",
  "class1.drawn": "猫",
  "class0.drawn": "别的东西",
  "class1.own": "y = 1",
  "class0.own": "y = 0",
  "what-if": "如果……",
  "what-if.says": "把同样的训练重复很多遍：这个准确率是不是碰运气？哪张图片有用？",
};
