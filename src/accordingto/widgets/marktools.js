// What stands around a text to mark: the buttons above it and the keys explained below.

/** One button a label, with the key that does the same; then what widens, removes and undoes. */
function markToolbar(part, does) {
  const labels = part.labels.map((label, index) =>
    button("", () => does.label(label), { keeps: true, class: `at-marker at-hue-${index + 1}`, "aria-keyshortcuts": String(index + 1) }),
  );
  labels.forEach((element, index) => {
    const { sign, name } = part.labels[index];
    element.append(h("span", { "aria-hidden": "true" }, sign), h("span", {}, name), h("kbd", { "aria-hidden": "true" }, String(index + 1)));
  });
  const tool = (name, action) => button(name, action, { keeps: true, class: "at-small" });
  return h(
    "div",
    { class: "at-toolbar", role: "group", "aria-label": "Marking" },
    does.records?.el,
    ...labels,
    h(
      "span",
      { class: "at-tools" },
      tool("One word more", does.more),
      tool("Remove mark", does.removeHere),
      tool("Undo", does.undo),
      tool("Redo", does.redo),
    ),
  );
}

/** The keys, for everyone to open, and read out to those who come to the text by keyboard. */
function keysHelp(part) {
  const id = freshId("keys");
  const rows = [
    ["← →", "word by word"],
    ["↑ ↓", "paragraph by paragraph"],
    ["Home End", "to the ends of the paragraph"],
    ["Shift", "with these: choose more words"],
    ["Alt ← →", "a single character; with Shift, move the edge by one"],
    [part.labels.length > 1 ? `1 to ${part.labels.length}` : "1", "label what is chosen; Enter gives the first label"],
    ["Delete", "remove the mark here"],
    ["N P", "next mark, previous mark"],
    ["Ctrl Z, Ctrl Y", "undo, redo"],
    ["Esc", "let go of what is chosen"],
    ...(part.linked ? [["[ ] R", "previous record, next record, new record"]] : []),
  ];
  const said = rows.map(([keys, does]) => `${keys}: ${does}`).join(". ");
  const list = rows.flatMap(([keys, does]) => [h("dt", {}, h("kbd", {}, keys)), h("dd", {}, does)]);
  const el = h("details", { class: "at-keys" }, h("summary", {}, "Keys"), h("dl", {}, ...list));
  return { el: h("div", {}, el, h("span", { id, class: "at-sr" }, said)), id };
}

/** Bring a paragraph of the text into view and put the cursor there. Whether it is here at all. */
function lookAtParagraph(text, cursor, number) {
  const line = text.lines.find((one) => one.number === number);
  if (!line) return false;
  text.el.focus({ preventScroll: true });
  cursor.chooseWord(line.start);
  line.el.scrollIntoView({ block: "nearest" });
  line.el.classList.add("at-looked");
  setTimeout(() => line.el.classList.remove("at-looked"), 2000);
  return true;
}
