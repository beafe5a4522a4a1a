// A sentence whose two quotation marks can be moved, by pointer and by keys. What follows from
// where they are the kernel tells.

import { h } from "./dom.js";
import { keepKeys } from "./hostkeys.js";

const MARKS = [
  { end: "first", sign: "“", label: "Opening mark" },
  { end: "last", sign: "”", label: "Closing mark" },
];
const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: -Infinity, End: Infinity };
const LINE = 4; // how much further off another line is than a place on the same

function render({ model, el }) {
  const words = model.get("words").map((word) => h("span", {}, word));
  const slots = [...words.map((word) => h("span", {}, word)), h("span")]; // a word with the marks at it; none
  const marks = Object.fromEntries(MARKS.map(({ end, sign, label }) => [end, h("span", {
    class: "at-moving-mark", role: "slider", tabindex: "0", "aria-label": label, "aria-valuemin": 0, "aria-valuemax": words.length,
    onpointerdown: (event) => follow(event, end),
    onkeydown: (event) => step(event, end),
  }, sign)]));
  const told = h("dl");
  const root = h("div", { class: "at-live at-moving" },
    h("p", { class: "at-moving-sentence" }, `${model.get("speaker")} said: `, ...slots.flatMap((slot) => [slot, " "])),
    h("p", { class: "at-moving-how" }, "Drag a mark, or go to it with Tab and move it with the arrow keys."),
    h("div", { role: "status" }, told),
  );

  const at = (end) => model.get(end);
  const move = (end, wanted) => {
    const [least, most] = end === "first" ? [0, at("last")] : [at("first"), words.length];
    const place = Math.max(least, Math.min(most, wanted));
    if (place === at(end)) return;
    model.set(end, place);
    model.save_changes();
    draw();
  };
  const step = (event, end) => {
    if (!(event.key in STEPS) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(end, at(end) + STEPS[event.key]);
  };
  const follow = (pressed, end) => {
    pressed.preventDefault(); // no text is chosen
    marks[end].focus({ preventScroll: true });
    const listening = new AbortController();
    const { signal } = listening;
    addEventListener("pointermove", ({ clientX, clientY }) => move(end, gapAt(words, clientX, clientY)), { signal });
    ["pointerup", "pointercancel"].forEach((name) => addEventListener(name, () => listening.abort(), { signal }));
  };
  const draw = () => {
    const [first, last] = [at("first"), at("last")];
    const held = Object.values(marks).find((mark) => mark === document.activeElement);
    slots.forEach((slot, index) => slot.classList.toggle("at-moving-quoted", first <= index && index < last));
    if (first < last) {
      slots[first].prepend(marks.first);
      slots[last - 1].append(marks.last);
    } else slots[first].prepend(marks.first, marks.last);
    MARKS.forEach(({ end }) => say(marks[end], at(end), words));
    held?.focus({ preventScroll: true }); // it was taken out and put in
  };
  const tell = () => told.replaceChildren(...model.get("said").flatMap(([name, what]) => [h("dt", {}, name), h("dd", {}, what)]));

  keepKeys(root);
  el.append(root);
  draw();
  tell();
  const heard = [["change:first", draw], ["change:last", draw], ["change:said", tell]];
  heard.forEach(([event, does]) => model.on(event, does));
  return () => heard.forEach(([event, does]) => model.off(event, does));
}

/** Say of a mark where it is. */
function say(mark, place, words) {
  mark.setAttribute("aria-valuenow", place);
  const isBehind = place === words.length;
  mark.setAttribute("aria-valuetext", `${isBehind ? "after" : "before"} ${words[isBehind ? place - 1 : place].textContent}`);
}

/** The place between two words that is nearest to a point. */
function gapAt(words, x, y) {
  const edges = words.flatMap((word, index) => {
    const { left, right, top, bottom } = word.getBoundingClientRect();
    return [[left, index], [right, index + 1]].map(([side, gap]) => ({ gap, far: Math.abs(side - x) + LINE * Math.abs((top + bottom) / 2 - y) }));
  });
  return edges.reduce((best, edge) => (edge.far < best.far ? edge : best)).gap;
}

export default { render };
