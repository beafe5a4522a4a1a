// Whom the words of a statement could be given to: everybody and everything that the page names, the
// nearest first. Nothing here is on the screen.

const NO_ONE = [
  { name: "not disclosed", type: "undisclosed" },
  { name: "nobody is named", type: "none" },
];
const ARTICLE = /^(?:the|an?) /;
const WORD = /[\s’'-]+/;

/**
 * What a page offers, the nearest to a place first; who has a name or an office comes before the rest.
 * @param {{name: string, type: string, start: number}[]} phrases of the page
 * @param {{name: string, type: string}[]} people who are known as sources; what is known of them counts
 * @param {number} place
 */
export function nearestFirst(phrases, people, place) {
  const known = new Map(people.map((one) => [one.name, one]));
  const far = (one) => Math.abs((one.start ?? Infinity) - place);
  const rest = (one) => Number(!known.has(one.name) && one.type.startsWith("unnamed"));
  const all = [...phrases.map((one) => ({ ...one, ...known.get(one.name) })), ...people];
  const sorted = all.sort((one, other) => rest(one) - rest(other) || far(one) - far(other) || 0);
  const first = new Map();
  for (const one of [...sorted, ...NO_ONE]) {
    const called = bare(one.name);
    if (!first.has(called)) first.set(called, one);
  }
  return [...first.values()];
}

/** Those of which a word begins with what was typed: the one of just that name, then by first words. */
export function matching(offers, typed) {
  const wanted = typed.trim().toLowerCase();
  if (!wanted) return offers;
  const found = offers.map((one) => ({ one, place: placeIn(one.name, wanted) })).filter(({ place }) => place >= 0);
  return found.sort((one, other) => one.place - other.place).map(({ one }) => one);
}

const bare = (name) => name.toLowerCase().replace(ARTICLE, "");

/** 0 for the whole name, 1 for its beginning, 2 for that of another word; else -1. */
function placeIn(name, wanted) {
  const whole = [name.toLowerCase(), bare(name)];
  if (whole.includes(wanted)) return 0;
  if (whole.some((one) => one.startsWith(wanted))) return 1;
  const words = whole[0].split(WORD);
  return words.some((_, index) => words.slice(index).join(" ").startsWith(wanted)) ? 2 : -1;
}
