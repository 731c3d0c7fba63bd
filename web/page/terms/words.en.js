// What the terms of the page mean, a sentence or two each, and the figures that show them.
export default {
  "term.label": "What “{term}” means",
  "term.iteration":
    "One iteration: every training picture is looked at once, then w and b move a little. Others call it an epoch.",
  "term.iterations":
    "Where training stops: after so many iterations, each of them one look at every training picture.",
  "term.cost":
    "The cost J: the mean of the loss L over all m training pictures. To learn is to make it smaller. Others call it the training loss.",
  "term.alpha":
    "The learning rate α: how far one iteration moves w and b against the gradient. Changing it does not start again.",
  "term.hidden":
    "Neurons between the picture and the answer. With none, one neuron does everything. Another number starts training anew.",
  "term.network":
    "Hidden neurons look at the picture, each with weights of its own; the last neuron sees only them.",
  "term.speed": "How many iterations are shown a second. What is learned does not depend on it.",
  "term.engine":
    "The way the sums are computed. Every engine makes the same descent; they differ in how many multiplications that takes.",
  "term.batch": "How many training pictures are looked at before the weights move once.",
  "term.training-set": "The training set: the m pictures that w and b are learned from.",
  "term.test-set":
    "The test set: pictures kept apart, which nothing is learned from. They tell how it does on new ones.",
  "term.accuracy":
    "The share of the pictures that are called right: ŷ above one half where y = 1, below where y = 0.",
  "term.x": "The picture as numbers from 0 to 1: red, green and blue of every pixel, in one long column.",
  "term.a":
    "What the last hidden layer says, a number for each of its neurons. For the last neuron that is what x is for one alone.",
  "term.n_x":
    "n_x is how many numbers a picture is: width times height times three colours. There are as many weights.",
  "term.y": "The right answer, which comes with every picture: y is 1 for one kind and 0 for the other.",
  "term.w":
    "The weights w: a number for every pixel and colour. A positive one lets a bright pixel speak for class 1, a negative one for class 0.",
  "term.b": "The bias b: what z is before any pixel has spoken.",
  "term.z": "z: all that speaks for and against, added up. Every pixel times its weight, and then b.",
  "term.sigma": "The sigmoid σ bends any z, however large, to a number between 0 and 1.",
  "term.y-hat": "ŷ, the neuron’s answer from 0 to 1: how sure it is that the picture is of class 1.",
  "term.loss":
    "The loss L of one picture: near 0 where ŷ is right, large where it is surely wrong. Others call it log loss or binary cross-entropy.",
  "term.figure.gradient-descent": "Notes: gradient descent",
  "term.figure.loss-and-cost": "Notes: loss and cost",
  "term.figure.network": "Notes: a network",
  "term.figure.vectorization": "Notes: vectorization",
  "term.figure.m-examples": "Notes: m examples",
  "term.figure.logistic-regression": "Notes: logistic regression",
  "term.figure.two-classes": "Notes: two classes",
};
