// Fields to fill: a number, a place on a scale, some sentences, a list of words; and plain notes.

import { counted, fill, freshId, h, wordsOf } from "./dom.js";

/** What is wrong with a number as typed, in a sentence, or "". */
function numberProblem(part, typed, value) {
  if (/^\d{1,3}(,\d{3})+$/.test(typed)) return "Write the number without commas, such as 1000.";
  if (!Number.isFinite(value)) return "This is not a number: write digits, such as 42 or 4.2.";
  if (Number.isInteger(part.step) && part.step > 0 && !Number.isInteger(value)) return "Write a whole number, such as 42.";
  if (part.min != null && value < part.min) return `This is too small: write ${part.min} or more.`;
  if (part.max != null && value > part.max) return `This is too large: write ${part.max} or less.`;
  return "";
}

/** The number in a text, with a decimal comma or the unit typed after it allowed. */
function numberIn(typed, unit) {
  const bare = unit && typed.endsWith(unit) ? typed.slice(0, -unit.length).trim() : typed;
  return bare === "" ? null : Number(bare.replace(",", "."));
}

/** A number, or null while there is none. What is no number is said, and is no answer. Enter submits it. */
export function number(part, edit, { submit }) {
  const id = freshId("number");
  const problem = h("span", { class: "at-problem", id: `${id}-problem`, role: "alert", hidden: true });
  /** @type {number|null} */
  let known = null;
  const tell = (words) => {
    problem.hidden = !words; // an alert that is empty would be read out
    problem.textContent = words;
  };
  const read = () => {
    const typed = input.value.trim();
    const value = numberIn(typed, part.unit);
    tell(value === null ? "" : numberProblem(part, typed, value));
    input.setAttribute("aria-invalid", problem.textContent ? "true" : "false");
    const next = problem.textContent ? null : value;
    if (next !== known) edit((known = next), true);
  };
  const input = h("input", {
    id,
    class: "at-input",
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    "aria-describedby": `${id}-problem ${id}-keys`,
    oninput: read,
    onkeydown: (event) => event.key === "Enter" && known !== null && !problem.textContent && submit(),
  });
  const field = h("span", { class: "at-with-unit" }, input, part.unit && h("span", {}, part.unit), h("span", { class: "at-hint", id: `${id}-keys` }, "Enter checks it"));
  const el = h("div", { class: "at-part at-number" }, h("label", { class: "at-label", for: id }, part.label), field, problem);
  const update = (value) => {
    known = value ?? null;
    const shown = problem.textContent ? null : numberIn(input.value.trim(), part.unit);
    if (shown !== known) {
      input.value = String(known ?? "");
      tell("");
    }
  };
  return { el, update };
}

/** A place on a scale, or null while it was not set: an untouched slider is no answer. */
export function slider(part, edit) {
  const id = freshId("slider");
  const shown = h("span", { class: "at-shown", "aria-hidden": "true" });
  const set = () => edit(Number(input.value));
  const sets = (event) => (event.key === "Enter" || event.key === " ") && set();
  const input = h("input", { id, type: "range", min: part.min, max: part.max, step: part.step ?? 1, oninput: set, onclick: set, onkeydown: sets });
  const scale = h(
    "div",
    { class: "at-scale" },
    h("span", {}, String(part.low ?? part.min)),
    input,
    h("span", {}, String(part.high ?? part.max)),
    shown,
  );
  const update = (value) => {
    const unset = value === null || value === undefined;
    input.value = unset ? (Number(part.min) + Number(part.max)) / 2 : value;
    input.classList.toggle("at-unset", unset);
    shown.textContent = unset ? "not set yet" : String(value);
    input.setAttribute("aria-valuetext", shown.textContent);
  };
  return { el: h("div", { class: "at-part at-slider" }, h("label", { class: "at-label", for: id }, part.label), scale), update };
}

/** Some sentences, with the words counted; the kernel says which quoted words are not on the page. */
export function text(part, edit, context) {
  const id = freshId("text");
  const quoted = h("div", { class: "at-quoted", role: "group", "aria-label": "Quoted words" });
  const count = h("span", { class: "at-count", id: `${id}-count` });
  const recount = () => {
    const words = area.value.split(/\s+/).filter(Boolean).length;
    const over = part.limit && words > part.limit;
    const under = part.least && words < part.least;
    const bounds = part.least > 1 && part.limit ? `, of ${part.least} to ${part.limit}` : part.limit ? ` of at most ${part.limit}` : "";
    count.textContent = counted(words, "word") + bounds + (over ? `: ${words - part.limit} too many` : under && words ? `: ${part.least - words} more to write` : "");
    count.classList.toggle("at-over", Boolean(over));
  };
  const typed = () => {
    recount();
    edit(area.value, true);
  };
  const area = h("textarea", { id, class: "at-input", rows: part.rows ?? 4, "aria-describedby": `${id}-count`, oninput: typed });
  const update = (value) => {
    if (area.value !== (value ?? "")) area.value = value ?? "";
    recount();
  };
  const onState = ({ meter: html }) => {
    const before = wordsOf(quoted.innerHTML);
    fill(quoted, html);
    if (html && wordsOf(html) !== before) context.announce(wordsOf(html));
  };
  const el = h("div", { class: "at-part at-writing" }, h("label", { class: "at-label", for: id }, part.label), area, count, quoted);
  return { el, update, onState };
}

/** Words to read between the controls. */
export function note(part) {
  return { el: h("div", { class: "at-part at-note", html: part.html }), update() {} };
}

/** One of several wordings: the one that was drawn for this reader. */
export function wording(part) {
  const el = h("div", { class: "at-part at-note at-wording" });
  return { el, update: (value) => fill(el, part.texts[value]) };
}

/** Sentences, each in the wording that was drawn for this reader, with its own scale. */
export function ratings(part, edit) {
  let rated = {};
  const rows = part.rows.map(({ id, texts }, index) => {
    const sentence = wording({ texts });
    const rate = (rating) => edit({ ...rated, [id]: { ...rated[id], rating } });
    const scale = slider({ ...part, label: `Your rating of sentence ${index + 1}` }, rate);
    return { id, sentence, scale, el: h("div", { class: "at-rated" }, sentence.el, scale.el) };
  });
  const update = (value) => {
    rated = value ?? {};
    rows.forEach(({ id, sentence, scale }) => {
      sentence.update(rated[id]?.verb);
      scale.update(rated[id]?.rating);
    });
  };
  return { el: h("div", { class: "at-part at-ratings" }, ...rows.map((row) => row.el)), update };
}
