// The queue and the place in it; nothing here is on the screen. What was done is a list of deeds,
// which is the answer. What follows from them the kernel says; until it has, the cards show what
// the newest deeds change of themselves.

import { same } from "./dom.js";

const DECIDES = { keep: "kept", drop: "removed" };

/** @param {(deeds: object[]) => void} edit takes the whole list with the newest deed on end */
export function makeQueue(edit) {
  let deeds = [];
  let told = { deeds: 0, cards: [], people: [], made: null };
  let at = null; // the id of the card in hand; null at the end of the queue
  let begun = false;
  /** @type {{do: string}|null} */
  let own = null; // the deed that is being done in this view
  let awaits; // what was made last before a statement was added: the new one is gone to

  const cards = () => deeds.slice(told.deeds).reduce(foreseen, told.cards);
  const indexOf = (id) => cards().findIndex((card) => card.id === id);
  const nextOpen = (index) => {
    const all = cards();
    return [...all.slice(index + 1), ...all.slice(0, index + 1)].find(({ status }) => status === "open")?.id ?? null;
  };
  return {
    cards,
    people: () => told.people,
    predicted: () => told.predicted ?? null,
    log: () => told.log ?? "",
    card: () => cards().find(({ id }) => id === at) ?? null,
    index: () => indexOf(at),
    open: () => cards().filter(({ status }) => status === "open").length,
    after: () => cards()[indexOf(at) + 1] ?? null,
    go: (id) => (at = id),
    step(way) {
      const index = at === null ? cards().length : indexOf(at);
      at = (cards()[index + way] ?? cards()[index])?.id ?? at;
    },
    do(deed) {
      own = deed;
      if (deed.do === "add") awaits = told.made;
      edit([...deeds, deed]);
      own = null;
    },
    /** In step with the answer; where another hand or an undone step changed it, there one goes. */
    meet(value) {
      const now = value ?? [];
      const parts = now.findIndex((deed, index) => !same(deed, deeds[index]));
      const other = now[parts] ?? deeds[now.length];
      deeds = now;
      if (!begun || !other) return;
      if (!own) at = cards().some(({ id }) => id === other.id) ? other.id : at;
      else if (own.do in DECIDES) at = nextOpen(indexOf(at));
    },
    /** What the kernel says of the deeds. Returns whether it leads to a statement that was added. */
    tell(queue) {
      told = queue;
      if (!begun) at = nextOpen(-1);
      begun = true;
      const isAdded = awaits !== undefined && told.made !== awaits;
      if (isAdded) {
        at = told.made;
        awaits = undefined;
      }
      if (at !== null && indexOf(at) < 0) at = nextOpen(-1);
      return isAdded;
    },
  };
}

/** The cards after a deed, as far as it changes one card by itself. */
function foreseen(cards, deed) {
  const change = (card) => {
    if (card.id !== deed.id) return card;
    if (deed.do in DECIDES) return { ...card, status: DECIDES[deed.do] };
    if (deed.do === "mark") return { ...card, marks: [...card.marks.filter(({ label }) => !(label in deed.places)), ...marksOf(deed.places)] };
    return card;
  };
  return cards.map(change);
}

export const marksOf = (places) => Object.entries(places).flatMap(([label, spans]) => spans.map(([start, end]) => ({ start, end, label })));

/**
 * The places of the parts that differ between two lists of marks. What can be there once is what was
 * marked last; a mark over another of the same part takes its place.
 * @param {{start: number, end: number, label: string}[]} before
 * @param {{start: number, end: number, label: string}[]} after
 * @param {{value: string, once: boolean}[]} labels
 */
export function placesChanged(before, after, labels) {
  const places = {};
  for (const { value, once } of labels) {
    const [stood, now] = [before, after].map((marks) => marks.filter(({ label }) => label === value));
    const fresh = now.filter((mark) => !stood.some((one) => same(spanOf(one), spanOf(mark))));
    const isMore = fresh.length > 0 && now.length > stood.length;
    const covers = (mark) => fresh.some((one) => one !== mark && one.start < mark.end && mark.start < one.end);
    const left = isMore ? now.filter((mark) => (once ? fresh.includes(mark) : !covers(mark))) : now;
    const spans = left.map(spanOf).sort(([one], [other]) => one - other);
    if (!same(spans, stood.map(spanOf))) places[value] = spans;
  }
  return places;
}

const spanOf = ({ start, end }) => [start, end];
