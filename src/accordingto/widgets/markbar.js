// The labels at the selection, for hands that have just selected by mouse or touch. What it offers
// stands above the text and on keys too, so that it is not said twice to those who listen.

import { putBeside } from "./barplace.js";
import { button, h } from "./dom.js";
import { markHere } from "./markactions.js";
import { withQuotationMarks } from "./quotationmarks.js";

/** The bar; `update` shows it at what is selected in the text, or hides it. */
export function makeMarkBar(part, around, does) {
  const { text, cursor } = around;
  const tool = (name, action, attributes) => button(name, action, { keeps: true, tabindex: -1, ...attributes });
  const labels = part.labels.map(({ name, sign }, index) => {
    const one = tool("", () => does.labelAndGo(part.labels[index]), { class: `at-small at-hue-${index + 1}` });
    one.append(h("span", { class: "at-sign" }, sign), name);
    return one;
  });
  const takeIn = tool("with “ ”", does.takeIn, { class: "at-small at-take-in", title: "Take in the quotation marks (Q)" });
  const remove = tool("Remove", does.removeHere, { class: "at-small" });
  const el = h("div", { class: "at-label-bar", "aria-hidden": "true", hidden: true }, ...labels, takeIn, remove);

  const isShown = () => {
    const selected = text.selected();
    return selected && selected.anchor !== selected.focus && document.activeElement === text.el;
  };
  return {
    el,
    hide: () => (el.hidden = true),
    update() {
      const range = isShown() ? cursor.chosen() : null;
      el.hidden = !range;
      if (!range) return;
      takeIn.hidden = !withQuotationMarks(part.text, range);
      remove.hidden = !markHere(part, around);
      const { anchor, focus } = text.selected();
      putBeside(el, text, range, focus >= anchor);
    },
  };
}
