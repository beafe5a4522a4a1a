// A table of choices: one a cell, as a row of buttons while there are few options, else as a menu.

import { group, verdictSlots } from "./controls.js";
import { freshId, h, wordsOf } from "./dom.js";

const FEW = 5; // options that stand side by side
const LONG = 60; // letters of a row's options, from which on they stand under its text

/** A table of choices: {row: {slot: value}}. */
export function matrix(part, edit) {
  const refOf = (row, slot) => `${row}/${slot.id}`;
  const slots = verdictSlots(part.rows.flatMap((row) => part.slots.map((slot) => refOf(row.id, slot))));
  const reasons = new Map(part.rows.map((row) => [row.id, h("ul", { class: "at-reasons" })]));
  const cells = [];
  let value = {};
  const cell = (row, slot) => {
    const name = `${slot.label}: ${wordsOf(row.label)}`;
    const pick = (picked) => edit(withCell(value, row.id, slot.id, picked));
    const control = slot.options.length > FEW ? menu(slot, name, pick) : segments(slot, name, pick);
    cells.push({ row: row.id, slot: slot.id, control });
    return h("td", { "data-slot": slot.label, "data-cell": refOf(row.id, slot) }, control.el, slots.at(refOf(row.id, slot)));
  };
  const lines = (row) => [
    h("tr", {}, h("th", { scope: "row", html: row.label }), ...part.slots.map((slot) => cell(row, slot))),
    h("tr", { class: "at-reasons-row" }, h("td", { colspan: part.slots.length + 1 }, reasons.get(row.id))),
  ];
  const heads = part.slots.map((slot) => h("th", { scope: "col" }, slot.label));
  const table = h("table", {}, h("thead", {}, h("tr", {}, h("td"), ...heads)), h("tbody", {}, ...part.rows.flatMap(lines)));
  table.classList.toggle("at-stacked", lettersOf(part.slots) > LONG);
  return {
    el: group(part, table),
    update(next) {
      value = next ?? {};
      cells.forEach(({ row, slot, control }) => control.set(value[row]?.[slot] ?? ""));
    },
    /** The place of one cell, or those of a whole row. */
    slotsOf: (ref) => [ref, ...part.slots.map((slot) => refOf(ref, slot))].flatMap(slots.slotsOf),
    /** Where the reasons for a row, or for a cell of it, stand; and what the cell is called there. */
    reasonsAt(ref) {
      const [row, slot] = String(ref).split("/");
      const called = slot && part.slots.length > 1 ? part.slots.find((one) => one.id === slot)?.label : "";
      return reasons.has(row) ? { list: reasons.get(row), called } : null;
    },
  };
}

const lettersOf = (slots) => slots.flatMap((slot) => slot.options).reduce((sum, { label }) => sum + label.length, 0);

/** The cells after one was set; an empty value takes the cell, and its empty row, away. */
function withCell(cells, row, slot, value) {
  const { [slot]: _cell, ...others } = cells[row] ?? {};
  const { [row]: _row, ...rest } = cells;
  const now = value ? { ...others, [slot]: value } : others;
  return Object.keys(now).length ? { ...rest, [row]: now } : rest;
}

/** Radio buttons that look like one button in pieces. */
function segments(slot, label, pick) {
  const name = freshId("segment");
  const inputs = slot.options.map(({ value }) => h("input", { type: "radio", name, value, onchange: () => pick(value) }));
  const pieces = slot.options.map((option, at) => h("label", { class: "at-segment" }, inputs[at], h("span", {}, option.label)));
  return {
    el: h("div", { class: "at-segments", role: "radiogroup", "aria-label": label }, ...pieces),
    set: (value) => inputs.forEach((input) => (input.checked = input.value === value)),
  };
}

function menu(slot, label, pick) {
  const options = slot.options.map((option) => h("option", { value: option.value }, option.label));
  const select = h("select", { class: "at-menu", "aria-label": label, onchange: () => pick(select.value) }, h("option", { value: "" }, "choose…"), ...options);
  return {
    el: select,
    set(value) {
      select.value = value;
      select.classList.toggle("at-unset", !value);
    },
  };
}
