// The text to mark with what floats over it: the labels at the selection and the handles of a mark.

import { h } from "./dom.js";
import { makeMarkBar } from "./markbar.js";
import { makeMarkHandles } from "./markhandles.js";

/** The text in its frame; what floats is brought in step with `update`, and let go with `close`. */
export function markFrame(part, around, does) {
  const { text } = around;
  const bar = makeMarkBar(part, around, does);
  const handles = makeMarkHandles(around, does);
  const el = h("div", { class: "at-text-frame" }, text.el, ...handles.els, bar.el);
  let isPressed = false;
  let isByHand = false; // what is chosen; where keys choose, the labels above the text say theirs
  let asked = 0;
  const update = () => {
    asked = 0;
    if (!el.isConnected) return;
    handles.update();
    if (isByHand && !isPressed && !handles.isDragging()) bar.update();
    else bar.hide();
  };
  const soon = () => (asked ||= requestAnimationFrame(update));
  const release = () => {
    isPressed = false;
    soon();
  };
  text.el.addEventListener("pointerdown", () => (isPressed = isByHand = true));
  text.el.addEventListener("keydown", () => (isByHand = false));
  text.el.addEventListener("pointerover", ({ target, pointerType, buttons }) => {
    if (pointerType === "mouse" && !buttons) handles.update(text.markOf(target));
  });
  ["scroll", "focusin", "focusout"].forEach((type) => text.el.addEventListener(type, soon));
  document.addEventListener("selectionchange", soon);
  addEventListener("pointerup", release);
  return {
    el,
    update: soon,
    close() {
      document.removeEventListener("selectionchange", soon);
      removeEventListener("pointerup", release);
    },
  };
}
