// Lecture by lecture, and the questions learners ask. Titles are those of the course.
export default {
  "lectures.says":
    "The first two weeks of Neural Networks and Deep Learning, in the order of the videos. Find the one you come from.",
  "lectures.week": "Week {n}",
  "lectures.lecture": "Lecture",
  "lectures.figure": "Figure",
  "lectures.number": "{n}, {figure}",
  "lectures.homework": "Homework of week 2: logistic regression with a neural network mindset",
  "lectures.homework.says": "the training page, with the course’s files dropped on it",

  "lecture.what-is": "What is a Neural Network?",
  "lecture.supervised": "Supervised Learning with Neural Networks",
  "lecture.taking-off": "Why is Deep Learning taking off?",
  "lecture.binary": "Binary Classification",
  "lecture.logistic": "Logistic Regression",
  "lecture.cost": "Logistic Regression Cost Function",
  "lecture.descent": "Gradient Descent",
  "lecture.derivatives": "Derivatives",
  "lecture.more-derivatives": "More Derivative Examples",
  "lecture.graph": "Computation Graph",
  "lecture.graph-derivatives": "Derivatives with a Computation Graph",
  "lecture.logistic-descent": "Logistic Regression Gradient Descent",
  "lecture.m-examples": "Gradient Descent on m Examples",
  "lecture.vectorization": "Vectorization",
  "lecture.more-vectorization": "More Vectorization Examples",
  "lecture.vectorizing": "Vectorizing Logistic Regression",
  "lecture.vectorizing-gradient": "Vectorizing Logistic Regression's Gradient Output",
  "lecture.broadcasting": "Broadcasting in Python",
  "lecture.vectors": "A note on python/numpy vectors",
  "lecture.cost-explained": "Explanation of logistic regression cost function (optional)",

  "questions.try": "Try it:",
  "questions.figure": "figure {n}, {figure}",
  "questions.own": "your own pictures",

  "question.reshape": "Why reshape(m, -1).T, and not reshape(-1, m)?",
  "question.reshape.says":
    "Both give an X of the right shape, and nothing complains. But reshape never moves a number: it only cuts the long row of all numbers anew. reshape(m, -1) cuts it into m pieces, a picture each, and .T stands them up. reshape(-1, m) cuts it into rows of m, so that each column takes every m-th number of all pictures: m mixtures, and no picture at all. The figure shows them.",
  "question.divide": "Why divide by 255?",
  "question.divide.says":
    "Not for the result, but for α. The gradient of w is a mean of x times an error, so with x up to 255 it is 255 times as large, and w counts 255 times as much in z: the largest α that still descends is about 255², 65000 times as small. b has no such factor, and then hardly moves at all. Divided by 255, one α suits both.",
  "question.zeros": "Why may w start at zero here, but not in a network?",
  "question.zeros.says":
    "One neuron gets different pixels for its different weights, so their slopes differ from the first step on; and its cost has one valley only. Hidden neurons all see the same input: if they begin alike they say the same, get the same slopes, and stay alike for ever, so that many do the work of one. With all of them at zero and ReLU not even that: nothing moves but the last b. That is why a network begins at random.",
  "question.zigzag": "Why does the cost go up and down at first?",
  "question.zigzag.says":
    "Because α is nearly too large for the place where training begins. There the valley is steep: a step leaps across it and lands on the other wall, the next leaps back. As long as each landing is a little lower, J falls on the whole, and where the valley widens the zigzag ends. A smaller α begins smoothly, and takes longer afterwards.",
  "question.star": "What is the difference between np.dot and *?",
  "question.star.says":
    "* multiplies number by number, with broadcasting, and gives an array; np.dot of two vectors, or @, multiplies and adds it all up. For w and x of shape (n, 1): w * x is (n, 1), np.dot(w.T, x) is (1, 1). Where a column meets a row, * makes a whole table, and no error tells you.",
  "question.negative": "My cost is negative. Can that be?",
  "question.negative.says":
    "No. ŷ is between 0 and 1, so log ŷ is never above 0, and −log ŷ never below. A negative cost has one of these causes: the minus before the sum is missing; ŷ never went through σ and is above 1; or y is not 0 or 1, but 0 to 255, or 1 and 2.",
  "question.logarithm": "Is log to base 10 or e?",
  "question.logarithm.says":
    "To base e, and so is np.log. Another base would divide every loss, and every slope, by the same number, log 10 = 2.303 for base 10: the best w and b stay where they are, but dz would no longer be simply a − y. A neuron that knows nothing says one half, and pays log 2 = 0.693.",
  "question.shapes": "What shapes do ŷ and J have?",
  "question.shapes.says":
    "X is (n_x, m), w is (n_x, 1), so wᵀX is (1, n_x) times (n_x, m): a row (1, m). b, one number, is added to all of it. σ and the loss change numbers, never shapes, so ŷ and L are (1, m), an answer and a price for each example. J is their mean: one number, without a shape. Whatever has another shape than this is a mistake that one can find without any data.",
  "question.bias": "Why does b not grow with the number of examples?",
  "question.bias.says":
    "b belongs to the neuron, not to an example: it is one number, used for all m columns by broadcasting. Each example has a slope for it, dz, and db is their mean; that is why np.sum stands in that line. If your b becomes a row of m numbers, the sum is missing.",
  "question.partial": "Why is it sometimes ∂ and sometimes d?",
  "question.partial.says":
    "d where f depends on one number, ∂ where it depends on several and only one is nudged. The rules are the same. In programs there is no ∂ on the keyboard, and dw stands for ∂J/∂w.",
  "question.stop": "When should I stop?",
  "question.stop.says":
    "When what you want stops getting better. J of the training set can fall for ever, where one neuron separates the classes; look at the test set instead: when its cost has risen for some time, more training only learns by heart. But do not choose the very best iteration by the test set and then report that number: chosen so, it is too good.",
  "question.worse": "The test cost rises, but the accuracy stays. How?",
  "question.worse.says":
    "Accuracy asks only on which side of one half ŷ lies; the cost asks how sure it was. As w grows, all answers become surer, the wrong ones too, and a wrong answer that is sure costs a lot: at ŷ = 0.01 for a cat 4.6, at 0.001 already 6.9.",
  "question.background": "Why does it always say the same class for my new pictures?",
  "question.background.says":
    "It has probably learned something else that the two classes differ in: the background, the light, the camera. It was never told what the picture is of. Take both classes in the same places; and ask Why? which pixels spoke.",
  "question.luck": "Is 70 % on 50 test pictures good?",
  "question.luck.says":
    "It is 70 % give or take 6.5, by chance alone: √(0.7 · 0.3 / 50) = 0.065. Another split of the same pictures may give 64 or 76. What if trains on fifty other splits and shows the spread.",
};
