// What the frame of the notes says; each figure brings its own words.
export default {
  "notes.title": "Notes · One Neuron",
  "notes.skip": "Skip to the first figure",
  "notes.contents": "Contents",
  "notes.own": "See it on your own pictures",
  "notes.failed": "This figure could not be loaded.",
  "notes.picture-failed": "What saves pictures could not be loaded.",
  "notes.prose-failed": "The text in this language could not be loaded.",
};
