// What the result means: fetched when training first rests.
export default {
  "meaning.right": "{right} of {m} training pictures right, {rightTest} of {tests} test pictures.",
  "meaning.untested":
    "{right} of {m} training pictures right. None is kept for testing, so nothing tells how it does on new ones.",
  "meaning.interval":
    "So few test pictures say little: on new pictures like these, anything from {low} to {high} right is likely.",
  "meaning.heart":
    "The neuron knows its training pictures by heart: J on the test set was lowest at iteration {t} and has risen since.",
  "meaning.heart.start":
    "It knows its training pictures by heart and nothing of the kind: J on the test set was lowest at the very start.",
  "meaning.nothing": "On the test set it has learned nothing.",
  "meaning.uneven": "Who always says “{name}” is right for {share} of all pictures: compare with that.",
  "meaning.back": "Go back to iteration {t}",
  "meaning.zigzag":
    "J did not only fall: up to iteration {t} it also rose, at most to {high}. A step that is too long lands on the far slope of the valley, higher than it began.",
  "meaning.jumps":
    "J still jumps up and down: its steps are too long for these pictures. A smaller α will get further.",
  "meaning.at-once":
    "J fell to almost 0 at once: α is so large that every ŷ is 0 or 1 after a step or two, and nothing is left to learn from.",
  "meaning.far.train": "One picture alone makes {share} of J on the training set.",
  "meaning.far.test": "One picture alone makes {share} of J on the test set.",
  "meaning.log": "The end of the curve on a log scale",
  "meaning.look": "Look at it",
  "meaning.try": "What may help:",
  "meaning.more": "more pictures",
  "meaning.camera": "film both in the same place, from the same distance",
  "meaning.mirror": "mirrored copies, measured first",
  "meaning.smaller": "smaller pictures, measured first",
  "meaning.advice": "measure what does",
  "meaning.alpha": "What α does",
};
