// Why a file was not taken, as one sentence in the reader's language. The codes are those of the
// worker's Refusal; each has its sentence in the dictionaries under "refused.".

/** @param {any} value @param {string} between */
const list = (value, between) => (Array.isArray(value) ? value.join(between) : String(value ?? ""));

/** @typedef {(key: string, params?: any) => string} T @typedef {{code: string, [detail: string]: any}} Reason */

/** The reason alone, without the file's name. @param {T} t @param {Reason} reason */
export function refusalReason(t, { code, wanted, shape, format, ...params }) {
  const key = `refused.${code}`;
  const reason = t(key, {
    ...params,
    format: format ?? t("refused.this-format"),
    wanted: list(wanted, ", "),
    shape: list(shape, " × "),
  });
  return reason === key ? t("refused.other", { code }) : reason; // t gives unknown keys back
}

/** “name: reason” with the name in an element that isolates it. @param {T} t @param {Reason & {name: string}} refused */
export function refusalNodes(t, refused) {
  const name = String(refused.name ?? "").trim() || t("file.nameless");
  const [before, after] = t("refused.line", { name: "\u0000", reason: refusalReason(t, refused) }).split(
    "\u0000",
  );
  const isolating = document.createElement("bdi");
  isolating.textContent = name;
  return [before, isolating, after];
}

/** “name: reason” as text; the name is never HTML. @param {T} t @param {Reason & {name: string}} refused */
export function refusalSentence(t, refused) {
  const name = String(refused.name ?? "").trim() || t("file.nameless");
  return t("refused.line", { name, reason: refusalReason(t, refused) });
}
