// What stands around the controls: title, prompt, buttons, alerts, and the line on saving.

/** The parts of the frame by name, and `root`, which holds them all and the controls. */
function makeFrame(shape, controls, saver) {
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
    others: box("others"),
    aside: box("aside"),
    lines: h("div"),
  };
  frame.code = h("details", { class: "at-code", hidden: true }, h("summary", {}, "Show me the code"), frame.lines);
  frame.root = h(
    "section",
    { class: "at-live", "aria-labelledby": titleId, "data-lm-suppress-shortcuts": "true" },
    h("h3", { id: titleId }, `${shape.id} ${shape.title}`, h("span", { class: "at-points" }, ` ${shape.points ? counted(shape.points, "point") : "not scored"}`)),
    h("div", { class: "at-prompt", html: shape.prompt }),
    shape.worked && h("details", { class: "at-worked" }, h("summary", {}, "A worked example"), h("div", { html: shape.worked })),
    frame.reveal,
    frame.offer,
    frame.parts,
    frame.code,
    h("div", { class: "at-foot" }, frame.actions, frame.saved),
    frame.alert,
    frame.feedback,
    frame.others,
    frame.aside,
    frame.status,
  );
  keepKeys(frame.root);
  return frame;
}

function alertBox(words, ...buttons) {
  return h("div", { class: "at-alert", role: "alert", hidden: true }, h("span", {}, words), ...buttons);
}

/** Keys meant for a control must not reach the notebook, where `d d` deletes the cell. */
function keepKeys(root) {
  ["keydown", "keyup", "keypress"].forEach((type) => root.addEventListener(type, (event) => event.stopPropagation()));
  root.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") event.preventDefault(); // the browser would save its page
  });
}

/** The buttons in step with the actions; one that stays keeps its focus. */
function drawActions(box, actions, onAction) {
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

const SILENT = "Not saved: the kernel is not answering. Your answer is kept in this browser. Choose Run, Run All Cells: then it is offered back to you here.";
const SILENT_AND_FULL = "Not saved: the kernel is not answering, and this browser cannot keep your answer. Copy it before you run anything.";

/** What is to be said of an answer that is not saved, or "". */
function unsavedWords(saver) {
  if (!saver.isUnsaved()) return "";
  return saver.isKept() ? SILENT : SILENT_AND_FULL;
}

/** An answer that this browser kept, with when it was given or until when it stood. */
function offerWords({ at, replaced }) {
  const when = new Date(at).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  if (replaced) return `The answer that stood here until ${when} is kept in this browser.`;
  return `An answer that was not saved is kept in this browser, from ${when}.`;
}

/** Words in an alert, or none and no alert. */
function drawAlert(box, words) {
  box.hidden = !words;
  const said = box.firstElementChild;
  if (said.textContent !== words) said.textContent = words;
}

/** "saved 14:03 · 2 tries". */
function savedWords({ saved, tries }) {
  const tried = tries ? (tries === 1 ? "1 try" : `${tries} tries`) : null;
  return [saved ? `saved ${saved}` : "not answered yet", tried].filter(Boolean).join(" · ");
}
