// The keys of a text to mark: what each does, and the words that explain it.

import { freshId, h } from "./dom.js";

const WAYS = {
  ArrowRight: ["byWord", 1],
  ArrowLeft: ["byWord", -1],
  ArrowDown: ["byParagraph", 1],
  ArrowUp: ["byParagraph", -1],
  End: ["toEdge", 1],
  Home: ["toEdge", -1],
};

/** The first edge of the mark here, and its last, to the left and to the right; below, by clauses. */
const EDGES = { a: ["start", -1], s: ["start", 1], d: ["end", -1], f: ["end", 1] };
const CLAUSES = { z: EDGES.a, x: EDGES.s, c: EDGES.d, v: EDGES.f };

/** A listener that does what a key says, and leaves to the page the keys that say nothing here. */
export function markKeys(part, does, statements) {
  const plain = {
    enter: () => does.label(part.labels[0]),
    delete: does.removeHere,
    backspace: does.removeHere,
    escape: does.release,
    n: () => does.jump(1),
    p: () => does.jump(-1),
    q: does.takeIn,
    ...(statements && { r: statements.begin, t: statements.goOn, "[": () => statements.step(-1), "]": () => statements.step(1) }),
  };
  const actionOf = (event) => {
    const key = event.key.toLowerCase();
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand) return commandOf(key, event.shiftKey, does);
    if (WAYS[event.key]) return () => does.move(event, WAYS[event.key]);
    if (event.altKey) return null;
    if (EDGES[key]) return () => does.stepEdge(...EDGES[key], event.shiftKey ? "character" : "word");
    if (CLAUSES[key]) return () => does.stepEdge(...CLAUSES[key], "clause");
    const label = part.labels[Number(key) - 1];
    return label ? () => does.label(label) : plain[key];
  };
  return (event) => {
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    action();
  };
}

function commandOf(key, isShifted, { undo, redo }) {
  if (key === "y" || (key === "z" && isShifted)) return redo;
  return key === "z" ? undo : null;
}

/** The keys, for everyone to open; the first that one needs are read out to who comes to the text. */
export function keysHelp(part) {
  const id = freshId("keys");
  const rows = [
    ["← →", "word by word"],
    ["↑ ↓", "paragraph by paragraph"],
    ["Home End", "to the ends of the paragraph"],
    ["Shift", "with these: choose more words"],
    ["Alt ← →", "a single character; with Shift, move the edge by one"],
    [part.labels.length > 1 ? `1 to ${part.labels.length}` : "1", "label what is chosen; Enter gives the first label"],
    ["Delete", "remove the mark here"],
    ["A S", "move the first edge of the mark here, left and right, by a word; with Shift by a character"],
    ["D F", "move its last edge in the same way"],
    ["Z X C V", "move these edges to the next comma, quotation mark or end of a sentence"],
    ["Q", "take in the quotation marks beside it"],
    ["N P", "next mark, previous mark"],
    ["Ctrl Z, Ctrl Y", "undo, redo"],
    ["Esc", "let go of what is chosen"],
    ...(part.linked ? [["[ ] R", "previous statement, next statement, new statement"], ["T", "the next mark is a further part of the same statement, such as a second source"]] : []),
  ];
  const labels = part.labels.map(({ name }, index) => `${index + 1} ${name}`).join(", ");
  const said = `Arrow keys go word by word, with Shift they choose more. To label: ${labels}. Delete removes, N finds the next mark. All keys are listed after the text.`;
  const list = rows.flatMap(([keys, does]) => [h("dt", {}, h("kbd", {}, keys)), h("dd", {}, does)]);
  const el = h("details", { class: "at-keys" }, h("summary", {}, "Keys"), h("dl", {}, ...list));
  return { el: h("div", {}, el, h("span", { id, class: "at-sr" }, said)), id };
}
