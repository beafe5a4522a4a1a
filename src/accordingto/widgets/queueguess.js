// Before correcting: a guess how often the machine is wrong, and in what. It is held against the log.

import { button, counted, freshId, h } from "./dom.js";

/** @param {(deed: object) => void} act */
export function makeGuess(part, act) {
  const [wrongId, mostId] = ["wrong", "most"].map(freshId);
  const wrong = h("input", { id: wrongId, type: "number", min: 0, max: 999, class: "at-input" });
  const most = h("select", { id: mostId, class: "at-small" }, ...part.errors.map(([value, words]) => h("option", { value }, words)));
  const lock = () => {
    if (wrong.value === "" || !wrong.checkValidity()) return wrong.focus();
    return act({ do: "predict", wrong: Number(wrong.value), most: most.value });
  };
  const asked = h("span");
  const el = h(
    "div",
    { class: "at-guess-first", role: "group", "aria-label": "First a guess" },
    h("label", { for: wrongId }, asked),
    wrong,
    h("label", { for: mostId }, "Most of them will be"),
    most,
    button("Lock my guess", lock, { class: "at-small" }),
    h("span", { class: "at-hint" }, "or begin without one"),
  );
  return {
    el,
    /** There is a guess to make as long as nothing was looked at. */
    update(state) {
      const count = state.cards().length;
      el.hidden = state.predicted() !== null || state.open() < count || !count;
      const reactions = state.cards().filter(({ reaction }) => reaction).length;
      const besides = reactions ? ` and ${counted(reactions, "reaction")}` : "";
      asked.textContent = `First a guess: the machine has ${counted(count, "statement")}${besides}. How many will be wrong or missing?`;
    },
  };
}
