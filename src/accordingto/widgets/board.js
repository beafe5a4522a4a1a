// Where cards lie: pure functions from an answer to rows, from rows to rows, and back.
// A row is {id, place, indent}; rows of one place stand in its order.

export const TRAY = "";
export const LIST = "list";

/** The places of a board: a list to fill, or classes; and a tray, unless every card is in order. */
export function placesOf(part) {
  const list = { id: LIST, label: part.label, ordered: true };
  if (part.mode === "order") return [list];
  if (part.mode === "sort") return [{ id: TRAY, label: "Still to sort" }, ...part.classes];
  return [{ ...list, label: part.mode === "chain" ? "The chain" : "The lines" }, { id: TRAY, label: "Not used" }];
}

/** The rows that an answer stands for; without one, every card lies where it begins. */
export function rowsOf(part, value) {
  const ids = part.cards.map((card) => card.id);
  if (part.mode === "sort") return ids.map((id) => ({ id, place: value?.[id] ?? TRAY, indent: 0 }));
  const taken = value ?? (part.mode === "order" ? ids : []);
  const placed = taken.map((one) => ({ id: one.id ?? one, place: LIST, indent: one.indent ?? 0 }));
  const used = new Set(placed.map((row) => row.id));
  return [...placed, ...ids.filter((id) => !used.has(id)).map((id) => ({ id, place: TRAY, indent: 0 }))];
}

/** The answer that rows stand for. */
export function valueOf(part, rows) {
  const placed = rows.filter((row) => row.place !== TRAY);
  if (part.mode === "sort") return Object.fromEntries(placed.map((row) => [row.id, row.place]));
  return placed.map((row) => (part.mode === "parsons" ? { id: row.id, indent: row.indent } : row.id));
}

export const rowOf = (rows, id) => rows.find((row) => row.id === id);
export const rowsAt = (rows, place) => rows.filter((row) => row.place === place);
export const indexIn = (rows, row) => rowsAt(rows, row.place).indexOf(row);

/** The rows after a card was put at an index of a place. */
export function putAt(rows, id, place, index) {
  const others = rows.filter((row) => row.id !== id);
  const follower = rowsAt(others, place)[Math.max(0, index)];
  const at = follower ? others.indexOf(follower) : others.length;
  const { indent } = rowOf(rows, id);
  return others.toSpliced(at, 0, { id, place, indent: place === TRAY ? 0 : indent });
}

/** The rows after a line was moved in, as far as the part allows, or out. */
export const indented = (part, rows, id, by) =>
  rows.map((row) => (row.id === id ? { ...row, indent: Math.min(part.deepest, Math.max(0, row.indent + by)) } : row));

/**
 * The rows after an arrow key on a card that is held: it goes where the picture says. `isRow` is
 * whether the list lies in a row, left to right, with the tray below it.
 */
export function steered(part, rows, id, key, isRow = false) {
  const row = rowOf(rows, id);
  const [down, right] = [{ ArrowUp: -1, ArrowDown: 1 }[key] ?? 0, { ArrowLeft: -1, ArrowRight: 1 }[key] ?? 0];
  if (part.mode === "sort") return sorted(part, rows, row, down || right);
  if (part.mode === "chain") return isRow ? inRow(rows, row, right, down) : inColumn(rows, row, down);
  if (row.place === TRAY) return right > 0 || down < 0 ? putAt(rows, id, LIST, Infinity) : rows;
  if (down) return putAt(rows, id, LIST, indexIn(rows, row) + down);
  if (part.mode === "parsons" && row.indent + right >= 0) return indented(part, rows, id, right);
  return right < 0 && part.mode !== "order" ? putAt(rows, id, TRAY, Infinity) : rows;
}

/** A card in the next class, or in the one before. */
function sorted(part, rows, row, by) {
  const places = placesOf(part).map((place) => place.id);
  const next = places[places.indexOf(row.place) + by];
  return next === undefined ? rows : putAt(rows, row.id, next, Infinity);
}

/** A card in a chain that lies in a row: along it, or down into the tray and up out of it. */
function inRow(rows, row, right, down) {
  if (row.place === TRAY) return down < 0 ? putAt(rows, row.id, LIST, Infinity) : rows;
  if (down) return down > 0 ? putAt(rows, row.id, TRAY, Infinity) : rows;
  return putAt(rows, row.id, LIST, indexIn(rows, row) + right);
}

/** A card in a chain that goes downwards: past its lower end it is in the tray. */
function inColumn(rows, row, down) {
  if (!down) return rows;
  const isLast = indexIn(rows, row) === rowsAt(rows, LIST).length - 1;
  if (row.place === TRAY) return down < 0 ? putAt(rows, row.id, LIST, Infinity) : rows;
  return down > 0 && isLast ? putAt(rows, row.id, TRAY, Infinity) : putAt(rows, row.id, LIST, indexIn(rows, row) + down);
}
