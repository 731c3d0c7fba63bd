// Why folders, archives, sets and saved files were not taken: one sentence for each code. Fetched with the first such reason.
export default {
  "refused.not-hdf5": "it ends in .h5 but is not an HDF5 file.",
  "refused.set-keys":
    "which of its data sets are pictures and which their labels cannot be told, neither by name ({wanted}) nor by shape; it holds {found}.",
  "refused.set-shape":
    "{key} has the shape {shape}; needed are square pictures, m × n × n × 3, m × 3 × n × n or m × n × n, as bytes or as floats from 0 to 1.",
  "refused.set-none": "there are no pictures in {key}.",
  "refused.set-size": "its pictures have {n} × {n} pixels; possible are {least} to {most} a side.",
  "refused.set-range": "there is a {value} in {key} ({kind}); needed are numbers from 0 to {most}.",
  "refused.set-capacity": "there are {n} pictures in it and room for {room}; the page holds {capacity}.",
  "refused.set-labels": "{key} has the shape {shape}; needed is one label for every picture, {m} in all.",
  "refused.set-floats":
    "there is a {value} in {key} ({kind}); needed are either numbers from 0 to 1 or whole numbers from 0 to 255.",
  "refused.set-alpha":
    "the pictures in {key} have four channels, and the fourth is not opaque throughout; needed are three: red, green and blue.",
  "refused.set-columns": "{key} ({shape}) does not have exactly one 1 for every picture.",
  "refused.set-label":
    "there is a {value} among the labels in {key}; needed are two kinds, as whole numbers or as words.",
  "refused.set-kinds": "the labels in {key} are of {n} kinds ({found}); the neuron tells two apart.",
  "refused.set-one-kind": "all labels in {key} are {value}; needed are two kinds.",
  "refused.set-unlabelled":
    "there are no labels, one for each, for the pictures in {key}; the file holds {found}.",
  "refused.set-left": "the pictures in {key} have no labels and were left out.",
  "refused.set-other-kinds":
    "its two classes are {found}, those of the other file {wanted}; nothing of it was taken.",
  "refused.h5-reader":
    "the part of the page that reads HDF5 did not load; try again when there is a network.",
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
  "refused.not-npy": "{key} is not an array as numpy saves it.",
  "refused.npy-object":
    "{key} holds Python objects (pickle), which this page does not open; save it as an array of numbers or words.",
  "refused.npy-bytes": "{key} says its shape is {shape}, {said} bytes, but there are {there}.",
  "refused.saved-damaged": "it is damaged, or not what it says, at “{inside}”; nothing of it was taken.",
  "refused.saved-alone": "it brings everything with it: open it alone. Nothing was taken.",
  "refused.saved-untrained": "there is no model yet.",
  "refused.saving-memory":
    "there is not enough memory to make the file; close other tabs and save again. What is on the page stays.",
  "refused.saving-disk":
    "the browser has no room on the disk for the file, or cannot read what it put there; make room and save again. What is on the page stays.",
  "refused.saving-fault":
    "a fault of this page kept it from being made ({what}). What is on the page stays; another kind of file may do.",
  "refused.carried-large": "so large a network does not fit into a picture.",
  "refused.carried-lost":
    "it shows a model or pictures of this page, but was compressed anew on the way, and what it carried is gone; have it sent as a file.",
  "refused.carried-newer": "a newer version of this page made it; nothing of it was taken.",
  "refused.saved-model": "its model is damaged at {key}; nothing of it was taken.",
  "refused.no-class": "drop it on one of the two classes.",
  "twice.one": "One of these pictures was here already.",
  "twice.other": "{n} of these pictures were here already.",
  "twice.why": "What is trained on and tested as well makes the test look better than it is.",
  "twice.across.one": "It is in the other class too: the neuron cannot learn both answers.",
  "twice.across.other": "{n} are in the other class too: the neuron cannot learn both answers.",
  "twice.leave.one": "Leave it out",
  "twice.leave.other": "Leave the {n} out",
  "twice.left.one": "1 picture was left out.",
  "twice.left.other": "{n} pictures were left out.",
};
