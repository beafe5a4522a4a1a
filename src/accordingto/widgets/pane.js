// The page itself, numbered, at reading size: in a pane beside the exercises, or in the notebook.

import { button, h } from "./dom.js";
import { keepKeys } from "./hostkeys.js";

const LOOKED_MS = 2000;

/** A text as paragraphs, counted as the kit counts them: lines that hold something. */
export const paragraphsOf = (text) => text.split(/[\n\r]+/).filter((line) => line.trim());

const pageLines = (text) =>
  paragraphsOf(text).map((words, index) => h("p", { class: "at-line", tabindex: -1, "data-paragraph": index + 1 }, h("span", { class: "at-sr" }, `Paragraph ${index + 1}: `), words));

/** The whole page, to stand in a notebook, where another may stand: so it is named by its title. */
export function pageInline(text) {
  const name = `The page: ${paragraphsOf(text)[0]}`;
  return h("section", { class: "at-page at-page-inline", "aria-label": name }, h("div", { class: "at-page-text" }, ...pageLines(text)));
}

/** An empty pane; `put` fills it, `look` goes to a paragraph of it. */
export function makePane({ back, close, onkey }) {
  const text = h("div", { class: "at-page-text", tabindex: 0, role: "group", "aria-label": "The page" });
  const goBack = button("Back", back, { class: "at-small", "aria-keyshortcuts": "Alt+P" });
  const el = h(
    "aside",
    { class: "at-page", "aria-label": "The page, to read beside the exercises", "data-lm-suppress-shortcuts": "true" },
    h("div", { class: "at-page-head" }, h("h2", {}, "The page"), goBack, button("Close", close, { class: "at-small", "aria-keyshortcuts": "Escape" })),
    text,
  );
  keepKeys(el);
  el.addEventListener("keydown", onkey);
  let shown = null;
  return {
    el,
    /** Show a text, and the exercise that one came from. */
    put(words, from) {
      goBack.textContent = from ? `Back to ${from}` : "Back";
      if (shown === words) return;
      shown = words;
      text.replaceChildren(...pageLines(words));
      text.scrollTop = 0;
    },
    /** Say why there is no text. */
    tell(sentence) {
      shown = null;
      text.replaceChildren(h("p", { role: "alert" }, sentence));
    },
    /** Bring a paragraph into view and go there; without one, to the text where it stood. */
    look(number) {
      const line = /** @type {HTMLElement} */ (text.querySelector(`[data-paragraph="${number}"]`));
      (line ?? text).focus({ preventScroll: true });
      if (line) flash(text, line);
    },
  };
}

/** Bring an element to the upper part of what scrolls. */
export function bringUp(box, el) {
  const [around, place] = [box.getBoundingClientRect(), el.getBoundingClientRect()];
  box.scrollTop += place.top - around.top - Math.min(around.height / 4, Math.max(0, around.height - place.height) / 2);
}

/** The same for a line, which stands out for a moment. */
function flash(box, line) {
  bringUp(box, line);
  line.classList.add("at-looked");
  setTimeout(() => line.classList.remove("at-looked"), LOOKED_MS);
}
