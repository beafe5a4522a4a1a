// Quotation marks that stand beside a selection, and would be left out of it.

const OPENING = /[“‘"«„]/;
const CLOSING = /^[.,;:!?…]{0,2}([”’"»])/;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * The range with the quotation marks beside it, or null where none stands there. A comma or full
 * stop before the closing mark is taken in with it. An apostrophe is no quotation mark.
 * @param {string} text
 * @param {[number, number]} range
 * @returns {[number, number] | null}
 */
export function withQuotationMarks(text, [start, end]) {
  const before = opensBefore(text, start) ? start - 1 : start;
  const after = end + closesAfter(text, end);
  return before === start && after === end ? null : [before, after];
}

function opensBefore(text, start) {
  const mark = text[start - 1] ?? "";
  return OPENING.test(mark) && !LETTER.test(text[start - 2] ?? "");
}

/** How many characters the closing mark, with what stands before it, takes; 0 where there is none. */
function closesAfter(text, end) {
  const [all, mark] = CLOSING.exec(text.slice(end, end + 3)) ?? ["", ""];
  if (!all || LETTER.test(text[end + all.length] ?? "")) return 0;
  return mark === "’" && !isOpen(text, end) ? 0 : all.length;
}

/** Whether a single quotation mark was opened before a place in its paragraph, and not closed. */
function isOpen(text, at) {
  const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  const closed = [...before.matchAll(/’(?!\p{L})/gu)].at(-1)?.index ?? -1;
  return before.lastIndexOf("‘") > closed;
}
