// The reaction that a statement reports: its stance, and toward whom or what.

import { h, same } from "./dom.js";
import { menu } from "./menu.js";
import { makeChoice } from "./queuechoice.js";

const UNTOLD = "not stated"; // toward whom

/** `does` is what is done with a deed, whom the page offers, and where the focus goes afterwards. */
export function makeReaction(part, does) {
  const { change, offers, leave } = does;
  /** @type {any} */
  let told = null;
  let drawn;
  const react = (stance, target) => change({ do: "react", stance: stance || null, target });
  const aim = () => makeChoice({ name: told.target, type: "" }, { label: "Toward", offers, take: (/** @type {any} */ one) => react(told.stance, one.name), leave });
  const stance = menu("Reaction", part.stances, (value) => react(value, told?.target ?? UNTOLD), "none");
  const toward = h("div", { class: "at-toward" });
  return {
    el: h("div", { class: "at-reaction" }, stance.el, toward),
    focus: () => stance.input.focus(),
    update({ id, reaction }) {
      if (same(drawn, [id, reaction])) return;
      drawn = [id, reaction];
      told = reaction;
      stance.input.value = told?.stance ?? "";
      toward.replaceChildren(...(told ? [h("span", { class: "at-count", "aria-hidden": "true" }, "Toward"), aim()] : []));
    },
  };
}
