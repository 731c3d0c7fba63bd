// The words of everything that only a network has on the training page.
export default {
  en: {
    "network.title": "Network",
    "network.says": "{shape} · {n} parameters",
    "network.label": "The network: the picture, its hidden neurons, the answer",
    "network.layers": "Neurons of each hidden layer",
    "network.layers.help":
      "1 to {layers} layers of 1 to {units} neurons, such as 16, 8. Enter takes it over, Escape gives it up.",
    "network.layers.invalid": "Please write 1 to {layers} numbers from 1 to {units}, such as 16, 8.",
    "network.start": "start {seed}",
    "network.new": "New start",
    "network.new.help": "Other random weights to start from. Reset always leads back to this start.",
    "network.input": "x",
    "network.layer": "Layer {l}",
    "network.neuron": "Neuron {u} of layer {l}",
    "network.range": "{from}–{to} of {n}",
    "network.previous": "The neurons before",
    "network.next": "The next neurons",
    "network.more": "{from}–{to} of {n}",
    "network.more.help": "Draw the next neurons of layer {l}",
    "network.scale.all":
      "Each small picture is the weights of one neuron, on a scale of its own. Below it: its a for the selected picture, and what it adds to the answer’s z. The larger a, the stronger its frame.",
    "network.scale.learned":
      "Each small picture is what the weights of one neuron have gained since the start, on a scale of its own. Below it: its a for the selected picture, and what it adds to the answer’s z. The larger a, the stronger its frame.",
    "network.scale.start": "Nothing has been learned yet, so W − W₀ is 0 everywhere.",
    "network.pixel": "Neuron {u}, row {row}, column {column}: its weights W",
    "network.pixel.hint": "Point at a pixel to read the three weights of neuron {u}.",
    "network.lines": "Lines: weights, wider when larger.",
    "network.no-lines": "The {n} weights between the layers are too many to be drawn as lines.",
    "network.remove": "Take this neuron out",
    "network.restore": "Put it back",
    "network.out": "out",
    "network.chosen": "Neuron {u} of layer {l}: z = {z}, a = {a}; it adds {adds} to the answer’s z.",
    "network.chosen.last":
      "Neuron {u} of layer {l}: z = {z}, a = {a}, times its weight {w}: it adds {adds} to the answer’s z.",
    "network.chosen.out": "Neuron {u} of layer {l} is out: its a is 0, its weights rest.",
    "network.fires": " It fires (a > 0) for {k} of {m} training pictures.",
    "network.fires.none":
      " It fires (a > 0) for none of the {m} training pictures, so for now it learns nothing.",
    "network.silent":
      "In layer {l} no neuron fires for any training picture: no slope reaches the weights, only the last b still learns. Reset and take a smaller α, or a new start.",
    "network.effect.out":
      "Without neuron {u} of layer {l}: J {before} → {after}, accuracy {accuracyBefore} → {accuracyAfter}",
    "network.effect.back":
      "With neuron {u} of layer {l} again: J {before} → {after}, accuracy {accuracyBefore} → {accuracyAfter}",
    "network.effect.test":
      "; on the test set J {before} → {after}, accuracy {accuracyBefore} → {accuracyAfter}.",
    "network.effect.end": ".",
    "network.weights.title": "Weights of neuron {u}",
    "network.weights.says": "of layer 1, one for every pixel and colour",
    "network.weights.learned": "of layer 1: what they have gained since the start",
    "network.view": "Weights shown",
    "network.view.learned": "learned: W − W₀",
    "network.view.all": "weights W",
    "network.end0": "holds neuron {u} back",
    "network.end1": "excites neuron {u}",
    "network.batch": "Examples an update",
    "network.batch.all": "all {m}",
    "network.batch.says":
      "Fewer: more updates an iteration, in an order by chance. An iteration is one pass over all examples.",
    "network.engine.vectorized.says":
      "The sums over the pictures in SIMD, four numbers an instruction, in 32-bit arithmetic.",
    "network.engine.gram.says":
      "W¹ = W¹₀ + A·Xᵀ: layer 1 works on the products of the pictures instead of the pictures, in 64-bit arithmetic. The same descent, also with mini-batches.",
    "network.engine.auto": "Here {engine}: {work} multiply-adds instead of {other}.",
  },
  zh: {
    "network.title": "网络",
    "network.says": "{shape} · {n} 个参数",
    "network.label": "网络：图片、隐藏神经元、输出",
    "network.layers": "每个隐藏层的神经元个数",
    "network.layers.help":
      "1 到 {layers} 层，每层 1 到 {units} 个神经元，例如 16, 8。按回车生效，按 Esc 放弃。",
    "network.layers.invalid": "请输入 1 到 {layers} 个数，每个在 1 到 {units} 之间，例如 16, 8。",
    "network.start": "起点 {seed}",
    "network.new": "换个起点",
    "network.new.help": "从另一组随机权重出发。“重置”总会回到这个起点。",
    "network.input": "x",
    "network.layer": "第 {l} 层",
    "network.neuron": "第 {l} 层第 {u} 个神经元",
    "network.range": "第 {from}–{to} 个，共 {n} 个",
    "network.previous": "前面的神经元",
    "network.next": "后面的神经元",
    "network.more": "{from}–{to}，共 {n}",
    "network.more.help": "画出第 {l} 层的下一批神经元",
    "network.scale.all":
      "每幅小图是一个神经元的权重，各有各的刻度。图下是它对所选图片的 a，以及它给输出的 z 加上的量。a 越大，边框越重。",
    "network.scale.learned":
      "每幅小图是一个神经元的权重相对起点的变化，各有各的刻度。图下是它对所选图片的 a，以及它给输出的 z 加上的量。a 越大，边框越重。",
    "network.scale.start": "还什么都没有学到，所以 W − W₀ 处处为 0。",
    "network.pixel": "神经元 {u}，第 {row} 行第 {column} 列：它的权重 W",
    "network.pixel.hint": "指向一个像素，就能看到神经元 {u} 在那里的三个权重。",
    "network.lines": "连线是权重，越粗越大。",
    "network.no-lines": "层与层之间有 {n} 个权重，多得无法画成连线。",
    "network.remove": "拿掉这个神经元",
    "network.restore": "放回去",
    "network.out": "已拿掉",
    "network.chosen": "第 {l} 层第 {u} 个神经元：z = {z}，a = {a}；它给输出的 z 加上 {adds}。",
    "network.chosen.last":
      "第 {l} 层第 {u} 个神经元：z = {z}，a = {a}，乘上权重 {w}，给输出的 z 加上 {adds}。",
    "network.chosen.out": "第 {l} 层第 {u} 个神经元已拿掉：a 为 0，权重不再改变。",
    "network.fires": "{m} 张训练图片中，有 {k} 张激发它（a > 0）。",
    "network.fires.none": "{m} 张训练图片中，没有一张激发它（a > 0），所以眼下它什么也学不到。",
    "network.silent":
      "第 {l} 层没有一个神经元被任何训练图片激发：权重得不到斜率，只有最后的 b 还在学。请重置后减小 α，或者换个起点。",
    "network.effect.out":
      "没有第 {l} 层第 {u} 个神经元：J {before} → {after}，准确率 {accuracyBefore} → {accuracyAfter}",
    "network.effect.back":
      "放回第 {l} 层第 {u} 个神经元：J {before} → {after}，准确率 {accuracyBefore} → {accuracyAfter}",
    "network.effect.test": "；测试集上 J {before} → {after}，准确率 {accuracyBefore} → {accuracyAfter}。",
    "network.effect.end": "。",
    "network.weights.title": "神经元 {u} 的权重",
    "network.weights.says": "第 1 层，每个像素的每种颜色一个",
    "network.weights.learned": "第 1 层：相对起点的变化",
    "network.view": "显示哪种权重",
    "network.view.learned": "学到的：W − W₀",
    "network.view.all": "权重 W",
    "network.end0": "抑制神经元 {u}",
    "network.end1": "激发神经元 {u}",
    "network.batch": "每次更新用的样本",
    "network.batch.all": "全部 {m} 个",
    "network.batch.says": "用得越少，每次迭代的更新越多，顺序随机。一次迭代是把所有样本过一遍。",
    "network.engine.vectorized.says": "用 SIMD 对图片求和，一条指令算四个数，32 位运算。",
    "network.engine.gram.says":
      "W¹ = W¹₀ + A·Xᵀ：第 1 层不用图片本身，而用图片之间的乘积，64 位运算。下降过程完全相同，小批量时也一样。",
    "network.engine.auto": "这里用 {engine}：{work} 次乘加，而不是 {other} 次。",
  },
};
