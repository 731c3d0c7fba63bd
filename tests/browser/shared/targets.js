// How large the targets of a finger are: what answers around the middle of each, not what is painted.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{name: string, dense: boolean, width: number, height: number}} Target */

/** May be smaller than 44 px, as WCAG 2.2 has it: words in a line, and rows of many small things. */
const DENSE = ".term, .link, p a, .thumb-pick, .pad-colours *, .plot, .confusion-cell";

/**
 * Every visible target of the page, with how far to each side of its middle it is still what a finger would touch.
 * @param {Page} page @returns {Promise<Target[]>}
 */
export const targetsOf = (page) =>
  page.evaluate((DENSE) => {
    const REACH = 30;
    const all = document.querySelectorAll(
      "button, a[href], input, select, summary, textarea, [role=slider], [role=application]",
    );
    const targets = new Set(
      [...all]
        .filter((node) => node.checkVisibility({ visibilityProperty: true }))
        .map((node) => node.closest("label") ?? node),
    );
    const found = [];
    for (const node of targets) {
      node.scrollIntoView({ block: "center", behavior: "instant" });
      const box = node.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const inside = (/** @type {number} */ x, /** @type {number} */ y) => {
        const at = document.elementFromPoint(x, y);
        return (
          at !== null && (node.contains(at) || (at.contains(node) === false && at.closest("label") === node))
        );
      };
      if (!inside(x, y)) continue; // not reachable here: under the skip link's edge, or a disabled way
      const reach = (/** @type {number} */ dx, /** @type {number} */ dy) => {
        let far = 0;
        while (far < REACH && inside(x + dx * (far + 1), y + dy * (far + 1))) far++;
        return far;
      };
      const [width, height] = [reach(-1, 0) + reach(1, 0) + 1, reach(0, -1) + reach(0, 1) + 1];
      const words = node.getAttribute("aria-label") ?? node.textContent.trim().slice(0, 24);
      const name = `${node.localName}#${node.id}.${node.getAttribute("class") ?? ""} ${words}`;
      found.push({ name, dense: node.matches(DENSE), width, height });
    }
    return found;
  }, DENSE);
