// Lecture by lecture, and the questions learners ask. Titles are those of the course.
export default {
  "lectures.says": "《神经网络与深度学习》前两周，按视频的顺序。找到你刚看完的那一节。",
  "lectures.week": "第 {n} 周",
  "lectures.lecture": "课程视频",
  "lectures.figure": "图",
  "lectures.number": "{n}　{figure}",
  "lectures.homework": "第 2 周的编程作业：用神经网络的思维做 logistic 回归",
  "lectures.homework.says": "训练页：把课程的文件拖进去就行",

  "lecture.what-is": "什么是神经网络？",
  "lecture.supervised": "用神经网络进行监督学习",
  "lecture.taking-off": "深度学习为什么会兴起？",
  "lecture.binary": "二分类",
  "lecture.logistic": "logistic 回归",
  "lecture.cost": "logistic 回归的成本函数",
  "lecture.descent": "梯度下降",
  "lecture.derivatives": "导数",
  "lecture.more-derivatives": "更多导数的例子",
  "lecture.graph": "计算图",
  "lecture.graph-derivatives": "计算图的导数计算",
  "lecture.logistic-descent": "logistic 回归中的梯度下降",
  "lecture.m-examples": "m 个样本的梯度下降",
  "lecture.vectorization": "向量化",
  "lecture.more-vectorization": "更多向量化的例子",
  "lecture.vectorizing": "logistic 回归的向量化",
  "lecture.vectorizing-gradient": "logistic 回归梯度计算的向量化",
  "lecture.broadcasting": "Python 中的广播",
  "lecture.vectors": "关于 Python/NumPy 向量的说明",
  "lecture.cost-explained": "logistic 回归成本函数的解释（选修）",

  "questions.try": "试一试：",
  "questions.figure": "图 {n}，{figure}",
  "questions.own": "你自己的图片",

  "question.reshape": "为什么写 reshape(m, -1).T，而不是 reshape(-1, m)？",
  "question.reshape.says":
    "两种写法得到的 X 形状都对，也都不报错。但 reshape 从不挪动任何数：它只是把排成一长串的数重新切断。reshape(m, -1) 切成 m 段，一段就是一张图片，再用 .T 竖起来。reshape(-1, m) 则切成每行 m 个，于是每一列是从所有图片里每隔 m 个数取一个：得到 m 个大杂烩，没有一列还是图片。图里可以看到它们的样子。",
  "question.divide": "为什么要除以 255？",
  "question.divide.says":
    "不是为了结果，而是为了 α。w 的梯度是 x 乘误差的平均值，x 最大到 255，梯度就大 255 倍；w 在 z 里的作用也大 255 倍。所以还能下降的最大 α 要小到大约 255² 分之一，也就是约 65000 分之一。b 没有这个倍数，于是几乎不动。除以 255 之后，同一个 α 对两者都合适。",
  "question.zeros": "为什么这里 w 可以从零开始，神经网络却不行？",
  "question.zeros.says":
    "单个神经元的各个权重对应不同的像素，所以从第一步起斜率就各不相同；它的成本也只有一个谷。隐藏神经元看到的输入却都一样：如果开始时相同，它们的输出就相同，斜率也相同，于是永远相同，好多个只顶一个用。如果全是零，又用 ReLU，连这一点都做不到：除了最后的 b，什么都不动。所以神经网络要从随机的权重开始。",
  "question.zigzag": "为什么成本一开始忽高忽低？",
  "question.zigzag.says":
    "因为对训练开始的地方来说，α 差一点就太大了。那里山谷很陡：一步跨过谷底，落到对面的坡上，下一步又跨回来。只要每次落点都低一点，J 总体上就在下降；等山谷变宽，来回摆动就停了。α 小一些，开头会平稳，后面则更慢。",
  "question.star": "np.dot 和 * 有什么区别？",
  "question.star.says":
    "* 是对应位置的数相乘（会广播），结果还是数组；两个向量的 np.dot（或 @）是相乘之后再全部加起来。w 和 x 的形状都是 (n, 1) 时，w * x 是 (n, 1)，np.dot(w.T, x) 是 (1, 1)。一列碰到一行时，* 会得到一整张表，而且不报错。",
  "question.negative": "我的成本是负数，可能吗？",
  "question.negative.says":
    "不可能。ŷ 在 0 和 1 之间，log ŷ 就不会大于 0，−log ŷ 也就不会小于 0。成本为负，原因不外乎这几种：求和前面漏了负号；ŷ 没有经过 σ，大于 1 了；或者 y 不是 0 和 1，而是 0 到 255，或 1 和 2。",
  "question.logarithm": "log 的底是 10 还是 e？",
  "question.logarithm.says":
    "是 e，np.log 也是。换一个底，只是把每个损失和每个斜率都除以同一个数（以 10 为底时是 log 10 = 2.303）：最好的 w 和 b 不变，但 dz 就不再恰好是 a − y 了。什么都不知道的神经元回答一半，损失是 log 2 = 0.693。",
  "question.shapes": "ŷ 和 J 是什么形状？",
  "question.shapes.says":
    "X 是 (n_x, m)，w 是 (n_x, 1)，所以 wᵀX 是 (1, n_x) 乘 (n_x, m)：一行 (1, m)。b 是一个数，加到每一个上。σ 和损失只改变数值，不改变形状，所以 ŷ 和 L 都是 (1, m)，每个样本一个回答、一个损失。J 是它们的平均值：一个数，没有形状。形状与此不符的，不用任何数据就知道写错了。",
  "question.bias": "为什么 b 不随样本数变多？",
  "question.bias.says":
    "b 属于神经元，不属于样本：它是一个数，靠广播用在全部 m 列上。每个样本给它一个斜率 dz，db 是这些斜率的平均值，所以那一行里有 np.sum。如果你的 b 变成了 m 个数的一行，就是漏了求和。",
  "question.partial": "为什么有时写 ∂，有时写 d？",
  "question.partial.says":
    "f 只取决于一个数时写 d；取决于好几个数、只动其中一个时写 ∂。法则都一样。键盘上没有 ∂，所以程序里用 dw 表示 ∂J/∂w。",
  "question.stop": "什么时候该停？",
  "question.stop.says":
    "等你想要的东西不再变好的时候。如果一个神经元就能把两类分开，训练集的 J 可以一直降下去，所以要看测试集：它的成本已经上升了一段时间，再训练就只是死记硬背。但不要用测试集挑出最好的那次迭代，再报告那个数：这样挑出来的数偏高。",
  "question.worse": "测试成本在上升，准确率却没变，怎么会？",
  "question.worse.says":
    "准确率只问 ŷ 在一半的哪一边，成本还问它有多确定。w 变大，所有回答都更确定，错的也一样；而确定的错误代价很高：明明是猫，ŷ = 0.01 时损失是 4.6，0.001 时已经是 6.9。",
  "question.background": "为什么对我的新图片总是回答同一类？",
  "question.background.says":
    "它学到的多半是两类图片的另一个差别：背景、光线、相机。没有人告诉过它图片拍的是什么。两类图片要在同样的地方拍；再用“为什么？”看看是哪些像素在起作用。",
  "question.luck": "50 张测试图片判对 70 %，算好吗？",
  "question.luck.says":
    "单凭偶然，这就是 70 % 上下差 6.5 个百分点：√(0.7 · 0.3 / 50) = 0.065。同样的图片换一种分法，可能是 64 %，也可能是 76 %。“如果”会换五十种分法训练，把这个范围画出来。",
};
