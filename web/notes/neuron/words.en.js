export default {
  "neuron.plot": "Houses by size and price, and the neuron’s answer",
  "neuron.size": "size (100 m²)",
  "neuron.price": "price (100,000 yuan)",
  "neuron.house": "House {i}",
  "neuron.house-says": "size {x}, price {y}",
  "neuron.activation": "The neuron’s bend",
  "neuron.relu": "ReLU",
  "neuron.linear": "a straight line",
  "neuron.hundred": "100 steps",
  "neuron.w": "w",
  "neuron.b": "b",
  "neuron.alpha": "α",
  "neuron.houses": "Back to the ten houses",
  "neuron.cost-plot": "Cost J by iteration",
  "neuron.iteration": "iteration",
  "neuron.says.now": "After {n} iterations J is {j}. Drag a house, or click to add one; Delete removes it.",
  "neuron.says.many": "After {n} iterations on {m} rows, J is {j}.",
  "neuron.says.dead":
    "Every z is at or below zero: the ReLU answers 0 for every house and its slope is 0, so descent cannot move. Lift w or b.",
  "neuron.says.diverged":
    "With α = {alpha} the numbers left the range of a computer’s numbers. The last good w and b stay; choose a smaller α.",

  "neuron.task.price": "A price by hand",
  "neuron.task.price.do":
    "Take w and b as they are now. Which price does the neuron say for a house of 250 m², x = 2.5? Compute it on paper, to two decimals, then write it down.",
  "neuron.task.price.hint":
    "Multiply, add, and bend: ŷ = ReLU(w · 2.5 + b). The answer is in units of 100,000 yuan.",
  "neuron.task.price.why": "The core says {truth} for x = 2.5 with the same w and b; you said {guess}.",
  "neuron.task.hand": "Without Play",
  "neuron.task.hand.do":
    "With the ten houses as they were: reset, then find w and b by hand. Bring J within a tenth of the least J there is. Gradient descent may not help.",
  "neuron.task.hand.hint":
    "Small houses cost almost nothing: let the bend be near x = 0.4. Then tilt the line until the thin grey lines are short on both sides.",
  "neuron.task.hand.why": "J = {j} by hand; the least that gradient descent finds is {least}.",
  "neuron.task.dead": "Kill the neuron",
  "neuron.task.dead.do":
    "Set w and b so that the ReLU neuron can never learn again, and prove it: let it take a few steps.",
  "neuron.task.dead.hint":
    "A ReLU is flat where z ≤ 0. Make z = wx + b negative for every house, then press Step or Play.",
  "neuron.task.dead.why":
    "After {n} more steps w = {w} and b = {b} are what you set: every z is at or below 0, every slope is 0, and 0 times α is no step.",
};
