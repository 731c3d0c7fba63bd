// The question before everything is forgotten.
export default {
  "forget.title": "Forget everything?",
  "forget.says":
    "Your pictures, the names of the classes and the settings are deleted from this browser. This cannot be undone. The drawn pictures come back.",
  "forget.keep": "Keep everything",
  "forget.do": "Forget everything",
};
