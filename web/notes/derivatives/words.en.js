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
};
