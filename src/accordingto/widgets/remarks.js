// What a reader says beside an answer: marks of their own, another reading than the key's, and a new
// start. None of it changes the answer, and no score reads it.

import { group } from "./controls.js";
import { button, freshId, h, same } from "./dom.js";

const OWN = "Where does your text stand? This is your own mark. It is kept apart from a teacher’s.";
const WHY = "What does the page say that the key does not see? It goes with what you hand in, for your teacher to read. It changes no points.";

/** The remarks of one exercise. */
export function makeRemarks(saver, announce) {
  const marks = h("div", { class: "at-own-mark" });
  const otherwise = makeOtherwise(saver, announce);
  const again = button("Start over", () => startOver(), { class: "at-small" });
  const el = h("div", { class: "at-remarks", hidden: true }, marks, h("div", { class: "at-remarks-row" }, otherwise.el, again));
  let drawn;
  const startOver = () => {
    saver.act("begin");
    announce("This exercise begins anew. What you did before is kept.");
  };
  return {
    el,
    draw(told) {
      el.hidden = !told || !(told.begun || told.checked);
      if (el.hidden || same(told, drawn)) return;
      drawn = told;
      drawMarks(marks, told, saver);
      otherwise.draw(told);
      again.hidden = !told.begun;
    },
  };
}

/** The levels of a rubric, to choose one's own. */
function drawMarks(box, { levels, mark }, saver) {
  if (!levels.length) return box.replaceChildren();
  const name = freshId("level");
  const pick = (marks) => saver.remark("mark", String(marks));
  const lines = levels.map(({ marks, text }) => {
    const input = h("input", { type: "radio", name, value: String(marks), onchange: () => pick(marks) });
    input.checked = marks === mark;
    return h("div", { class: "at-option" }, h("label", {}, input, h("span", {}, `${marks} of ${levels[0].marks}: ${text}`)));
  });
  const focused = box.contains(document.activeElement);
  box.replaceChildren(group({ part: "radios", label: OWN }, ...lines));
  if (focused) box.querySelector("input:checked")?.focus();
}

/** A reason against the key, behind a line that opens. */
function makeOtherwise(saver, announce) {
  const id = freshId("otherwise");
  const area = h("textarea", { id, class: "at-input", rows: 3, maxlength: 2000 });
  const note = button("Note it", () => send(), { class: "at-small" });
  const noted = h("p", { class: "at-hint" });
  const el = h(
    "details",
    { class: "at-otherwise" },
    h("summary", {}, "I read this otherwise"),
    h("label", { for: id }, WHY),
    area,
    note,
    noted,
  );
  const send = () => {
    saver.remark("otherwise", area.value);
    announce(area.value.trim() ? "Noted." : "Taken back.");
  };
  let known = "";
  return {
    el,
    draw({ checked, otherwise }) {
      el.hidden = !checked;
      noted.textContent = otherwise ? "Noted. To take it back, empty the field and note that." : "";
      if (otherwise !== known) area.value = known = otherwise;
    },
  };
}
