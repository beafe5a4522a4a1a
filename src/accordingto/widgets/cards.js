// Cards: put in order, sorted into classes, built into a chain, or set as lines of code.
// Buttons, keys and dragging all go by the same few functions of the board.

import { indexIn, placesOf, rowsAt, TRAY } from "./board.js";
import { makeCard } from "./card.js";
import { makeCardMoves, onCardKey } from "./cardmoves.js";
import { group } from "./controls.js";
import { freshId, h, wordsOf } from "./dom.js";
import { dropIndex, listenToDrops } from "./drops.js";

const CARD_HELP = {
  order: "Move the cards until the order is right.",
  chain: "Put in what belongs to the chain, in its order, and leave the rest.",
  parsons: "Put in the lines that are needed, in their order and indented, and leave the rest.",
  sort: "Choose a class for each card, or drag it there.",
};
const HOLDING = "space puts it down, Esc takes it back.";
const CARD_KEYS = {
  order: `By keyboard: space picks a card up, ↑ and ↓ move it, ${HOLDING}`,
  chain: `By keyboard: space picks a card up, the arrow keys move it where the picture goes, up into the chain and down out of it, ${HOLDING}`,
  parsons: `By keyboard: space picks a line up, ↑ puts it in and up, ↓ down, → and ← indent it, ${HOLDING}`,
  sort: (part) => `By keyboard: ${part.classes.length > 1 ? `1 to ${part.classes.length} put` : "1 puts"} a card into the class of that number, 0 puts it back.`,
};
const keysOf = (part) => (part.mode === "sort" ? CARD_KEYS.sort(part) : CARD_KEYS[part.mode]);

export function cards(part, edit, { announce }) {
  const places = placesOf(part).map((place, number) => ({ ...place, ...placeBox(place, part, number) }));
  const [{ list }] = places;
  const isRow = () => getComputedStyle(list).flexDirection === "row" && part.mode === "chain";
  const moves = makeCardMoves(part, places, { edit, announce, draw: () => board.draw(), isRow });
  const does = {
    ...moves,
    goOn: (id) => board.goOn(id),
    letGo: (id) => board.isMoving() || moves.letGo(id),
    onKey: (event, id) => onCardKey(event, id, does),
  };
  const made = new Map(part.cards.map((card) => [card.id, makeCard(card, part, places, does)]));
  const help = h("p", { class: "at-hint", id: freshId("cards") }, `${CARD_HELP[part.mode]} ${keysOf(part)}`);
  const el = group(part, help, h("div", { class: `at-board at-${part.mode}`, style: part.classes && `--at-classes:${part.classes.length}` }, ...places.map((place) => place.el)));
  const board = makeBoard(el, places, made, moves);
  places.forEach((place) =>
    listenToDrops(place, (id, y) => made.has(id) && moves.put(id, place.id, dropIndex(place, id, y))),
  );
  el.setAttribute("aria-describedby", help.id);
  return {
    el,
    update(next) {
      moves.meet(next);
      board.draw();
    },
    slotsOf: (ref) => (made.has(ref) ? [made.get(ref).slot] : []),
  };
}

/** Draws the cards where they lie, with the focus where it was. */
function makeBoard(el, places, made, { rows, isHeld }) {
  let moving = false; // moving an element in the page takes its focus, which is no letting go
  const place = () => {
    moving = true;
    places.forEach(({ id, list }) => putInto(list, rowsAt(rows(), id).map((row) => made.get(row.id).el)));
    moving = false;
  };
  const draw = () => {
    const focused = /** @type {HTMLElement} */ (document.activeElement);
    place();
    for (const row of rows()) {
      const index = indexIn(rows(), row);
      const last = index === rowsAt(rows(), row.place).length - 1;
      made.get(row.id).draw(row, { first: index === 0, last, held: isHeld(row.id) });
    }
    if (el.contains(focused) && focused !== document.activeElement) focused.focus();
    const card = focused?.closest?.(".at-card");
    if (card && el.contains(card) && document.activeElement !== focused) gripOf(card).focus();
  };
  /** From a card that was sorted to the next one of the pile, or to the one that lies last there. */
  const goOn = (id) => {
    const pile = rowsAt(rows(), TRAY).map((row) => row.id);
    const ids = [...made.keys()];
    const next = pile.find((one) => ids.indexOf(one) > ids.indexOf(id)) ?? pile[0];
    if (next) gripOf(made.get(next).el).focus();
  };
  return { draw, goOn, isMoving: () => moving };
}

/** @returns {HTMLElement} what is pressed to take a card up */
const gripOf = (card) => card.querySelector(".at-grip");

/** The cards of a list, in order. Where they stand so already none is moved: a press on one would be lost. */
function putInto(list, wanted) {
  if (list.children.length !== wanted.length || wanted.some((card, at) => card !== list.children[at])) list.append(...wanted);
}

/** A place with its name and its list; a class with the key that puts a card there. */
function placeBox(place, part, number) {
  const ends = part.mode === "chain" && place.ordered ? { "data-first": part.first, "data-last": part.last } : {};
  const list = h(place.ordered ? "ol" : "ul", { class: "at-stack", "aria-label": wordsOf(place.label), ...ends });
  const key = part.mode === "sort" && number > 0 && h("kbd", { "aria-hidden": "true" }, String(number));
  const title = part.mode === "order" ? null : h("h4", {}, key, h("span", { html: place.label }));
  return { list, el: h("div", { class: "at-place" }, title, list) };
}
