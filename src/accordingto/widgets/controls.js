// Choices: radio buttons and checkboxes.
// A control takes its description, a way to edit, and what the exercise around it offers; it gives
// an element, an update for a new value, and the places beside a row where a verdict is shown.

import { freshId, h } from "./dom.js";

/** A group of controls with its name. */
export function group(part, ...children) {
  return h("fieldset", { class: `at-part at-${part.part}` }, h("legend", { class: "at-label" }, part.label), ...children);
}

/** Places for verdicts, one a name. */
export function verdictSlots(names) {
  const slots = new Map(names.map((name) => [name, h("span", { class: "at-beside" })]));
  return { at: (name) => slots.get(name), slotsOf: (ref) => (slots.has(ref) ? [slots.get(ref)] : []) };
}

function choices(part, type, onchange) {
  const name = freshId("choice");
  const slots = verdictSlots(part.options.map((option) => option.value));
  const inputs = part.options.map((option) => h("input", { type, name, value: option.value, onchange: () => onchange(option) }));
  const lines = part.options.map((option, index) =>
    h(
      "div",
      { class: "at-option" },
      h("label", {}, inputs[index], h("span", { html: option.label })),
      slots.at(option.value),
    ),
  );
  return { el: group(part, ...lines), inputs, slotsOf: slots.slotsOf };
}

/** One of several: the value of the option, or null. Enter checks it. */
export function radios(part, edit, { submit }) {
  const { el, inputs, slotsOf } = choices(part, "radio", (option) => edit(option.value));
  inputs.forEach((input) => input.addEventListener("keydown", ({ key }) => key === "Enter" && input.checked && submit()));
  const update = (value) => inputs.forEach((input) => (input.checked = input.value === value));
  return { el, update, slotsOf };
}

/** Any of several: their values in the order of the options, or null while untouched. */
export function checks(part, edit) {
  const { el, inputs, slotsOf } = choices(part, "checkbox", () =>
    edit(inputs.filter((input) => input.checked).map((input) => input.value)),
  );
  const update = (value) => inputs.forEach((input) => (input.checked = (value ?? []).includes(input.value)));
  return { el, update, slotsOf };
}
