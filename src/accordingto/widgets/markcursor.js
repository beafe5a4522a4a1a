// The keyboard's way through a text. The cursor is the page's own selection, so that mouse, touch
// and keys choose words in one way; it knows the range where it began and the one where it stands.

import { clipped, hull, isForward, stopAfter, waysOf } from "./markpaths.js";
import { stopsOf } from "./offsets.js";

/** The cursor of one view. `text` is what makeMarkText gives; positions are UTF-16 units. */
export function makeMarkCursor(words, text) {
  /** @type {import("./markpaths.js").Range[]|null} */
  let found = null;
  /** Where the keys stop: the edges of words and quotation marks of the text shown. */
  const stops = () => (found ??= text.lines.flatMap((line) => stopsOf(words, line.start, line.end)));
  const ways = waysOf(words, text, stops);
  /** @type {import("./markpaths.js").Cursor|null} */
  let cursor = null;

  const put = (next) => {
    cursor = next;
    const [start, end] = hull(next);
    text.select(isForward(next) ? start : end, isForward(next) ? end : start);
    text.reveal(isForward(next) ? end : start);
    return next;
  };
  const putAt = (range) => put({ origin: range, here: range });

  /** The cursor after mouse or touch has selected; null while there is none. */
  const adopt = () => {
    const selected = text.selected();
    if (!selected) return cursor;
    const [start, end] = [selected.anchor, selected.focus].sort((one, other) => one - other);
    if (cursor && hull(cursor)[0] === start && hull(cursor)[1] === end) return cursor;
    const [first, last] = [stopAfter(stops(), start), stopAfter(stops(), Math.max(start, end - 1))];
    const [low, high] = start === end ? [first, first] : [clipped(first, start, end), clipped(last, start, end)];
    cursor = selected.focus < selected.anchor ? { origin: high, here: low } : { origin: low, here: high };
    return cursor;
  };

  return {
    /** Move as a key says; the first key of all only begins. Returns the range where it stands then. */
    move(step, way, extend) {
      const from = adopt();
      if (!from) return putAt(stopAfter(stops(), text.lines[0].start)).here;
      const next = ways[step](from, way, extend);
      return (next === from ? from : put(next)).here;
    },
    /** Choose a range, such as a mark, or the word at a place. */
    choose: (start, end) => putAt([start, end]),
    chooseWord: (at) => putAt(stopAfter(stops(), at)),
    /** The chosen range, or null when nothing is selected. */
    chosen() {
      const here = text.selected() && adopt();
      return here ? hull(here) : null;
    },
    /** Let go of what is selected; the keys go on from there. */
    release: () => getSelection()?.removeAllRanges(),
    stops,
  };
}
