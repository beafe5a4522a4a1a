// A list of words to tune: each change is answered by the kernel with how well the list does.

import { group } from "./controls.js";
import { button, fill, freshId, h, wordsOf } from "./dom.js";

export function tuner(part, edit, context) {
  const box = h("div", { class: "at-words" });
  const meter = h("div", { class: "at-meter", role: "group", "aria-label": "How well the list does" });
  const id = freshId("word");
  const entry = h("input", {
    id,
    class: "at-input",
    type: "text",
    autocomplete: "off",
    maxlength: part.longest,
    "aria-describedby": `${id}-full`,
    onkeydown: (event) => event.key === "Enter" && add(),
  });
  const adder = button("Add", () => add());
  const full = h("p", { class: "at-hint", id: `${id}-full` });
  let chosen = [];
  let offered = part.words;

  const isFull = () => chosen.length >= part.most;
  const fullWords = () => (isFull() ? `The list is full: it holds ${part.most} words. Untick one to put in another.` : "");
  const toggle = (word, on) => edit(offered.filter((one) => (one === word ? on : chosen.includes(one))));
  const add = () => {
    const word = entry.value.trim();
    if (!word || isFull()) return;
    entry.value = "";
    if (!chosen.includes(word)) edit(offered.includes(word) ? offered.filter((one) => one === word || chosen.includes(one)) : [...chosen, word]);
    context.announce([`${word}: in the list`, fullWords()].filter(Boolean).join(". "));
    entry.focus(); // the button is disabled once the list is full
  };
  const line = (word) => {
    const input = h("input", { type: "checkbox", value: word, onchange: () => toggle(word, input.checked) });
    return h("div", { class: "at-option", "data-word": word }, h("label", {}, input, h("span", {}, word)));
  };
  const el = group(
    part,
    box,
    h("div", { class: "at-more-words" }, h("label", { for: id }, "Another word"), entry, adder),
    full,
    meter,
  );
  return {
    el,
    update(value) {
      chosen = value ?? part.start ?? [];
      const drawn = new Set([...box.querySelectorAll("input")].map((one) => one.value));
      offered = [...new Set([...offered, ...chosen])];
      box.append(...offered.filter((word) => !drawn.has(word)).map(line));
      box.querySelectorAll("input").forEach((input) => {
        input.checked = chosen.includes(input.value);
        input.disabled = isFull() && !input.checked;
      });
      full.textContent = fullWords();
      [entry.readOnly, adder.disabled] = [isFull(), isFull()]; // a field that is disabled would lose the focus
    },
    onState({ meter: html }) {
      const before = meter.dataset.filled;
      fill(meter, html);
      if (before !== undefined && html && before !== html) context.announce(wordsOf(html));
    },
  };
}
