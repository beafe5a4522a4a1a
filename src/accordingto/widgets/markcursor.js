// The keyboard's way through a text. The cursor is the page's own selection, so that mouse, touch
// and keys choose words in one way; it knows the range where it began and the one where it stands.

/** The cursor of one view. `text` is what makeMarkText gives; positions are UTF-16 units. */
function makeMarkCursor(words, text) {
  let found = null;
  const stops = () => (found ??= text.lines.flatMap((line) => stopsOf(words, line.start, line.end)));
  let origin = null;
  let here = null;

  const hull = () => [Math.min(origin[0], here[0]), Math.max(origin[1], here[1])];
  const isForward = () => here[0] >= origin[0];
  const show = () => {
    const [start, end] = hull();
    text.select(isForward() ? start : end, isForward() ? end : start);
    text.reveal(isForward() ? end : start);
  };
  const put = (range, extend = false) => {
    here = range;
    if (!extend) origin = range;
    show();
  };
  const stopAfter = (at) => stops()[Math.min(firstIndex(stops(), at), stops().length - 1)];

  /** Take over what mouse or touch selected. Whether there is a cursor at all. */
  const adopt = () => {
    const selected = text.selected();
    if (!selected) return here !== null;
    const [start, end] = [selected.anchor, selected.focus].sort((one, other) => one - other);
    if (here && hull()[0] === start && hull()[1] === end) return true;
    const [first, last] = [stopAfter(start), stopAfter(Math.max(start, end - 1))];
    [origin, here] = start === end ? [first, first] : [clipped(first, start, end), clipped(last, start, end)];
    if (selected.focus < selected.anchor) [origin, here] = [here, origin];
    return true;
  };

  const byWord = (way, extend) => {
    const next = stops()[firstIndex(stops(), here[1])] ?? here;
    const previous = stops()[lastIndex(stops(), here[0])] ?? here;
    put(way > 0 ? next : previous, extend);
  };

  /** A character at a time: with Shift the end that moves, else a cursor of one character. */
  const byCharacter = (way, extend) => {
    if (!extend) {
      const from = way > 0 ? here[1] : here[0];
      const to = characterStep(words, from, way);
      return from === to ? undefined : put([Math.min(from, to), Math.max(from, to)]);
    }
    const [start, end] = hull();
    const [low, high] = isForward() ? [start, characterStep(words, end, way)] : [characterStep(words, start, way), end];
    if (low >= high) return undefined;
    const moving = clipped(stopAfter(isForward() ? high - 1 : low), low, high);
    origin = isForward() ? [low, low] : [high, high];
    return put(moving, true);
  };

  const byParagraph = (way, extend) => {
    const index = text.lines.indexOf(text.lineAt(here[0] + 1)) + way;
    const line = text.lines[Math.max(0, Math.min(index, text.lines.length - 1))];
    put(stopAfter(line.start), extend);
  };

  const toEdge = (way, extend) => {
    const line = text.lineAt(here[0] + 1);
    put(way > 0 ? stops()[lastIndex(stops(), line.end)] : stopAfter(line.start), extend);
  };

  const begin = () => put(stopAfter(text.lines[0].start));

  return {
    /** Move as a key says; the first key of all only begins. */
    move(step, way, extend) {
      if (!adopt()) begin();
      else ({ byWord, byCharacter, byParagraph, toEdge })[step](way, extend);
    },
    /** Choose a range, such as a mark, or the word at a place. */
    choose: (start, end) => put([start, end]),
    chooseWord: (at) => put(stopAfter(at)),
    /** The chosen range, or null when nothing is selected. */
    chosen: () => (text.selected() && adopt() ? hull() : null),
    /** Let go of what is selected; the keys go on from there. */
    release: () => getSelection().removeAllRanges(),
    here: () => here,
  };
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

const clipped = ([start, end], low, high) => [Math.max(start, low), Math.min(end, high)];
