// What is said of the files that can be saved, and in them.
export default {
  "saved.making": "Making the file: {share}",
  "saved.making.label": "Saving",
  "saved.done": "Saved as “{file}”: {n} pictures, {megabytes} MB. Drop it on this page to go on with it.",
  "saved.done.model": "Saved as “{file}”.",
  "saved.done.model-png":
    "Saved as “{file}”. Send it as a file: messengers make pictures anew and lose what is in them.",
  "saved.done.sheet":
    "Saved as “{file}”: {n} pictures, exact, {megabytes} MB. Send it as a file: messengers make pictures anew.",
  "saved.done.sheet-reduced":
    "Saved as “{file}”: {n} pictures, so many that each is {px} × {px} pixels, {megabytes} MB. “Everything” keeps them exactly.",
  "saved.stopped": "Stopped; nothing was saved.",
  "saved.failed": "It could not be saved.",
  "opened.done": "Opened “{file}”: {n} pictures.",
  "opened.trained": "Opened “{file}”: {n} pictures, trained up to iteration {iteration}.",
  "opened.neuron":
    "“{file}” is a neuron for {n_px} × {n_px} pixels that tells “{one}” from “{zero}”. Ask it in the Test part.",
  "opened.network":
    "“{file}” is a network for {n_px} × {n_px} pixels that tells “{one}” from “{zero}”. Ask it in the Test part.",
  "opened.reduced": "{n} of its pictures are smaller than they were where it was saved.",
  "opened.newer": "A newer version of this page wrote the file; what this one understands was taken.",
  "opened.settings": "{n} of its settings are not known here and were left out.",
  "opened.missing": "{n} of its pictures are not in it.",
  "opened.changed": "{n} of its pictures are others than those that were saved.",
  "opened.brought": "The model that was brought and stood beside is of a newer version and was left out.",
  "opened.state": "What was learned does not fit here; training begins anew.",
  "saved.file": "one-neuron {date}",
  "saved.file.model": "one-neuron model {date}",
  "saved.file.sheet": "one-neuron pictures {date}",
  "save.title": "Save",
  "save.all": "Everything (.zip)",
  "save.all.says": "Pictures, settings and what was learned, to go on with it later on any computer.",
  "save.model-png": "The model as a picture (.png)",
  "save.model-png.says":
    "Shows its weights and carries them in all their digits: dropped on this page, it can be asked again.",
  "save.sheet": "All pictures on one sheet (.png)",
  "save.sheet.says":
    "Any viewer shows it; dropped on this page, it brings the pictures back, each to its class.",
  "save.empty": "There are no pictures.",
  "save.npz": "The model for NumPy (.npz)",
  "save.npz.says": "The weights and biases in all their digits, with the names of the classes.",
  "save.onnx": "The model for other programs (.onnx)",
  "save.onnx.says": "ONNX, which most programs that run models read: a picture’s bytes in, ŷ out.",
  "save.onnx-test": "The ONNX model with a test (.zip)",
  "save.onnx-test.says":
    "model.onnx, three pictures with the ŷ that this page gives them, and a program that compares.",
  "save.untrained": "Nothing has been learned yet: train first.",
  "save.runaway": "The cost is no longer a number: choose a smaller learning rate and train again.",
  "saved.line.title": "{one} or {zero}?",
  "saved.line.weights": "Orange: a bright pixel speaks for “{one}”. Blue: it speaks for “{zero}”.",
  "saved.line.neurons":
    "A square for each neuron of the first layer. Orange: a bright pixel excites it. Blue: it calms it.",
  "saved.line.numbers": "b = {b} · pictures of {n_px} × {n_px} pixels · {iterations} iterations",
  "saved.line.accuracy": "Right on {train} of the pictures that it learned from, on {test} of others",
  "saved.line.drop": "One Neuron: drop this picture on the page, and it can be asked again.",
  "saved.line.heading": "{name} · {n}, of them {test} for testing",
  "saved.line.heading-rest": "{name} · {n}, of them {test} for testing; behind them {rest} that rest",
  "saved.line.sheet":
    "One Neuron: drop this sheet on the page, and the pictures are there again, each in its class.",
  "saved.readme": `One Neuron: everything that was on the page, saved {date}

To go on with it: open the page and drop this file on it, or the folder unzipped from it. Pictures, names,
which of them are kept for testing, settings and what was learned come back, to the last digit.

pictures/<class>/   every picture as the page keeps it, PNG, {one} (y = 1) and {zero} (y = 0)
dataset.npz         the numbers the neuron sees, in the course's names and shapes: train_set_x (m, n, n, 3) bytes,
                    train_set_y (1, m), test_set_x, test_set_y, list_classes
model.npz           what was learned, float64: w (n_x, 1) and b; of a network W1 (n[1], n[0]), b1 (n[1], 1), ...
start.npz           a network's numbers before iteration 0, drawn from the seed
costs.csv           J of every iteration, on the training and the test set
runs.json           the runs that were kept for comparison, if there are any
brought.png         the model that was brought and stood beside, if there was one
train.py            the same training in NumPy, which compares its costs with costs.csv: python3 train.py
settings.json       settings, the learning rate of every iteration, how numbers are made of a picture, and what each
                    picture is
state.bin           what the page needs to go on with the same digits

{use}
{pixels}
`,
  "saved.use.neuron": `To use the model: take a square picture of {n_px} × {n_px} pixels, row by row, red, green, blue, as a column x; then
a = 1 / (1 + exp(-(w.T @ (x / 255) + b))) is the neuron's answer: above 0.5 it says “{one}”.`,
  "saved.use.network": `To use the model: take a square picture of {n_px} × {n_px} pixels, row by row, red, green, blue, divided by 255, as a column
A; layer by layer, A = np.maximum(W1 @ A + b1, 0), and of the last one 1 / (1 + exp(-(W @ A + b))), which is the answer: above
0.5 it says “{one}”.`,
  "saved.pixels.crop":
    "A picture's middle square is made small by averaging areas; its colour profile is left aside, what is transparent becomes white; three bytes a pixel, red, green, blue, row by row, divided by 255.",
  "saved.pixels.fit":
    "The whole picture, on a white square, is made small by averaging areas; its colour profile is left aside, what is transparent becomes white; three bytes a pixel, red, green, blue, row by row, divided by 255.",
  "saved.check": `Runs model.onnx on the three pictures of test.npz; prints ŷ, and how far it is from what the page said.
It needs NumPy and ONNX Runtime: pip install numpy onnxruntime`,
  "saved.py.head": `Trains on the pictures of dataset.npz as the page did, and compares every cost with costs.csv. It needs
NumPy: python3 train.py. Engines gram and loop compute in float64: the difference is below 1e-12. Engine vectorized
computes in float32 and is further away. A learning rate at which J jumps up and down makes every rounding grow.`,
  "saved.py.x": "the pictures, a column each",
  "saved.py.y": "their classes, 1 or 0",
  "saved.py.cost": "J, the mean of -(y log a + (1 - y) log(1 - a)), without the log of 0",
  "saved.py.start": "where training began",
  "saved.py.updates": "the learning rate may have been changed on the way",
  "saved.py.last": "the cost of the last state",
  "saved.py.print": "every hundredth cost",
  "saved.py.differs": "largest difference from costs.csv",
  "saved.py.mix": "a well-mixed number from two, in 64 bits",
  "saved.py.batches": "the mini-batches of iteration t: the examples, shuffled",
  "saved.py.out": "hidden neurons that were taken out, or put back",
};
