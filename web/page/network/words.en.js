// The words of everything that only a network has on the training page.
export default {
  "network.title": "Network",
  "network.says": "{shape} · {n} parameters",
  "network.label": "The network: the picture, its hidden neurons, the answer",
  "network.layers": "Neurons of each hidden layer",
  "network.layers.help":
    "1 to {layers} layers of 1 to {units} neurons, such as 16, 8. Enter applies it, Escape cancels.",
  "network.layers.invalid": "Please write 1 to {layers} numbers from 1 to {units}, such as 16, 8.",
  "network.start": "start {seed}",
  "network.new": "New start",
  "network.new.help": "Other random weights to start from. Reset always leads back to this start.",
  "network.input": "x",
  "network.layer": "Layer {l}",
  "network.neuron": "Neuron {u} of layer {l}",
  "network.neuron.do": "{action}: neuron {u} of layer {l}",
  "network.range": "{from}–{to} of {n}",
  "network.previous": "The neurons before",
  "network.next": "The next neurons",
  "network.more": "{from}–{to} of {n}",
  "network.more.help": "Draw the next neurons of layer {l}",
  "network.scale.all":
    "Each small picture is the weights of one neuron, on a scale of its own. Below it: its a for the selected picture, and what it adds to the answer’s z. The larger a, the stronger its frame.",
  "network.scale.learned":
    "Each small picture is what the weights of one neuron have gained since the start, on a scale of its own; a blank one has gained nothing: it fires for no training picture. Below it: its a for the selected picture, and what it adds to the answer’s z. The larger a, the stronger its frame.",
  "network.scale.start": "Nothing has been learned yet, so W − W₀ is 0 everywhere.",
  "network.pixel": "Neuron {u}, row {row}, column {column}: its weights W",
  "network.pixel.hint": "Touch or point at a pixel to read the three weights of neuron {u}.",
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
    "Fewer: more updates an iteration, in random order. An iteration is one pass over all examples.",
  "network.engine.vectorized.says":
    "The sums over the pictures in SIMD, four numbers an instruction, in 32-bit arithmetic.",
  "network.engine.gram.says":
    "W¹ = W¹₀ + A·Xᵀ: layer 1 works on the products of the pictures instead of the pictures, in 64-bit arithmetic. The same descent, also with mini-batches.",
};
