export default {
  "neuron.plot": "Houses by size and price, and the neuron's answer",
  "neuron.size": "size (100 m²)",
  "neuron.price": "price (100,000 yuan)",
  "neuron.house": "House {i}",
  "neuron.house-says": "size {x}, price {y}",
  "neuron.activation": "The neuron's bend",
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
    "With α = {alpha} the numbers left the range of a computer's numbers. The last good w and b stay; choose a smaller α.",
};
