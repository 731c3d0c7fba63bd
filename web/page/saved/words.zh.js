// What is said of the files that can be saved, and in them.
export default {
  "saved.making": "正在生成文件：{share}",
  "saved.making.label": "正在保存",
  "saved.done": "已保存为“{file}”：{n} 张图片，{megabytes} MB。拖回本页，就能接着做。",
  "saved.done.model": "已保存为“{file}”。",
  "saved.done.model-png": "已保存为“{file}”。请以“文件”方式发送：聊天软件会重新压缩图片，丢失数据。",
  "saved.done.sheet":
    "已保存为“{file}”：{n} 张图片，分毫不差，{megabytes} MB。请以“文件”方式发送：聊天软件会重新压缩图片。",
  "saved.done.sheet-reduced":
    "已保存为“{file}”：{n} 张图片，数量太多，每张缩到 {px} × {px} 像素，{megabytes} MB。选择“全部内容”可以完整保存。",
  "saved.stopped": "已停止，什么也没有保存。",
  "saved.failed": "没能保存。",
  "opened.done": "已打开“{file}”：{n} 张图片。",
  "opened.trained": "已打开“{file}”：{n} 张图片，已训练到第 {iteration} 次迭代。",
  "opened.neuron":
    "“{file}”是一个神经元，看 {n_px} × {n_px} 像素的图片，区分“{one}”和“{zero}”。可以在“测试”里向它提问。",
  "opened.network":
    "“{file}”是一个网络，看 {n_px} × {n_px} 像素的图片，区分“{one}”和“{zero}”。可以在“测试”里向它提问。",
  "opened.reduced": "其中有 {n} 张图片比保存时小。",
  "opened.newer": "这个文件是用更新版本的页面保存的；能看懂的部分已经取用。",
  "opened.settings": "其中有 {n} 项设置本页不认识，没有采用。",
  "opened.missing": "其中有 {n} 张图片缺失。",
  "opened.changed": "其中有 {n} 张图片与保存时不同。",
  "opened.brought": "当时导入的那个模型由更新版本的页面生成，没有取用。",
  "opened.state": "学到的参数与这里不符，训练要从头开始。",
  "saved.file": "一个神经元 {date}",
  "saved.file.model": "一个神经元 模型 {date}",
  "saved.file.sheet": "一个神经元 图片 {date}",
  "save.title": "保存",
  "save.all": "全部内容（.zip）",
  "save.all.says": "图片、设置和学到的参数，以后可以在任何一台电脑上接着做。",
  "save.model-png": "模型，存成一张图片（.png）",
  "save.model-png.says": "画出权重，并带上权重的每一位数字；拖回本页，就能再次提问。",
  "save.sheet": "全部图片，排成一张大图（.png）",
  "save.sheet.says": "任何看图软件都能打开；拖回本页，图片各归各类。",
  "save.empty": "还没有图片。",
  "save.npz": "模型，供 NumPy 使用（.npz）",
  "save.npz.says": "权重和偏置，每一位数字都保留，并附上类别名称。",
  "save.onnx": "模型，供其他程序使用（.onnx）",
  "save.onnx.says": "ONNX 格式，能运行模型的程序大多可以读取：输入图片的字节，输出 ŷ。",
  "save.onnx-test": "ONNX 模型，附带测试（.zip）",
  "save.onnx-test.says": "model.onnx、三张图片和本页对它们给出的 ŷ，以及一个用来比较的小程序。",
  "save.untrained": "还没有学到任何东西：请先训练。",
  "save.runaway": "成本已经不是一个数：请调小学习率，重新训练。",
  "saved.line.title": "“{one}”还是“{zero}”？",
  "saved.line.weights": "橙色：像素越亮，越倾向于“{one}”。蓝色：像素越亮，越倾向于“{zero}”。",
  "saved.line.neurons":
    "第一层的每个神经元一个方块。橙色：像素越亮，越能激活它；蓝色：像素越亮，越会抑制它。",
  "saved.line.numbers": "b = {b} · 图片 {n_px} × {n_px} 像素 · 迭代 {iterations} 次",
  "saved.line.accuracy": "学过的图片判对 {train}，没学过的判对 {test}",
  "saved.line.drop": "一个神经元：把这张图片拖到页面上，就能再次向它提问。",
  "saved.line.heading": "{name} · {n} 张，其中 {test} 张用于测试",
  "saved.line.heading-rest": "{name} · {n} 张，其中 {test} 张用于测试；末尾 {rest} 张先不用",
  "saved.line.sheet": "一个神经元：把这张大图拖到页面上，图片就会各归各类。",
  "saved.readme": `一个神经元：页面上的全部内容，保存于 {date}

想接着做：打开页面，把这个文件（或解压得到的文件夹）拖进去。
图片、类别名称、哪些图片留作测试、各项设置以及学到的参数都会恢复，每一位数字都相同。

pictures/<类别>/    页面保存的每一张图片，PNG 格式：{one}（y = 1）和{zero}（y = 0）
dataset.npz         神经元看到的数字，名称和形状与课程一致：train_set_x (m, n, n, 3) 字节，train_set_y (1, m)，
                    test_set_x，test_set_y，list_classes
model.npz           学到的参数，float64：w (n_x, 1) 和 b；如果是网络，则为 W1 (n[1], n[0])、b1 (n[1], 1) ……
start.npz           网络在第 0 次迭代之前的参数，由随机种子产生
costs.csv           每次迭代的成本 J，训练集和测试集
runs.json           留下来比较的各次训练（如果有）
brought.png         当时导入的模型（如果有）
train.py            用 NumPy 写的同样的训练，并把成本与 costs.csv 比较：python3 train.py
settings.json       各项设置、每次迭代的学习率、图片如何变成数字，以及每张图片的信息
state.bin           页面用来接着训练、且每一位数字都相同的数据

{use}
{pixels}
`,
  "saved.use.neuron": `使用模型：取一张 {n_px} × {n_px} 像素的正方形图片，逐行、每个像素按红、绿、蓝排成一列 x；那么
a = 1 / (1 + exp(-(w.T @ (x / 255) + b))) 就是神经元的答案：大于 0.5 表示“{one}”。`,
  "saved.use.network": `使用模型：取一张 {n_px} × {n_px} 像素的正方形图片，逐行、每个像素按红、绿、蓝排成一列，除以 255，记作 A；
逐层计算 A = np.maximum(W1 @ A + b1, 0)，最后一层算 1 / (1 + exp(-(W @ A + b)))，得到的就是答案：大于 0.5 表示“{one}”。`,
  "saved.pixels.crop":
    "取图片正中的正方形，按面积平均缩小；不使用颜色配置文件，透明处变为白色；每个像素三个字节，依次为红、绿、蓝，逐行排列，再除以 255。",
  "saved.pixels.fit":
    "把整张图片放在白色正方形上，按面积平均缩小；不使用颜色配置文件，透明处变为白色；每个像素三个字节，依次为红、绿、蓝，逐行排列，再除以 255。",
  "saved.check": `用 model.onnx 计算 test.npz 里的三张图片，打印 ŷ，以及它与页面给出的答案的最大差别。
需要 NumPy 和 ONNX Runtime：pip install numpy onnxruntime`,
  "saved.py.head": `像页面那样，用 dataset.npz 里的图片训练，并把每一个成本与 costs.csv 比较。
需要 NumPy：python3 train.py。引擎 gram 和 loop 用 float64 计算，差别小于 1e-12；
引擎 vectorized 用 float32 计算，差别会大一些。如果学习率使 J 上下跳动，舍入误差会不断放大。`,
  "saved.py.x": "图片，每张一列",
  "saved.py.y": "类别，1 或 0",
  "saved.py.cost": "J，即 -(y log a + (1 - y) log(1 - a)) 的平均值，写成不会出现 log 0 的形式",
  "saved.py.start": "训练开始时的参数",
  "saved.py.updates": "学习率可能中途改过",
  "saved.py.last": "最后一个状态的成本",
  "saved.py.print": "每隔一百次迭代打印一个成本",
  "saved.py.differs": "与 costs.csv 的最大差别",
  "saved.py.mix": "把两个数混合成一个 64 位的数",
  "saved.py.batches": "第 t 次迭代的小批量：打乱顺序的样本",
  "saved.py.out": "被拿掉或放回的隐藏神经元",
};
