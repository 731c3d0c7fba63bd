/* Where the files of the notes are: those that no import names. @param {string} path in notes/ */
export const fileOf = (path) => new URL(path, import.meta.url).href;
