// Cards: put in order, sorted into classes, built into a chain, or set as lines of code.
// Buttons and keys do all that dragging does.

const TRAY = "";

function cards(part, edit, context) {
  const byId = new Map(part.cards.map((card) => [card.id, card]));
  const modes = { order: listMode, chain: listMode, parsons: listMode, sort: sortMode };
  const mode = modes[part.mode](part, edit, context, byId);
  const help = h("p", { class: "at-hint" }, mode.help);
  const slotOf = (ref) => mode.el.querySelector(`.at-beside[data-ref="${CSS.escape(ref)}"]`);
  return { el: group(part, help, mode.el), update: mode.update, slotOf };
}

/** A card with its buttons, which can be dragged as well. */
function cardOf(card, buttons, onDrop) {
  const element = h("li", { class: "at-card", draggable: "true", "data-id": card.id }, h("span", { html: card.label }), h("span", { class: "at-beside", "data-ref": card.id }), h("span", { class: "at-card-buttons" }, ...buttons));
  element.addEventListener("dragstart", (event) => event.dataTransfer.setData("text/plain", card.id));
  element.addEventListener("dragover", (event) => event.preventDefault());
  element.addEventListener("drop", (event) => {
    event.preventDefault();
    event.stopPropagation();
    onDrop(event.dataTransfer.getData("text/plain"));
  });
  return element;
}

function cardButton(sign, does, card, action) {
  return button(sign, action, { "aria-label": `${does}: ${wordsOf(card.label)}`, "data-act": does });
}

/** Rows in a sequence, and a tray for those not taken in (chains and lines have decoys). */
function listMode(part, edit, context, byId) {
  const withTray = part.mode !== "order";
  const indents = part.mode === "parsons";
  let rows = null; // [{id, indent}], or null while untouched
  const sequence = h("ol", { class: "at-cards", "aria-label": "In order" });
  const tray = h("ul", { class: "at-cards at-tray", "aria-label": "Not used" });
  const shown = () => rows ?? (withTray ? [] : part.cards.map((card) => ({ id: card.id, indent: 0 })));
  const give = (next, said, focus) => {
    edit(indents ? next : next.map((row) => row.id));
    context.announce(said);
    const target = el.querySelector(`[data-id="${CSS.escape(focus.id)}"] [data-act="${focus.act}"]`);
    (target?.disabled ? target.parentElement.querySelector("button:enabled") : target)?.focus();
  };
  const name = (id) => wordsOf(byId.get(id).label);
  const without = (id) => shown().filter((row) => row.id !== id);
  const put = (id, at, act) => {
    const next = without(id);
    const indent = shown().find((row) => row.id === id)?.indent ?? 0;
    next.splice(at, 0, { id, indent });
    give(next, `${name(id)}: place ${at + 1} of ${next.length}`, { id, act });
  };
  const shift = (id, by, act) => {
    const next = shown().map((row) => (row.id === id ? { ...row, indent: Math.max(0, row.indent + by) } : row));
    give(next, `${name(id)}: indented ${next.find((row) => row.id === id).indent}`, { id, act });
  };

  function draw() {
    const placed = shown();
    sequence.replaceChildren(
      ...placed.map((row, index) => {
        const card = byId.get(row.id);
        const act = (sign, does, disabled, action) => {
          const made = cardButton(sign, does, card, action);
          made.disabled = disabled;
          return made;
        };
        const buttons = [
          act("↑", "Move up", index === 0, () => put(row.id, index - 1, "Move up")),
          act("↓", "Move down", index === placed.length - 1, () => put(row.id, index + 1, "Move down")),
        ];
        if (indents) {
          buttons.push(act("⇤", "Indent less", row.indent === 0, () => shift(row.id, -1, "Indent less")));
          buttons.push(act("⇥", "Indent more", false, () => shift(row.id, 1, "Indent more")));
        }
        if (withTray) buttons.push(act("✕", "Take out", false, () => give(without(row.id), `${name(row.id)}: taken out`, { id: row.id, act: "Put in" })));
        const element = cardOf(card, buttons, (id) => put(id, index, "Move up"));
        element.style.marginInlineStart = `${row.indent * 2}em`;
        return element;
      }),
    );
    const used = new Set(placed.map((row) => row.id));
    tray.hidden = !withTray;
    tray.replaceChildren(
      ...part.cards
        .filter((card) => !used.has(card.id))
        .map((card) => cardOf(card, [cardButton("Put in", "Put in", card, () => put(card.id, shown().length, "Move up"))], () => {})),
    );
  }

  [sequence, tray].forEach((list) => list.addEventListener("dragover", (event) => event.preventDefault()));
  sequence.addEventListener("drop", (event) => put(event.dataTransfer.getData("text/plain"), shown().length, "Move up"));
  tray.addEventListener("drop", (event) => {
    const id = event.dataTransfer.getData("text/plain");
    give(without(id), `${name(id)}: taken out`, { id, act: "Put in" });
  });
  const el = h("div", { class: "at-card-area" }, sequence, withTray ? h("p", { class: "at-hint" }, "Not used:") : null, tray);
  return {
    el,
    help: withTray ? "Put in what belongs, and leave the rest." : "Move the cards until the order is right.",
    update(value) {
      rows = value ? (indents ? value : value.map((id) => ({ id, indent: 0 }))) : null;
      draw();
    },
  };
}

/** Cards that each go into one class. */
function sortMode(part, edit, context, byId) {
  let sorted = {};
  const places = [{ id: TRAY, label: "Still to sort" }, ...part.classes];
  const lists = places.map((place) => h("ul", { class: "at-cards", "aria-label": wordsOf(place.label) }));
  const put = (id, place) => {
    const { [id]: _, ...rest } = sorted;
    edit(place === TRAY ? rest : { ...rest, [id]: place });
    context.announce(`${wordsOf(byId.get(id).label)}: ${wordsOf(places.find((one) => one.id === place).label)}`);
    el.querySelector(`[data-id="${CSS.escape(id)}"] select`)?.focus();
  };
  const chooser = (card) => {
    const select = h(
      "select",
      { "aria-label": `Class of ${wordsOf(card.label)}`, onchange: () => put(card.id, select.value) },
      ...places.map((place) => h("option", { value: place.id }, wordsOf(place.label))),
    );
    select.value = sorted[card.id] ?? TRAY;
    return select;
  };
  const el = h(
    "div",
    { class: "at-classes" },
    ...places.map((place, index) => {
      const box = h("div", { class: "at-class" }, h("h4", { html: place.label }), lists[index]);
      box.addEventListener("dragover", (event) => event.preventDefault());
      box.addEventListener("drop", (event) => put(event.dataTransfer.getData("text/plain"), place.id));
      return box;
    }),
  );
  return {
    el,
    help: "Choose a class on each card, or drag it there.",
    update(value) {
      sorted = value ?? {};
      places.forEach((place, index) =>
        lists[index].replaceChildren(
          ...part.cards
            .filter((card) => (sorted[card.id] ?? TRAY) === place.id)
            .map((card) => cardOf(card, [chooser(card)], (id) => put(id, place.id))),
        ),
      );
    },
  };
}
