// The text with its marks drawn in. Positions here are UTF-16 units; badges are drawn by the style
// sheet, so that the text of a line is the text of the article and nothing else.

/** A name of one mark: two marks of the same place, label and record are the same mark. */
const markKey = (mark) => [mark.start, mark.end, mark.label, mark.record ?? ""].join(" ");

/** The order of a text; of two marks that begin together the longer comes first. */
const byPlace = (one, other) => one.start - other.start || other.end - one.end || (one.record ?? 0) - (other.record ?? 0);

/**
 * @param {string} words the whole text
 * @param {{start: number, end: number, number: number}[]} paragraphs those that are shown
 * @param {(mark: object) => object} looks attributes of a mark, its class among them
 */
function makeMarkText(words, paragraphs, looks) {
  const lines = paragraphs.map((paragraph) => ({
    ...paragraph,
    el: h("p", { class: "at-line", "data-paragraph": paragraph.number }, words.slice(paragraph.start, paragraph.end)),
  }));
  const el = h("div", { class: "at-text-area", tabindex: 0 }, ...lines.map((line) => line.el));
  const places = textPlaces(el, lines);

  /** Draw the lines in which the marks differ, and leave the others as they are. */
  const redraw = (before, after) => {
    const [stood, stands] = [before, after].map((marks) => new Set(marks.map(markKey)));
    const changed = [
      ...before.filter((mark) => !stands.has(markKey(mark))),
      ...after.filter((mark) => !stood.has(markKey(mark))),
    ];
    const stale = lines.filter((line) => changed.some((mark) => isIn(mark, line)));
    if (!stale.length) return;
    const selected = places.selected();
    stale.forEach((line) => line.el.replaceChildren(...drawnLine(words, line, after, looks)));
    if (selected) places.select(selected.anchor, selected.focus);
  };
  return { el, lines, redraw, ...places };
}

const isIn = (mark, line) => mark.start < line.end && mark.end > line.start;

/** The nodes of one line: plain text, and text wrapped by every mark that covers it. */
function drawnLine(words, line, marks, looks) {
  const here = marks.filter((mark) => isIn(mark, line));
  const edges = here.flatMap((mark) => [Math.max(mark.start, line.start), Math.min(mark.end, line.end)]);
  const cuts = [...new Set([line.start, line.end, ...edges])].sort((one, other) => one - other);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index];
    const covering = here.filter((mark) => mark.start <= start && mark.end >= end).sort(byPlace);
    const innermost = covering.length - 1;
    return covering.reduceRight(
      (inner, mark, depth) => wrapped(inner, looks(mark), mark, { start, end, lift: innermost - depth }),
      document.createTextNode(words.slice(start, end)),
    );
  });
}

function wrapped(inner, attributes, mark, { start, end, lift }) {
  const ends = (mark.start === start ? " at-first" : "") + (mark.end === end ? " at-last" : "");
  return h("mark", { ...attributes, class: `at-mark ${attributes.class}${ends}`, style: `--at-lift:${lift}` }, inner);
}

/** Positions in the text against places in the page, and the page's selection as positions. */
function textPlaces(el, lines) {
  const lineAt = (at) => lines.find((line) => at <= line.end) ?? lines.at(-1);

  const offsetAt = (node, offset) => {
    if (node === el) return lines[offset]?.start ?? lines.at(-1).end;
    const line = lines.find((one) => one.el.contains(node));
    const range = document.createRange();
    range.selectNodeContents(line.el);
    range.setEnd(node, offset);
    return line.start + range.toString().length;
  };

  const pointAt = (at) => {
    const line = lineAt(at);
    let left = Math.max(0, at - line.start);
    const walker = document.createTreeWalker(line.el, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (left <= walker.currentNode.length) return [walker.currentNode, left];
      left -= walker.currentNode.length;
    }
    return [line.el, 0];
  };

  /** What is selected in this text: where that began and where it stands, or null. */
  const selected = () => {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection();
    if (!el.contains(anchorNode) || !el.contains(focusNode)) return null;
    return { anchor: offsetAt(anchorNode, anchorOffset), focus: offsetAt(focusNode, focusOffset) };
  };

  const select = (anchor, focus) => getSelection().setBaseAndExtent(...pointAt(anchor), ...pointAt(focus));

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
  return { lineAt, offsetAt, selected, select, reveal };
}

/** Tell where a text was tapped, which is to press and let go at one place. */
function listenToTaps(text, onTap) {
  const still = 4; // pixels that a finger may move
  let pressed = null;
  text.el.addEventListener("pointerdown", (event) => (pressed = event));
  text.el.addEventListener("click", (event) => {
    const moved = Math.hypot(event.clientX - pressed?.clientX, event.clientY - pressed?.clientY);
    const caret = caretAt(event.clientX, event.clientY);
    if (!(moved < still) || event.detail > 1 || event.shiftKey || !text.el.contains(caret?.node)) return;
    setTimeout(() => onTap(text.offsetAt(caret.node, caret.offset))); // the browser still lets go of what was selected
  });
}

/** The text node and offset at a point of the window; browsers differ in how they are asked. */
function caretAt(x, y) {
  const place = document.caretPositionFromPoint?.(x, y);
  if (place) return { node: place.offsetNode, offset: place.offset };
  const range = document.caretRangeFromPoint?.(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}
