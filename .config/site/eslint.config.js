import base, { globals } from "../eslint.config.js";

export default [...base, { languageOptions: { globals: globals.node } }];
