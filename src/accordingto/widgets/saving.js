// Saving: what is done here goes to the kernel, one message after the other, and is saved once the
// kernel says that it is on the disk. Until then this window shows its own answer, whatever comes
// from elsewhere, and this browser keeps a copy. All else that is shown comes from the kernel.
// A message says over which versions of the answer it was meant.

import { same } from "./dom.js";
import { freshName, keptCopies } from "./kept.js";
import { makeOffers } from "./offers.js";
import { makePost } from "./post.js";

const VERSIONS_KEPT = 4;
const TOLD = ["taken", "refused", "version"];
const BUTTONS = ["predict", "vote", "check", "show", "restore", "begin"];

/**
 * The versions that the next message is meant over: of the answer that this window shows, and of
 * those that what it did since may give. What it had shown before is not among them: that may be on
 * offer, and would go with the next key.
 */
function makeVersions(first) {
  let over = [first];
  return {
    all: () => over,
    add: (version) => (over = [...over.slice(-VERSIONS_KEPT), version]),
    drop: (gone) => (over = over.filter((version) => !gone.includes(version))),
    /** The answer of a version is shown now; it may be one that this window gave. */
    meet(version) {
      const index = over.indexOf(version);
      over = index < 0 ? [version] : over.slice(index);
    },
  };
}

/** The saver of one view: two views of an exercise are two windows, on one page or on two. */
export function makeSaver(model) {
  const window = freshName();
  const { store } = model.get("shape");
  const copies = keptCopies(store, window);
  const listeners = new Set();
  const over = makeVersions(model.get("version"));
  let own; // the answer that was given here and is not on the disk yet
  let given = ""; // the last message that gave an answer
  /** @type {any} */
  let refused = null; // that message, where the kernel could not keep its answer
  let isKept = true;

  const tell = () => listeners.forEach((listener) => listener());
  const post = makePost(model, window, tell);
  const shown = () => own ?? model.get("answer");
  /** @type {(content: any, onTaken?: () => any) => string} */
  const push = (content, onTaken) => post.push({ answer: shown(), over: over.all(), ...content }, onTaken);
  const offers = makeOffers(model, push);
  const keep = () => {
    const dropped = offers.dropped();
    if (!own && !dropped.length) return copies.remove();
    const last = refused ?? post.contents().findLast((one) => one.do === "edit");
    isKept = copies.write({ answer: own, at: last?.at, edit: last?.id, over: last?.over, dropped });
  };
  /** What may give another answer; what follows it is meant over that. */
  const give = (content) => {
    refused = null;
    given = push(content);
    over.add(given);
  };
  /** Offer back what could not be kept, for something else takes its place. */
  const letGo = () => {
    if (!refused) return;
    const copy = { answer: own, at: refused.at, edit: refused.id, over: refused.over };
    const left = keptCopies(store, freshName()); // and as one that a window has left
    left.write(copy);
    offers.bring(copy, left.remove);
    [own, refused] = [undefined, null];
  };
  /** What the kernel has said; an answer that could not be kept stays until there is another. */
  const settle = () => {
    const gone = post.settle();
    if (own && gone?.id === given && !model.get("state").locked) refused = gone;
    if (!over.all().includes(model.get("version"))) letGo();
    if (!refused && !post.contents().length) {
      own = undefined;
      keep();
    }
    if (own === undefined) over.meet(model.get("version"));
    tell();
  };
  TOLD.forEach((name) => model.on(`change:${name}`, settle));
  offers.take(copies.found());

  return {
    /** The answer to show. */
    shown,
    /** Save an answer: a button that was pressed before, and not sent, was not meant for it. */
    save(answer) {
      over.drop(post.withdraw(["edit", ...BUTTONS]));
      own = answer;
      give({ do: "edit" });
      keep();
      tell();
    },
    /** Press a button for the answer that is shown; pressed again meanwhile, it is pressed once. */
    act(action) {
      const isWaiting = post.contents().some((one) => one.do === action && same(one.answer, shown()));
      if (isWaiting) return post.isLate() && post.again();
      if (action === "begin") letGo();
      return give({ do: action });
    },
    /** Say something of the answer that gives no other one. */
    remark(deed, which) {
      push({ do: deed, which });
    },
    restore() {
      letGo();
      give({ do: "restore", which: offers.next()?.edit });
    },
    discard() {
      offers.drop();
      keep();
      tell();
    },
    isUnsaved: () => post.isLate() && post.contents().some((one) => one.do !== "offer"),
    /** Whether this browser keeps the answer meanwhile. */
    isKept: () => isKept,
    /** What is offered back, or null. */
    offered: offers.next,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** The view goes: whoever finds its copy asks what became of it. */
    close() {
      TOLD.forEach((name) => model.off(`change:${name}`, settle));
      post.close();
    },
  };
}
