// What both pages say: the masthead, and why a file was not taken.
export default {
  // The page
  title: "One Neuron",
  skip: "Skip to the training",
  privacy: "Nothing leaves this page.",
  "privacy.more":
    "Pictures stay in this tab. The page asks only its own site for its own files; its security policy forbids everything else.",
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
  "refused.not-hdf5": "it ends in .h5 but is not an HDF5 file.",
  "refused.set-keys":
    "which of its data sets are pictures and which their labels cannot be told, neither by name ({wanted}) nor by shape; it holds {found}.",
  "refused.set-shape":
    "{key} has the shape {shape}; needed are square pictures, m × n × n × 3, m × 3 × n × n or m × n × n, as bytes or as floats from 0 to 1.",
  "refused.set-none": "there are no pictures in {key}.",
  "refused.set-size": "its pictures have {n} × {n} pixels; possible are {least} to {most} a side.",
  "refused.set-range": "there is a {value} in {key} ({kind}); needed are numbers from 0 to {most}.",
  "refused.set-capacity": "there are {n} pictures in it and room for {room}; the page holds {capacity}.",
  "refused.set-labels": "its {key} is not one 0 or 1 for every picture.",
  "refused.reader": "the part of this page that reads files could not be loaded; try again when online.",
  "refused.h5-reader":
    "the part of the page that reads HDF5 did not load; try again when there is a network.",
  "refused.unreadable": "the browser could not read this file; was it moved or deleted?",
  "refused.capacity": "the page is full: it holds {capacity} pictures.",
  "refused.no-pictures": "there are no pictures in it.",
  "refused.many-folders":
    "there are {n} folders of pictures in it ({found}); the neuron tells two kinds apart: drop two of them.",
  "refused.folder-entries": "there are more than {most} files in it; drop a folder with fewer.",
  "refused.beside": "it lies beside the folders of the two classes, in neither of them.",
  "refused.beside-many": "{n} pictures in it lie beside the folders of the two classes, in neither of them.",
  "refused.capacity-more": "{n} of its pictures were left out: the page holds {capacity}.",
  "refused.archive-in-folder": "an archive in a folder is not opened; drop it by itself.",
  "refused.zip-damaged": "the archive is damaged or ends too early; nothing of it was taken.",
  "refused.zip-crc": "the archive is damaged at “{inside}”; nothing of it was taken.",
  "refused.zip-encrypted":
    "the archive has a password; unpack it and drop the folder. Nothing of it was taken.",
  "refused.zip-names": "“{inside}” in it is a name that leads out of the archive; nothing of it was taken.",
  "refused.zip-entries": "there are more than {most} files in the archive; nothing of it was taken.",
  "refused.zip-nested":
    "there is an archive in the archive (“{inside}”); unpack it and drop the folder. Nothing of it was taken.",
  "refused.zip-bomb":
    "unpacked, the archive would have {megabytes} MB, far too much for its size; nothing of it was taken.",
  "refused.zip-method":
    "“{inside}” is packed in a way this page does not know; unpack the archive and drop the folder. Nothing of it was taken.",
  "refused.saved-damaged": "it is damaged, or not what it says, at “{inside}”; nothing of it was taken.",
  "refused.saved-alone": "it brings everything with it: open it alone. Nothing was taken.",
  "refused.saved-untrained": "there is no model yet.",
  "refused.carried-large": "so large a network does not fit into a picture.",
  "refused.carried-lost":
    "it shows a model or pictures of this page, but was compressed anew on the way, and what it carried is gone; have it sent as a file.",
  "refused.carried-newer": "a newer version of this page made it; nothing of it was taken.",
  "refused.saved-model": "its model is damaged at {key}; nothing of it was taken.",
  "refused.not-npy": "{key} is not an array as numpy saves it.",
  "refused.npy-object":
    "{key} holds Python objects (pickle), which this page does not open; save it as an array of numbers.",
  "refused.npy-bytes": "{key} says its shape is {shape}, {said} bytes, but there are {there}.",
  "refused.no-class": "drop it on one of the two classes.",
  "refused.svg": "SVG is a drawing without pixels; save it as PNG.",
  "refused.file-too-big": "with {megabytes} MB the file is too big.",
  "refused.memory": "the memory of this page is full.",
  "refused.other": "it could not be opened ({code}).",
};
