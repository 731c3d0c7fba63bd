// The transport bar, the notices and the TRAINING column.
export default {
  // Transport bar
  transport: "Training controls",
  reset: "Reset to iteration 0",
  "reset.again": "Again from 0",
  train: "Train",
  "train.further": "Train further",
  "to-end": "To the end",
  pause: "Pause",
  step: "One iteration",
  iteration: "iteration",
  "cost.short": "cost J",
  "alpha.label": "learning rate α",
  "alpha.less": "Smaller α",
  "alpha.more": "Larger α",
  "alpha.invalid": "α must be a number above 0.",
  iterations: "iterations",
  "iterations.invalid": "A whole number from 1 to 1 000 000.",
  "set.fold": "Settings",
  "set.now": "α = {alpha}, {n} iterations",
  speed: "speed",
  "speed.rate": "{n} /s",
  "speed.full": "full speed",
  "speed.watch": "all in 4 s",
  "speed.text.watch": "the whole run in four seconds, slow at first",
  "speed.text": "{n} iterations a second",
  "speed.text.full": "as fast as it goes",
  preparing: "Multiplying every picture with every other: {done} of {total}",
  "preparing.label": "Preparing the Gram matrix",
  waiting: "Before training",
  "missing.both-empty": "Training needs pictures of both kinds. Add some under Data.",
  "missing.class0-empty": "Training also needs pictures of “{name0}”. Add some under Data.",
  "missing.class1-empty": "Training also needs pictures of “{name1}”. Add some under Data.",
  "missing.train-class0-empty":
    "Every picture of “{name0}” is kept for testing. Add more, or keep a smaller share.",
  "missing.train-class1-empty":
    "Every picture of “{name1}” is kept for testing. Add more, or keep a smaller share.",
  "missing.other": "Training cannot start with these pictures yet.",
  "warning.all-same": "All pictures are the same, so there is nothing to tell apart.",

  // More settings
  more: "More settings",
  network: "hidden neurons",
  "network.none": "none",
  "engine.auto": "automatic",
  "engine.loop": "loop",
  "engine.vectorized": "vectorized",
  "engine.gram": "gram",
  "network.other": "other …",

  // Cost chart
  "chart.title": "Cost J",
  "chart.says": "mean loss over all m pictures, before each update",
  "chart.train": "training",
  "chart.test": "test",
  accuracy: "accuracy",
  "chart.x": "iteration",
  "chart.x.log": "iteration (log)",
  "chart.log-x": "log iterations",
  "chart.log-y": "log J",
  "chart.log": "Scales of the chart",
  "chart.first": "first 30",
  "chart.cut": "▲ J reached {high} at iteration {t}",
  "chart.chance": "log 2 ≈ 0.693: mere guessing",
  "chart.label": "Chart of the cost J. {summary}",
  "chart.summary": "Iteration {t}: J {train} on the training set.",
  "chart.summary.test": "Iteration {t}: J {train} on the training set, {test} on the test set.",
  "scrub.label": "Iteration to look at",
  "scrub.text": "iteration {t}, J {train}",
  "scrub.hint": "Drag to go back in time; training goes on from there.",
  "table.show": "The same as a table",
  "table.caption": "Cost J at up to 50 iterations",
  "table.iteration": "Iteration",
  "table.train": "J, training set",
  "table.test": "J, test set",
  "table.csv": "Download every iteration (CSV)",
  "rate.line": "{rate} iterations/s · {madds} multiply-adds/s",
  "rate.done": "{n} iterations, {madds} multiply-adds, in {time}",
  "rate.shown": "{n} iterations: {time} of computing, shown in {shown}",
  "rate.idle": "{madds} multiply-adds an iteration",

  // Weights
  "weights.title": "Weights w",
  "weights.says": "one for every pixel and colour",
  "weights.channels": "Colour channel shown",
  "weights.sum": "R+G+B",
  "weights.R": "R",
  "weights.G": "G",
  "weights.B": "B",
  "weights.end": "speaks for “{name}”",
  "weights.label": "The weights as a picture. Arrow keys move from pixel to pixel.",
  "weights.pixel": "Row {row}, column {column}",
  "weights.hint": "Touch or point at a pixel to read its three weights.",
  "weights.spoken": "row {row}, column {column}: w {r}, {g}, {b}",

  // What the result means
  "meaning.right": "{right} of {m} training pictures right, {rightTest} of {tests} test pictures.",
  "meaning.untested":
    "{right} of {m} training pictures right. None is kept for testing, so nothing tells how it does on new ones.",
  "meaning.interval":
    "So few test pictures say little: on new pictures like these, anything from {low} to {high} right is likely.",
  "meaning.heart":
    "The neuron knows its training pictures by heart: J on the test set was lowest at iteration {t} and has risen since.",
  "meaning.nothing":
    "On the test set it has learned nothing. More pictures, or a simpler question (same place, same distance), help more than more iterations.",
  "meaning.uneven": "Who always says “{name}” is right for {share} of all pictures: compare with that.",
  "meaning.back": "Go back to iteration {t}",
  "meaning.zigzag":
    "J did not only fall: up to iteration {t} it also rose, at most to {high}. A step that is too long lands on the far slope of the valley, higher than it began.",
  "meaning.jumps":
    "J still jumps up and down: its steps are too long for these pictures. A smaller α will get further.",
  "meaning.alpha": "What α does",

  // The neuron with numbers
  "equation.title": "From a picture to ŷ",
  "equation.none": "Choose a picture under Data or Test to see its numbers.",
  "equation.says": "“{name}”, y = {y}",
  "equation.picture": "The selected picture as the neuron sees it",
  "equation.sigma": "σ(z) from 0 to 1; the point is this picture: z {z}, ŷ {a}",
  "equation.right": "ŷ says “{name}”: right",
  "equation.wrong": "ŷ says “{name}”: wrong",
  "equation.undecided": "ŷ is one half: undecided",

  // Notices
  "notice.diverged":
    "At iteration {iteration} the numbers left the range a computer can hold: α = {alpha} is too large for these pictures.",
  "notice.diverged.back": "Go back to iteration {back} and use α = {suggested}",
  "notice.storage-full":
    "The browser has no room left to store pictures. What is on the page works on, but will be gone after a reload.",
  "notice.storage-forbidden":
    "This browser lets the page store nothing. Everything works, but will be gone after a reload.",
  "notice.worker-failed":
    "The part of the page that computes has stopped. Reload the page; stored pictures are kept.",
  "notice.not-fetched":
    "This part of the page could not be fetched: the network or the server does not answer.",
  "notice.memory":
    "The memory of this page is full. What is there stays; fewer or smaller pictures will fit.",
  "notice.elsewhere": "Your pictures are open in another tab; this one stores nothing.",
  "notice.here": "Use them here",
  "notice.reload": "Reload",
  notices: "Notices",
  "notice.network-memory": "There is not enough memory for this network; the one before stays.",
  "notice.other": "Something went wrong ({code}).",
  "status.started": "Training from iteration {t}.",
  "status.empty": "Paused: training needs pictures of both kinds.",
  "status.stopped": "Stopped at iteration {t}.",
  "status.paused": "Paused at iteration {t}, cost {cost}.",
  "status.finished": "Done: {t} iterations, cost {cost}, accuracy {accuracy}.",
  "status.progress": "Iteration {t}, cost {cost}.",
};
