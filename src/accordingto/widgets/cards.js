// Cards: put in order, sorted into classes, built into a chain, or set as lines of code.
// Buttons, keys and dragging all go by the same few functions of the board.

const CARD_HELP = {
  order: "Move the cards until the order is right.",
  chain: "Put in what belongs to the chain, in its order, and leave the rest.",
  parsons: "Put in the lines that are needed, in their order and indented, and leave the rest.",
  sort: "Choose a class for each card, or drag it there.",
};
const CARD_KEYS = "By keyboard: space picks a card up, the arrow keys move it, space puts it down, Esc takes it back.";
const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

function cards(part, edit, context) {
  const helpId = freshId("cards");
  const places = placesOf(part).map((place) => ({ ...place, ...placeBox(place, part) }));
  let value = null;
  let rows = rowsOf(part, null);
  let held = null; // {id, before}: a card that was picked up by key, and the answer before it

  const nameOf = (id) => wordsOf(part.cards.find((card) => card.id === id).label);
  const whereIs = (id) => {
    const row = rowOf(rows, id);
    const place = places.find((one) => one.id === row.place);
    if (!place.ordered) return wordsOf(place.label);
    const indent = row.indent ? `, indented ${row.indent}` : "";
    return `place ${indexIn(rows, row) + 1} of ${rowsAt(rows, row.place).length}${indent}`;
  };
  const say = (id, ...more) => context.announce([`${nameOf(id)}: ${whereIs(id)}`, ...more].join(". "));
  const lay = (id, next) => {
    if (context.locked()) return;
    if (!same(next, rows)) edit(valueOf(part, next));
    say(id);
  };

  const pick = (id) => {
    if (context.locked()) return;
    held = held?.id === id ? null : { id, before: value };
    draw();
    say(id, held ? "Picked up" : "Put down");
  };
  const onKey = (event, id) => {
    if (event.key === " " || event.key === "Enter") pick(id);
    else if (held?.id === id && ARROWS.includes(event.key)) lay(id, steered(part, rows, id, event.key));
    else if (held?.id === id && event.key === "Escape") {
      const { before } = held;
      held = null;
      edit(before);
      draw();
      say(id, "Taken back");
    } else return;
    event.preventDefault();
  };
  const letGo = (id) => {
    if (held?.id !== id || moving) return;
    held = null;
    draw();
  };

  const made = new Map(
    part.cards.map((card) => [
      card.id,
      makeCard(card, part, places, {
        pick,
        onKey,
        letGo,
        up: (id) => lay(id, putAt(rows, id, LIST, indexIn(rows, rowOf(rows, id)) - 1)),
        down: (id) => lay(id, putAt(rows, id, LIST, indexIn(rows, rowOf(rows, id)) + 1)),
        indent: (id, by) => lay(id, indented(part, rows, id, by)),
        put: (id, place) => lay(id, putAt(rows, id, place, Infinity)),
      }),
    ]),
  );
  places.forEach((place) =>
    listenToDrops(place, (id, y) => made.has(id) && lay(id, putAt(rows, id, place.id, dropIndex(place, id, y)))),
  );

  let moving = false; // moving an element in the page takes its focus, which is no letting go
  function draw() {
    const focused = document.activeElement;
    moving = true;
    places.forEach((place) => putInto(place.list, rowsAt(rows, place.id).map((row) => made.get(row.id).el)));
    moving = false;
    for (const row of rows) {
      const index = indexIn(rows, row);
      made.get(row.id).draw(row, { first: index === 0, last: index === rowsAt(rows, row.place).length - 1, held: held?.id === row.id });
    }
    if (el.contains(focused) && focused !== document.activeElement) focused.focus();
    const card = focused?.closest?.(".at-card");
    if (card && el.contains(card) && document.activeElement !== focused) card.querySelector(".at-grip").focus();
  }

  const help = h("p", { class: "at-hint", id: helpId }, `${CARD_HELP[part.mode]} ${CARD_KEYS}`);
  const el = group(part, help, h("div", { class: `at-board at-${part.mode}` }, ...places.map((place) => place.el)));
  el.setAttribute("aria-describedby", helpId);
  return {
    el,
    update(next) {
      value = next ?? null;
      rows = rowsOf(part, value);
      draw();
    },
    slotsOf: (ref) => (made.has(ref) ? [made.get(ref).slot] : []),
  };
}

