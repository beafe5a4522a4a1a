// One card on the screen, and what its place lets one do with it.

import { LIST, TRAY } from "./board.js";
import { button, h, wordsOf } from "./dom.js";

/** One card: a grip with its words, the buttons that its place allows, and room for a verdict. */
export function makeCard(card, part, places, does) {
  const grip = h("span", {
    class: "at-grip",
    role: "button",
    tabindex: 0,
    "aria-pressed": "false",
    html: card.label,
    onclick: () => does.pick(card.id),
    onkeydown: (event) => does.onKey(event, card.id),
    onblur: () => does.letGo(card.id),
  });
  const tools = cardTools(card, part, places, does);
  const slot = h("span", { class: "at-beside" });
  const el = h("li", { class: card.undisclosed ? "at-card at-undisclosed" : "at-card", draggable: "true", "data-id": card.id }, grip, slot, tools.el);
  el.addEventListener("dragstart", (event) => event.dataTransfer?.setData("text/plain", card.id));
  const draw = (row, at) => {
    tools.draw(row, at);
    grip.setAttribute("aria-pressed", String(at.held));
    el.classList.toggle("at-picked", at.held);
    el.style.setProperty("--at-indent", row.indent);
  };
  return { el, slot, draw };
}

/** The buttons of a card, and the menu of its classes. */
function cardTools(card, part, places, does) {
  const name = wordsOf(card.label);
  const act = (sign, label, action) => button(sign, action, { class: "at-small", "aria-label": `${label}: ${name}` });
  const isChain = part.mode === "chain";
  const up = act(isChain ? "←" : "↑", isChain ? "Move earlier" : "Move up", () => does.up(card.id));
  const down = act(isChain ? "→" : "↓", isChain ? "Move later" : "Move down", () => does.down(card.id));
  const less = act("⇤", "Indent less", () => does.indent(card.id, -1));
  const more = act("⇥", "Indent more", () => does.indent(card.id, 1));
  const take = act("✕", "Take out", () => does.put(card.id, TRAY));
  const put = act("Put in", "Put in", () => does.put(card.id, LIST));
  const menu = part.mode === "sort" ? classMenu(card, name, places, does) : null;
  const draw = (row, { first, last }) => {
    const inList = row.place === LIST;
    [up, down].forEach((one) => (one.hidden = !inList));
    [less, more].forEach((one) => (one.hidden = !inList || part.mode !== "parsons"));
    take.hidden = !inList || part.mode === "order";
    put.hidden = row.place !== TRAY || part.mode === "sort";
    [up.disabled, down.disabled] = [first, last];
    [less.disabled, more.disabled] = [row.indent === 0, row.indent >= part.deepest];
    if (menu) menu.value = row.place;
  };
  return { el: h("span", { class: "at-card-buttons" }, up, down, less, more, take, put, menu), draw };
}

function classMenu(card, name, places, does) {
  const options = places.map((place) => h("option", { value: place.id }, wordsOf(place.label)));
  const menu = h("select", { class: "at-small", "aria-label": `Class of ${name}`, onchange: () => does.put(card.id, menu.value) }, ...options);
  return menu;
}
