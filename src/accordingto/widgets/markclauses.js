// Where the clauses of a text begin and end: at a mark between words, at a new line. Pure.

const MARK = /^\p{P}+$/u; // no word at all, such as a dash
const BEFORE = /^\(+/;
const AFTER = /[,;:.!?…)]+$/;

/**
 * The places where an edge of a mark can stop, clause by clause.
 * @param {string} words the whole text
 * @param {[number, number][]} stops where words and quotation marks begin and end
 * @param {"start" | "end"} edge
 */
export function clausesOf(words, stops, edge) {
  const said = ([start, end]) => words.slice(start, end);
  const isApart = (one, other) => !one || !other || MARK.test(said(one)) || MARK.test(said(other)) || AFTER.test(said(one)) || BEFORE.test(said(other)) || words.slice(one[1], other[0]).includes("\n");
  const found = stops.filter((stop, index) => !MARK.test(said(stop)) && (edge === "start" ? isApart(stops[index - 1], stop) : isApart(stop, stops[index + 1])));
  return found.map((stop) => (edge === "start" ? stop[0] + (BEFORE.exec(said(stop))?.[0].length ?? 0) : stop[1] - (AFTER.exec(said(stop))?.[0].length ?? 0)));
}
