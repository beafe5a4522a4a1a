// The buttons above a text to mark.

import { button, h } from "./dom.js";

/** One button a label, with the key that does the same; then what widens, removes and undoes. */
export function markToolbar(part, does, statements) {
  const labels = part.labels.map((label, index) =>
    button("", () => does.labelAndGo(label), { keeps: true, class: `at-marker at-hue-${index + 1}`, "aria-keyshortcuts": String(index + 1) }),
  );
  labels.forEach((element, index) => {
    const { sign, name } = part.labels[index];
    element.append(h("span", { "aria-hidden": "true" }, sign), h("span", {}, name), h("kbd", { "aria-hidden": "true" }, String(index + 1)));
  });
  const tool = (name, action) => button(name, action, { keeps: true, class: "at-small" });
  return h(
    "div",
    { class: "at-toolbar", role: "group", "aria-label": "Marking" },
    statements?.el,
    ...labels,
    h(
      "span",
      { class: "at-tools" },
      tool("One word more", does.more),
      tool("Remove mark", does.removeHere),
      tool("Undo", does.undo),
      tool("Redo", does.redo),
    ),
  );
}
