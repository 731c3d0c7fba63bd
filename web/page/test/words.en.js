// The TEST column.
export default {
  // Data: files coming in
  "paste.forbidden.here":
    "This browser does not let the page read the clipboard. Click the pad and press Ctrl+V (⌘V) instead.",

  // Test: one picture
  "probe.choose": "Choose",
  "probe.paste": "Paste",
  "probe.example": "Example",
  "probe.hint": "Draw, drop or paste a picture.",
  "probe.add": "Add it to",
  "probe.name": "tested picture {n}",
  "probe.added": "Added to “{name}”.",

  // Test: right and wrong
  "verdict.title": "Right and wrong",
  "verdict.part": "Which pictures are counted",
  "verdict.table": "What the pictures are and what the neuron says",
  "verdict.cell": "“{truth}”, called “{guess}”",
  "verdict.worst.test": "Largest loss, test set",
  "verdict.worst.train": "Largest loss, training set",
  "verdict.back": "largest loss",
  "verdict.none": "None now.",
  "verdict.empty": "No pictures to judge yet.",
};
