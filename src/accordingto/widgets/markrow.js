// One mark in the list: its words, what it is called and where it belongs, and the way to it.

import { button, h } from "./dom.js";

const SHOWN = 60; // characters of a mark in the list, cut between words

/** The row of a mark; `offer` says how many statements it can be moved to. */
export function makeMarkRow({ labels, linked }, does, mark) {
  const label = labels.find((one) => one.value === mark.label) ?? labels[0];
  const words = shortened(does.words(mark));
  const about = `${label.name}${linked ? ` of statement ${mark.record}` : ""}: ${words}`;
  const slot = h("span", { class: "at-beside" });
  const statements = linked ? statementMenu(mark, about, does) : null;
  const el = h(
    "li",
    { class: `at-mark-row at-hue-${labels.indexOf(label) + 1}` },
    h("span", { class: "at-sign", "aria-hidden": "true" }, label.sign),
    h("div", { class: "at-mark-words", role: "comment", id: does.idOf(mark), "aria-label": about }, words),
    labels.length > 1 ? labelMenu(labels, mark, about, does) : h("span", { class: "at-mark-name" }, label.name),
    statements?.el,
    button("Find", () => does.find(mark), { class: "at-small", "aria-label": `Find ${about}` }),
    button("Remove", () => does.remove(mark), { class: "at-small", "aria-label": `Remove ${about}` }),
    slot,
  );
  return { el, slot, mark, offer: (count) => statements?.offer(count) };
}

function labelMenu(labels, mark, about, { alter }) {
  const options = labels.map(({ value, sign, name }) => h("option", { value, selected: value === mark.label }, `${sign} ${name}`));
  const menu = h("select", { class: "at-small", "aria-label": `Label of ${about}` }, ...options);
  menu.addEventListener("change", () => alter(mark, { label: menu.value }));
  return menu;
}

function statementMenu(mark, about, { alter }) {
  const el = h("select", { class: "at-small", "aria-label": `Statement of ${about}` });
  el.addEventListener("change", () => alter(mark, { record: Number(el.value) }));
  const offer = (count) => {
    offerStatements(el, count);
    el.value = String(mark.record);
  };
  return { el, offer };
}

/** As many statements in a menu; those that it has stay, for a menu made anew is read out. */
export function offerStatements(menu, count) {
  while (menu.length > count) menu.lastElementChild.remove();
  while (menu.length < count) menu.append(h("option", { value: menu.length + 1 }, `Statement ${menu.length + 1}`));
}

function shortened(words) {
  const line = words.replace(/\s+/g, " ");
  return line.length > SHOWN ? `${line.slice(0, line.lastIndexOf(" ", SHOWN))} …` : line;
}
