// Ways through the text, to its marks and to a paragraph; what stands there is said.

import { chosenWords } from "./markactions.js";
import { markKey } from "./marktext.js";
import { withQuotationMarks } from "./quotationmarks.js";

export function markFinding(part, around) {
  const { state, text, cursor, statements, announce } = around;
  /** @type {string|null} */
  let tapped = null; // the name of the mark that the last tap chose
  const choose = (mark) => {
    cursor.choose(mark.start, mark.end);
    statements?.follow(mark);
  };
  const find = (mark) => {
    text.el.focus({ preventScroll: true });
    choose(mark);
    announce(`${state.nameOf(mark)}: ${state.wordsIn(mark)}`);
  };
  return {
    find,
    release: cursor.release,
    more: () => cursor.move("byWord", 1, true),
    jump(way) {
      const made = state.made();
      if (!made.length) return announce("There are no marks yet.");
      const at = cursor.chosen()?.[0] ?? -1;
      const next = way > 0 ? made.find((mark) => mark.start > at) : made.findLast((mark) => mark.start < at);
      return find(next ?? made.at(way > 0 ? 0 : -1));
    },
    move({ altKey, shiftKey }, [way, by]) {
      const here = cursor.move(altKey && way === "byWord" ? "byCharacter" : way, by, shiftKey);
      const place = chosenWords(part, around);
      const under = state.over(...(place ?? [-1, -1])).map(state.nameOf);
      const beside = shiftKey && place && withQuotationMarks(part.text, place) ? ["a quotation mark is beside it, Q takes it in"] : [];
      announce([part.text.slice(...here), ...new Set(under), ...beside].join(", "));
    },
    /** A tap on a mark chooses it, a tap elsewhere or once more the word under it. */
    tap(at) {
      const [mark] = state.over(at, at + 1);
      tapped = mark && tapped !== markKey(mark) ? markKey(mark) : null;
      if (tapped) choose(mark);
      else cursor.chooseWord(at);
    },
  };
}

/** Bring a paragraph of the text into view and put the cursor there. Whether it is here at all. */
export function lookAtParagraph(text, cursor, number) {
  const line = text.lines.find((one) => one.number === number);
  if (!line) return false;
  text.el.focus({ preventScroll: true });
  cursor.chooseWord(line.start);
  line.el.scrollIntoView({ block: "nearest" });
  line.el.classList.add("at-looked");
  setTimeout(() => line.el.classList.remove("at-looked"), 2000);
  return true;
}
