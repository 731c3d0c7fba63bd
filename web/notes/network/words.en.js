export default {
  "network.spoken": "{neuron}: {action}. a =",
  "network.drawing": "The network, with the numbers of the chosen house",
  "network.size": "size (m²)",
  "network.bedrooms": "bedrooms",
  "network.distance": "km to centre",
  "network.wealth": "wealth",
  "network.price": "price (10,000 yuan)",
  "network.house": "house",
  "network.house.previous": "Previous house",
  "network.house.next": "Next house",
  "network.house.of": "of {m}",
  "network.house.price": "y, {name}",
  "network.as-it-was": "As it was",
  "network.hidden": "hidden neurons",
  "network.hidden.0": "none",
  "network.hidden.2": "2",
  "network.hidden.3": "3",
  "network.hidden.4": "4",
  "network.hidden.8": "8",
  "network.hidden.32": "3, 2",
  "network.output": "output",
  "network.begin": "start",
  "network.begin.random": "random",
  "network.begin.alike": "all alike",
  "network.begin.zero": "all zero",
  "network.relu": "ReLU",
  "network.linear": "linear",
  "network.alpha": "α",
  "network.hundred": "100 steps",
  "network.fresh": "New start",
  "network.others": "Other houses",
  "network.table": "All houses as a table",
  "network.table.hint":
    "The number of a house chooses it; its numbers can then be changed in the drawing above.",
  "network.table.more": "The first {n} of {m} houses.",
  "network.cost-plot": "Cost J by iteration, and the least J that one neuron alone reaches",
  "network.iteration": "iteration",
  "network.log-cost": "log₁₀ J",
  "network.single": "the best of one neuron alone",
  "network.neuron": "Neuron {u}",
  "network.neuron.deep": "Neuron {u} of layer {l}",
  "network.neuron.only": "The one neuron",
  "network.out": "out",
  "network.remove": "Take it out",
  "network.restore": "Put it back",
  "network.card.fires": "Fires for {n} of {m} houses, most for:",
  "network.card.house": "house {i}",
  "network.card.dead": "Dead: it is 0 for every house, so no gradient reaches it and it learns no more.",
  "network.card.out": "Taken out: its a counts as 0.",
  "network.card.adds": "Now a = {a}, which adds {adds} to the price.",
  "network.comma": ", ",
  "network.says.one":
    "One neuron, no hidden layer: after {n} iterations J = {j}; prices are off by {off} (root mean square). The best it can reach is J = {single}, off by {singleOff} in the same measure.",
  "network.says.not-better":
    "After {n} iterations J = {j}: prices are off by {off} (root mean square). One neuron alone reaches J = {single}, off by {singleOff}; the network is not below that.",
  "network.says.stuck":
    "After {n} iterations J = {j}: prices are off by {off} (root mean square), and one neuron alone reaches J = {single}, off by {singleOff}. Hidden neurons do not help from every start, nor on every table: try a new start, or more neurons.",
  "network.says.better":
    "After {n} iterations J = {j}: prices are off by {off} (root mean square). One neuron alone gets no lower than J = {single}, off by {singleOff}; the difference is what the hidden layer is good for.",
  "network.says.alone": "After {n} iterations J = {j}: prices are off by {off} (root mean square).",
  "network.says.flat":
    "The output’s z is at or below zero for every house: its ReLU says 0, its slope is 0, and nothing can learn any more. Reset, or make a new start.",
  "network.says.diverged":
    "With α = {alpha} the numbers left the range of a computer’s numbers at iteration {at}. The network is back at iteration {to}, where J was least; choose a smaller α.",
  "network.says.finished": "{n} iterations are the most that this figure does.",
  "network.says.alike":
    "The hidden neurons began alike: after {n} iterations the largest difference between their weights is {d}. They see the same, say the same, get the same slopes, and are worth one neuron.",
  "network.says.zero":
    "All weights began at zero: after {n} iterations the largest of them is {w}. Hidden neurons say 0, and what they say is weighted by 0, so every slope but that of the last b is 0; b = {b}.",
  "network.says.dead": "Dead, 0 for every house: {list}.",
  "network.says.constant": "The same in all rows, so that x is 0 and nothing can be learned from it: {list}.",
  "network.says.negative":
    "Some prices in the table are below 0, which a ReLU never says; choose the linear output.",
  "network.says.house": "House {i}: the network says {price}, the table {y}.",
  "network.effect.out":
    "{name} is out: J {before} → {after}; prices are off by {beforeOff} → {afterOff} (root mean square).",
  "network.effect.back":
    "{name} is back: J {before} → {after}; prices are off by {beforeOff} → {afterOff} (root mean square).",
  "network.effect.none": "A click on a hidden neuron takes it out; a second one puts it back.",
  "network.effect.one": "No hidden neurons: the features go straight into the neuron that says the price.",
  "network.scale":
    "Features go in as x = (value − μ) / σ: {list}. The prices to be learned are divided by their mean, {unit}: J is in that unit, everything else in that of the table.",
  "network.in-yuan": "{v} × 10,000 yuan",
  "network.in-column": "{v} in the unit of {name}",
  "network.scale.column": "{name} μ = {mu}, σ = {sigma}",
  "network.reveal": "Reveal the hidden rule",
  "network.rule":
    "price = 30 + 1.2 · size + 24 · min(bedrooms, size / 28) + 22 · max(0, 6 − km) + 20 · max(0, wealth − 5), and noise with a standard deviation of 12, which nobody can learn. Bedrooms count only if the size bears them, the centre only where it is less than 6 km away, wealth (0 to 10) only above the middle.",
  "network.rule.house": "For the chosen house ({house}) the rule says {price} × 10,000 yuan.",
  "network.csv.large": "There are numbers beyond a million million in it; that is too much for this figure.",
  "network.csv.rows": "At least two rows are needed.",
  "network.card.fires.some": "Fires for {n} of {m} houses; of {k} of them looked at, most for:",
  "network.colon": ": ",

  "network.task.seven": "House 7 by the hidden rule",
  "network.task.seven.do":
    "Reveal the rule that made the prices. Which price does it give house 7? By hand, to the unit, before you choose house 7.",
  "network.task.seven.unless":
    "The rule made the page’s houses, not the rows of your table. Press “Other houses” to have houses of the page again.",
  "network.task.seven.hint":
    "Its size, bedrooms, distance and wealth stand in the table of all houses. Each min and max is a bend: look which side the house is on.",
  "network.task.seven.why":
    "You said {guess}, the rule says {truth}. Every bend in it is what a ReLU can do; that is why a hidden layer can learn it and a single neuron cannot.",
  "network.task.half": "Twice as good as one neuron",
  "network.task.half.do":
    "Bring J below half of the best that one neuron alone can reach. How many iterations does it take?",
  "network.task.half.hint":
    "The dashed line is that best. Four hidden neurons and the α that is set are enough; be patient, or press “100 steps”.",
  "network.task.half.why": "After {n} iterations J = {j}; one neuron alone gets no lower than {single}.",
  "network.task.two": "With only two",
  "network.task.two.do": "Beat one neuron alone with no more than two hidden neurons.",
  "network.task.two.hint":
    "Choose 2. If J stays above the dashed line, try a new start: it depends on where the two begin.",
  "network.task.two.why":
    "Two hidden neurons, {n} iterations: J = {j}, below {single}. It does not work from every start; more neurons need less luck.",
};
