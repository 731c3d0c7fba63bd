// What both pages say: the masthead, and why a file was not taken.
export default {
  // The page
  title: "One Neuron",
  skip: "Skip to the training",
  privacy: "Nothing leaves this page.",
  "privacy.more":
    "Pictures stay in this browser. The page asks only its own site for its own files; its security policy forbids everything else.",
  language: "Language",
  "language.failed": "The other language could not be loaded.",
  again: "Try again",
  theme: "Dark theme",
  close: "Close",
  picture: "Save as a picture",

  // Transport bar
  nav: "Pages",
  "nav.train": "Train",
  "nav.notes": "Notes",

  // Data: files coming in
  "paste.nothing": "There is no picture on the clipboard.",
  "refused.line": "{name}: {reason}",
  "file.nameless": "A file without a name",
  "refused.not-image": "this is not a picture.",
  "refused.empty-file": "the file is empty.",
  "refused.truncated": "the file is damaged or ends too early.",
  "refused.too-large":
    "{width} × {height} pixels are too many to open here; save a copy of at most {most} megapixels and choose that.",
  "refused.undecodable": "this browser cannot open {format}; save it as PNG or JPEG.",
  "refused.this-format": "this format",
  "refused.folder": "this is a folder; open it and choose the pictures in it.",
  "refused.reader": "the part of this page that reads files could not be loaded; try again when online.",
  "refused.unreadable": "the browser could not read this file; was it moved or deleted?",
  "refused.capacity": "the page is full: it holds {capacity} pictures.",
  "refused.svg": "SVG is a drawing without pixels; save it as PNG.",
  "refused.file-too-big": "with {megabytes} MB the file is too big.",
  "refused.memory": "the memory of this page is full.",
  "refused.other": "it could not be opened ({code}).",
};
