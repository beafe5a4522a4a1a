// What stands around the controls: title, prompt, buttons, alerts, and the line on saving.

import { clockOf } from "./clock.js";
import { button, counted, freshId, h } from "./dom.js";
import { keepKeys } from "./hostkeys.js";
import { asksForPage } from "./pagekey.js";

/** The parts of the frame by name, and `root`, which holds them all, the controls, the steps and the remarks. */
export function makeFrame(shape, controls, saver, { steps, remarks, openPage }) {
  const titleId = freshId("title");
  const box = (name) => h("div", { class: `at-${name}`, hidden: name === "reveal" || name === "aside", tabindex: name === "reveal" ? -1 : null });
  const frame = {
    status: h("div", { role: "status", class: "at-sr" }),
    offer: alertBox("", button("Restore it", saver.restore), button("Drop it", saver.discard)),
    alert: alertBox(""),
    reveal: box("reveal"),
    parts: h("fieldset", { class: "at-parts" }, ...controls.map((control) => control.el)),
    actions: box("actions"),
    saved: h("span", { class: "at-saved" }),
    feedback: box("feedback"),
    figure: box("guess"),
    aside: box("aside"),
    lines: h("div"),
  };
  const points = shape.points ? counted(shape.points, "point") : "not scored";
  frame.title = h("h3", { id: titleId, tabindex: -1 }, `${shape.id} ${shape.title}`, h("span", { class: "at-points" }, h("span", { class: "at-sr" }, ". "), points));
  frame.code = h("details", { class: "at-code", hidden: true }, h("summary", {}, "Show me the code"), frame.lines);
  frame.root = h(
    "section",
    { class: "at-live", "aria-labelledby": titleId, "data-lm-suppress-shortcuts": "true" },
    frame.title,
    shape.paragraphs ? button("Read the page", () => openPage(), { class: "at-small at-open-page", "aria-keyshortcuts": "Alt+P" }) : null,
    h("div", { class: "at-prompt", html: shape.prompt }),
    shape.worked && h("details", { class: "at-worked" }, h("summary", {}, "A worked example"), h("div", { html: shape.worked })),
    frame.reveal,
    frame.offer,
    frame.parts,
    frame.code,
    h("div", { class: "at-foot" }, frame.actions, frame.saved, steps.el),
    frame.alert,
    frame.feedback,
    frame.figure,
    frame.aside,
    remarks.el,
    frame.status,
  );
  frame.root.addEventListener("keydown", steps.onKey);
  keepKeys(frame.root);
  frame.root.addEventListener("keydown", (event) => {
    if (!shape.paragraphs || !asksForPage(event)) return;
    event.preventDefault();
    openPage();
  });
  return frame;
}

function alertBox(words, ...buttons) {
  return h("div", { class: "at-alert", role: "alert", hidden: true }, h("span", {}, words), ...buttons);
}

/** The buttons in step with the actions; one that stays keeps its focus. */
export function drawActions(box, actions, onAction) {
  const wanted = new Set(actions.map((one) => one.do));
  [...box.children].filter((one) => !wanted.has(one.dataset.do)).forEach((one) => one.remove());
  const stood = new Map([...box.children].map((one) => [one.dataset.do, one]));
  actions.forEach(({ do: action, label, disabled }, index) => {
    const here = stood.get(action) ?? button(label, () => onAction(action), { class: "at-action", "data-do": action });
    here.textContent = label;
    here.disabled = Boolean(disabled);
    if (box.children[index] !== here) box.insertBefore(here, box.children[index] ?? null);
  });
}

const SILENT = "Not saved: the kernel is not answering. Your answer is kept in this browser. To go on, save and reload this page, then choose Kernel, Restart Kernel and Run All Cells: it is offered back to you here.";
const SILENT_AND_FULL = "Not saved: the kernel is not answering, and this browser cannot keep your answer. Copy it before you reload this page or run anything.";
const BUSY = "Not saved yet: a cell is running, and your answer is saved when it has ended. Until then it is kept in this browser.";
const BUSY_AND_FULL = "Not saved yet: a cell is running, and your answer is saved when it has ended. Until then this browser cannot keep it: leave this page open.";

/** What is to be said of an answer that is not saved, or "". */
export function unsavedWords(saver, isRunning) {
  if (!saver.isUnsaved()) return "";
  if (isRunning) return saver.isKept() ? BUSY : BUSY_AND_FULL;
  return saver.isKept() ? SILENT : SILENT_AND_FULL;
}

const OFFERS = {
  unsaved: (when) => `An answer that was not saved is kept, from ${when}.`,
  displaced: (when) => `This exercise was answered in two windows or notebooks at once. The other answer is kept, from ${when}.`,
  replaced: (when) => `The answer that stood here until ${when} is kept.`,
};

/** An answer that would have been lost, with when it was given. */
export function offerWords({ why, at }) {
  return OFFERS[why](new Date(at).toLocaleString([], { dateStyle: "medium", timeStyle: "short" }));
}

/** Words in an alert, or none and no alert. */
export function drawAlert(box, words) {
  box.hidden = !words;
  const said = box.firstElementChild;
  if (said.textContent !== words) said.textContent = words;
}

/** "saved 14:03 · 2 tries"; a draft that is corrected is no question that waits for an answer. */
export function savedWords({ saved, tries, queue }) {
  const tried = tries ? (tries === 1 ? "1 try" : `${tries} tries`) : null;
  return [saved ? `saved ${clockOf(saved)}` : queue ? "nothing corrected yet" : "not answered yet", tried].filter(Boolean).join(" · ");
}
