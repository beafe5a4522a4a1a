// What is drawn anew in an exercise when its answer, its state, or how it is saved has changed.

import { button, fill, h, same } from "./dom.js";
import { drawFeedback, drawVerdicts } from "./feedback.js";
import { drawActions, drawAlert, offerWords, savedWords, unsavedWords } from "./frame.js";

/** The ways to draw an exercise again, from what its model and its saver hold then. */
export function makeDrawing({ model, front, saver, controls, frame, steps, remarks, announce, open, link }) {
  const slotsOf = ({ ref }) => controls.flatMap((control) => control.slotsOf?.(ref) ?? []);
  const drawReasons = makeReasons({ model, controls, frame, announce, open });

  /** What would have been lost is offered back; what the kernel has not acknowledged is said. */
  const saving = () => {
    drawAlert(frame.alert, model.get("state").alert ?? unsavedWords(saver, front.get("running")));
    frame.saved.hidden = saver.isUnsaved();
    const choosing = frame.offer.contains(document.activeElement);
    drawAlert(frame.offer, saver.offered() ? offerWords(saver.offered()) : "");
    if (choosing && frame.offer.hidden) focusOnParts(frame);
  };
  let drawn;
  const answer = () => {
    const shown = saver.shown();
    steps.meet();
    if (same(drawn, shown)) return;
    drawn = shown;
    controls.forEach((control) => control.update(shown[control.field]));
    drawVerdicts(frame.root, model.get("state").feedback, slotsOf);
  };
  const state = () => {
    const now = model.get("state");
    const acting = frame.actions.contains(document.activeElement);
    drawBoxes(frame, now);
    remarks.draw(now.remarks);
    if (steps.el) steps.el.hidden = Boolean(now.locked);
    drawActions(frame.actions, now.actions ?? [], saver.act);
    controls.forEach((control) => control.onState?.(now));
    saving();
    drawReasons(now.feedback);
    drawVerdicts(frame.root, now.feedback, slotsOf);
    link(frame.reveal, frame.aside, frame.feedback);
    if (acting && !frame.actions.querySelector(":focus:enabled")) focusOnNews(frame);
  };
  return { answer, state, saving };
}

/** What the state brings to read. */
function drawBoxes(frame, state) {
  frame.saved.textContent = savedWords(state);
  fill(frame.reveal, state.reveal);
  fill(frame.aside, state.aside);
  fill(frame.figure, state.figure);
  fill(frame.lines, state.code);
  frame.code.hidden = !state.code;
  frame.parts.disabled = Boolean(state.locked);
}

/** Draws feedback, with a way to each paragraph that it names; what is new is announced. */
function makeReasons({ model, controls, frame, announce, open }) {
  const isHere = model.get("shape").paragraphs || controls.some((control) => control.look);
  const reasonsAt = (ref) => controls.map((control) => control.reasonsAt?.(ref)).find(Boolean);
  const look = (paragraph) => {
    const words = `→ paragraph ${paragraph}`;
    const go = () => controls.some((control) => control.look?.(paragraph)) || open(paragraph);
    return isHere ? button(words, go, { class: "at-look" }) : h("span", { class: "at-look" }, words);
  };
  let told;
  return (feedback) => {
    const [before, isFirst] = [told, told === undefined];
    told = feedback ?? null;
    if (same(before, told)) return;
    drawFeedback(frame.feedback, told, look, reasonsAt);
    if (told && !isFirst) announce(told.headline);
  };
}

/** Where to go on when the last offer is gone: the first control that can be used. */
function focusOnParts({ parts }) {
  const controls = parts.querySelectorAll(":is(input, select, textarea, button):enabled, [tabindex='0']");
  [...controls].find((control) => control.checkVisibility())?.focus();
}

/** Where to go on when the button that was pressed is gone: what it brought. */
function focusOnNews(frame) {
  const headline = frame.feedback.querySelector(".at-headline");
  (headline ?? (frame.reveal.hidden ? frame.actions.querySelector("button:enabled") : frame.reveal))?.focus();
}
