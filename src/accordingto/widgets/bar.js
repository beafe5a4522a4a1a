// A bar with some fields: what it is for, and lines that say what came of it. The kernel says both.

import { h } from "./dom.js";
import { keepKeys } from "./hostkeys.js";

/** Lines of a bar that say what came of it; `say` puts others there. */
export function toldLines() {
  const el = h("div", { class: "at-files-told", role: "status" });
  return { el, say: (lines) => el.replaceChildren(...lines.map((line) => h("p", {}, line))) };
}

/**
 * A bar of some fields in an output; `told` are its lines, `drop` lets it go.
 * @returns {{bar: HTMLElement, drop: () => void}}
 */
export function makeBar({ model, el }, name, told, ...fields) {
  const bar = h("section", { class: "at-live at-files", "aria-label": name }, h("p", { class: "at-files-what", html: model.get("what") }), ...fields, told.el);
  const draw = () => told.say(model.get("told"));
  keepKeys(bar);
  el.append(bar);
  draw();
  model.on("change:told", draw);
  return { bar, drop: () => model.off("change:told", draw) };
}
