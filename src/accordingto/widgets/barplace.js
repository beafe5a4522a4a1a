// Where the labels at the selection stand: where they cover none of the text, or little of it.

const GAP = 8; // pixels between the labels and what is selected
const FINGER = 28; // and below it, where a finger's handles are

/**
 * Put the labels beside what is selected: into the margin, at the line where the hand is, or above
 * or below where there is none.
 * @param {HTMLElement} el
 * @param {any} text what makeMarkText gives
 * @param {[number, number]} range
 * @param {boolean} isForward whether the hand is at the end of it
 */
export function putBeside(el, text, range, isForward) {
  if (!el.parentElement) return;
  const frame = el.parentElement.getBoundingClientRect();
  const rects = text.rectsOf(...range);
  const wordsNear = () => text.linesAround(...range).flatMap((line) => text.rectsOf(line.start, line.end));
  const place = inMargin(el, isForward ? rects.at(-1) : rects[0], text.el) ?? whereLeastIsCovered(el, rects, frame, wordsNear());
  el.style.translate = `${place.left - frame.left}px ${place.top - frame.top}px`;
}

/** Beside a line, the labels under each other; null where the margin has no room for that. */
function inMargin(el, line, area) {
  const [column, box] = [area.querySelector(".at-line"), area].map((one) => one.getBoundingClientRect());
  const left = column.right + GAP;
  el.classList.add("at-in-margin");
  if (left + el.offsetWidth > box.left + area.clientLeft + area.clientWidth) {
    el.classList.remove("at-in-margin");
    return null;
  }
  const lowest = Math.min(box.bottom, innerHeight) - el.offsetHeight;
  return { left, top: Math.max(box.top, 0, Math.min(line.top, lowest)) };
}

/** Above or below, at what is selected or at the right edge. A finger's own menu stands above. */
function whereLeastIsCovered(el, rects, frame, words) {
  const [first, last] = [rects[0], rects.at(-1)];
  const { offsetWidth: width, offsetHeight: height } = el;
  const isFinger = matchMedia("(pointer: coarse)").matches;
  const above = { top: first.top - GAP - height, from: first.left };
  const below = { top: last.bottom + (isFinger ? FINGER : GAP), from: last.left };
  const rows = isFinger || above.top < 0 ? [below] : [above, below];
  const rightmost = Math.max(frame.left, frame.right - width);
  const places = rows.flatMap(({ top, from }) => [Math.min(from, rightmost), rightmost].map((left) => ({ left, top })));
  const covered = ({ left, top }) =>
    words.reduce((area, word) => area + shared(left, left + width, word.left, word.right) * shared(top, top + height, word.top, word.bottom), 0);
  return places.reduce((best, one) => (covered(one) < covered(best) ? one : best));
}

const shared = (from, to, start, end) => Math.max(0, Math.min(to, end) - Math.max(from, start));
