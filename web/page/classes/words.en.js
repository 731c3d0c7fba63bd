// The two classes at the head of a dialog: fetched with it.
export default {
  "classes.which": "Class that the pictures are for",
  "classes.counted": "{name}: {n}",
  "classes.camera1": "What is it? For example: mug",
  "classes.camera0": "And the other? For example: hand",
  "classes.draw1": "What is it? For example: sun",
  "classes.draw0": "And the other? For example: moon",
  "classes.sound1": "What is it? For example: clap",
  "classes.sound0": "And the other? For example: whistle",
};
