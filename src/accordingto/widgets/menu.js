// A field with some choices to choose one of.

import { freshId, h } from "./dom.js";

/** A field with some choices; `none` is the word for none of them. */
export function menu(label, values, onchange, none = "") {
  const id = freshId("menu");
  const options = [...(none ? [["", none]] : []), ...values.map((value) => [value, value])].map(([value, shown]) => h("option", { value }, shown));
  const input = h("select", { id, class: "at-small", onchange: () => onchange(input.value) }, ...options);
  return { el: h("div", { class: "at-field" }, h("label", { for: id }, label), input), input };
}
