// What was saved here, among files that came: a picture that carries a model or a whole set, an archive, the folder unzipped from
// it. Fetched with the first files.

/** @typedef {import('../pictures/carried/look.js').Found} Carried */
/** @typedef {import('./one-file.js').OneFile} OneFile */

const FEW = 20; // files among which it is looked for

/** @param {any} file */
const isPng = ({ type, name }) => type === "image/png" || /\.png$/i.test(name);

/** The first that is a picture with a model or a set in it; what looks for it is fetched with the first PNG.
 *  @param {any[]} files @returns {Promise<Carried | null>} */
export async function carriedAmong(files) {
  if (!files.some(isPng)) return null;
  const look = await import("../pictures/carried/look.js").catch(() => null);
  return look && look.carriedAmong(files); // else what decodes them cannot be fetched either, which is said
}

/** @param {any[]} files @param {string[]} paths of those that came in folders, else ""
 *  @param {(file: any) => Promise<import('../pictures/sniff.js').Kind>} kindOf
 *  @param {() => Promise<OneFile>} oneFile what opens them, fetched when first asked for
 *  @returns {Promise<ReturnType<OneFile["among"]> | Carried | null>} null: there is nothing of the kind */
export async function savedAmong(files, paths, kindOf, oneFile) {
  const carried = files.length > FEW ? null : await carriedAmong(files);
  if (carried) return carried;
  const inFolder = paths.some((path) => /^[^/]+\/settings\.json$/.test(path));
  const isZip = async (/** @type {any} */ file) => (await kindOf(file).catch(() => null)) === "zip";
  const zips = inFolder || files.length > FEW ? [] : await Promise.all(files.map(isZip));
  if (!inFolder && !zips.includes(true)) return null;
  return (await oneFile()).among(files, paths, zips);
}
