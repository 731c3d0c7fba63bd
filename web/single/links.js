/* Links between the pages, where both are one file: notes.html?lang=zh#scale is ?lang=zh&page=notes#scale there. */

/** @param {string} search of an address @returns {"notes" | "index"} */
export const pageOf = (search) => (new URLSearchParams(search).get("page") === "notes" ? "notes" : "index");

/** What a link of the pages is in this file; null: it is no link to one of them. @param {string} href @returns {string | null} */
export function inside(href) {
  const found = /^(index|notes)\.html(\?[^#]*)?(#.*)?$/.exec(href);
  if (!found) return null;
  const [, page, search = "", hash = ""] = found;
  const query = new URLSearchParams(search);
  query.set("page", page);
  return `?${query}${hash}`;
}

/** Every link is made one of this file before it can be followed, however it came onto the page. */
export function linkInside() {
  const turn = (/** @type {Event} */ { target }) => {
    const link = target instanceof Element ? target.closest("a[href]") : null;
    const to = link && inside(String(link.getAttribute("href")));
    if (to) link.setAttribute("href", to);
  };
  for (const type of ["pointerover", "pointerdown", "focusin", "click"])
    document.addEventListener(type, turn, true);
}
