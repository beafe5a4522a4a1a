// Places under a finger or a pointer.

/** Tell where a text was tapped, which is to press and let go at one place. */
export function listenToTaps(text, onTap) {
  const still = 4; // pixels that a finger may move
  /** @type {PointerEvent|null} */
  let pressed = null;
  text.el.addEventListener("pointerdown", (event) => (pressed = event));
  text.el.addEventListener("click", (event) => {
    if (!pressed || event.detail > 1 || event.shiftKey) return;
    const moved = Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY);
    const caret = caretAt(event.clientX, event.clientY);
    if (moved >= still || !caret || !text.el.contains(caret.node)) return;
    setTimeout(() => onTap(text.offsetAt(caret.node, caret.offset))); // the browser still lets go of what was selected
  });
}

/** The text node and offset at a point of the window; browsers differ in how they are asked. */
export function caretAt(x, y) {
  const place = document.caretPositionFromPoint?.(x, y);
  if (place) return { node: place.offsetNode, offset: place.offset };
  const range = document.caretRangeFromPoint?.(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}
