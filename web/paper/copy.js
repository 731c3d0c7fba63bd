/* A copy of a part of the page in a hidden frame of its own: in the light theme, on white, without what is there for hands,
   as the style sheets say for paper. The page itself does not move, and no figure notices. */

/* The frame is an old page, for there is no other way to an empty one: its tables would not take the font around them. */
const OLD = `:where(table) { color: inherit; font: inherit; font-variant: inherit; white-space: inherit; text-align: inherit; }`;

const SHELL = `
  .paper-copy :is(.scroll, .table-scroll) { overflow: auto !important; }
  .paper-copy { margin: 0 !important; padding: 0 !important; border: 0 !important; }
  :root, body, .paper-shell { display: block !important; width: auto !important; max-width: none !important;
    min-height: 0 !important; margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important; }
  * { animation: none !important; transition: none !important; }
  details:not([open]), details.datatable { display: none !important; }`;

/** All rules of the page; those for print hold always. @param {CSSRuleList} rules @returns {string} */
const textOf = (rules) =>
  [...rules]
    .map((rule) =>
      rule instanceof CSSMediaRule && rule.conditionText === "print" ? textOf(rule.cssRules) : rule.cssText,
    )
    .join("\n");

/** The sheet of the frame. @param {any} view its window */
function sheetFor(view) {
  const own = [...document.styleSheets, ...document.adoptedStyleSheets];
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync([OLD, ...own.map(({ cssRules }) => textOf(cssRules)), SHELL].join("\n"));
  return sheet;
}

/** What attributes do not tell, what was typed and chosen; and the style, which the page's policy allows no attribute to
 *  bring into another document. @param {any} from @param {any} to */
function sameState(from, to) {
  if (from.style?.length) to.style.cssText = from.style.cssText;
  if (from.localName === "select") to.selectedIndex = from.selectedIndex;
  else if (from.localName === "input") [to.value, to.checked] = [from.value, from.checked];
}

/** The elements around `node`, without what else is in them: rules that name them go on holding.
 *  @param {Document} doc @param {Element} node @param {Element} inside */
function shellsAround(doc, node, inside) {
  let inner = inside;
  for (let outer = node.parentElement; outer && outer !== document.body; outer = outer.parentElement) {
    const shell = /** @type {Element} */ (outer.cloneNode(false));
    shell.removeAttribute("style");
    doc.adoptNode(shell);
    shell.classList.add("paper-shell");
    shell.append(inner);
    inner = shell;
  }
  doc.body.className = document.body.className;
  doc.body.append(inner);
}

/** Makes it so wide that nothing in it has to be scrolled. @param {HTMLElement} copy @param {any} view @param {number} width */
function widen(copy, view, width) {
  let wide = width;
  for (let k = 0; k < 4; k++) {
    copy.style.setProperty("width", `${wide}px`, "important");
    const beyond = [...copy.querySelectorAll("*"), copy]
      .filter((node) => node.clientWidth > 0 && /auto|scroll/.test(view.getComputedStyle(node).overflowX))
      .map((node) => node.scrollWidth - node.clientWidth);
    const more = Math.max(0, ...beyond);
    if (more < 1 || wide + more > 3 * width) return;
    wide += more;
  }
}

/**
 * Gives use() the copy, then removes it.
 * @template T
 * @param {HTMLElement} node
 * @param {(copy: {node: HTMLElement, view: any, original: Map<Element, Element>}) => T} use original: of each element of the copy
 * @returns {T}
 */
export function onPaper(node, use) {
  const frame = document.createElement("iframe");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  const [width, height] = [window.innerWidth, window.innerHeight].map((v) => `${v}px`);
  Object.assign(frame.style, {
    ...{ position: "fixed", visibility: "hidden", top: "0", left: "0", border: "0", width, height },
    pointerEvents: "none",
  });
  document.body.append(frame);
  try {
    const view = /** @type {any} */ (frame.contentWindow);
    const doc = /** @type {Document} */ (frame.contentDocument);
    for (const { name, value } of document.documentElement.attributes)
      if (name !== "style") doc.documentElement.setAttribute(name, value);
    doc.documentElement.dataset.theme = "light";
    doc.adoptedStyleSheets = [sheetFor(view)];
    const copy = /** @type {HTMLElement} */ (node.cloneNode(true));
    const [from, to] = [node, copy].map((root) => [root, ...root.querySelectorAll("*")]);
    for (const one of to) one.removeAttribute("style");
    doc.adoptNode(copy);
    from.forEach((one, i) => sameState(one, to[i]));
    copy.classList.add("paper-copy");
    shellsAround(doc, node, copy);
    widen(copy, view, node.getBoundingClientRect().width);
    return use({ node: copy, view, original: new Map(to.map((one, i) => [one, from[i]])) });
  } finally {
    frame.remove();
  }
}
