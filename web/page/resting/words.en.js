// Pictures that rest.
export default {
  "resting.says.one": "1 rests: neither trained on nor tested.",
  "resting.says.other": "{n} rest: neither trained on nor tested.",
  "resting.word": "rests",
  "resting.wake": "Take in again: {name}",
  "resting.all": "Take all in again",
};
