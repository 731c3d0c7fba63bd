import js from "@eslint/js";
import globals from "globals";

// File and class names are text: nothing that a visitor typed may ever be parsed as HTML.
const noHtmlFromStrings = ["innerHTML", "outerHTML", "insertAdjacentHTML", "srcdoc"].map((property) => ({
  property,
  message: "Build elements; use textContent for text.",
}));

export default [
  { ignores: ["web/vendor/", "site/", "node_modules/"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2023, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-var": "error",
      "prefer-const": "error",
      "no-throw-literal": "error",
      "no-self-compare": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", caughtErrors: "none" }],
      "no-empty": ["error", { allowEmptyCatch: true }],
    },
  },
  {
    files: ["web/**/*.js"],
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
    files: ["web/boot.js", "web/cannot.js"],
    languageOptions: { sourceType: "script" },
    rules: { "no-var": "off" },
  },
  {
    // Browser tests hand functions over to the page, so both worlds meet in one file.
    files: ["tests/**/*.js", ".config/**/*.js"],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
];
