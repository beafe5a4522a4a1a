// Fields to fill: a number, a place on a scale, some sentences, a list of words; and plain notes.

/** What is wrong with a number as typed, in a sentence, or "". */
function numberProblem(part, text, value) {
  if (/^\d{1,3}(,\d{3})+$/.test(text)) return "Write the number without commas, such as 1000.";
  if (!Number.isFinite(value)) return "This is not a number: write digits, such as 42 or 4.2.";
  if (Number.isInteger(part.step) && part.step > 0 && !Number.isInteger(value)) return "Write a whole number, such as 42.";
  if (part.min != null && value < part.min) return `This is too small: write ${part.min} or more.`;
  if (part.max != null && value > part.max) return `This is too large: write ${part.max} or less.`;
  return "";
}

/** The number in a text, with a decimal comma or the unit typed after it allowed. */
function numberIn(text, unit) {
  const bare = unit && text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text;
  return bare === "" ? null : Number(bare.replace(",", "."));
}

/** A number, or null while there is none. What is no number is said, and is no answer. */
function number(part, edit) {
  const id = freshId("number");
  const problem = h("span", { class: "at-problem", id: `${id}-problem`, role: "alert" });
  let known = null;
  const read = () => {
    const text = input.value.trim();
    const value = numberIn(text, part.unit);
    problem.textContent = value === null ? "" : numberProblem(part, text, value);
    input.setAttribute("aria-invalid", problem.textContent ? "true" : "false");
    const next = problem.textContent ? null : value;
    if (next !== known) edit(next);
  };
  const input = h("input", {
    id,
    class: "at-input",
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    "aria-describedby": `${id}-problem`,
    oninput: read,
  });
  const field = h("span", { class: "at-with-unit" }, input, part.unit && h("span", {}, part.unit));
  const el = h("div", { class: "at-part at-number" }, h("label", { class: "at-label", for: id }, part.label), field, problem);
  const update = (value) => {
    known = value ?? null;
    const shown = problem.textContent ? null : numberIn(input.value.trim(), part.unit);
    if (shown !== known) {
      input.value = known ?? "";
      problem.textContent = "";
    }
  };
  return { el, update };
}

/** A place on a scale, or null while it was not set: an untouched slider is no answer. */
function slider(part, edit) {
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

/** Some sentences, with the words counted. */
function text(part, edit) {
  const id = freshId("text");
  const count = h("span", { class: "at-count", id: `${id}-count` });
  const recount = () => {
    const words = area.value.split(/\s+/).filter(Boolean).length;
    const over = part.limit && words > part.limit;
    count.textContent = counted(words, "word") + (part.limit ? ` of at most ${part.limit}` : "") + (over ? ": please shorten" : "");
    count.classList.toggle("at-over", Boolean(over));
  };
  const typed = () => {
    recount();
    edit(area.value);
  };
  const area = h("textarea", { id, class: "at-input", rows: part.rows ?? 4, "aria-describedby": `${id}-count`, oninput: typed });
  const update = (value) => {
    if (area.value !== (value ?? "")) area.value = value ?? "";
    recount();
  };
  return { el: h("div", { class: "at-part at-writing" }, h("label", { class: "at-label", for: id }, part.label), area, count), update };
}

/** Words to read between the controls. */
function note(part) {
  return { el: h("div", { class: "at-part at-note", html: part.html }), update() {} };
}

/** One of several wordings: the one that was drawn for this reader. */
function wording(part) {
  const el = h("div", { class: "at-part at-note at-wording" });
  return { el, update: (value) => fill(el, part.texts[value]) };
}
