// A button that does something while it is held: by mouse, finger, pen or Space. Where a click comes without a hold (Enter,
// a screen reader, a voice), the first begins and the next ends.

/**
 * Calls start when the button is pressed and stop once when it is let go, however that happens: the pointer or the key
 * is lifted, the pointer is lost, the focus leaves, the page is hidden.
 * @param {HTMLButtonElement} button @param {{start: () => void, stop: () => void}} act
 * @returns {{end: () => void, readonly held: boolean}} end() lets go, for one who closes what the button is in
 */
export function hold(button, { start, stop }) {
  let held = false;
  const begin = () => {
    if (held || button.disabled) return;
    held = true;
    button.classList.add("held");
    start();
  };
  const end = () => {
    if (!held) return;
    held = false;
    button.classList.remove("held");
    stop();
  };
  const isSpace = (/** @type {KeyboardEvent} */ event) => event.key === " ";

  button.style.touchAction = "none"; // a finger that holds must not scroll, zoom or mark
  button.style.userSelect = "none";
  button.style.setProperty("-webkit-user-select", "none");
  button.style.setProperty("-webkit-touch-callout", "none");
  button.addEventListener("contextmenu", (event) => event.preventDefault());
  button.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    try {
      button.setPointerCapture(event.pointerId); // so that the end is heard outside of it too
    } catch {
      // The pointer is up again already: pointerup or lostpointercapture says so.
    }
    begin();
  });
  for (const type of ["pointerup", "pointercancel", "lostpointercapture"]) button.addEventListener(type, end);
  button.addEventListener("keydown", (event) => {
    if (!isSpace(event)) return;
    event.preventDefault(); // no click and no scrolling
    if (!event.repeat) begin();
  });
  button.addEventListener("keyup", (event) => {
    if (!isSpace(event)) return;
    event.preventDefault();
    end();
  });
  button.addEventListener("click", (event) => {
    if (event.detail > 0) return; // of a pointer, which was heard already
    if (held) end();
    else begin();
  });
  button.addEventListener("blur", end);
  document.addEventListener("visibilitychange", () => document.hidden && end());
  return {
    end,
    get held() {
      return held;
    },
  };
}
