// Pictures that rest.
export default {
  "resting.says.one": "1 张先不用：不训练也不测试。",
  "resting.says.other": "{n} 张先不用：不训练也不测试。",
  "resting.word": "不用",
  "resting.wake": "重新启用：{name}",
  "resting.all": "全部重新启用",
};
