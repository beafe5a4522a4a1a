// Offers: answers that this browser kept, each to be restored or dropped by nobody but the reader.
// An offer is {answer, at, over}, where `over` is what was on the disk when it was kept, or
// {answer, at, replaced: true}: what a restored answer took the place of.

/**
 * The offers of one exercise, the newest first. They lie in a place of their own, which neither an
 * edit nor its saving touches. A copy that is found while others are still offered goes before
 * them, and each has its turn: so none is lost because a kernel stopped once more.
 */
function makeOffers(store, copy, answer) {
  const place = keptPlace(`${store}:offer`);
  let offers = [];
  const keep = (next) => {
    offers = next;
    return offers.length ? place.write(offers) : place.remove();
  };
  const found = [copy.read(), ...(place.read() ?? [])];
  if (keep(found.filter((one) => one && !same(one.answer, answer)))) copy.remove();

  return {
    first: () => offers[0] ?? null,
    drop: () => keep(offers.slice(1)),
    /** The first offer's answer. An answer that was worked on meanwhile is offered in its place. */
    take(stood) {
      const [{ answer, over }, ...others] = offers;
      const isKnown = same(stood, over) || same(stood, answer);
      keep(isKnown ? others : [{ answer: stood, at: Date.now(), replaced: true }, ...others]);
      return answer;
    },
  };
}