/** The cards of a list, in order. Where they stand so already none is moved: a press on one would be lost. */
function putInto(list, cards) {
  if (list.children.length !== cards.length || cards.some((card, at) => card !== list.children[at])) list.append(...cards);
}

/** A place with its name and its list. */
function placeBox(place, part) {
  const list = h(place.ordered ? "ol" : "ul", { class: "at-stack", "aria-label": wordsOf(place.label) });
  const title = part.mode === "order" ? null : h("h4", { html: place.label });
  return { list, el: h("div", { class: "at-place" }, title, list) };
}

/** One card: a grip with its words, the buttons that its place allows, and room for a verdict. */
function makeCard(card, part, places, does) {
  const name = wordsOf(card.label);
  const act = (sign, label, action) => button(sign, action, { class: "at-small", "aria-label": `${label}: ${name}` });
  const grip = h("span", {
    class: "at-grip",
    role: "button",
    tabindex: 0,
    "aria-pressed": "false",
    html: card.label,
    onclick: () => does.pick(card.id),
    onkeydown: (event) => does.onKey(event, card.id),
    onblur: () => does.letGo(card.id),
  });
  const up = act("↑", "Move up", () => does.up(card.id));
  const down = act("↓", "Move down", () => does.down(card.id));
  const less = act("⇤", "Indent less", () => does.indent(card.id, -1));
  const more = act("⇥", "Indent more", () => does.indent(card.id, 1));
  const put = act("Put in", "Put in", () => does.put(card.id, LIST));
  const take = act("✕", "Take out", () => does.put(card.id, TRAY));
  const menu = part.mode === "sort" ? classMenu(card, name, places, does) : null;
  const slot = h("span", { class: "at-beside" });
  const buttons = h("span", { class: "at-card-buttons" }, up, down, less, more, take, put, menu);
  const el = h("li", { class: "at-card", draggable: "true", "data-id": card.id }, grip, slot, buttons);
  el.addEventListener("dragstart", (event) => event.dataTransfer.setData("text/plain", card.id));
  const draw = (row, { first, last, held }) => {
    const inList = row.place === LIST;
    [up, down].forEach((one) => (one.hidden = !inList));
    [less, more].forEach((one) => (one.hidden = !inList || part.mode !== "parsons"));
    take.hidden = !inList || part.mode === "order";
    put.hidden = row.place !== TRAY || part.mode === "sort";
    [up.disabled, down.disabled] = [first, last];
    [less.disabled, more.disabled] = [row.indent === 0, row.indent >= part.deepest];
    if (menu) menu.value = row.place;
    grip.setAttribute("aria-pressed", String(held));
    el.classList.toggle("at-picked", held);
    el.style.setProperty("--at-indent", row.indent);
  };
  return { el, slot, draw };
}

function classMenu(card, name, places, does) {
  const options = places.map((place) => h("option", { value: place.id }, wordsOf(place.label)));
  const menu = h("select", { class: "at-small", "aria-label": `Class of ${name}`, onchange: () => does.put(card.id, menu.value) }, ...options);
  return menu;
}

/** Cards dragged over a place are let in, and the rest of the page hears nothing of it. */
function listenToDrops(place, onDrop) {
  const over = (is) => (event) => {
    event.preventDefault();
    event.stopPropagation();
    place.el.classList.toggle("at-dropping", is);
  };
  place.el.addEventListener("dragover", over(true));
  place.el.addEventListener("dragleave", over(false));
  place.el.addEventListener("drop", (event) => {
    over(false)(event);
    onDrop(event.dataTransfer.getData("text/plain"), event.clientY);
  });
}

/** Before which card of a place one is dropped: past the middle of a card is after it. */
function dropIndex(place, id, y) {
  const cards = [...place.list.children];
  const from = cards.findIndex((card) => card.dataset.id === id);
  const isAfter = (card, index) => {
    const { top, height } = card.getBoundingClientRect();
    return y > top + height * (from >= 0 && from < index ? 0.4 : 0.6);
  };
  return cards.filter((card, index) => index !== from && isAfter(card, index)).length;
}
