// My own program prints other costs.
export default {
  doctor: "My own program prints other costs",
  "doctor.about":
    "Paste what your program printed. The page runs the course’s training and {n} well-known mistakes on the pictures that are loaded, and says which of them prints exactly the same.",
  "doctor.label":
    "What it printed: costs in any form, every one or each 100th; b, w and the accuracy may be there too",
  "doctor.start": "Find the training that prints this",
  "doctor.stop": "Stop",
  "doctor.progress": "Trainings tried",
  "doctor.running": "Trying one training after the other …",
  "doctor.with":
    "Tried on the {m} pictures that are trained on, at {px} px. Your program must have had the same ones, in the same order.",
  "doctor.with.drawn":
    "Tried on the {m} built-in pictures that are trained on, at {px} px: your program has the same ones from dataset.npz, which Save puts into its file. If it was trained on the course’s pictures, drop train_catvnoncat.h5 and test_catvnoncat.h5 anywhere on this page first.",
  "doctor.stale": "The pictures are others by now: this was found with those before. Try again.",
  "doctor.cannot.missing": "There are no pictures to train on yet.",
  "doctor.cannot.many": "There are more pictures than their products fit into memory.",
  "doctor.trouble.empty": "There is nothing to look at yet: paste what your program printed.",
  "doctor.trouble.none": "There is no cost in this text.",
  "doctor.trouble.long": "This text is too long: the lines with the costs are enough.",
  "doctor.trouble.many": "These are more than 100 000 numbers: each 100th is enough.",
  "doctor.trouble.changed": "The pictures changed meanwhile. Try again.",
  "doctor.trouble.memory": "There is not enough memory for this.",
  "doctor.trouble.failed": "That did not work. Try again.",

  // What was found.
  "doctor.found.right": "This is the right training, with α = {alpha}.",
  "doctor.found": "Found: {name}, with α = {alpha}.",
  "doctor.found.several":
    "Several trainings print this, the right one among them. Likelier at a usual α: {name}, with α = {alpha}.",
  "doctor.found.kind": "It looks like this: {name}.",
  "doctor.vague":
    "Behind the first number J is not finite: either α is far too large, or one of these mistakes was made.",
  "doctor.vague.says":
    "These numbers cannot tell which. Print the cost of every iteration, or paste a run with a smaller α. What prints the same, the likeliest first:",
  "doctor.both": "{name}, and {also}",
  "doctor.named": "{name}, with α = {alpha}",
  "doctor.none":
    "None of the {n} mistakes I know prints this, nor does the right training at any α that was tried.",
  "doctor.none.says":
    "Are these the pictures your program had, in the same order and at the same size? Else it is a mistake that is not in the list, or two at once.",
  "doctor.none.few": "These are very few numbers to look for another α with: paste three or more.",
  "doctor.ambiguous": "These print the same numbers, so the costs alone cannot tell which it is:",
  "doctor.agree": "Numbers compared: {n}. They agree in all {decimals} decimals that were printed.",
  "doctor.agree.float32": "Numbers compared: {n}. They agree in {digits} digits, as far as float32 goes.",
  "doctor.every": "Taken as printed every {step} iterations, the first at iteration {first}.",
  "doctor.until":
    "From iteration {t} on, rounding in the last bit has grown so much that it shows: two right programs differ there, and yours differs by no more than that.",
  "doctor.copies.with": "Your program had the mirrored copies too: {m} pictures to train on.",
  "doctor.copies.without": "Tried without the mirrored copies: {m} pictures to train on.",
  "doctor.cut": "The digits were cut off, not rounded.",
  "doctor.end":
    "After {n} iterations this training has b = {b} and is right on {accuracy} of its own pictures.",
  "doctor.kind.says":
    "It does not print exactly these: your random numbers are not known here. Eight other starts at random print costs that lie around yours.",
  "doctor.seed": "The numbers are those of np.random.seed({seed}) and np.random.{draw}, times {scale}.",
  "doctor.more-runs": "The iterations begin anew in this text: only the first run was looked at.",
  "doctor.hint": "If your α is {alpha}, it is this, which trains the same: {name}.",
  "doctor.line.wrong": "The line to look at",
  "doctor.line.right": "How it should be",

  // The picture.
  "doctor.axis.t": "iteration",
  "doctor.plot":
    "The printed costs, from {first} to {last} at iteration {n}, with the training that was found.",
  "doctor.plot.none": "None of the printed costs is a finite number.",
  "doctor.plot.gaps": "Not drawn, because they are nan or infinite: {n}.",
  "doctor.legend.yours": "printed by your program",
  "doctor.legend.found": "the training that was found",
  "doctor.legend.right": "the right training, α = {alpha}",
  "doctor.table": "The printed costs and those of the training that was found",
  "doctor.table.t": "Iteration",
  "doctor.table.yours": "Yours",
  "doctor.table.found": "Found",

  // The trainings.
  "doctor.right": "the right training",
  "doctor.right.says":
    "Nothing is wrong with these costs. Swapped labels would print the same ones: b and w would have the other sign.",
  "doctor.bytes": "pixels not divided by 255",
  "doctor.bytes.says":
    "x is up to 255 instead of up to 1, so z is 255 times and dw 255 times as large: after one step a is 0 or 1 to the last bit, and log 0 makes J infinite or nan.",
  "doctor.no-m": "dw and db without 1/m",
  "doctor.no-m.says":
    "The sums are not made means: every step is m times as long, the same as training with m times α.",
  "doctor.no-m-w": "dw without 1/m",
  "doctor.no-m-w.says": "w takes steps m times as long, b does not: J begins right and then jumps.",
  "doctor.no-m-b": "db without 1/m",
  "doctor.no-m-b.says": "b takes steps m times as long and swings from side to side, and J with it.",
  "doctor.no-m-cost": "J without 1/m",
  "doctor.no-m-cost.says":
    "The losses are added up but not divided: every J is m times as large, and the first is m × 0.6931.",
  "doctor.no-m-all": "no 1/m anywhere",
  "doctor.no-m-all.says":
    "J, dw and db are sums: the first J is m × 0.6931, and every step is m times as long.",
  "doctor.n-x": "m is the number of features",
  "doctor.n-x.says":
    "X.shape[0] is n_x; the number of pictures is X.shape[1]. J and the steps are as many times too small.",
  "doctor.misprint": "the sigmoid with z in place of 1",
  "doctor.misprint.says":
    "1/(z + e^−z) is a misprint that goes around. At z = 0 it is 1 instead of 0.5, so that log(1 − a) is infinite at once; it also leaves 0 … 1.",
  "doctor.exponent": "the sigmoid with e^z instead of e^−z",
  "doctor.exponent.says": "a is then 1 minus what it should be: every step leads uphill, and J rises.",
  "doctor.sign": "the update goes uphill",
  "doctor.sign.says":
    "w and b must go against the gradient. With + instead of −, or with dz = Y − A, J rises at every step.",
  "doctor.sign-w": "the sign of dw is wrong",
  "doctor.sign-w.says":
    "A − Y is turned round for dw only: w goes uphill while b goes downhill, and J rises.",
  "doctor.minus": "J without its minus sign",
  "doctor.minus.says":
    "A logarithm of a number below 1 is negative. Without the minus in front, J is below 0 and rises towards 0.",
  "doctor.log10": "log base 10",
  "doctor.log10.says":
    "Every J is divided by ln 10: the first is 0.3010 instead of 0.6931. The training itself is right.",
  "doctor.log2": "log base 2",
  "doctor.log2.says":
    "Every J is divided by ln 2: the first is 1 instead of 0.6931. The training itself is right.",
  "doctor.no-zeros": "J without the term for y = 0",
  "doctor.no-zeros.says":
    "(1 − y) log(1 − a) is missing, so pictures of class 0 cost nothing: the first J is too small by their share.",
  "doctor.no-ones": "J without the term for y = 1",
  "doctor.no-ones.says":
    "y log a is missing, so pictures of class 1 cost nothing: the first J is too small by their share.",
  "doctor.after": "J after the update instead of before",
  "doctor.after.says":
    "The number printed for iteration t is J of iteration t + 1: the first is below 0.6931 already. The training itself is right.",
  "doctor.squared": "dz of the squared error",
  "doctor.squared.says":
    "a(1 − a) belongs to the squared error; with the cross-entropy it cancels. It is 0.25 at most, so learning is four times as slow, or slower.",
  "doctor.squared-all": "the squared error in place of the cross-entropy",
  "doctor.squared-all.says":
    "J and dz are both those of (a − y)²: the first J is 0.25, or 0.125 with ½, and learning is slower.",
  "doctor.squared-cost": "the squared error printed as J",
  "doctor.squared-cost.says":
    "The steps are right, but the number printed is the mean of (a − y)²: the first is 0.25, or 0.125 with ½.",
  "doctor.no-b": "b is never updated",
  "doctor.no-b.says":
    "b stays 0 (or is left out of z). w makes up for most of it, so that J is only a little off.",
  "doctor.no-w": "w is never updated",
  "doctor.no-w.says":
    "Only b learns, which is the share of the two classes: J stays near 0.69, or falls to what guessing by that share costs.",
  "doctor.late-b": "w is updated before db is computed",
  "doctor.late-b.says":
    "A is computed again with the new w, so db is not the gradient at the same place as dw. J is a little off from the second iteration on.",
  "doctor.reset": "the sums are not set to 0 in each iteration",
  "doctor.reset.says": "dw and db, or J, begin with what the iteration before left in them.",
  "doctor.each": "the update is inside the loop over the pictures",
  "doctor.each.says":
    "w and b change after every picture instead of after all of them: m small steps in each iteration, and J is summed while they change.",
  "doctor.scrambled": "a reshape that scrambles the pictures",
  "doctor.scrambled.says":
    "reshape(-1, m) has the right shape, but each column is made of bytes from all pictures. The first J is right, and then it falls too slowly.",
  "doctor.twice": "pixels divided by 255 twice",
  "doctor.twice.says": "The cell was run a second time: x is up to 1/255, and w learns next to nothing.",
  "doctor.test": "trained on the test set",
  "doctor.test.says": "X_test and Y_test went into the training.",
  "doctor.ones": "w starts at one",
  "doctor.ones.says":
    "z is then the sum of all pixels, thousands: a is 1 to the last bit, and the first J is nan or infinite, or very large for small pictures.",
  "doctor.standard": "pixels standardised by their common mean",
  "doctor.standard.says":
    "This is not wrong, but it is another training: (x − mean)/standard deviation over all numbers, in place of x/255.",
  "doctor.standard-each": "each pixel standardised",
  "doctor.standard-each.says":
    "This is not wrong, but it is another training: (x − mean)/standard deviation for each pixel, in place of x/255.",
  "doctor.all": "trained on both sets together",
  "doctor.all.says":
    "The test pictures are among those that are trained on, so the accuracy on them says nothing about new pictures.",
  "doctor.b-one": "b starts at one",
  "doctor.b-one.says":
    "b = 1 before the first iteration: every a is then 0.73 instead of 0.5, and the first J is not 0.6931.",
  "doctor.standard-picture": "each picture standardised by itself",
  "doctor.standard-picture.says":
    "This is not wrong, but it is another training: (x − mean)/standard deviation within each picture, in place of x/255.",
  "doctor.centred": "the mean subtracted from the pixels",
  "doctor.centred.says":
    "This is not wrong, but it is another training: x/255 less its mean, so that w and b no longer pull at one another.",
  "doctor.symmetric": "pixels made to lie around 0",
  "doctor.symmetric.says":
    "This is not wrong, but it is another training: x/127.5 − 1 or x/255 − 0.5, in place of x/255.",
  "doctor.by-256": "pixels divided by 256",
  "doctor.by-256.says":
    "A byte goes up to 255. With 256 all numbers are 0.4 % too small, and J is a little off from the second iteration on.",
  "doctor.unit": "each picture divided by its length",
  "doctor.unit.says":
    "This is not wrong, but it is another training: every picture becomes a vector of length 1, and w learns slowly at this α.",
  "doctor.m-other": "m is another number than that of the pictures",
  "doctor.m-other.says":
    "The sums are divided by the side of the pictures or by the number of test pictures: J and the steps are as many times too large or too small.",
  "doctor.half": "divided by 2m instead of m",
  "doctor.half.says": "The ½ belongs to the squared error. With it the first J is 0.3466, half of 0.6931.",
  "doctor.m-twice": "J divided by m twice",
  "doctor.m-twice.says":
    "np.mean divides by m already, or the line stands twice: the first J is 0.6931/m. The training itself is right.",
  "doctor.short": "one picture is left out of the sums",
  "doctor.short.says": "The loop begins at 1 or ends one too early, but the sums are divided by all m.",
  "doctor.no-update": "w and b are never updated",
  "doctor.no-update.says": "The new values are computed but not kept: J is the same in every iteration.",
  "doctor.b-outside": "b is added outside the sigmoid",
  "doctor.b-outside.says":
    "The bracket closes too early: b belongs to z, and a = σ(w·x) + b can leave 0 … 1.",
  "doctor.no-sigmoid": "another function in place of the sigmoid",
  "doctor.no-sigmoid.says":
    "a is not between 0 and 1, or not half way at z = 0, so that the logarithms become infinite or nan.",
  "doctor.linear": "z in place of a, with the squared error",
  "doctor.linear.says": "This is linear regression: a = w·x + b without σ, and the mean of (a − y)² as J.",
  "doctor.column": "Y is a column instead of a row",
  "doctor.column.says":
    "A − Y is then a table of m × m numbers, each answer against each label, instead of m numbers. NumPy does it without a word.",
  "doctor.crossed": "y and 1 − y stand at the wrong logarithms",
  "doctor.crossed.says":
    "log a belongs to y, log(1 − a) to 1 − y. The first J is right, and then it rises although the training is right.",
  "doctor.sign-term": "a minus between the two terms of J",
  "doctor.sign-term.says":
    "The terms for y = 1 and for y = 0 are added. With a minus the first J is 0.6931 times the difference of the two shares.",
  "doctor.bracket": "1/m or the minus reaches one term of J only",
  "doctor.bracket.says":
    "A bracket is missing: only one of the two terms is divided by m, or has the minus in front.",
  "doctor.epsilon": "the right training, with a small number in the logarithms",
  "doctor.epsilon.says":
    "Nothing is wrong. Something like 1e-8 keeps log 0 away and changes the last digits of J; the loss from z itself needs none.",
  "doctor.sign-b": "the sign of db is wrong",
  "doctor.sign-b.says":
    "A − Y is turned round for db only: b goes uphill while w goes downhill, so that J falls and then rises.",
  "doctor.db-each": "db is not summed",
  "doctor.db-each.says":
    "np.sum is missing, so b is a row of m numbers, one for each picture: every picture learns its own answer by heart, and new ones get none.",
  "doctor.by-other": "pixels divided by another number than 255",
  "doctor.by-other.says":
    "A byte is at most 255; 225 is a slip of the pen, 128, 100 and 1000 are guesses. x is larger or smaller in the same ratio, and every step of w in its square.",
  "doctor.m-twice-db": "db divided by m twice",
  "doctor.m-twice-db.says":
    "np.mean divides by m already, or the line stands twice: b moves m times too slowly, so that J is slightly off.",
  "doctor.db-inner": "db is summed for every pixel",
  "doctor.db-inner.says":
    "db += dz is indented too far and stands in the loop over the pixels: db is n_x times too large, and b jumps up and down.",
  "doctor.momentum": "momentum",
  "doctor.momentum.says":
    "Not wrong, but another training: each step goes on with 0.9 of the one before. With v = 0.9 v + 0.1 dw, α is ten times the one named here.",
  "doctor.no-factor": "J without the factor y or 1 − y",
  "doctor.no-factor.says":
    "log a belongs to pictures with y = 1 only, log(1 − a) to those with y = 0 only. Without the factor both count for one class, and J begins above 0.6931.",
  "doctor.one-log": "log a in both terms of J",
  "doctor.one-log.says":
    "The second term needs log(1 − a). The first J is right, because a is 0.5; then being sure of y = 0 is punished.",
  "doctor.floored": "pixels divided by 255 without a remainder",
  "doctor.floored.says":
    "// leaves whole numbers only: every byte below 255 becomes 0, and most of the picture is gone.",
  "doctor.m-twice-dw": "dw divided by m twice",
  "doctor.m-twice-dw.says":
    "1/m is in the product and once more in the line behind: every step is m times too short.",
  "doctor.swapped": "the labels are swapped",
  "doctor.swapped.says":
    "From w = 0 the costs are the same as with the right labels. But b and w have the other sign: the neuron says cat for everything else.",
  "doctor.float32": "the right training, in float32",
  "doctor.float32.says":
    "Nothing is wrong. Numbers of 32 bits have about seven digits, and the last of them differ from float64.",
  "doctor.random": "w starts at random",
  "doctor.random.says":
    "The first J is not 0.6931, which w = 0 gives whatever the pictures are. A single neuron needs no random start: J has one valley, and zeros give everybody the same numbers.",
};
