// A bar by which one brings a text that the kit was handed out without. Which text it is the kernel says.

import { chosenFile } from "./chosenfile.js";
import { h } from "./dom.js";
import { keepKeys } from "./hostkeys.js";

function render({ model, el }) {
  const told = h("div", { class: "at-files-told", role: "status" });
  const say = (line) => told.replaceChildren(...(line ? [h("p", {}, line)] : []));
  const field = chosenFile(".txt", (given) => model.send({ given }), say);
  const bar = h("section", { class: "at-live at-files", "aria-label": "The text of this lesson" },
    h("p", { class: "at-files-what", html: model.get("what") }),
    h("label", { class: "at-files-field" }, "Choose the file of the text", field),
    told,
  );
  const draw = () => say(model.get("told"));
  keepKeys(bar);
  el.append(bar);
  draw();
  requestAnimationFrame(() => bar.scrollIntoView({ block: "center" })); // who ran all cells stands at the end of the page
  model.on("change:told", draw);
  return () => model.off("change:told", draw);
}

export default { render };
