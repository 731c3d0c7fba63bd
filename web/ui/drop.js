// Ways in for files: chooser, drop, paste. Each ends in onFiles(files, folders): plain File objects,
// and the names of folders, which a browser hands over as if they were files.

/** What the chooser offers; anything may still come in by drop and is judged by its bytes. */
export const ACCEPT = "image/*,audio/*,.h5,.hdf,.hdf5";

const SOUNDS = /\.(wav|mp3|ogg|oga|opus|m4a|aac|flac|weba)$/i;

/** Whether a file calls itself a sound. @param {{name: string, type: string}} file */
export const isSound = ({ name, type }) => type.startsWith("audio/") || SOUNDS.test(name);

/** True while something with files in it is dragged. @param {DragEvent} event */
export const hasFiles = (event) => Array.from(event.dataTransfer?.types ?? []).includes("Files");

/** Splits a drop or a paste into files and the names of folders. @param {DataTransfer | null} transfer */
export function filesOf(transfer) {
  /** @type {File[]} */
  const files = [];
  /** @type {string[]} */
  const folders = [];
  for (const item of transfer?.items ?? []) {
    if (item.kind !== "file") continue;
    const file = item.getAsFile();
    if (item.webkitGetAsEntry?.()?.isDirectory) folders.push(file?.name ?? "");
    else if (file) files.push(file);
  }
  return { files, folders };
}

/**
 * Makes `element` take dropped files; it carries the class `over` while they hang above it.
 * @param {HTMLElement} element @param {(files: File[], folders: string[]) => void} onFiles
 */
export function acceptDrops(element, onFiles) {
  let depth = 0; // dragenter and dragleave also fire for every child
  const mark = (/** @type {number} */ change) => {
    depth = Math.max(0, depth + change);
    element.classList.toggle("over", depth > 0);
  };
  element.addEventListener("dragenter", (event) => hasFiles(event) && mark(1));
  element.addEventListener("dragleave", (event) => hasFiles(event) && mark(-1));
  element.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
  });
  element.addEventListener("drop", (event) => {
    mark(-depth);
    if (!hasFiles(event)) return;
    event.preventDefault();
    const { files, folders } = filesOf(event.dataTransfer);
    onFiles(files, folders);
  });
}

/** Pictures on the clipboard as files; null if the browser does not let the page read it. */
export async function readClipboard() {
  try {
    const files = [];
    for (const item of await navigator.clipboard.read()) {
      const type = item.types.find((name) => name.startsWith("image/"));
      if (type) files.push(new File([await item.getType(type)], `pasted.${type.slice(6)}`, { type }));
    }
    return files;
  } catch {
    return null;
  }
}
