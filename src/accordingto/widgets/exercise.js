// One exercise: its controls in their frame, in step with the model.

const PARTS = { radios, checks, matrix, number, slider, text, note, wording, marks, cards, tuner };

function draw({ model, el }) {
  const saver = saverOf(model);
  const context = {
    model,
    locked: () => Boolean(model.get("state").locked),
    announce: (words) => (frame.status.textContent = words),
  };
  const controls = model.get("shape").parts.map((part) => {
    const edit = (value) => !context.locked() && saver.save({ ...model.get("answer"), [part.field]: value });
    return { field: part.field, ...PARTS[part.part](part, edit, context) };
  });
  const frame = makeFrame(model.get("shape"), controls, saver);
  el.append(frame.root);

  const slotsOf = ({ ref }) => controls.flatMap((control) => control.slotsOf?.(ref) ?? []);
  const look = (number) => {
    const words = `→ paragraph ${number}`;
    const go = () => controls.some((control) => control.look?.(number));
    const isHere = controls.some((control) => control.look);
    return isHere ? button(words, go, { class: "at-look" }) : h("span", { class: "at-look" }, words);
  };

  /** What an earlier kernel never acknowledged is offered back; what this one has not is said. */
  const drawSaving = () => {
    drawAlert(frame.alert, model.get("state").alert ?? unsavedWords(saver));
    frame.saved.hidden = saver.isUnsaved();
    const choosing = frame.offer.contains(document.activeElement);
    drawAlert(frame.offer, saver.offered() ? offerWords(saver.offered()) : "");
    if (choosing && frame.offer.hidden) focusOnParts(frame);
  };
  const drawAnswer = () => {
    const answer = model.get("answer");
    controls.forEach((control) => control.update(answer[control.field]));
    drawVerdicts(frame.root, model.get("state").feedback, slotsOf);
  };
  let told;
  const drawState = () => {
    const state = model.get("state");
    const acting = frame.actions.contains(document.activeElement);
    frame.parts.disabled = context.locked();
    frame.saved.textContent = savedWords(state);
    fill(frame.reveal, state.reveal);
    fill(frame.aside, state.aside);
    fill(frame.lines, state.code);
    frame.code.hidden = !state.code;
    drawActions(frame.actions, state.actions ?? [], (action) => saver.act({ do: action }));
    controls.forEach((control) => control.onState?.(state));
    drawSaving();
    if (!same(told, state.feedback)) drawFeedback(frame.feedback, state.feedback, look);
    if (told !== undefined && state.feedback && !same(told, state.feedback)) context.announce(state.feedback.headline);
    told = state.feedback ?? null;
    drawVerdicts(frame.root, state.feedback, slotsOf);
    drawOthers(frame.others, state.others);
    if (acting && !frame.actions.querySelector(":focus:enabled")) focusOnNews(frame);
  };

  model.on("change:answer", drawAnswer);
  model.on("change:state", drawState);
  const unlisten = saver.listen(drawSaving);
  drawAnswer();
  drawState();
  drawSaving();
  return () => {
    model.off("change:answer", drawAnswer);
    model.off("change:state", drawState);
    unlisten();
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

export default { initialize: () => ({ draw }) };
