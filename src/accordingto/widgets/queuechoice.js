// A field for somebody of the page, or for one of its sentences: by the first letters of a word, or
// by a click. What stands first is taken by Enter; a name that is nowhere on the page can be written.

import { freshId, h } from "./dom.js";
import { matching } from "./queueoffers.js";

const MOST = 8; // at once: more are reached by a letter

/**
 * @param {{name: string, type: string}} hand who stands there now
 * @param {{label: string, among?: string, offers: () => any[], take: (hand: any) => void, leave: () => void, goOn?: () => void, isListed?: boolean}} does
 *   `goOn` goes on to what is asked after it, when Tab takes who stands first; where all that can
 *   be chosen `isListed`, nothing is written, and the first of the list is in hand at once
 */
export function makeChoice(hand, { label, among = "somebody of this page", offers, take, leave, goOn, isListed = false }) {
  const id = freshId("choice");
  let shown = [];
  let at = -1; // the option in hand
  let isTyped = false;
  const list = h("ul", { class: "at-offers", id, role: "listbox", "aria-label": `${label}: ${among}`, hidden: true });
  const input = h("input", {
    type: "text",
    value: hand.name,
    maxlength: 200,
    role: "combobox",
    autocomplete: "off",
    "aria-label": label,
    "aria-controls": id,
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    onfocus: () => begin(),
    onclick: () => begin(),
    oninput() {
      isTyped = true;
      open();
    },
    onblur: () => close(),
  });
  const point = (next) => {
    at = next;
    [...list.children].forEach((one, index) => one.setAttribute("aria-selected", String(index === at)));
    const option = list.children[at];
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const open = () => {
    const typed = isTyped ? input.value.trim() : "";
    const found = matching(offers(), typed).slice(0, MOST);
    const isNew = typed && !isListed && !found.some(({ name }) => name === typed);
    shown = isNew ? [...found, { name: typed, type: written(hand.type) }] : found;
    const words = (one) => (isNew && one === shown.at(-1) ? [`Write “${typed}”`] : [h("span", {}, one.name), h("small", {}, one.type)]);
    const option = (one, index) => h("li", { id: `${id}-${index}`, role: "option", "aria-selected": "false", onmousedown: (event) => event.preventDefault(), onclick: () => done(one) }, ...words(one));
    list.replaceChildren(...shown.map(option));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    point(isTyped || isListed ? 0 : -1);
  };
  const begin = () => {
    if (!isTyped) input.select();
    open();
  };
  const close = () => {
    list.hidden = true;
    isTyped = false;
    input.value = hand.name;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const done = (one) => {
    leave();
    if (one) take(one);
  };
  const takeOn = () => {
    take(shown[at]);
    goOn?.();
  };
  const KEYS = {
    ArrowDown: () => (list.hidden ? open() : point((at + 1) % shown.length)),
    ArrowUp: () => (list.hidden ? open() : point((at <= 0 ? shown.length : at) - 1)),
    Enter: () => done(shown[at]),
  };
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.shiftKey) return;
    const isTaken = event.key === "Tab" && goOn && shown[at] && !list.hidden;
    const does = isTaken ? takeOn : KEYS[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  });
  return h("div", { class: "at-choice" }, input, list);
}

/** The kind of a source whose name is written where it stood for a kind of nobody. */
const written = (type) => (["undisclosed", "none"].includes(type) ? "named person" : type);
