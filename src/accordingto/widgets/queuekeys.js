// The keys of the queue: what each does. Letters are the queue's own unless something is written.

import { freshId, h } from "./dom.js";

/** What each does; `chosen` is done with the words that are chosen in the page. */
export const KEYS = [
  { key: "y", does: "yes", label: "Yes", says: "yes, it is right as it stands; the next one" },
  { key: "n", does: "no", label: "No", says: "no, it is no statement; the next one" },
  { key: "e", does: "enter", label: "Edit", says: "go into the page, to move the edges or mark anew; Esc comes back" },
  { key: "s", does: "split", label: "Split", chosen: true, says: "split it where the chosen words begin, or between its pieces" },
  { key: "j", does: "join", label: "Join", says: "join it with the next one" },
  { key: "a", does: "add", label: "Add", chosen: true, says: "add a statement: a sentence of the page, the nearest without one first; or the words that are chosen in the page" },
  { key: "w", does: "who", says: "whose words they are: some first letters, and Enter takes who stands first; Tab takes them too, and goes on to the kind" },
  { key: "k", does: "kind", says: "what kind of source that is, by its first letter; Enter comes back" },
  { key: "h", does: "hands", says: "by which hands they came" },
  { key: "f", does: "form", says: "the form" },
  { key: "c", does: "class", says: "the class of the cue" },
  { key: "r", does: "reaction", says: "what reaction it reports, and then toward whom" },
  { key: "o", does: "otherwise", says: "how it could be read otherwise" },
  { key: "p", does: "people", says: "the people of the page" },
  { key: "ArrowRight", does: "next", shown: "→", says: "the next statement" },
  { key: "ArrowLeft", does: "previous", shown: "←", says: "the previous one" },
  { key: "Escape", does: "back", shown: "Esc", says: "back to the question, from the page or a field" },
];

/** The keys, for everyone to open. */
export function keysHelp() {
  const rows = KEYS.flatMap(({ key, shown, says }) => [h("dt", {}, h("kbd", {}, shown ?? key.toUpperCase())), h("dd", {}, says)]);
  const undo = [h("dt", {}, h("kbd", {}, "Ctrl Z")), h("dd", {}, "undo; with Ctrl Y again")];
  return h("details", { class: "at-keys", id: freshId("keys") }, h("summary", {}, "Keys of the queue"), h("dl", {}, ...rows, ...undo));
}

const WRITING = "input, textarea, select";
const IN_TEXT = "y"; // what the page to mark leaves to the queue

/** A listener that does what a key says, and leaves the others alone. */
export function queueKeys(does) {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const found = KEYS.find((one) => one.key === key);
    const isBack = key === "Escape";
    if (!found || (event.target.closest(WRITING) && !isBack)) return;
    if (event.target.closest(".at-text-area") && key !== IN_TEXT) return;
    event.preventDefault();
    does[found.does]();
  };
}

/** A listener for Esc in the page: what is chosen there stays so, to be split at or added. */
export function leavingText(back) {
  return (event) => {
    if (event.key !== "Escape" || !event.target.closest(".at-text-area")) return;
    event.preventDefault();
    event.stopPropagation();
    back();
  };
}
