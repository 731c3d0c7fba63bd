import base, { globals } from "../.config/eslint.config.js";

export default [
  ...base,
  // Browser tests hand functions over to the page, so both worlds meet in one file.
  { languageOptions: { globals: { ...globals.node, ...globals.browser } } },
];
