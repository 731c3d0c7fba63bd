// The sliders below the chart, while they are moved and afterwards.
export default {
  "live.now": "The whole training with α = {alpha}, from 0.",
  "live.part":
    "As far as there is time while you move it: iteration {t} of {n}; all of it takes about {time}.",
  "live.diverges":
    "With α = {alpha} J is no finite number any more after iteration {t}: the steps are far too large.",
  "live.rises": "J ends above where it began: the steps are too large.",
  "live.pale": "Pale: the run before, α = {alpha}.",
  "live.back": "Back to α = {alpha}",
  "live.on": "Rather go on from its iteration {t}",
  "live.spoken": "Trained with α = {alpha}: after {n} iterations J is {J}, accuracy {train}.",
  "live.spoken.test":
    "Trained with α = {alpha}: after {n} iterations J is {J}, accuracy {train}, on the test set {test}.",
};
