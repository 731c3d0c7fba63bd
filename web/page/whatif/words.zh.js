// “如果……”：把同样的训练重复很多遍。
export default {
  "whatif.stop": "停止",
  "whatif.progress": "已完成的训练",
  "whatif.done": "已完成 {n} / {total} 次训练",
  "whatif.how": "共 {trials} 次训练，都从 w = 0 开始，α = {alpha}，迭代 {n} 次，不影响页面自己的训练。",
  "whatif.long": "大约需要 {time}。",
  "whatif.network": "这里试的是单个神经元：换成你的网络，同样多次训练大约需要 {time}，所以没有去试。",
  "whatif.stale": "图片或设置已经变了，下面是变化之前的结果。请重新试一次。",
  "whatif.cannot.many": "图片太多，两两之间的乘积放不进内存。",
  "whatif.cannot.few": "图片太少，没法试：每一类至少要有两张。",
  "whatif.cannot.untested": "没有留出测试图片，无从衡量。",
  "whatif.trouble.changed": "图片在此期间变了，请重新试一次。",
  "whatif.trouble.memory": "内存不够。",
  "whatif.trouble.failed": "没有成功，请再试一次。",
  "whatif.diverged": "其中 {n} 次训练的 J 不再是有限的数：α 太大了。",
  "whatif.table": "各次训练的表格",
  "whatif.table.trial": "训练",
  "whatif.table.test": "测试集准确率",
  "whatif.table.train": "训练集准确率",
  "whatif.table.cost": "测试集的 J",

  // 其他划分
  "whatif.luck": "这个准确率靠得住吗？",
  "whatif.luck.says": "哪些图片留作测试，全凭运气。换别的划分再训练一遍，就知道运气有多大影响。",
  "whatif.splits.start": "换 50 种划分试试",
  "whatif.folds.start": "每张图片都测试一次",
  "whatif.first": "{n} 张测试图片上为 {mean}。",
  "whatif.splits.found": "{n} 张测试图片上为 {mean} ± {sd}：共 {count} 种划分，最低 {low}，最高 {high}。",
  "whatif.folds.found":
    "{tested} 张图片中答对 {right} 张：{share}。每张都由没见过它的神经元测试一次；{count} 份各自的准确率为 {mean} ± {sd}。",
  "whatif.meaning.sd":
    "± 是标准差，单位是百分点：大约三分之二的结果落在这个范围内。比它还小的差别，可能只是运气。",
  "whatif.meaning.luck": "单是“只测试了 {n} 张图片”这一点，就会带来约 ± {luck}。",
  "whatif.meaning.base": "如果永远回答“{name}”，准确率是 {share}。",
  "whatif.meaning.here": "页面现在的划分是 {share}。",
  "whatif.mark.here": "现在的划分",
  "whatif.mark.base": "永远同一个回答",

  // 逐一留出
  "whatif.influence": "哪张图片有用，哪张有害？",
  "whatif.influence.says": "依次去掉每一张图片，重新训练神经元：测试集的 J 是升高还是降低？",
  "whatif.without.start": "逐一去掉图片来训练",
  "whatif.without.found":
    "逐一去掉 {n} 张图片：{help} 张有用（去掉后测试集的 J 升高），{harm} 张有害（去掉后 J 降低）。",
  "whatif.without.right": "对没见过的那张图片，神经元答对了 {right} 次：{share}。",
  "whatif.without.suspects": "有害的图片中，有 {n} 张被没用它训练的神经元认作另一类：标签标对了吗？",
  "whatif.without.none": "有害的图片中，没有一张被认作另一类。",
  "whatif.without.meaning":
    "数字是去掉这张图片后测试集的 J 的变化。测试图片少时，这里也有运气的成分：移动之前先看一看图片。",
  "whatif.harm": "有害",
  "whatif.help": "有用",
  "whatif.suspect": "标签是“{name}”；没用它训练的神经元回答“{other}”",
  "whatif.plain": "标签是“{name}”",
  "whatif.move": "移到“{name}”",
  "whatif.moved": "已移到“{name}”",
  "whatif.look": "查看它的数字",
};
