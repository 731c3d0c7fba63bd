// The list of keys.
export default {
  "keys.play": "训练或暂停",
  "keys.step": "迭代一次",
  "keys.reset": "回到第 0 次迭代",
  "keys.undo": "撤销对图片的上一次改动",
  "keys.redo": "重做撤销的改动",
  "keys.save": "把全部内容保存为一个文件",
  "keys.large": "大字显示（便于投影），再按恢复",
  "keys.help": "显示这个列表",
  "keys.title": "快捷键",
  "keys.space": "空格",
};
