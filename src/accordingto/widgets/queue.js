// A draft corrected one statement after the other: the question, the page with the statement lit,
// and a card with all that the reading knows of it.

import { fill, h } from "./dom.js";
import { marks } from "./marks.js";
import { bringUp } from "./pane.js";
import { makeAdd } from "./queueadd.js";
import { makeQueueCard } from "./queuecard.js";
import { makeGuess } from "./queueguess.js";
import { makeHead, titleOf } from "./queuehead.js";
import { keysHelp, leavingText, queueKeys } from "./queuekeys.js";
import { makePeople } from "./queuepeople.js";
import { makeQueue, placesChanged } from "./queuestate.js";

export function queue(part, edit, context) {
  const state = makeQueue(edit);
  const text = marks({ ...part, part: "marks" }, (made) => remark(made), { ...context, steps: context.undoing });
  const act = (deed) => {
    state.do(deed);
    draw();
  };
  const remark = (made) => {
    const card = state.card();
    const places = card ? placesChanged(card.marks, made, part.labels) : {};
    if (Object.keys(places).length) act({ do: "mark", id: card.id, places });
    else draw();
  };
  const card = makeQueueCard(part, { change: act, people: state.people, leave: () => goBack() });
  const people = makePeople(act);
  const guess = makeGuess(part, act);
  const adding = makeAdd(part, { state, chosen: text.chosen, add: act, leave: () => goBack() });
  const does = { ...moves(state, { text, act, draw: () => draw(), say: context.announce, goBack: () => goBack() }), ...card.focus, add: adding.begin, people: people.open };
  const head = makeHead(does, adding.el);
  const end = h("div", { class: "at-queue-end", tabindex: -1 });
  const page = h("div", { class: "at-queue-page" }, text.el);
  const el = h("div", { class: "at-part at-queue" }, guess.el, head.el, page, card.el, end, people.el, keysHelp());
  el.addEventListener("keydown", queueKeys(does));
  el.addEventListener("keydown", leavingText(does.back), true);
  const goBack = () => (state.card() ? head.focus() : end.focus());

  let shown;
  const draw = () => {
    const now = state.card();
    head.update(state, now);
    card.el.hidden = !now;
    text.update(now?.marks ?? []);
    if (now) card.update(now);
    people.update(state.people());
    guess.update(state);
    fill(end, now ? "" : state.log());
    if (shown === now?.id) return;
    const isGoing = shown !== undefined && el.contains(document.activeElement);
    shown = now?.id ?? null;
    light(el);
    if (isGoing) goBack();
  };
  return {
    el,
    update(deeds) {
      state.meet(deeds);
      draw();
    },
    onState({ queue: told }) {
      if (!told) return;
      const isAdded = state.tell(told);
      draw();
      const now = state.card();
      if (isAdded && now) context.announce(titleOf(state, now));
    },
    close: text.close,
  };
}

/** Bring the statement in hand into the view of the page. */
function light(el) {
  const box = el.querySelector(".at-text-area");
  const mark = box.querySelector(".at-mark");
  if (mark) bringUp(box, mark);
}

/** What the keys and the buttons do. */
function moves(state, { text, act, draw, say, goBack }) {
  const decide = (deed) => {
    const card = state.card();
    if (!card) return;
    act({ do: deed, id: card.id });
    const next = state.card();
    say(next ? `${deed === "keep" ? "Kept" : "Removed"}. ${titleOf(state, next)}` : "All were looked at.");
  };
  const go = (way) => {
    state.step(way);
    draw();
    if (state.card()) say(titleOf(state, state.card()));
  };
  return {
    yes: () => decide("keep"),
    no: () => decide("drop"),
    enter: () => text.enter("content"),
    next: () => go(1),
    previous: () => go(-1),
    back: goBack,
    split() {
      const at = state.card() && splitAt(state.card(), text.chosen());
      if (at === null) return say("First choose, in the page, the words with which the second statement begins.");
      return act({ do: "split", id: state.card().id, at });
    },
    join() {
      const [card, other] = [state.card(), state.after()];
      if (!card || !other) return say("There is no next statement to join it with.");
      act({ do: "join", id: card.id, other: other.id });
      return say("Joined with the next one.");
    },
  };
}

/** Where a statement is split: where the chosen words begin, else between its pieces; or null. */
function splitAt(card, chosen) {
  const content = card.marks.filter(({ label }) => label === "content").sort((one, other) => one.start - other.start);
  const isInside = chosen && content.some(({ start, end }) => start <= chosen.start && chosen.start < end) && chosen.start > content[0].start;
  if (isInside) return chosen.start;
  return content.length > 1 ? content[1].start : null;
}
