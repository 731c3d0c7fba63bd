// What is said where an address asks for more than settings.
export default {
  task: "任务",
  "task.names.file": "这个链接配的是“{one}”和“{zero}”的图片：请打开文件 {file}。",
  "task.names": "这个链接配的是“{one}”和“{zero}”的图片。",
  "task.file": "这个链接配的是另一组图片：请打开文件 {file}。",
  "task.drawn": "这个链接配的是内置图片。你自己的图片还在，链接里的设置现在用在它们上面。",
  "task.drawn.show": "改用内置图片",
};
