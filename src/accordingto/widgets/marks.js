// Marks on a text: by mouse, touch and keyboard; they may nest and overlap.
// The selection of the page itself is the cursor, so a label means the same however it was made.

const KEYS =
  "Arrow keys move from word to word, with Shift they take in more; Home and End go to the ends of " +
  "the paragraph, up and down to the next one. The number on a button labels the words, Delete " +
  "removes a mark, Control+Z undoes, N and P go to the next and previous mark.";

function marks(part, edit, context) {
  const offsets = offsetsOf(part.text);
  const lines = part.paragraphs.map(([start, end], index) => ({
    start: offsets.toUnits(start),
    end: offsets.toUnits(end),
    number: part.numbers?.[index] ?? index + 1,
    el: h("p", { class: "at-line" }),
    drawn: null,
  }));
  const stops = lines.flatMap((line) => stopsOf(part.text, line.start, line.end));
  const history = historyOf(context.model, part.field);
  let value = [];
  let cursor = null; // { anchor, focus }: indices into stops
  let chosen = null; // [start, end] in units: what a label applies to
  let record = 1;
  let slots = new Map();

  const help = h("details", { class: "at-keys" }, h("summary", {}, "Keys"), h("p", {}, KEYS));
  const area = h("div", {
    class: "at-text-area",
    tabindex: 0,
    role: "group",
    "aria-label": `${part.label}. ${KEYS}`,
    onkeydown: onKey,
  });
  lines.forEach((line) => {
    line.el.dataset.paragraph = line.number;
    area.append(line.el);
  });
  const buttons = part.labels.map((label, index) =>
    button("", () => mark(label.value), { keeps: true, class: `at-button at-marker at-hue-${index + 1}` }),
  );
  buttons.forEach((element, index) => {
    const label = part.labels[index];
    element.append(h("span", { "aria-hidden": "true" }, `${label.sign} `), `${label.name} `, h("kbd", {}, index + 1));
  });
  const undoButton = button("Undo", () => step("undo", "Undone"));
  const redoButton = button("Redo", () => step("redo", "Done again"));
  const recordBox = part.linked ? recordChooser() : null;
  const list = h("ol", { class: "at-mark-list", "aria-label": "Your marks" });
  const el = group(
    part,
    h("div", { class: "at-toolbar" }, ...buttons, recordBox?.el, undoButton, redoButton),
    area,
    help,
    list,
  );
  const remember = () => {
    const range = selected();
    if (range) chosen = range;
  };
  document.addEventListener("selectionchange", remember);
  context.onRemove(() => document.removeEventListener("selectionchange", remember));

  /** The selection inside the text as [start, end] in units, white space trimmed; or null. */
  function selected() {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!area.contains(range.startContainer) || !area.contains(range.endContainer)) return null;
    return trimmed(part.text, unitAt(range.startContainer, range.startOffset), unitAt(range.endContainer, range.endOffset));
  }

  function unitAt(node, offset) {
    const line = lines.find((one) => one.el.contains(node));
    if (!line) return node === area ? (lines[offset]?.start ?? lines.at(-1).end) : lines[0].start;
    const before = document.createRange();
    before.setStart(line.el, 0);
    before.setEnd(node, offset);
    return line.start + before.toString().length;
  }

  function select(start, end) {
    chosen = [start, end];
    const from = placeOf(start, false);
    const to = placeOf(end, true);
    document.getSelection().setBaseAndExtent(from.node, from.offset, to.node, to.offset);
    from.node.parentElement.closest(".at-line").scrollIntoView({ block: "nearest" });
  }

  function placeOf(unit, isEnd) {
    const line = lines.find((one) => (isEnd ? unit <= one.end && unit > one.start : unit >= one.start && unit < one.end));
    let left = unit - line.start;
    const walker = document.createTreeWalker(line.el, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { length } = walker.currentNode;
      if (left < length || (isEnd && left === length)) return { node: walker.currentNode, offset: left };
      left -= length;
    }
    return { node: line.el, offset: 0 };
  }

  function onKey(event) {
    if (event.altKey || context.locked()) return;
    const command = event.ctrlKey || event.metaKey;
    const action = command ? commands(event) : moves(event) ?? labelling(event);
    if (!action) return;
    event.preventDefault();
    action();
  }

  function commands(event) {
    const key = event.key.toLowerCase();
    if (key === "y" || (key === "z" && event.shiftKey)) return () => step("redo", "Done again");
    return key === "z" ? () => step("undo", "Undone") : null;
  }

  function moves(event) {
    const last = stops.length - 1;
    const at = cursor?.focus ?? -1;
    const lineOf = (index) => lines.findIndex((line) => stops[index]?.[0] >= line.start && stops[index]?.[0] < line.end);
    const first = (index) => stops.findIndex(([start]) => start >= lines[index].start);
    const final = (index) => stops.findLastIndex(([start]) => start < lines[index].end);
    const here = Math.max(0, lineOf(Math.max(at, 0)));
    const target = {
      ArrowRight: () => Math.min(last, at + 1),
      ArrowLeft: () => Math.max(0, at - 1),
      ArrowDown: () => first(Math.min(lines.length - 1, at < 0 ? 0 : here + 1)),
      ArrowUp: () => first(Math.max(0, here - 1)),
      Home: () => first(here),
      End: () => final(here),
    }[event.key];
    if (target) return () => move(target(), event.shiftKey);
    if (event.key === "Escape") return leave;
    if (event.key === "n" || event.key === "p") return () => jump(event.key === "n" ? 1 : -1);
    return null;
  }

  function labelling(event) {
    const index = Number(event.key) - 1;
    if (part.labels[index]) return () => mark(part.labels[index].value);
    if (event.key === "Enter") return () => mark(part.labels[0].value);
    if (event.key === "Delete" || event.key === "Backspace") return removeHere;
    return null;
  }

  function move(index, extend) {
    cursor = { anchor: extend && cursor ? cursor.anchor : index, focus: index };
    const [low, high] = [Math.min(cursor.anchor, index), Math.max(cursor.anchor, index)];
    select(stops[low][0], stops[high][1]);
    context.announce(part.text.slice(stops[low][0], stops[high][1]));
  }

  function leave() {
    document.getSelection().removeAllRanges();
    chosen = null;
    if (cursor) cursor.anchor = cursor.focus;
  }

  function jump(step) {
    if (!value.length) return context.announce("There are no marks yet.");
    const ordered = [...value].sort((a, b) => a.start - b.start);
    const at = chosen?.[0] ?? -1;
    const next = step > 0 ? ordered.find((m) => offsets.toUnits(m.start) > at) : ordered.findLast((m) => offsets.toUnits(m.start) < at);
    const target = next ?? (step > 0 ? ordered[0] : ordered.at(-1));
    select(offsets.toUnits(target.start), offsets.toUnits(target.end));
    const index = stops.findIndex(([, end]) => end > offsets.toUnits(target.start));
    cursor = { anchor: index, focus: index };
    context.announce(`Mark: ${words(target)}`);
  }

  function mark(label) {
    if (context.locked()) return;
    if (!chosen) return context.announce("First select the words to mark.");
    const made = { start: offsets.toPoints(chosen[0]), end: offsets.toPoints(chosen[1]), label };
    if (part.linked) made.record = record;
    const same = (m) => m.start === made.start && m.end === made.end && m.record === made.record;
    change([...value.filter((m) => !same(m)), made].sort((a, b) => a.start - b.start || b.end - a.end));
    context.announce(`Marked as ${nameOf(label)}: ${words(made)}`);
    document.getSelection().removeAllRanges();
    chosen = null;
    if (cursor) cursor.anchor = cursor.focus;
  }

  function removeHere() {
    const at = chosen ?? (cursor ? stops[cursor.focus] : null);
    if (!at) return;
    const over = value
      .filter((m) => offsets.toUnits(m.start) < at[1] && offsets.toUnits(m.end) > at[0])
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    if (over.length) remove(over[0]);
  }

  function remove(mark) {
    if (context.locked()) return;
    change(value.filter((m) => m !== mark));
    context.announce(`Removed: ${words(mark)}`);
  }

  function change(next) {
    history.push(value, next);
    edit(next);
  }

  function step(way, said) {
    const next = context.locked() ? undefined : history[way](value);
    if (next === undefined) return;
    edit(next);
    context.announce(said);
  }

  const words = (mark) => part.text.slice(offsets.toUnits(mark.start), offsets.toUnits(mark.end));
  const labelOf = (value) => Math.max(0, part.labels.findIndex((label) => label.value === value));
  const nameOf = (value) => part.labels[labelOf(value)].name;

  /** Draw the lines whose marks changed, and no other: a long text stays quick. */
  function draw() {
    const perLine = new Map(lines.map((line) => [line, []]));
    let index = 0;
    for (const mark of [...value].sort((a, b) => a.start - b.start)) {
      const [start, end] = [offsets.toUnits(mark.start), offsets.toUnits(mark.end)];
      while (index < lines.length - 1 && lines[index].end <= start) index += 1;
      for (let i = index; i < lines.length && lines[i].start < end; i += 1) {
        if (lines[i].end > start) perLine.get(lines[i]).push({ start, end, mark });
      }
    }
    for (const [line, covering] of perLine) {
      const signature = covering.map(({ start, end, mark }) => `${start}-${end}-${mark.label}-${mark.record ?? ""}`).join();
      if (line.drawn !== signature) {
        line.el.replaceChildren(...pieces(line, covering));
        line.drawn = signature;
      }
    }
  }

  function pieces(line, covering) {
    const edges = new Set([line.start, line.end]);
    covering.forEach(({ start, end }) => [start, end].forEach((edge) => edge > line.start && edge < line.end && edges.add(edge)));
    const sorted = [...edges].sort((a, b) => a - b);
    return sorted.slice(0, -1).map((start, index) => {
      const end = sorted[index + 1];
      const over = covering.filter((one) => one.start <= start && one.end >= end);
      const piece = document.createTextNode(part.text.slice(start, end));
      if (!over.length) return piece;
      const inner = over.reduce((a, b) => (b.end - b.start < a.end - a.start ? b : a));
      const begins = over.filter((one) => one.start === start || (one.start < line.start && start === line.start));
      const badge = begins.map((one) => part.labels[labelOf(one.mark.label)].sign + (one.mark.record ?? "")).join("");
      const name = over.map((one) => nameOf(one.mark.label)).join(", ");
      return h(
        "mark",
        { class: `at-mark at-hue-${labelOf(inner.mark.label) + 1} at-depth-${Math.min(3, over.length)}`, "data-badge": badge || null, title: name },
        piece,
      );
    });
  }

  function drawList() {
    slots = new Map(value.map((_, index) => [String(index), h("span", { class: "at-beside" })]));
    list.replaceChildren(
      ...value.map((mark, index) => {
        const whole = words(mark);
        const short = whole.length > 60 ? `${whole.slice(0, 57)}…` : whole;
        const about = `${nameOf(mark.label)}${mark.record ? ` of ${mark.record}` : ""}: ${short}`;
        return h(
          "li",
          {},
          h("span", { "aria-hidden": "true" }, `${part.labels[labelOf(mark.label)].sign} `),
          about,
          slots.get(String(index)),
          button("Remove", () => remove(mark), { "aria-label": `Remove ${about}` }),
        );
      }),
    );
    if (!value.length) list.append(h("li", { class: "at-none" }, "No marks yet."));
  }

  function recordChooser() {
    const select = h("select", { "aria-label": "Which attribution the next mark belongs to", onchange: () => (record = Number(select.value)) });
    const fill = () => {
      const last = Math.max(record, 1, ...value.map((m) => m.record ?? 1));
      select.replaceChildren(...Array.from({ length: last }, (_, i) => h("option", { value: i + 1 }, `Attribution ${i + 1}`)));
      select.value = record;
    };
    const more = button("New attribution", () => {
      record = Math.max(record, ...value.map((m) => m.record ?? 1)) + 1;
      fill();
    });
    return { el: h("span", {}, select, more), fill };
  }

  return {
    el,
    update(next) {
      value = next ?? [];
      history.meet(value);
      draw();
      drawList();
      recordBox?.fill();
      const focused = area.contains(document.activeElement) || document.activeElement === area;
      if (focused && chosen) select(...chosen);
    },
    slotOf: (ref) => slots.get(ref) ?? null,
    /** Bring a paragraph of the text into view. Whether it is here at all. */
    look(paragraph) {
      const line = lines.find((one) => one.number === paragraph);
      if (!line) return false;
      line.el.scrollIntoView({ block: "center" });
      line.el.classList.add("at-looked");
      setTimeout(() => line.el.classList.remove("at-looked"), 2000);
      const index = stops.findIndex(([start]) => start >= line.start);
      area.focus({ preventScroll: true });
      move(index, false);
      return true;
    },
  };
}
