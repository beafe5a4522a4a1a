// What is done with cards, by buttons, keys and dragging alike; and what is said of it.

import { indented, indexIn, LIST, putAt, rowOf, rowsAt, rowsOf, steered, valueOf } from "./board.js";
import { same, wordsOf } from "./dom.js";

const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

/**
 * The answer as rows, the card that is held, and every move of one. A move edits the answer, which
 * comes back by `meet`; holding and letting go only draw.
 */
export function makeCardMoves(part, places, { edit, announce, draw, isRow }) {
  let value = null;
  let rows = rowsOf(part, null);
  /** @type {{id: string, before: any}|null} */
  let held = null; // a card that was picked up by key, and the answer before it

  const say = (id, ...more) => announce([placeWords(part, places, rows, id), ...more].join(". "));
  const lay = (id, next) => {
    if (!same(next, rows)) edit(valueOf(part, next));
    say(id);
  };
  const step = (id, by) => lay(id, putAt(rows, id, LIST, indexIn(rows, rowOf(rows, id)) + by));
  return {
    rows: () => rows,
    isHeld: (id) => held?.id === id,
    /** The rows in step with an answer. */
    meet(next) {
      value = next ?? null;
      rows = rowsOf(part, value);
    },
    up: (id) => step(id, -1),
    down: (id) => step(id, 1),
    indent: (id, by) => lay(id, indented(part, rows, id, by)),
    put: (id, place, index = Infinity) => lay(id, putAt(rows, id, place, index)),
    steer: (id, key) => lay(id, steered(part, rows, id, key, isRow())),
    /** Into the class of that number, or with 0 back onto the pile. Whether there is such a one. */
    sortInto(id, number) {
      if (part.mode !== "sort" || !places[number]) return false;
      lay(id, putAt(rows, id, places[number].id, Infinity));
      return true;
    },
    pick(id) {
      held = held?.id === id ? null : { id, before: value };
      draw();
      say(id, held ? "Picked up" : "Put down");
    },
    letGo(id) {
      if (held?.id !== id) return;
      held = null;
      draw();
    },
    takeBack(id) {
      if (!held) return;
      const { before } = held;
      held = null;
      edit(before);
      draw();
      say(id, "Taken back");
    },
  };
}

/** "Axios: place 2 of 3, indented 1". */
function placeWords(part, places, rows, id) {
  const name = wordsOf(part.cards.find((card) => card.id === id).label);
  const row = rowOf(rows, id);
  const place = places.find((one) => one.id === row.place);
  if (!place.ordered) return `${name}: ${wordsOf(place.label)}`;
  const indent = row.indent ? `, indented ${row.indent}` : "";
  return `${name}: place ${indexIn(rows, row) + 1} of ${rowsAt(rows, row.place).length}${indent}`;
}

/** What a key does with a card: space takes it up, arrows move it while it is held, digits sort it. */
export function onCardKey(event, id, moves) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^[0-9]$/.test(event.key) && moves.sortInto(id, Number(event.key))) event.key !== "0" && moves.goOn(id);
  else if (event.key === " " || event.key === "Enter") moves.pick(id);
  else if (moves.isHeld(id) && ARROWS.includes(event.key)) moves.steer(id, event.key);
  else if (moves.isHeld(id) && event.key === "Escape") moves.takeBack(id);
  else return;
  event.preventDefault();
}
