// The sign of numbers, the same in every language, and wherever they are written: on the page and in pictures that leave it.

/** A number written with a true minus sign, and none before zeros. @param {string} text */
export const withMinus = (text) => text.replace("-", /[1-9∞]/.test(text) ? "\u2212" : "");
