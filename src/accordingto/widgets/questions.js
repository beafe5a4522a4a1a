// From anywhere in a notebook to the next question that is not answered: Alt+Q.

import { standingInView, watch } from "./inview.js";

const asksForQuestion = ({ altKey, ctrlKey, metaKey, code, key }) => altKey && !ctrlKey && !metaKey && (code === "KeyQ" || key.toLowerCase() === "q");
const CONTROL = "input, textarea, select, button, [tabindex='0']";

/** The exercises of a notebook, each with its `root` and `title`, and `isOpen`; until `stop`. */
export function makeQuestions() {
  const all = new Set();
  const onKey = (event) => {
    const next = asksForQuestion(event) && nextOf([...all]);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    goTo(next);
  };
  document.addEventListener("keydown", onKey, { capture: true });
  return {
    /** Take an exercise in, until what is given back is called. */
    add(one) {
      all.add(one);
      return () => all.delete(one);
    },
    stop: () => document.removeEventListener("keydown", onKey, { capture: true }),
  };
}

/** The first after the keys that waits for an answer, or else the first on the page. */
function nextOf(all) {
  const isAfter = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  const waiting = all
    .filter(({ root, isOpen }) => root.checkVisibility() && isOpen())
    .sort((one, other) => (isAfter(one.root, other.root) ? -1 : 1));
  const here = document.activeElement ?? document.body;
  return waiting.find(({ root }) => isAfter(here, root) && !here.contains(root)) ?? waiting[0];
}

/** The keys to the first control of its answer, and its head into view. */
function goTo({ root, title }) {
  const parts = root.querySelector(".at-parts");
  const first = parts.querySelector("input:checked") ?? parts.querySelector(CONTROL) ?? title;
  first.focus({ preventScroll: true });
  watch(standingInView(root));
}
