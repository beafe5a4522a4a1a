// A bar by which one joins a teacher's room and leaves it. How it stands the kernel tells.

import { button, h } from "./dom.js";
import { keepKeys } from "./hostkeys.js";

const LABELS = { address: "Address of the room", code: "Code of the room", name: "A name, if you like" };
const AS_TYPED = { type: "text", autocomplete: "off", spellcheck: "false" };

function render({ model, el }) {
  const inputs = Object.keys(LABELS).map((name) => h("input", { ...AS_TYPED, name, value: model.get(name) }));
  const fields = inputs.map((input) => h("label", { class: "at-join-field" }, LABELS[input.name], input));
  const join = h("button", { class: "at-button at-action" }, "Join");
  const leave = button("Leave", () => model.send({ do: "leave" }));
  const told = h("p", { class: "at-join-told", role: "status" });
  const ask = (event) => {
    event.preventDefault();
    model.send({ do: "join", ...Object.fromEntries(inputs.map((input) => [input.name, input.value])) });
  };
  const form = h("form", { class: "at-live at-join", "aria-label": "The room", onsubmit: ask },
    h("p", { class: "at-join-what", html: model.get("what") }),
    h("div", { class: "at-join-row" }, ...fields, join, leave),
    told,
  );

  let wasIn = model.get("is_in");
  const draw = () => {
    const isIn = model.get("is_in");
    const mine = form.contains(document.activeElement);
    [leave, join].forEach((one) => { one.disabled = false; });
    if (mine && isIn !== wasIn) (isIn ? leave : join).focus(); // before what had it is switched off
    [...inputs, join].forEach((one) => { one.disabled = isIn; });
    leave.disabled = !isIn;
    wasIn = isIn;
    if (told.textContent !== model.get("told")) told.textContent = model.get("told");
  };

  keepKeys(form);
  el.append(form);
  draw();
  const heard = ["change:is_in", "change:told"];
  heard.forEach((event) => model.on(event, draw));
  return () => heard.forEach((event) => model.off(event, draw));
}

export default { render };
