// The two edges of a mark, and where each may go: to the edges of words or clauses, or by characters.

import { clausesOf } from "./markclauses.js";
import { characterStep } from "./offsets.js";

/**
 * A range after one of its edges went a step; the same range where there is no way.
 * @param {string} words the whole text
 * @param {[number, number][]} stops where words begin and end
 * @param {{start: number, end: number}} range
 * @param {"start" | "end"} edge
 * @param {1 | -1} way
 * @param {"word" | "clause" | "character"} by
 */
export function edgeStepped(words, stops, { start, end }, edge, way, by) {
  const at = edge === "start" ? start : end;
  const places = by === "clause" ? clausesOf(words, stops, edge) : placesOf(stops, edge);
  const next = by === "character" ? characterStep(words, at, way) : way > 0 ? places.find((one) => one > at) : places.findLast((one) => one < at);
  return withEdge({ start, end }, edge, next ?? at, stops);
}

/** A range after one of its edges was dragged to a place: to the nearest edge of a word there. */
export function edgeDragged(stops, range, edge, at, byCharacter) {
  const other = edge === "start" ? range.end : range.start;
  const allowed = placesOf(stops, edge).filter((one) => (edge === "start" ? one < other : one > other));
  const nearest = allowed.reduce((best, one) => (Math.abs(one - at) < Math.abs(best - at) ? one : best), allowed[0]);
  return withEdge(range, edge, byCharacter ? at : (nearest ?? at), stops);
}

const placesOf = (stops, edge) => stops.map((stop) => stop[edge === "start" ? 0 : 1]);

/** The range with an edge elsewhere, as long as something is left and it stays in the text shown. */
function withEdge({ start, end }, edge, at, stops) {
  const moved = edge === "start" ? { start: at, end } : { start, end: at };
  const isThere = moved.start >= stops[0][0] && moved.end <= stops.at(-1)[1];
  return isThere && moved.start < moved.end ? moved : { start, end };
}
