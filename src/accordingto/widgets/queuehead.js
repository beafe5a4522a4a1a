// The question that is asked of the statement in hand, and the buttons that answer it.

import { button, h } from "./dom.js";
import { KEYS } from "./queuekeys.js";

const STATUS = { open: "Is this right?", kept: "✓ You kept it.", changed: "✎ You changed it.", removed: "✗ You removed it.", added: "+ You added it." };

/** "7 of 27 · said · Is this right?" */
export const titleOf = (state, card) => `${state.index() + 1} of ${state.cards().length} · ${card.cue || "no cue"} · ${STATUS[card.status]}`;

/** The question; `does` is what its buttons do, by the names of the keys; `below` stands under them. */
export function makeHead(does, below) {
  const title = h("h4", { tabindex: -1 });
  const keyed = (key) => button(key.label, () => does[key.does](), { keeps: key.chosen, "aria-keyshortcuts": key.key.toUpperCase(), class: key.does === "yes" ? "at-action" : null });
  const offered = KEYS.filter(({ label }) => label);
  const buttons = offered.map((key) => {
    const made = keyed(key);
    made.append(h("kbd", { "aria-hidden": "true" }, key.key.toUpperCase()));
    return made;
  });
  const way = (label, name, action) => button(label, action, { class: "at-small", "aria-label": name });
  const bar = h("progress", { "aria-label": "Looked at" });
  const left = h("span", { class: "at-count" });
  const deciding = h("div", { class: "at-queue-buttons", role: "group", "aria-label": "Is this right?" }, ...buttons);
  const el = h("div", { class: "at-queue-head" }, h("div", { class: "at-queue-way" }, way("←", "Previous statement", does.previous), bar, left, way("→", "Next statement", does.next)), title, deciding, below);
  return {
    el,
    focus: () => title.focus({ preventScroll: true }),
    update(state, card) {
      const all = state.cards().length;
      bar.max = all || 1;
      bar.value = all - state.open();
      left.textContent = `${all - state.open()} of ${all} looked at`;
      title.textContent = card ? titleOf(state, card) : "All were looked at";
      buttons.forEach((one, index) => (one.hidden = !card && offered[index].does !== "add"));
    },
  };
}
