// What the words of both pages mean: a name, a sentence or two, and what other people call it (….also, empty where it has no
// other name); and the figures that show them.
export default {
  "term.label": "What “{term}” means",
  "term.also": "Also called: {names}.",
  "term.notes": "Notes: {figure}",
  "term.figure": "Figure: {figure}",
  "term.glossary": "In the glossary",
  "term.own": "On your pictures",

  "glossary.says":
    "Every word with a dotted line on these two pages, in both languages: what it means, what other people call it, and where it can be met.",
  "glossary.data": "Data",
  "glossary.neuron": "The neuron",
  "glossary.learning": "Learning",
  "glossary.network": "The network",
  "glossary.computing": "Computing",
  "glossary.figure": "Figure {n}",
  "glossary.own": "your pictures",
  "glossary.own.label": "your pictures: {term}",

  "term.supervised.name": "supervised learning",
  "term.supervised":
    "Learning from examples that come with their right answers: pairs of x and y, and what is learned is a way from x to y.",
  "term.supervised.also": "learning from labelled data",
  "term.x.name": "input",
  "term.x":
    "What the neuron is given, as one long column of numbers. Of a picture: red, green and blue of every pixel, from 0 to 1.",
  "term.x.also": "features, feature vector",
  "term.y.name": "label",
  "term.y":
    "The right answer, which comes with every example: y is 1 for one kind of picture and 0 for the other.",
  "term.y.also": "target, ground truth",
  "term.m.name": "number of examples",
  "term.m": "m is how many examples training looks at. A small i in brackets says which one: x⁽¹⁾ to x⁽ᵐ⁾.",
  "term.m.also": "N, n_samples",
  "term.n_x.name": "number of features",
  "term.n_x":
    "n_x is how many numbers an example is; of a picture, width times height times three colours. There are as many weights.",
  "term.n_x.also": "dimension, d, n_features",
  "term.X.name": "input matrix",
  "term.X":
    "All examples side by side, each a column: n_x rows and m columns. Many libraries lay them down as rows instead, and their X is this one transposed.",
  "term.X.also": "design matrix, for its transpose",
  "term.structured.name": "structured data",
  "term.structured":
    "A table in which every column means something by itself, such as size or price. Pictures, sounds and texts are unstructured.",
  "term.structured.also": "tabular data",
  "term.spectrogram.name": "spectrogram",
  "term.spectrogram":
    "A sound as a picture: time to the right, frequency upwards, and each point says how strong that frequency is at that moment: the darker in the notes, the lighter on the training page.",
  "term.spectrogram.also": "sonogram, time-frequency plot",
  "term.standardised.name": "standardised",
  "term.standardised":
    "A feature minus its mean, divided by its standard deviation. Then all features are about equally large, and one learning rate suits them all.",
  "term.standardised.also": "z-score, normalised",
  "term.training-set.name": "training set",
  "term.training-set": "The training set: the m examples that w and b are learned from.",
  "term.test-set.name": "test set",
  "term.test-set":
    "The test set: pictures kept apart, which nothing is learned from. They tell how it does on new ones.",
  "term.test-set.also": "held-out set; the course later tells it from a dev set",

  "term.neuron.name": "neuron",
  "term.neuron":
    "Multiplies each number it is given by a weight, adds them up and adds b, and bends the result once. That is all.",
  "term.neuron.also": "unit, node, perceptron",
  "term.w.name": "weight",
  "term.w":
    "The weights w: one for every number of x, so for every pixel and colour. A positive one lets a bright pixel speak for class 1, a negative one for class 0.",
  "term.w.also": "coefficient, parameter, θ",
  "term.b.name": "bias",
  "term.b":
    "The bias b: what z is before any input has spoken. Of a straight line it is the intercept, the height at x = 0.",
  "term.b.also": "intercept, offset, θ₀",
  "term.inner.name": "inner product",
  "term.inner":
    "Two columns of the same length, multiplied number by number, and all of it added up to one number. Of w and x it is z without b.",
  "term.inner.also": "dot product, scalar product, wᵀx",
  "term.z.name": "weighted sum",
  "term.z": "z: all that speaks for and against, added up. Every number of x times its weight, and then b.",
  "term.z.also": "logit, pre-activation",
  "term.relu.name": "rectified linear unit",
  "term.relu": "max(0, z): what is below zero becomes zero, and all else stays as it is.",
  "term.relu.also": "rectifier, hinge",
  "term.sigma.name": "sigmoid",
  "term.sigma": "The sigmoid σ bends any z, however large, to a number between 0 and 1: 1 / (1 + e⁻ᶻ).",
  "term.sigma.also": "logistic function",
  "term.y-hat.name": "prediction",
  "term.y-hat": "ŷ, the neuron’s answer from 0 to 1: how sure it is that the picture is of class 1.",
  "term.y-hat.also": "a (of the last layer), output, score",
  "term.logistic.name": "logistic regression",
  "term.logistic":
    "One neuron with a sigmoid, trained to say yes or no. It is called regression, although it sorts into two classes.",
  "term.logistic.also": "logit model, one-layer network",
  "term.accuracy.name": "accuracy",
  "term.accuracy":
    "The share of the pictures that are called right: ŷ above one half where y = 1, below where y = 0.",
  "term.accuracy.also": "1 − error rate",

  "term.loss.name": "loss",
  "term.loss": "The loss L of one picture: near 0 where ŷ is right, large where it is surely wrong.",
  "term.loss.also": "log loss, binary cross-entropy; error of one example",
  "term.cost.name": "cost",
  "term.cost":
    "The cost J: the mean of the loss L over all m training pictures. To learn is to make it smaller.",
  "term.cost.also": "training loss, objective, empirical risk",
  "term.log.name": "natural logarithm",
  "term.log": "log is the natural logarithm, to base e = 2.718…: log 1 = 0, and log 2 = 0.693.",
  "term.log.also": "ln, np.log",
  "term.convex.name": "convex",
  "term.convex":
    "A curve or a bowl that never bends downwards. It has no second valley in which descent could end.",
  "term.convex.also": "convex function, bowl-shaped",
  "term.derivative.name": "derivative",
  "term.derivative": "How many times as far f moves as a does, when a is nudged by a very little.",
  "term.derivative.also": "slope, rate of change, f′",
  "term.partial.name": "partial derivative",
  "term.partial":
    "∂ instead of d says that J depends on several numbers, of which only this one is nudged while all others stay.",
  "term.gradient.name": "gradient",
  "term.gradient":
    "All partial derivatives of J together. It points where J rises fastest, and has a number for every weight: dw has the shape of w.",
  "term.gradient.also": "∇J; dw and db in the course’s programs",
  "term.descent.name": "gradient descent",
  "term.descent":
    "Again and again a small step against the gradient, which is downhill: w := w − α dw, b := b − α db.",
  "term.descent.also": "steepest descent; an optimiser",
  "term.alpha.name": "learning rate",
  "term.alpha":
    "The learning rate α: how far one iteration moves w and b against the gradient. Changing it does not start again.",
  "term.alpha.also": "step size, lr, η",
  "term.iteration.name": "iteration",
  "term.iteration": "One iteration: every training picture is looked at once, then w and b move a little.",
  "term.iteration.also": "epoch, step",
  "term.batch.name": "mini-batch",
  "term.batch": "How many training pictures are looked at before the weights move once.",
  "term.batch.also": "batch size; with all of them, (full-)batch gradient descent",
  "term.diverge.name": "diverge",
  "term.diverge":
    "With too large an α each step leaps across the valley and lands higher than it was: J grows until numbers end.",
  "term.diverge.also": "explode, NaN",
  "term.overfitting.name": "overfitting",
  "term.overfitting": "Learned by heart: good on the pictures it was trained on, and much worse on new ones.",
  "term.overfitting.also": "high variance, memorising",
  "term.median.name": "median",
  "term.median":
    "The middle one of numbers put in order. One that is far out, such as a measurement during which the machine was busy, does not move it.",
  "term.median.also": "50th percentile",

  "term.network.name": "neural network",
  "term.network":
    "Hidden neurons look at the input, each with weights of its own; the last neuron sees only what they say.",
  "term.network.also": "multilayer perceptron, MLP, dense network",
  "term.hidden.name": "hidden neurons",
  "term.hidden":
    "Neurons between the picture and the answer. With none, one neuron does everything. Another number starts training anew.",
  "term.hidden.also": "hidden units, width of a layer",
  "term.a.name": "activation",
  "term.a":
    "What the neurons of a layer say, a number each: z after its bend. For the next layer that is what x is for the first.",
  "term.a.also": "output of a layer, h",
  "term.start.name": "random start",
  "term.start":
    "A network begins at small random weights: hidden neurons that begin alike would stay alike for ever. For ReLU the usual size is a standard deviation of √(2/n).",
  "term.start.also": "initialisation, He or Kaiming initialisation",
  "term.graph.name": "computation graph",
  "term.graph":
    "A formula as nodes and arrows: numbers go in at one end, each node does one thing, J comes out at the other.",
  "term.backprop.name": "backpropagation",
  "term.backprop":
    "All derivatives of J in one walk from the end to the beginning, each node handing its own to those before it.",
  "term.backprop.also": "backward pass, reverse-mode differentiation",
  "term.chain.name": "chain rule",
  "term.chain": "If a moves u and u moves J, their rates multiply: dJ/da = dJ/du · du/da.",
  "term.check.name": "gradient check",
  "term.check":
    "The same derivative without any rule: nudge the value a little up and a little down, compute twice, divide.",
  "term.check.also": "finite differences, numerical gradient",

  "term.vectorization.name": "vectorization",
  "term.vectorization":
    "Whole arrays at once instead of a loop over their numbers: one line of NumPy, one instruction for several numbers.",
  "term.vectorization.also": "array programming",
  "term.engine.name": "engine",
  "term.engine":
    "The way the sums are computed. Every engine makes the same descent; they differ in how many multiplications that takes.",
  "term.engine.also": "backend, solver",
  "term.transpose.name": "transpose",
  "term.transpose": "Rows become columns: (n, m) becomes (m, n). An array with one axis stays what it is.",
  "term.transpose.also": ".T, X′",
  "term.broadcasting.name": "broadcasting",
  "term.broadcasting":
    "An array that is too small for its partner is used again and again, as if it had been copied: so is b in wᵀX + b.",
  "term.madds.name": "multiply-add",
  "term.madds":
    "One multiplication and one addition, w·x + sum. Nearly all of training is that, so counting them says how much work it is.",
  "term.madds.also": "MAC, FMA; often counted as two FLOPs",
  "term.simd.name": "single instruction, multiple data",
  "term.simd":
    "One instruction that computes several numbers side by side, each in a lane of its own: in a browser two float64 or four float32.",
  "term.simd.also": "vector instructions; SSE, AVX, NEON",
  "term.float64.name": "64-bit floating-point number",
  "term.float64":
    "A number in 64 bits, with about 16 decimal digits. float32 has half the bits and about 7 digits.",
  "term.float64.also": "double; number in JavaScript",
  "term.typed.name": "typed array",
  "term.typed":
    "Numbers of one kind, one behind the other in memory, as C and NumPy have them. An ordinary list keeps each number somewhere else.",
  "term.typed.also": "Float64Array, ndarray, buffer",
  "term.gram.name": "Gram matrix",
  "term.gram":
    "K = XᵀX: the inner products of all pairs of pictures. With it an iteration of one neuron needs no pixel any more.",
  "term.gram.also": "kernel matrix",
  "term.power.name": "computing power",
  "term.power":
    "How many multiply-adds a machine does in a second. With more data, it is what made large networks possible.",
  "term.power.also": "compute, FLOPS",

  "term.iterations":
    "Where training stops: after so many iterations, each of them one look at every training picture.",
  "term.speed": "How many iterations are shown a second. What is learned does not depend on it.",

  "figure.neuron": "one neuron",
  "figure.network": "a network",
  "figure.inputs": "what x can be",
  "figure.scale": "scale",
  "figure.two-classes": "two classes",
  "figure.logistic-regression": "logistic regression",
  "figure.loss-and-cost": "loss and cost",
  "figure.gradient-descent": "gradient descent",
  "figure.derivatives": "derivatives",
  "figure.computation-graph": "the computation graph",
  "figure.m-examples": "m examples",
  "figure.vectorization": "vectorization",
  "figure.no-loops": "without a loop",
  "figure.broadcasting": "broadcasting",
};
