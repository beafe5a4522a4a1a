// The paragraphs that the words of an exercise name, such as (4) or "paragraphs 2, 5 and 7": each
// becomes a way to open the page there.

import { button } from "./dom.js";

const NAMED = /\((\d{1,3})\)|\bparagraphs? (\d+(?:(?:, and |, | and | or | to |–)\d+)*)/gi;
const UNTOUCHED = "h3, button, textarea, select, pre, code, .at-text-area, .at-page, .at-mark-list, .at-keys";
const ANOTHER = /\btwin\b/i; // a number beside this word is of the other page, unless that is asked about
const WHOLE = "label, summary, [role='button']"; // a control holds no other: its ways stand after it

/**
 * Where numbers of paragraphs stand in a text.
 * @param {string} words
 * @param {number} last the number of paragraphs
 * @returns {{start: number, end: number, number: number}[]}
 */
export function paragraphsNamed(words, last) {
  const named = [...words.matchAll(NAMED)].flatMap((found) => {
    if (found[1]) return [{ start: found.index, end: found.index + found[0].length, number: Number(found[1]) }];
    const numbers = found[2];
    const at = found.index + found[0].indexOf(numbers);
    return [...numbers.matchAll(/\d+/g)].map((digits) => ({
      start: at + digits.index,
      end: at + digits.index + digits[0].length,
      number: Number(digits[0]),
    }));
  });
  return named.filter(({ number }) => number >= 1 && number <= last);
}

/**
 * Make a way to the page of every paragraph that is named in an element.
 * @param {Element} root
 * @param {{paragraphs: number, isAnother: boolean}} page how many it has; whether it is another than the lesson's own
 * @param {(number: number) => void} open
 */
export function linkParagraphs(root, { paragraphs: last, isAnother }, open) {
  const way = (number, name, place = "") => button(name, () => open(number), { class: `at-way${place}`, "aria-label": `paragraph ${number}` });
  const after = new Map();
  for (const [node, parent] of textNodes(root)) {
    const control = parent.closest(WHOLE);
    if (!isAnother && ANOTHER.test((control ?? parent).textContent)) continue;
    const named = paragraphsNamed(node.data, last);
    if (control) after.set(control, [...(after.get(control) ?? []), ...named.map(({ number }) => number)]);
    else for (const { start, end, number } of named.reverse()) {
      const digits = node.splitText(start);
      digits.splitText(end - start);
      digits.replaceWith(way(number, digits.data));
    }
  }
  for (const [control, numbers] of after) {
    if (!control.nextElementSibling?.matches(".at-way")) control.after(...[...new Set(numbers)].map((number) => way(number, `→ ${number}`, " at-way-after")));
  }
}

/**
 * The texts of an element that may name a paragraph, each with what it stands in.
 * @returns {[Text, Element][]}
 */
function textNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  /** @type {[Text, Element][]} */
  const found = [];
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const parent = node.parentElement;
    if (parent && !parent.closest(UNTOUCHED)) found.push([node, parent]);
  }
  return found;
}
