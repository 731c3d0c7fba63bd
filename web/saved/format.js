/** What settings.json says it is, and of which version. */
export const FORMAT = "one-neuron";
export const VERSION = 1;

/** The picture with the model that stood beside. */
export const BROUGHT = "brought.png";

/** That of the bytes in state.bin: VERSION of c/learn/state.c. */
export const STATE_VERSION = 1;
