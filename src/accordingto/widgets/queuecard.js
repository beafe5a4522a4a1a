// What is known of the statement in hand, each thing changed in place. The controls stay from one
// statement to the next, so that the focus does too.

import { h } from "./dom.js";
import { menu } from "./menu.js";
import { makeHands } from "./queuehands.js";
import { nearestFirst } from "./queueoffers.js";
import { makeOtherwise } from "./queueotherwise.js";
import { makeReaction } from "./queuereaction.js";

/** @param {{change: (deed: object) => void, people: () => any[], leave: () => void}} does */
export function makeQueueCard(part, does) {
  /** @type {any} */
  let card = null; // the one that is shown, or null
  const offers = () => nearestFirst(part.phrases, does.people(), Math.min(...card.marks.map(({ start }) => start)));
  const change = (deed) => card && does.change({ id: card.id, ...deed });
  const form = menu("Form", part.forms, (value) => change({ do: "call", field: "form", value }));
  const cue = menu("Class of the cue", part.classes, (value) => change({ do: "call", field: "verb_class", value: value || null }), "not classed");
  const hands = makeHands(part, { ...does, change, offers });
  const reaction = makeReaction(part, { ...does, change, offers });
  const otherwise = makeOtherwise(change);
  const line = (name) => {
    const said = h("dd");
    return { said, els: [h("dt", {}, name), said] };
  };
  const [told, inner, rule, note] = ["How far it is named", "Inside it", "Found by the rule", "Note"].map(line);
  const el = h(
    "div",
    { class: "at-known" },
    hands.el,
    h("div", { class: "at-fields" }, form.el, cue.el),
    reaction.el,
    h("dl", {}, ...[told, inner, rule, note].flatMap(({ els }) => els)),
    otherwise.el,
  );
  return {
    el,
    focus: { who: hands.focus, kind: hands.kind, hands: hands.open, form: () => form.input.focus(), class: () => cue.input.focus(), reaction: reaction.focus, otherwise: otherwise.open },
    update(now) {
      card = now;
      form.input.value = now.form;
      cue.input.value = now.verb_class ?? "";
      hands.update(now);
      reaction.update(now);
      otherwise.update(now);
      told.said.textContent = now.told || "by its name";
      rule.said.textContent = now.rule;
      tellIf(inner, now.inner.join("; "));
      tellIf(note, now.note);
    },
  };
}

/** Words in a line of the card, or no line. */
function tellIf({ said, els }, words) {
  said.textContent = words;
  els.forEach((one) => (one.hidden = !words));
}
