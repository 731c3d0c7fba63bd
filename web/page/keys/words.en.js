// The list of keys.
export default {
  "keys.play": "Train or pause",
  "keys.step": "One iteration",
  "keys.reset": "Back to iteration 0",
  "keys.undo": "Undo the last change of the pictures",
  "keys.redo": "Redo what was undone",
  "keys.save": "Save everything as one file",
  "keys.large": "Large text, for a projector, or as before",
  "keys.help": "This list",
  "keys.title": "Keys",
  "keys.space": "Space",
};
