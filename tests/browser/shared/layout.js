// Where things are on a page, and whether their text has the room it needs.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** The box of an element that is shown. @param {Locator} locator */
export async function boxOf(locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`not shown: ${locator}`);
  return box;
}

/**
 * What reaches beyond the right edge of the page, unless it scrolls within a box of its own; the width of the page comes
 * first. Empty where everything fits.
 * @param {Page} page @returns {Promise<string[]>}
 */
export const beyond = (page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(
      (node) => node.getBoundingClientRect().right > clientWidth + 1,
    );
    const name = (/** @type {Element} */ node) =>
      `${node.localName}#${node.id}.${node.getAttribute("class") ?? ""}`;
    return [
      `${scrollWidth} px`,
      ...wide.map((node) => `${name(node.parentElement)} > ${name(node)}: ${node.textContent.slice(0, 30)}`),
    ];
  });

/**
 * Every text that does not have the room it needs: it sticks out of its own box, or is cut off by one around it that does
 * not scroll. Each as "element: text, how far in px". What nobody sees, and what is cut off with … and says all of it in
 * its title or its name, is left out.
 * @param {Page} page @param {string} [within] a selector @returns {Promise<string[]>}
 */
export const overflowing = (page, within = "body") =>
  page.evaluate(
    ({ within, slack }) => {
      /** @param {Element} node */
      const styleOf = (node) => getComputedStyle(node);
      /** The element whose box a text has to stay in: no part of a line, of a formula or of a drawing. @param {Element} node */
      const boxed = (node) => {
        let box = node.closest("math, svg")?.parentElement ?? node;
        while (/^(inline|contents|ruby|table-row|table-row-group)/.test(styleOf(box).display)) {
          if (/^inline-/.test(styleOf(box).display) || !box.parentElement) break;
          box = box.parentElement;
        }
        return box;
      };
      /** How far a line of text is outside of a box, in px. @param {DOMRect} line @param {DOMRect} box
       *  @param {{x: boolean, y: boolean}} ways */
      const outside = (line, box, { x, y }) => {
        const middle = (line.top + line.bottom) / 2; // the font's own height may be more than the line's
        const across = x ? Math.max(line.right - box.right, box.left - line.left) : 0;
        const down = y ? Math.max(middle - box.bottom, box.top - middle) : 0;
        return Math.max(across, down);
      };
      /** @param {Element} node a box that may cut off what is in it */
      const saysAll = (node) =>
        styleOf(node).textOverflow === "ellipsis" &&
        Boolean(node.closest("[title], [aria-label]") ?? node.querySelector("[title]"));
      /** Lines below each other that are longer than their list, in a box that scrolls: a cell of a table is not meant.
       *  @param {Element} own */
      const scrollable = (own) => {
        if (!/^(block|list-item|flow-root)$/.test(styleOf(own).display)) return false;
        for (let box = /** @type {Element | null} */ (own); box; box = box.parentElement)
          if (/auto|scroll/.test(styleOf(box).overflowX)) return true;
        return false;
      };
      const unseen = (/** @type {Element} */ node) => {
        for (let each = /** @type {Element | null} */ (node); each; each = each.parentElement) {
          const { clipPath, position, width, height } = styleOf(each);
          if (position === "absolute" && (clipPath !== "none" || (width === "1px" && height === "1px")))
            return true;
        }
        return !node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      };
      /** How far a line is cut off by a box around `own`; boxes that scroll show it when asked.
       *  @param {DOMRect} line @param {Element} own */
      const cut = (line, own) => {
        let ways = { x: true, y: true };
        let most = 0;
        for (let box = own; box !== document.body && box.parentElement; box = box.parentElement) {
          const { overflowX, overflowY } = styleOf(box);
          const clips = { x: /hidden|clip/.test(overflowX), y: /hidden|clip/.test(overflowY) };
          ways = {
            x: ways.x && !/auto|scroll/.test(overflowX),
            y: ways.y && !/auto|scroll/.test(overflowY),
          };
          if ((clips.x || clips.y) && !saysAll(box))
            most = Math.max(
              most,
              outside(line, box.getBoundingClientRect(), { x: clips.x && ways.x, y: clips.y && ways.y }),
            );
        }
        return most;
      };

      const found = [];
      for (const root of document.querySelectorAll(within)) {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const text = /** @type {Text} */ (walker.currentNode);
          const parent = /** @type {Element} */ (text.parentElement);
          if (!text.data.trim() || unseen(parent)) continue;
          const own = boxed(parent);
          const scrolls = scrollable(own);
          const range = document.createRange();
          range.selectNodeContents(text);
          const far = [...range.getClientRects()].map((line) => {
            const ways = { x: !scrolls, y: true };
            const beyond = saysAll(own) ? 0 : outside(line, own.getBoundingClientRect(), ways);
            return Math.max(beyond, cut(line, own));
          });
          const most = Math.max(0, ...far);
          const name = `${own.localName}${own.id && `#${own.id}`}.${own.getAttribute("class") ?? ""}`;
          if (most > slack) found.push(`${name}: ${text.data.trim().slice(0, 50)}, ${Math.round(most)} px`);
        }
      }
      return found;
    },
    { within, slack: 1.5 },
  );
