// What the frame of the notes says; each figure brings its own words.
export default {
  "notes.title": "Notes · One Neuron",
  "notes.skip": "Skip to the first figure",
  "notes.contents": "Contents",
  "notes.own": "See it on your own pictures",
  "notes.failed": "This figure could not be loaded.",
  "notes.picture-failed": "What saves pictures could not be loaded.",
  "notes.tasks": "All tasks",
  "notes.print": "Print all of it",
  "notes.large": "Large text, for a projector",
  "notes.printing": "Figures for printing: {n} of {of}",
  "notes.not-there":
    "This figure had not been loaded yet when the page was printed. “{print}” waits for all of them.",
  "notes.prose-failed": "The text in this language could not be loaded.",
};
