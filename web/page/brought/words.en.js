// A model that came in a picture.
export default {
  "brought.neuron": "A neuron that was brought: “{one}” or “{zero}”?",
  "brought.network": "A network that was brought: “{one}” or “{zero}”?",
  "brought.made": "It sees {n_px} × {n_px} pixels and learned from {m} pictures in {iterations} iterations.",
  "brought.layers": "Hidden neurons: {layers}.",
  "brought.right": "It was right on {train} of these.",
  "brought.others": "On others it was right on {test}.",
  "brought.here": "Of the {n} pictures on this page it is right on {right}.",
  "brought.why":
    "It answers for the same picture as the one trained here and stays as it is: training here begins from zero, and the pictures that it learned from did not come with it. It stays, after a reload as well, until you send it away.",
  "brought.fit.crop":
    "It learned from the middle square of every picture; the page now shows pictures whole, with white edges.",
  "brought.fit.fit":
    "It learned from whole pictures with white edges; the page now takes the middle square of every picture.",
  "brought.dismiss": "Send it away",
};
