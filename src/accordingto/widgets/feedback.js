// What is said of an answer: a headline, and a verdict a line.
// A verdict is a sign and a word, which come with it; its colour only helps.

import { h } from "./dom.js";

/**
 * The feedback drawn into a box; `look` gives what leads to a paragraph. A reason that has a place
 * by what it is about, as `reasonsAt` says, stands there.
 */
export function drawFeedback(box, told, look, reasonsAt) {
  box.closest(".at-live")?.querySelectorAll(".at-reasons").forEach((list) => list.replaceChildren());
  if (!told) return box.replaceChildren();
  const measured = told.credit !== null && told.credit !== undefined;
  const lines = [];
  for (const part of told.parts) {
    const place = reasonsAt?.(part.ref);
    if (place) place.list.append(verdictLine({ ...part, label: place.called }, look));
    else lines.push(verdictLine(part, look));
  }
  const isPlaced = lines.length < told.parts.length;
  return box.replaceChildren(
    h("p", { class: "at-headline", tabindex: -1 }, told.headline),
    ...(measured ? [h("meter", { min: 0, max: 1, value: told.credit, "aria-label": "Share of the points" })] : []),
    ...(isPlaced ? [h("p", { class: "at-hint" }, "The reasons stand under the rows above.")] : []),
    ...(lines.length ? [h("ul", {}, ...lines)] : []),
  );
}

function verdictLine(part, look) {
  return h(
    "li",
    { class: `at-told at-told-${part.verdict}` },
    h("strong", {}, part.words),
    part.label && h("span", { class: "at-told-label", html: ` ${part.label}` }),
    h("span", { html: ` ${part.text} ` }),
    ...(part.look ?? []).flatMap((number) => [look(number), " "]),
  );
}

/** Verdicts put beside the rows, options and marks that they are about. */
export function drawVerdicts(root, told, slotsOf) {
  root.querySelectorAll(".at-beside:not(:empty)").forEach((slot) => slot.replaceChildren());
  for (const part of told?.parts ?? []) {
    const slots = part.ref === null || part.ref === undefined ? [] : slotsOf(part);
    slots.forEach((slot) => slot.append(h("span", { class: `at-told-${part.verdict}` }, part.words)));
  }
}
