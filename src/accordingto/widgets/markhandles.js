// Handles at the two edges of a mark, to drag them: of the mark that is chosen, or pointed at.
// The keys that do the same are in markkeys.js.

import { h } from "./dom.js";
import { caretAt } from "./taps.js";

const EDGES = ["start", "end"];

/** The handles over a text; `update` puts them at a mark, and away where there is none. */
export function makeMarkHandles({ state, text, cursor }, does) {
  /** @type {{start: number, end: number}|null} */
  let shown = null; // the mark
  /** @type {{start: number, end: number}|null} */
  let dragged = null; // the range that it would be, while an edge is dragged
  const handles = EDGES.map((edge) =>
    h("span", { class: `at-handle at-handle-${edge}`, "aria-hidden": "true", hidden: true, onpointerdown: (event) => begin(event, edge) }),
  );
  const show = () => {
    const range = dragged ?? shown;
    const places = range ? placesAt(text.rectsOf(range.start, range.end), text.el) : [];
    handles.forEach((el, index) => {
      el.hidden = !places[index]?.isSeen;
      el.classList.toggle("at-dragged", Boolean(dragged));
      if (range) el.style.translate = places[index].translate;
    });
  };
  const begin = (event, edge) => {
    event.preventDefault(); // what is chosen stays
    const mark = shown;
    if (!mark) return;
    text.el.focus({ preventScroll: true });
    let range = mark;
    dragged = range;
    followPointer(event, middleOf(edgeOf(edge, text.rectsOf(mark.start, mark.end))), {
      move(caret, byCharacter) {
        if (!text.el.contains(caret?.node)) return;
        dragged = range = does.dragged(mark, edge, text.offsetAt(caret.node, caret.offset), byCharacter);
        text.select(range.start, range.end);
        show();
      },
      end(isDone) {
        dragged = null;
        if (isDone && (range.start !== mark.start || range.end !== mark.end)) does.reshape(mark, range);
        else cursor.choose(mark.start, mark.end);
      },
    });
  };
  return {
    els: handles,
    isDragging: () => dragged !== null,
    /** At the mark that is exactly what is chosen, or the one that is pointed at. */
    update(pointedAt = null) {
      if (dragged) return;
      const range = cursor.chosen();
      shown = (range && state.made().find((mark) => mark.start === range[0] && mark.end === range[1])) || pointedAt;
      show();
    },
  };
}

const edgeOf = (edge, rects) => (edge === "start" ? rects[0] : rects.at(-1));
const middleOf = (rect) => rect.top + rect.height / 2;

/** Where each handle stands: under its edge of what is marked, in the part of the text that is seen. */
function placesAt(rects, area) {
  const [frame, seen] = [area.parentElement, area].map((one) => one.getBoundingClientRect());
  return EDGES.map((edge) => {
    const rect = edgeOf(edge, rects);
    const left = edge === "start" ? rect.left : rect.right;
    return {
      isSeen: rect.bottom <= seen.bottom && rect.top >= seen.top,
      translate: `${left - frame.left}px ${rect.bottom - frame.top}px`,
    };
  });
}

/** Tell where in the text a pointer goes until it is let go; the handle hangs below its line. */
function followPointer(pressed, middle, { move, end }) {
  const listening = new AbortController();
  const { signal } = listening;
  const stop = (isDone) => {
    listening.abort();
    end(isDone);
  };
  addEventListener("pointermove", ({ clientX, clientY, altKey }) => move(caretAt(clientX, clientY + middle - pressed.clientY), altKey), { signal });
  addEventListener("pointerup", () => stop(true), { signal });
  addEventListener("pointercancel", () => stop(false), { signal });
}
