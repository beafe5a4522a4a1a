// A bar by which one brings a text that the kit was handed out without. Which text it is the kernel says.

import { makeBar, toldLines } from "./bar.js";
import { chosenFile } from "./chosenfile.js";
import { h } from "./dom.js";

function render({ model, el }) {
  const told = toldLines();
  const field = chosenFile(".txt", (given) => model.send({ given }), (problem) => told.say([problem]));
  const { bar, drop } = makeBar({ model, el }, "The text of this lesson", told, h("label", { class: "at-files-field" }, "Choose the file of the text", field));
  requestAnimationFrame(() => bar.scrollIntoView({ block: "center" })); // who ran all cells stands at the end of the page
  return drop;
}

export default { render };
