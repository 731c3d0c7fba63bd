// What is said when a newer version of the site has come.
export default {
  newer: "本页有新版本了。",
  "newer.reload": "重新加载",
  "newer.later": "以后再说",
};
