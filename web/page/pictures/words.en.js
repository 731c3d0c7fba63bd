// Thumbnails and the drawing pad.
export default {
  // Data: the class cards
  "part.train": "training",
  "part.test": "test",
  "part.train.set": "Training set",
  "part.test.set": "Test set",
  "thumbs.previous": "Pictures before these",
  "thumbs.next": "More pictures",
  "thumbs.range": "{from}–{to} of {total}",
  "thumbs.delete": "Delete",
  "thumbs.delete.named": "Delete {name}",

  // Drawing
  "pad.label": "Drawing pad, 64 by 64 pixels",
  "pad.keys":
    "Arrow keys move the brush, Space stamps, Shift with an arrow key draws a line, Delete clears the pad, Ctrl+Z takes back.",
  "pad.keys.seen": "By keyboard: arrows move, Space stamps, Shift + arrows draw, Delete clears.",
  "pad.place": "column {x}, row {y}",
  "pad.colours": "Colour of the brush",
  "pad.custom": "Another colour",
  "pad.size": "Size of the brush",
  "pad.eraser": "Eraser",
  "pad.undo": "Take back",
  "pad.clear": "Clear the pad",
  "pad.colour.black": "black",
  "pad.colour.grey": "grey",
  "pad.colour.brown": "brown",
  "pad.colour.red": "red",
  "pad.colour.orange": "orange",
  "pad.colour.yellow": "yellow",
  "pad.colour.green": "green",
  "pad.colour.sky": "light blue",
  "pad.colour.blue": "dark blue",
  "pad.colour.pink": "pink",

  // Test: right and wrong
  "verdict.right": "right",
  "verdict.wrong": "wrong",
  "verdict.undecided": "undecided",
};
