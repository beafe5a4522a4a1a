// A statement that the draft lacks: the words that are chosen in the page, or else one of its
// sentences, which the kernel has taken apart. Those in which nothing was found come first.

import { h } from "./dom.js";
import { makeChoice } from "./queuechoice.js";

/**
 * The sentences of a page, in the order in which they are offered: first the one where the cursor
 * stands, then those without a statement, the nearest to a place before the others.
 * @param {{start: number, end: number}[]} sentences
 * @param {{status: string, marks: {start: number, end: number}[]}[]} cards
 * @param {number} place
 * @param {{start: number, end: number}|null} cursor
 */
export function sentencesFirst(sentences, cards, place, cursor) {
  const marks = cards.filter(({ status }) => status !== "removed").flatMap((card) => card.marks);
  const isTaken = (one) => Number(marks.some((mark) => mark.start < one.end && one.start < mark.end));
  const far = (one) => (one.end <= place ? place - one.end : Math.max(0, one.start - place));
  const isElsewhere = (one) => Number(!cursor || cursor.start < one.start || one.end <= cursor.start);
  const keyed = sentences.map((one) => ({ one, key: [isElsewhere(one) + isTaken(one) > 0 ? 1 : 0, isTaken(one), far(one)] }));
  return keyed.sort((a, b) => a.key.map((part, at) => part - b.key[at]).find(Boolean) ?? 0).map(({ one }) => one);
}

/** `does` knows the queue and what is chosen in the page, and adds a statement. */
export function makeAdd(part, { state, chosen, add, leave }) {
  const points = [...part.text];
  const words = ({ start, end }) => points.slice(start, end).join("");
  const sentences = part.sentences.map((one) => ({ ...one, name: words(one), type: `paragraph ${one.paragraph}` }));
  let here = null; // what is chosen in the page, which the field takes away
  const place = () => Math.min(...(state.card()?.marks ?? []).map(({ start }) => start));
  const offers = () => sentencesFirst(sentences, state.cards(), place(), here);
  const put = ({ content, source, cue }) => add({ do: "add", content, source, cue });
  const label = "A statement that was missed";
  const field = makeChoice({ name: "", type: "" }, { label, among: "a sentence of this page", offers, take: put, leave, isListed: true });
  const el = h("div", { class: "at-add", hidden: true }, h("span", { class: "at-hint", "aria-hidden": "true" }, `${label}: choose its sentence`), field);
  el.addEventListener("focusout", ({ relatedTarget }) => (el.hidden = !el.contains(/** @type {Node|null} */ (relatedTarget))));
  return {
    el,
    /** Add the words that are chosen; where these are none, or a single one, offer sentences. */
    begin() {
      here = chosen();
      if (here && /\s/.test(words(here).trim())) return put(around(here, sentences));
      el.hidden = false;
      return field.querySelector("input")?.focus();
    },
  };
}

/** Chosen words as what is said, with the source and the cue of their sentence that stand beside them. */
function around({ start, end }, sentences) {
  const { source = [], cue = [] } = sentences.find((one) => one.start <= start && start < one.end) ?? {};
  const isBeside = ([from, to]) => to <= start || end <= from;
  return { content: [start, end], source: source.filter(isBeside), cue: cue.filter(isBeside) };
}
