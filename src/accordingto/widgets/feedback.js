// What is said of an answer: a headline, a verdict a line, and what others answered.
// A verdict is a sign and a word; its colour only helps.

const VERDICTS = {
  right: ["✓", "right"],
  partly: ["◐", "partly right"],
  wrong: ["✗", "not this"],
  missing: ["○", "missing"],
  extra: ["+", "not in the expert’s"],
  note: ["•", "note"],
};

const verdictWords = (verdict) => VERDICTS[verdict].join(" ");

/** The feedback drawn into a box; `look` gives what leads to a paragraph. */
function drawFeedback(box, told, look) {
  if (!told) return box.replaceChildren();
  const measured = told.credit !== null && told.credit !== undefined;
  const lines = told.parts.map((part) => verdictLine(part, look));
  return box.replaceChildren(
    h("p", { class: "at-headline", tabindex: -1 }, told.headline),
    ...(measured ? [h("meter", { min: 0, max: 1, value: told.credit, "aria-label": "Share of the points" })] : []),
    ...(lines.length ? [h("ul", {}, ...lines)] : []),
  );
}

function verdictLine(part, look) {
  return h(
    "li",
    { class: `at-told at-told-${part.verdict}` },
    h("strong", {}, verdictWords(part.verdict)),
    part.label && h("span", { class: "at-told-label", html: ` ${part.label}` }),
    h("span", { html: ` ${part.text} ` }),
    ...(part.look ?? []).flatMap((number) => [look(number), " "]),
  );
}

/** Verdicts put beside the rows, options and marks that they are about. */
function drawVerdicts(root, told, slotsOf) {
  root.querySelectorAll(".at-beside").forEach((slot) => slot.replaceChildren());
  for (const part of told?.parts ?? []) {
    const slots = part.ref === null || part.ref === undefined ? [] : slotsOf(part);
    slots.forEach((slot) => slot.append(h("span", { class: `at-told-${part.verdict}` }, verdictWords(part.verdict))));
  }
}

/** What others answered, as a table in which a bar, a share of all, stands over the words for it. */
function drawOthers(box, others) {
  if (!others) return box.replaceChildren();
  const rows = others.bars.map(({ label, count, words }) => {
    const bar = h("span", { class: "at-bar", style: `inline-size:${(100 * count) / others.of}%` });
    return h("tr", {}, h("th", { scope: "row", html: label }), h("td", { class: "at-bar-cell" }, bar, h("span", { html: words })));
  });
  return box.replaceChildren(h("table", {}, h("caption", {}, others.title), h("tbody", {}, ...rows)));
}
