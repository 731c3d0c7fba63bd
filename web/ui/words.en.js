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
  "refused.saved-damaged": "it is damaged, or not what it says, at “{inside}”; nothing of it was taken.",
  "refused.saved-alone": "it brings everything with it: open it alone. Nothing was taken.",
  "refused.saved-untrained": "there is no model yet.",
  "refused.carried-large": "so large a network does not fit into a picture.",
  "refused.carried-lost":
    "it shows a model or pictures of this page, but was compressed anew on the way, and what it carried is gone; have it sent as a file.",
  "refused.carried-newer": "a newer version of this page made it; nothing of it was taken.",
  "refused.saved-model": "its model is damaged at {key}; nothing of it was taken.",
  "refused.no-class": "drop it on one of the two classes.",
  "refused.svg": "SVG is a drawing without pixels; save it as PNG.",
  "refused.file-too-big": "with {megabytes} MB the file is too big.",
  "refused.memory": "the memory of this page is full.",
  "refused.other": "it could not be opened ({code}).",
};
