// One exercise: title, prompt, controls, buttons, feedback, and the line that says what is saved.

const PARTS = { radios, checks, matrix, number, slider, text, note, marks, cards };
const SIGNS = { right: "✓", partly: "◐", wrong: "✗", missing: "○", extra: "+", note: "•" };
const VERDICTS = {
  right: "right",
  partly: "partly right",
  wrong: "not this",
  missing: "missing",
  extra: "not in the expert’s",
  note: "note",
};

function render({ model, el }) {
  const shape = model.get("shape");
  const saver = saverOf(model);
  const removals = [];
  const status = h("div", { role: "status", class: "at-sr" });
  const context = {
    model,
    locked: () => Boolean(model.get("state").locked),
    announce: (words) => (status.textContent = words),
    onRemove: (action) => removals.push(action),
  };
  const controls = shape.parts.map((part) => {
    const edit = (value) => !context.locked() && saver.save({ ...model.get("answer"), [part.field]: value });
    return { field: part.field, ...PARTS[part.part](part, edit, context) };
  });
  const offer = h(
    "div",
    { class: "at-alert", role: "alert", hidden: true },
    "An answer that was not saved is kept in this browser. ",
    button("Restore it", () => saver.restore()),
    button("Drop it", () => saver.discard()),
  );
  const titleId = freshId("title");
  const buttons = h("div", { class: "at-actions" });
  const saved = h("span", { class: "at-saved" });
  const alert = h("div", { class: "at-alert", role: "alert", hidden: true }, "Not saved: the kernel is not answering. Your answer is kept in this browser. Start the kernel and run this cell again.");
  const reveal = h("div", { class: "at-reveal" });
  const feedback = h("div", { class: "at-feedback" });
  const others = h("div", { class: "at-others" });
  const aside = h("div", { class: "at-aside" });
  const worked = shape.worked ? h("details", { class: "at-worked" }, h("summary", {}, "A worked example"), h("div", { html: shape.worked })) : null;
  const points = shape.points === 1 ? "1 point" : `${shape.points} points`;
  const root = h(
    "section",
    { class: "at-live", "aria-labelledby": titleId, "data-lm-suppress-shortcuts": "true" },
    h("h3", { id: titleId }, `${shape.id} ${shape.title}`, h("span", { class: "at-points" }, ` ${points}`)),
    h("div", { class: "at-prompt", html: shape.prompt }),
    worked,
    reveal,
    offer,
    ...controls.map((control) => control.el),
    h("div", { class: "at-foot" }, buttons, saved),
    alert,
    feedback,
    others,
    aside,
    status,
  );
  // Keys meant for a control must not reach the notebook, where `d d` deletes the cell.
  ["keydown", "keyup", "keypress"].forEach((type) => root.addEventListener(type, (event) => event.stopPropagation()));
  el.append(root);

  /** What an earlier kernel never acknowledged is offered back; what this one has not is said. */
  function drawSaving() {
    alert.hidden = !saver.isUnsaved();
    saved.hidden = saver.isUnsaved();
    offer.hidden = !saver.offered();
  }

  function drawAnswer() {
    const answer = model.get("answer");
    controls.forEach((control) => control.update(answer[control.field]));
    drawVerdicts();
  }

  function drawState() {
    const state = model.get("state");
    buttons.replaceChildren(
      ...(state.actions ?? []).map(({ do: action, label, disabled }) =>
        button(label, () => saver.act({ do: action }), { class: "at-button at-action", "data-do": action, disabled }),
      ),
    );
    const tries = state.tries ? `${state.tries === 1 ? "1 try" : `${state.tries} tries`}` : "";
    saved.textContent = [state.saved ? `saved ${state.saved}` : "not answered yet", tries].filter(Boolean).join(" · ");
    root.querySelectorAll("input, select, textarea").forEach((input) => (input.disabled = Boolean(state.locked)));
    fill(reveal, state.reveal);
    fill(aside, state.aside);
    drawFeedback(state.feedback);
    drawOthers(state.others);
    drawVerdicts();
  }

  function drawFeedback(told) {
    if (!told) return feedback.replaceChildren();
    const items = told.parts.map((part) =>
      h(
        "li",
        { class: `at-told at-told-${part.verdict}` },
        h("strong", {}, `${SIGNS[part.verdict]} ${VERDICTS[part.verdict]}`),
        part.label ? h("span", { class: "at-told-label", html: ` ${part.label}:` }) : null,
        h("span", { html: ` ${part.text} ` }),
        ...(part.look ?? []).map(lookAt),
      ),
    );
    const headline = h("p", { class: "at-headline" }, told.headline);
    const bar = told.credit === null || told.credit === undefined ? null : h("meter", { min: 0, max: 1, value: told.credit, "aria-label": "Share of the points" });
    feedback.replaceChildren(headline, ...(bar ? [bar] : []), h("ul", {}, ...items));
    context.announce(told.headline);
  }

  function lookAt(paragraph) {
    const words = `paragraph ${paragraph}`;
    if (!controls.some((control) => control.look)) return h("span", { class: "at-look" }, `→ ${words} `);
    const go = () => controls.some((control) => control.look?.(paragraph));
    return button(`→ ${words}`, go, { class: "at-button at-look" });
  }

  function drawVerdicts() {
    root.querySelectorAll(".at-beside").forEach((slot) => slot.replaceChildren());
    for (const part of model.get("state").feedback?.parts ?? []) {
      if (part.ref === null || part.ref === undefined) continue;
      const slot = controls.map((control) => control.slotOf?.(part.ref)).find(Boolean);
      slot?.append(h("span", { class: `at-told-${part.verdict}` }, ` ${SIGNS[part.verdict]} ${VERDICTS[part.verdict]}`));
    }
  }

  function drawOthers(shown) {
    if (!shown) return others.replaceChildren();
    const most = Math.max(1, ...shown.bars.map((bar) => bar.count));
    const rows = shown.bars.map((bar) => {
      const fillBar = h("span", { class: "at-bar" });
      fillBar.style.inlineSize = `${(100 * bar.count) / most}%`;
      return h("tr", {}, h("th", { scope: "row", html: bar.label }), h("td", { class: "at-bar-cell" }, fillBar), h("td", {}, bar.count));
    });
    others.replaceChildren(h("table", {}, h("caption", {}, shown.title), h("tbody", {}, ...rows)));
  }

  removals.push(saver.listen(drawSaving));
  model.on("change:answer", drawAnswer);
  model.on("change:state", drawState);
  removals.push(() => model.off("change:answer", drawAnswer), () => model.off("change:state", drawState));
  drawAnswer();
  drawState();
  drawSaving();
  return () => removals.forEach((remove) => remove());
}

export default { render };
