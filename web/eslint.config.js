import base, { globals } from "../.config/eslint.config.js";

// File and class names are text: nothing that a visitor typed may ever be parsed as HTML.
const noHtmlFromStrings = ["innerHTML", "outerHTML", "insertAdjacentHTML", "srcdoc"].map((property) => ({
  property,
  message: "Build elements; use textContent for text.",
}));

export default [
  { ignores: ["vendor/"] },
  ...base,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.worker } },
    rules: {
      "no-restricted-properties": ["error", ...noHtmlFromStrings],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
    },
  },
  {
    // Runs in browsers too old for the page, in order to say so: a plain script in old JavaScript.
    files: ["boot.js", "cannot.js"],
    languageOptions: { sourceType: "script" },
    rules: { "no-var": "off" },
  },
];
