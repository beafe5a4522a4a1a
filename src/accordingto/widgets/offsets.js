// Offsets: Python counts code points, the browser UTF-16 units. They part at 𝓑 and at emoji.

/**
 * Converters between the two for one text; for most texts both are the identity.
 * @param {string} text
 * @returns {{toUnits: (point: number) => number, toPoints: (unit: number) => number}}
 */
export function offsetsOf(text) {
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return { toUnits: (point) => point, toPoints: (unit) => unit };
  const units = [];
  const points = [];
  let unit = 0;
  for (const character of text) {
    for (let half = 0; half < character.length; half += 1) points[unit + half] = units.length;
    units.push(unit);
    unit += character.length;
  }
  points[unit] = units.length;
  units.push(unit);
  return { toUnits: (point) => units[Math.min(point, units.length - 1)], toPoints: (at) => points[Math.min(at, unit)] };
}

/** The start of the character (a whole code point) after or before a place, in units. */
export function characterStep(text, at, by) {
  const next = Math.max(0, Math.min(text.length, at + by));
  const split = /[\uDC00-\uDFFF]/.test(text[next] ?? "") && /[\uD800-\uDBFF]/.test(text[next - 1] ?? "");
  return split ? next + by : next;
}

/**
 * Where the keyboard stops in a text: at each word with what clings to it, and at each quotation
 * mark alone, so that a selection can take it or leave it. An apostrophe stays in its word.
 * @returns {[number, number][]} starts and ends in units
 */
export function stopsOf(text, start, end) {
  const stop = /[“”"‘]|’(?!\p{L})|(?:[^\s“”"‘’]|’(?=\p{L}))+/gu;
  const found = [];
  for (const match of text.slice(start, end).matchAll(stop)) {
    found.push([start + match.index, start + match.index + match[0].length]);
  }
  return found;
}

/**
 * The range without white space at its edges, or null when nothing is left.
 * @returns {[number, number] | null}
 */
export function trimmed(text, start, end) {
  const piece = text.slice(start, end);
  if (!piece.trim()) return null;
  return [start + piece.length - piece.trimStart().length, end - (piece.length - piece.trimEnd().length)];
}
