// Choices: radio buttons, checkboxes and a table of menus.
// A control takes its description, a way to edit, and what the exercise around it offers; it gives
// an element, an update for a new value, and the places beside a row where a verdict is shown.

/** A group of controls with its name. */
function group(part, ...children) {
  return h("fieldset", { class: `at-part at-${part.part}` }, h("legend", { class: "at-label" }, part.label), ...children);
}

/** Places for verdicts, one a name. */
function verdictSlots(names) {
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

/** One of several: the value of the option, or null. */
function radios(part, edit) {
  const { el, inputs, slotsOf } = choices(part, "radio", (option) => edit(option.value));
  const update = (value) => inputs.forEach((input) => (input.checked = input.value === value));
  return { el, update, slotsOf };
}

/** Any of several: their values in the order of the options, or null while untouched. */
function checks(part, edit) {
  const { el, inputs, slotsOf } = choices(part, "checkbox", () =>
    edit(inputs.filter((input) => input.checked).map((input) => input.value)),
  );
  const update = (value) => inputs.forEach((input) => (input.checked = (value ?? []).includes(input.value)));
  return { el, update, slotsOf };
}

/** The cells after a menu was set; an empty value takes the cell, and its empty row, away. */
function withCell(cells, row, slot, value) {
  const { [slot]: _cell, ...others } = cells[row] ?? {};
  const { [row]: _row, ...rest } = cells;
  const now = value ? { ...others, [slot]: value } : others;
  return Object.keys(now).length ? { ...rest, [row]: now } : rest;
}

/** A table of menus: {row: {slot: value}}. */
function matrix(part, edit) {
  const refOf = (row, slot) => `${row}/${slot.id}`;
  const slots = verdictSlots(part.rows.flatMap((row) => part.slots.map((slot) => refOf(row.id, slot))));
  const selects = [];
  let cells = {};
  const menu = (row, slot) => {
    const select = h(
      "select",
      {
        class: "at-menu",
        "aria-label": `${slot.label}: ${wordsOf(row.label)}`,
        onchange: () => edit(withCell(cells, row.id, slot.id, select.value)),
      },
      h("option", { value: "" }, "choose…"),
      ...slot.options.map((option) => h("option", { value: option.value }, option.label)),
    );
    selects.push({ row: row.id, slot: slot.id, select });
    return h("td", { "data-slot": slot.label }, select, slots.at(refOf(row.id, slot)));
  };
  const line = (row) =>
    h(
      "tr",
      {},
      h("th", { scope: "row", html: row.label }),
      ...part.slots.map((slot) => menu(row, slot)),
    );
  const heads = part.slots.map((slot) => h("th", { scope: "col" }, slot.label));
  const table = h(
    "table",
    {},
    h("thead", {}, h("tr", {}, h("td"), ...heads)),
    h("tbody", {}, ...part.rows.map(line)),
  );
  const update = (value) => {
    cells = value ?? {};
    selects.forEach(({ row, slot, select }) => {
      select.value = cells[row]?.[slot] ?? "";
      select.classList.toggle("at-unset", !select.value);
    });
  };
  /** The place of one cell, or those of a whole row. */
  const slotsOf = (ref) => [ref, ...part.slots.map((slot) => refOf(ref, slot))].flatMap(slots.slotsOf);
  return { el: group(part, table), update, slotsOf };
}
