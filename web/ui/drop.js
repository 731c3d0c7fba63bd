// Ways in for files: chooser, drop, paste. Each ends in onFiles(files, folders, entries): plain File objects; the names of
// folders, which a browser hands over as if they were files; and what can be asked for what is in them.

/** What the chooser offers; anything may still come in by drop and is judged by its bytes. */
export const ACCEPT = "image/*,audio/*,.webm,.h5,.hdf,.hdf5,.npz,.npy,.zip";

const SOUNDS = /\.(wav|mp3|ogg|oga|opus|m4a|aac|flac|web[am])$/i;

/** Whether a file calls itself a sound. @param {{name: string, type: string}} file */
export const isSound = ({ name, type }) => type.startsWith("audio/") || SOUNDS.test(name);

/** True while something with files in it is dragged. @param {DragEvent} event */
export const hasFiles = (event) => Array.from(event.dataTransfer?.types ?? []).includes("Files");

/** Splits a drop or a paste into files and folders, while its event is being heard: afterwards it is empty.
 *  @param {DataTransfer | null} transfer */
export function filesOf(transfer) {
  /** @type {File[]} */
  const files = [];
  /** @type {string[]} */
  const folders = [];
  /** @type {FileSystemEntry[]} */
  const entries = [];
  for (const item of transfer?.items ?? []) {
    if (item.kind !== "file") continue;
    const file = item.getAsFile();
    const entry = item.webkitGetAsEntry?.();
    if (entry?.isDirectory) {
      folders.push(file?.name ?? entry.name);
      entries.push(entry);
    } else if (file) files.push(file);
  }
  return { files, folders, entries };
}

/**
 * Makes `element` take dropped files; it carries the class `over` while they hang above it.
 * @param {HTMLElement} element @param {(files: File[], folders: string[], entries: FileSystemEntry[]) => void} onFiles
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
    const { files, folders, entries } = filesOf(event.dataTransfer);
    onFiles(files, folders, entries);
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
