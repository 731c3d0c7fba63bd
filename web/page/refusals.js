// Why a file was not taken, as one sentence in the reader's language.

const KNOWN = new Set([
  "not-image",
  "empty-file",
  "truncated",
  "too-large",
  "undecodable",
  "folder",
  "not-hdf5",
  "h5-keys",
  "h5-shape",
  "capacity",
  "memory",
  "no-class",
  "svg",
  "file-too-big",
]);

const list = (value) => (Array.isArray(value) ? value.join(" × ") : String(value ?? ""));

/** The reason alone, without the file's name. */
export function refusalReason(t, { code, wanted, shape, ...params }) {
  if (!KNOWN.has(code)) return t("refused.other", { code });
  return t(`refused.${code}`, {
    ...params,
    format: params.format ?? t("refused.this-format"),
    wanted: Array.isArray(wanted) ? wanted.join(", ") : (wanted ?? ""),
    shape: list(shape),
  });
}

/** “name: reason” as text; the name is never HTML. */
export function refusalSentence(t, refused) {
  return t("refused.line", { name: refused.name, reason: refusalReason(t, refused) });
}
