export default {
  "two-classes.red": "red",
  "two-classes.green": "green",
  "two-classes.blue": "blue",
  "two-classes.picture-view": "The picture; arrow keys go from pixel to pixel",
  "two-classes.red-view": "Red channel; arrow keys go from pixel to pixel",
  "two-classes.green-view": "Green channel; arrow keys go from pixel to pixel",
  "two-classes.blue-view": "Blue channel; arrow keys go from pixel to pixel",
  "two-classes.picture-caption": "the picture: {px} × {px} × 3",
  "two-classes.red-caption": "1 · red channel: ({px}, {px})",
  "two-classes.green-caption": "2 · green channel: ({px}, {px})",
  "two-classes.blue-caption": "3 · blue channel: ({px}, {px})",
  "two-classes.column": "x, one column",
  "two-classes.entry": "entry j",
  "two-classes.speed": "Numbers a second",
  "two-classes.slow": "slow",
  "two-classes.rows": "a row a second",
  "two-classes.fast": "fast",
  "two-classes.order": "Order of the numbers",
  "two-classes.by-sheets": "channel by channel",
  "two-classes.by-pixels": "pixel by pixel",
  "two-classes.says-entry": "Entry {j}: {sheet} channel, row {row}, column {column}, value {value}",

  "two-classes.many": "m pictures: X and Y",
  "two-classes.matrix":
    "The columns of X with y under each; arrow keys go from one to the next, Delete removes one",
  "two-classes.reshape": "How X is made of the array of pictures",
  "two-classes.reshape.right": "right: reshape(m, -1).T",
  "two-classes.reshape.wrong": "wrong: reshape(-1, m)",
  "two-classes.mixed":
    "The shape is right and nothing complains. But column {i} now takes one number in {m} from all {m} pictures of its set: {own} of its {n} numbers are of picture {i}. Read back as a picture, that is what you see here; and below the column still stands y = {y}.",
  "two-classes.mixed-view": "The picked column, read back as a picture",
  "two-classes.mixed-name": "Column {i}, a mixture: y = {y}, {set} set{name}",
  "two-classes.train": "training",
  "two-classes.test": "test",
  "two-classes.train-index": "train",
  "two-classes.test-index": "test",
  "two-classes.train-set": "Training set",
  "two-classes.test-set": "Test set",
  "two-classes.set": "set",
  "two-classes.example-name": "Example {i}: y = {y}, {set} set{name}",
  "two-classes.add": "Add a drawn picture",
  "two-classes.add-eight": "Add eight",
  "two-classes.own": "Pictures of yours, as",
  "two-classes.own-class": "Class of your pictures",
  "two-classes.y1": "y = 1, cat",
  "two-classes.y0": "y = 0, no cat",
  "two-classes.remove": "Remove this one",
  "two-classes.share": "share kept for testing",
  "two-classes.added": "{n} added with y = {y}. They stay on this page.",
  "two-classes.more-refused": "And {n} more could not be used.",
  "two-classes.full": "Here is room for {most} columns; the training page takes thousands.",
  "two-classes.last": "One example has to stay.",
  "two-classes.says-shapes":
    "m = {m} examples: {train} for training, {test} for testing. X has the shape ({n}, {m}), Y (1, {m}).",

  "two-classes.task.entry": "Where in x?",
  "two-classes.task.entry.do":
    "The blue number of the pixel in row 10, column 20 (counting from 1): which entry j of x is it, in the order that is set?",
  "two-classes.task.entry.hint":
    "Channel by channel: 64 · 64 reds and as many greens come first. Pixel by pixel: nine whole rows and 19 pixels come first, three numbers each.",
  "two-classes.task.entry.why":
    "You said {guess}: entry {truth}. Either order is right as long as all pictures use the same.",
  "two-classes.task.shape": "X after eight more",
  "two-classes.task.shape.do":
    "Keep nothing for testing (share 0) and add eight pictures to the eight there are. What shape does X have then? Say it, then do it.",
  "two-classes.task.shape.hint":
    "One column for each picture; in it one row for each of 64 · 64 pixels and three colours.",
  "two-classes.task.shape.why":
    "You said {guess}, and X has the shape {truth}: more pictures make it wider, never taller.",
  "two-classes.task.split": "One in five",
  "two-classes.task.split.do":
    "Choose m and the share so that exactly one picture in five is kept for testing.",
  "two-classes.task.split.hint":
    "m must be a multiple of 5: add or remove single pictures, then move the slider.",
  "two-classes.task.split.why": "m = {m}: {train} for training and {test} for testing.",
};
