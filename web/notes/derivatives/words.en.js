export default {
  "derivatives.function": "Function",
  "derivatives.f.3a": "3a",
  "derivatives.f.a2": "a²",
  "derivatives.f.a3": "a³",
  "derivatives.f.ln": "log a",
  "derivatives.f.sigma": "σ(a)",
  "derivatives.nudge": "nudge ε",
  "derivatives.plot": "The curve of f with the point a and the nudged point a + ε",
  "derivatives.point": "The point a",
  "derivatives.point-says": "a = {a}, f(a) = {f}",
  "derivatives.says":
    "At a = {a}, height over width is {slope}; the derivative is {exact}. They differ by {off}.",
  "derivatives.slope": "height / width",
  "derivatives.error": "off by",
  "derivatives.errors-title": "A smaller nudge is better, until it is not",
  "derivatives.errors-plot":
    "How far height over width is from the derivative, for nudges from 1 down to 1e-16",
  "derivatives.log-nudge": "log₁₀ ε",
  "derivatives.log-error": "log₁₀ of the error",

  "derivatives.task.epsilon": "The best ε",
  "derivatives.task.epsilon.do":
    "A smaller nudge is better, until it is not. At which power of ten is height over width closest to the derivative, for the function and the a that are set? Guess before you look at the second plot.",
  "derivatives.task.epsilon.unless":
    "3a is set, which has no bend: any large ε gives its slope, and only small ones spoil it. Choose another function.",
  "derivatives.task.epsilon.hint":
    "Two errors meet: the curve bends, which costs about ε, and float64 keeps 16 digits, of which the difference f(a + ε) − f(a) loses more the smaller ε is. Where are both equally small?",
  "derivatives.task.epsilon.why":
    "You said {guess}; the core finds the least error at {truth}. Above it the bend of the curve counts, below it the 16 digits run out.",
  "derivatives.task.steepest": "Where σ is steepest",
  "derivatives.task.steepest.do":
    "Choose σ(a) and find the place where its derivative is largest. How large is it there?",
  "derivatives.task.steepest.hint":
    "The derivative is σ(a)(1 − σ(a)): a product of two numbers that add up to 1.",
  "derivatives.task.steepest.why":
    "At a = {a} the derivative is {exact}. Nowhere is it more than ¼, and far out it is almost 0: there a neuron hardly learns.",
  "derivatives.task.two": "A slope of 2",
  "derivatives.task.two.do":
    "Choose log a and find the a where the slope is 2. Say to yourself what it must be before you drag.",
  "derivatives.task.two.hint": "d log a / da = 1/a. For which a is that 2?",
  "derivatives.task.two.why": "At a = {a} the derivative is {exact}: 1/a, without any nudge.",
};
