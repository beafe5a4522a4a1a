// Where a key leads in a text, from a cursor to the next one. Nothing here is on the screen.

import { characterStep } from "./offsets.js";

/**
 * @typedef {[number, number]} Range in UTF-16 units
 * @typedef {{origin: Range, here: Range}} Cursor where it began, and where it stands
 */

/** All that lies between the two ends of a cursor. */
export const hull = ({ origin, here }) => [Math.min(origin[0], here[0]), Math.max(origin[1], here[1])];

/** Whether its moving end is the later one. */
export const isForward = ({ origin, here }) => here[0] >= origin[0];

/** The part of a range between two places. */
export const clipped = ([start, end], low, high) => [Math.max(start, low), Math.min(end, high)];

/** The first of the stops that ends after a place, or the last of all. */
export const stopAfter = (stops, at) => stops[Math.min(firstIndex(stops, at), stops.length - 1)];

/**
 * Each takes a cursor, a direction and whether the origin stays, and gives the next cursor: the same
 * one where there is no way.
 * @param {string} words the whole text
 * @param {any} text what makeMarkText gives
 * @param {() => Range[]} stops
 * @returns {Record<string, (cursor: Cursor, way: number, extend: boolean) => Cursor>}
 */
export function waysOf(words, text, stops) {
  const goTo = (here, { origin }, extend) => ({ origin: extend ? origin : here, here });
  return {
    byWord(cursor, way, extend) {
      const [start, end] = cursor.here;
      const next = stops()[way > 0 ? firstIndex(stops(), end) : lastIndex(stops(), start)];
      return goTo(next ?? cursor.here, cursor, extend);
    },
    byCharacter: (cursor, way, extend) => (extend ? stretched(words, stops(), cursor, way) : byCharacter(words, cursor, way)),
    byParagraph(cursor, way, extend) {
      const index = text.lines.indexOf(text.lineAt(cursor.here[0] + 1)) + way;
      const line = text.lines[Math.max(0, Math.min(index, text.lines.length - 1))];
      return goTo(stopAfter(stops(), line.start), cursor, extend);
    },
    toEdge(cursor, way, extend) {
      const line = text.lineAt(cursor.here[0] + 1);
      return goTo(way > 0 ? stops()[lastIndex(stops(), line.end)] : stopAfter(stops(), line.start), cursor, extend);
    },
  };
}

/** A cursor of one character, the next one. */
function byCharacter(words, cursor, way) {
  const from = cursor.here[way > 0 ? 1 : 0];
  const to = characterStep(words, from, way);
  if (from === to) return cursor;
  /** @type {Range} */
  const here = [Math.min(from, to), Math.max(from, to)];
  return { origin: here, here };
}

/** With Shift the end that moves goes by one character. */
function stretched(words, stops, cursor, way) {
  const [start, end] = hull(cursor);
  const [low, high] = isForward(cursor) ? [start, characterStep(words, end, way)] : [characterStep(words, start, way), end];
  if (low >= high) return cursor;
  const here = clipped(stopAfter(stops, isForward(cursor) ? high - 1 : low), low, high);
  return { origin: isForward(cursor) ? [low, low] : [high, high], here };
}

/** The index of the first range that ends after a place. */
function firstIndex(ranges, at) {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle][1] > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The index of the last range that begins before a place, or -1. */
function lastIndex(ranges, at) {
  const index = firstIndex(ranges, at - 1);
  return index < ranges.length && ranges[index][0] < at ? index : index - 1;
}
