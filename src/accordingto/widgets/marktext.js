// The text with its marks drawn in. Positions here are UTF-16 units; badges are drawn by the style
// sheet, so that the text of a line is the text of the article and nothing else.

import { h } from "./dom.js";
import { threadKey, threadsOf } from "./threads.js";

/** A name of one mark: two marks of the same place, label and record are the same mark. */
export const markKey = ({ start, end, label, record = "" }) => `${start} ${end} ${label} ${record}`;

/** The order of a text; of two marks that begin together the longer comes first. */
export const byPlace = (one, other) => one.start - other.start || other.end - one.end || (one.record ?? 0) - (other.record ?? 0);

/**
 * @param {string} words the whole text
 * @param {{start: number, end: number, number: number}[]} paragraphs those that are shown
 * @param {(mark: object) => object} looks attributes of a mark, its class among them
 */
export function makeMarkText(words, paragraphs, looks) {
  const lines = paragraphs.map((paragraph) => ({
    ...paragraph,
    el: h("p", { class: "at-line", "data-paragraph": paragraph.number }, words.slice(paragraph.start, paragraph.end)),
  }));
  const el = h("div", { class: "at-text-area", tabindex: 0 }, ...lines.map((line) => line.el));
  const marked = new WeakMap();
  const places = textPlaces(el, lines);

  /** Draw the lines in which the marks differ, and leave the others as they are. */
  const redraw = (before, after) => {
    const threads = threadsOf(after);
    const changed = [...differing(before, after, markKey), ...differing(threadsOf(before), threads, threadKey)];
    const stale = lines.filter((line) => changed.some((mark) => isIn(mark, line)));
    stale.forEach((line) => line.el.replaceChildren(...drawnLine(words, line, { marks: after, threads, looks, marked })));
  };
  /** Change the page and leave the words selected that were: once for all, for it costs a layout. */
  const keepingSelection = (change) => {
    const selected = places.selected();
    change();
    if (selected) places.select(selected.anchor, selected.focus);
  };
  /** The mark that an element of the text draws, or nothing. */
  const markOf = (node) => marked.get(node?.closest?.(".at-mark"));
  return { el, lines, redraw, keepingSelection, markOf, ...places };
}

const isIn = (mark, line) => mark.start < line.end && mark.end > line.start;

/** Those of one list that are not in the other. */
function differing(before, after, keyOf) {
  const [stood, stands] = [before, after].map((all) => new Map(all.map((one) => [keyOf(one), one])));
  const only = (some, others) => [...some.keys()].filter((key) => !others.has(key)).map((key) => some.get(key));
  return [...only(stood, stands), ...only(stands, stood)];
}

/** The nodes of one line: plain text, and text wrapped by every mark and thread that covers it. */
function drawnLine(words, line, { marks, threads, looks, marked }) {
  const here = marks.filter((mark) => isIn(mark, line));
  const under = threads.filter((thread) => isIn(thread, line));
  const edges = [...here, ...under].flatMap((one) => [Math.max(one.start, line.start), Math.min(one.end, line.end)]);
  const cuts = [...new Set([line.start, line.end, ...edges])].sort((one, other) => one - other);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index];
    const covering = here.filter((mark) => mark.start <= start && mark.end >= end).sort(byPlace);
    const innermost = covering.length - 1;
    const inMarks = covering.reduceRight((inner, mark, depth) => {
      const { class: hue, ...attributes } = looks(mark);
      const el = h("mark", { ...attributes, class: `at-mark ${hue}${endsOf(mark, start, end)}`, style: `--at-lift:${innermost - depth}` }, inner);
      marked.set(el, mark);
      return el;
    }, /** @type {Node} */ (document.createTextNode(words.slice(start, end))));
    return under.filter((thread) => thread.start <= start && thread.end >= end).reduce((inner, thread) => threaded(inner, thread, start, end), inMarks);
  });
}

const threaded = (inner, thread, start, end) =>
  h("span", { class: `at-thread${endsOf(thread, start, end)}`, "data-statement": thread.record, style: `--at-lane:${thread.lane}` }, inner);

const endsOf = (one, start, end) => (one.start === start ? " at-first" : "") + (one.end === end ? " at-last" : "");

/** Positions in the text against places in the page, and the page's selection as positions. */
function textPlaces(el, lines) {
  const lineOf = new Map(lines.map((line) => [line.el, line]));
  const lineAt = (at) => lines.find((line) => at <= line.end) ?? lines.at(-1);

  const offsetAt = (node, offset) => {
    if (node === el) return lines[offset]?.start ?? lines.at(-1).end;
    const line = lineOf.get((node instanceof Element ? node : node.parentElement).closest(".at-line"));
    const range = document.createRange();
    range.selectNodeContents(line.el);
    range.setEnd(node, offset);
    return line.start + range.toString().length;
  };

  /** @returns {[Node, number]} */
  const pointAt = (at) => {
    const line = lineAt(at);
    let left = Math.max(0, at - line.start);
    const walker = document.createTreeWalker(line.el, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const length = walker.currentNode.textContent?.length ?? 0;
      if (left <= length) return [walker.currentNode, left];
      left -= length;
    }
    return [line.el, 0];
  };

  /** What is selected in this text: where that began and where it stands, or null. */
  const selected = () => {
    const there = getSelection();
    if (!there || !el.contains(there.anchorNode) || !el.contains(there.focusNode)) return null;
    return { anchor: offsetAt(there.anchorNode, there.anchorOffset), focus: offsetAt(there.focusNode, there.focusOffset) };
  };

  const select = (anchor, focus) => getSelection()?.setBaseAndExtent(...pointAt(anchor), ...pointAt(focus));

  /** Bring a position into sight, within the text's own scrolling and within the page. */
  const reveal = (at) => {
    const range = document.createRange();
    range.setStart(...pointAt(at));
    const place = range.getBoundingClientRect();
    const box = el.getBoundingClientRect();
    const margin = place.height;
    if (place.top < box.top + margin) el.scrollTop -= box.top + margin - place.top;
    else if (place.bottom > box.bottom - margin) el.scrollTop += place.bottom - box.bottom + margin;
    const now = range.getBoundingClientRect();
    if (now.top < 0 || now.bottom > innerHeight) lineAt(at).el.scrollIntoView({ block: "nearest" });
  };

  /** Where a range is in the window, line by line. */
  const rectsOf = (start, end) => {
    const range = document.createRange();
    range.setStart(...pointAt(start));
    range.setEnd(...pointAt(end));
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
    return rects.length ? rects : [range.getBoundingClientRect()];
  };

  /** The lines of a range, with the one before and the one after. */
  const linesAround = (start, end) => lines.slice(Math.max(0, lines.indexOf(lineAt(start)) - 1), lines.indexOf(lineAt(end)) + 2);
  return { lineAt, offsetAt, selected, select, reveal, rectsOf, linesAround };
}
