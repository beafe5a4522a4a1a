// Marks on a text: by mouse, touch and keyboard; they may nest and overlap.
// The answer holds code points, everything drawn holds UTF-16 units; `fromAnswer` and `toAnswer`
// are the border between the two.

const WAYS = {
  ArrowRight: ["byWord", 1],
  ArrowLeft: ["byWord", -1],
  ArrowDown: ["byParagraph", 1],
  ArrowUp: ["byParagraph", -1],
  End: ["toEdge", 1],
  Home: ["toEdge", -1],
};

function marks(part, edit, context) {
  const { toUnits, toPoints } = offsetsOf(part.text);
  const fromAnswer = (mark) => ({ ...mark, start: toUnits(mark.start), end: toUnits(mark.end) });
  const toAnswer = (mark) => ({ ...mark, start: toPoints(mark.start), end: toPoints(mark.end) });
  const history = historyOf(context.model, part.field);
  const base = freshId("mark");
  let answer = null;
  let made = [];

  const labelIndex = (mark) => Math.max(0, part.labels.findIndex((label) => label.value === mark.label));
  const nameOf = (mark) => part.labels[labelIndex(mark)].name;
  const wordsIn = (mark) => part.text.slice(mark.start, mark.end);
  const idOf = (mark) => `${base}-${mark.start}-${mark.end}-${labelIndex(mark)}-${mark.record ?? 0}`;
  const looks = (mark) => ({
    class: `at-hue-${labelIndex(mark) + 1}`,
    "data-badge": part.labels[labelIndex(mark)].sign + (mark.record ?? ""),
    "aria-details": idOf(mark),
  });

  const paragraphs = part.paragraphs.map(([start, end], index) => ({
    start: toUnits(start),
    end: toUnits(end),
    number: part.numbers?.[index] ?? index + 1,
  }));
  const text = makeMarkText(part.text, paragraphs, looks);
  const cursor = makeMarkCursor(part.text, text);
  const records = part.linked ? makeRecords(context.announce) : null;
  const say = (words, mark) => context.announce(`${words}: ${wordsIn(mark)}`);

  const change = (next) => {
    const value = next.sort(byPlace).map(toAnswer);
    history.push(answer, value);
    edit(value);
  };
  const without = (mark) => made.filter((one) => markKey(one) !== markKey(mark));
  const step = (way, said) => {
    const value = history[way](answer);
    if (value === undefined) return context.announce(`Nothing to ${way}.`);
    edit(value);
    return context.announce(said);
  };

  /** The chosen words without white space at the edges, within paragraphs that follow each other. */
  const chosen = () => {
    const range = cursor.chosen();
    const line = range && text.lineAt(range[0] + 1);
    if (!range) return null;
    const bare = trimmed(part.text, ...range);
    const shown = bare && paragraphs.every(({ end }, index) => end >= bare[1] || end <= bare[0] || !part.text.slice(end, paragraphs[index + 1]?.start).trim());
    return shown ? bare : trimmed(part.text, range[0], Math.min(range[1], line.end));
  };

  const label = ({ value }) => {
    if (context.locked()) return;
    const place = chosen();
    if (!place) return void context.announce("First select the words to mark.");
    const mark = { start: place[0], end: place[1], label: value, ...(records && { record: records.current() }) };
    const here = made.filter((one) => one.start === mark.start && one.end === mark.end && one.record === mark.record);
    if (here.some((one) => one.label === value)) return void say(`Already marked as ${nameOf(mark)}`, mark);
    change([...made.filter((one) => !here.includes(one)), mark]);
    say(`Marked as ${nameOf(mark)}`, mark);
  };
  const labelAndGo = (one) => {
    label(one);
    cursor.release(); // so that the mark is seen, and not the selection on top of it
  };
  const relabel = (mark, value) => {
    change([...without(mark), { ...mark, label: value }]);
    say(`Now ${part.labels.find((one) => one.value === value).name}`, mark);
  };
  const remove = (mark) => {
    if (context.locked()) return;
    change(without(mark));
    say("Removed", mark);
  };
  const find = (mark) => {
    text.el.focus({ preventScroll: true });
    cursor.choose(mark.start, mark.end);
    say(nameOf(mark), mark);
  };
  /** The marks over the place where the cursor stands, the shortest first. */
  const marksHere = () => {
    const [start, end] = chosen() ?? [-1, -1];
    return shortestFirst(made.filter((mark) => mark.start < end && mark.end > start));
  };
  const removeHere = () => {
    const [mark] = marksHere();
    if (mark) remove(mark);
    else context.announce("There is no mark here.");
  };
  const jump = (way) => {
    if (!made.length) return context.announce("There are no marks yet.");
    const at = cursor.chosen()?.[0] ?? -1;
    const next = way > 0 ? made.find((mark) => mark.start > at) : made.findLast((mark) => mark.start < at);
    return find(next ?? made.at(way > 0 ? 0 : -1));
  };
  const move = (event, [way, by]) => {
    cursor.move(event.altKey && way === "byWord" ? "byCharacter" : way, by, event.shiftKey);
    const [start, end] = cursor.here();
    const under = marksHere().map((mark) => nameOf(mark));
    context.announce([part.text.slice(start, end), ...new Set(under)].join(", "));
  };

  const onKey = (event) => {
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    action();
  };
  const actionOf = (event) => {
    if (WAYS[event.key] && !event.ctrlKey && !event.metaKey) return () => move(event, WAYS[event.key]);
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      if (key === "y" || (key === "z" && event.shiftKey)) return redo;
      return key === "z" ? undo : null;
    }
    if (event.altKey) return null;
    if (part.labels[Number(key) - 1]) return () => label(part.labels[Number(key) - 1]);
    return plainKeys[key] ?? null;
  };
  const undo = () => !context.locked() && step("undo", "Undone");
  const redo = () => !context.locked() && step("redo", "Done again");
  const plainKeys = {
    enter: () => label(part.labels[0]),
    delete: removeHere,
    backspace: removeHere,
    escape: cursor.release,
    n: () => jump(1),
    p: () => jump(-1),
    ...(records && { r: records.begin, "[": () => records.step(-1), "]": () => records.step(1) }),
  };

  /** A tap on a mark chooses it, a tap elsewhere or once more the word under it. */
  const onTap = (at) => {
    const mark = shortestFirst(made.filter((one) => one.start <= at && one.end > at))[0];
    const again = mark && tapped === markKey(mark);
    tapped = mark && !again ? markKey(mark) : null;
    if (tapped) cursor.choose(mark.start, mark.end);
    else cursor.chooseWord(at);
  };
  let tapped = null;

  const list = makeMarkList(part.labels, { text: text.el, words: wordsIn, idOf, find, relabel, remove });
  const toolbar = markToolbar(part, { label: labelAndGo, removeHere, undo, redo, more: () => cursor.move("byWord", 1, true), records });
  const keys = keysHelp(part);
  text.el.addEventListener("keydown", onKey);
  listenToTaps(text, onTap);
  for (const [name, value] of Object.entries({ role: "application", "aria-roledescription": "text to mark", "aria-label": part.label, "aria-describedby": keys.id })) {
    text.el.setAttribute(name, value);
  }
  return {
    el: group(part, toolbar, text.el, keys.el, list.el),
    update(value) {
      history.meet(value ?? null);
      answer = value ?? null;
      const next = (answer ?? []).map(fromAnswer).sort(byPlace);
      text.redraw(made, next);
      made = next;
      list.update(made);
      records?.update(made);
    },
    slotsOf(ref) {
      const mark = answer?.[Number(ref)];
      return mark ? list.slotsOf(fromAnswer(mark)) : [];
    },
    look: (number) => lookAtParagraph(text, cursor, number),
  };
}

const shortestFirst = (marks) => [...marks].sort((one, other) => one.end - one.start - (other.end - other.start));
