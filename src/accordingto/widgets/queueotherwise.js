// How a statement could be read otherwise: what a careful person can defend, its credit and why.

import { button, freshId, h, same } from "./dom.js";

const CREDITS = [["1", "as good"], ["0.75", "nearly as good"], ["0.5", "half as good"], ["0.25", "can be defended"]];

/** @param {(deed: object) => void} change */
export function makeOtherwise(change) {
  let readings = [];
  let drawn;
  const [answerId, creditId, reasonId] = ["answer", "credit", "reason"].map(freshId);
  const answer = h("input", { id: answerId, type: "text", maxlength: 200 });
  const credit = h("select", { id: creditId, class: "at-small" }, ...CREDITS.map(([value, words]) => h("option", { value }, words)));
  const reason = h("textarea", { id: reasonId, rows: 2, maxlength: 2000 });
  const said = h("ul", { class: "at-otherwise-list" });
  const problem = h("span", { class: "at-problem", role: "alert", hidden: true });
  const put = () => {
    problem.textContent = answer.value.trim() && reason.value.trim() ? "" : "Say how it could be read, and why.";
    problem.hidden = !problem.textContent; // an alert that is empty would be read out
    if (problem.textContent) return;
    const reading = { answer: answer.value.trim(), credit: Number(credit.value), reason: reason.value.trim() };
    [answer.value, reason.value] = ["", ""];
    change({ do: "otherwise", readings: [...readings, reading] });
  };
  const summary = h("summary", {}, "Could be read otherwise");
  const el = h(
    "details",
    { class: "at-otherwise" },
    summary,
    said,
    h("label", { for: answerId }, "How else"),
    answer,
    h("label", { for: creditId }, "How good that reading is"),
    credit,
    h("label", { for: reasonId }, "Why it can be defended"),
    reason,
    problem,
    button("Note it", put, { class: "at-small" }),
  );
  const line = (one) =>
    h("li", {}, `${one.answer} (${one.credit}): ${one.reason} `, button("Remove", () => change({ do: "otherwise", readings: readings.filter((it) => it !== one) }), { class: "at-small", "aria-label": `Remove ${one.answer}` }));
  return {
    el,
    open() {
      el.open = true;
      answer.focus();
    },
    update(card) {
      if (same(drawn, [card.id, card.otherwise])) return;
      if (drawn?.[0] !== card.id) el.open = card.otherwise.length > 0;
      drawn = [card.id, card.otherwise];
      readings = card.otherwise;
      said.replaceChildren(...readings.map(line));
      summary.textContent = readings.length ? `Could be read otherwise (${readings.length})` : "Could be read otherwise";
    },
  };
}
