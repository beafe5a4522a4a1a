// One exercise: its controls in their frame, in step with the model.

import { comeWhenCalled } from "./arrival.js";
import { cards } from "./cards.js";
import { keepClocks } from "./clock.js";
import { checks, radios } from "./controls.js";
import { makeDrawing } from "./drawing.js";
import { note, number, ratings, slider, text, wording } from "./fields.js";
import { makeFrame } from "./frame.js";
import { keepInView } from "./inview.js";
import { marks } from "./marks.js";
import { matrix } from "./matrix.js";
import { makePages } from "./pages.js";
import { pageInline } from "./pane.js";
import { linkParagraphs } from "./paragraphs.js";
import { makeQuestions } from "./questions.js";
import { queue } from "./queue.js";
import { makeRemarks } from "./remarks.js";
import { makeSaver } from "./saving.js";
import { makeSteps } from "./steps.js";
import { makeTexts } from "./texts.js";
import { tuner } from "./tuner.js";

const PARTS = { radios, checks, matrix, number, slider, text, note, ratings, wording, marks, cards, tuner, queue };

function draw({ model, front, pages, questions, el, text: shown }) {
  const saver = makeSaver(model);
  const { paragraphs, isAnother, id, parts, address } = model.get("shape");
  /** Open the page: at the paragraph, or at the first that the exercise names. */
  const open = (paragraph) => pages.open(frame.root, model.get("text"), id, paragraph ?? firstNamed(frame.root));
  const link = (...boxes) => paragraphs && boxes.forEach((box) => linkParagraphs(box, { paragraphs, isAnother }, open));
  const context = {
    model,
    announce: (words) => (frame.status.textContent = words),
    /** Undo and redo, for a control that has keys or buttons of its own. */
    undoing: { undo: () => steps.step("undo"), redo: () => steps.step("redo") },
    /** Do what the first button does, as Enter in a field. */
    submit: () => (model.get("state").actions ?? []).slice(0, 1).forEach((one) => saver.act(one.do)),
  };
  const hasButtons = !parts.some(({ paragraphs: shows }) => shows); // which stand at the text there
  const steps = makeSteps(model, saver, context.announce, { hasButtons });
  const controls = parts.map((part) => {
    const edit = (value, isTyped) => steps.edit(part.field, value, isTyped);
    return { field: part.field, ...PARTS[part.part]({ text: shown, ...part }, edit, context) };
  });
  const remarks = makeRemarks(saver, context.announce);
  const frame = makeFrame(model.get("shape"), controls, saver, { steps, remarks, openPage: open });
  el.append(frame.root);
  keepInView(frame.root);
  const stay = comeWhenCalled(frame.root, frame.title, address);
  const isOpen = () => !model.get("state").tries;
  const goneFrom = questions.add({ root: frame.root, title: frame.title, isOpen });

  const redraw = makeDrawing({ ...context, front, saver, controls, frame, steps, remarks, open, link });
  model.on("change:answer", redraw.answer);
  model.on("change:state", redraw.state);
  front.on("change:running", redraw.saving);
  const unlisten = saver.listen(() => {
    redraw.answer();
    redraw.saving();
  });
  redraw.answer();
  redraw.state();
  link(frame.root);
  return () => {
    model.off("change:answer", redraw.answer);
    model.off("change:state", redraw.state);
    front.off("change:running", redraw.saving);
    unlisten();
    stay();
    goneFrom();
    controls.forEach((control) => control.close?.());
    saver.close();
  };
}

/** The first paragraph that an exercise names or shows, or nothing. */
function firstNamed(root) {
  const way = root.querySelector(".at-way");
  return Number(root.querySelector(".at-text-area .at-line")?.dataset.paragraph ?? way?.getAttribute("aria-label").split(" ").at(-1)) || undefined;
}

/** The front end, once a kernel: what every exercise on the page draws itself with. */
function initialize({ model: front, signal }) {
  const questions = makeQuestions();
  [keepClocks(), questions.stop].forEach((stop) => signal?.addEventListener("abort", stop));
  const textOf = makeTexts(front);
  const pages = makePages(textOf);
  return { draw: (view) => draw({ ...view, front, pages, questions }), text: textOf, page: pageInline };
}

export default { initialize };
