/** Hands the reader a file. @param {Blob} blob @param {string} name */
export function saveBlob(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** @param {string} text @param {string} name @param {string} type e.g. "text/csv" */
export const saveText = (text, name, type) => saveBlob(new Blob([text], { type }), name);
