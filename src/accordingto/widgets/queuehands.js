// By which hands the words came: whose they are, who passed them on, and the gaps between.

import { button, freshId, h, same } from "./dom.js";

const GAP = { name: "not disclosed", type: "undisclosed" };
const NOBODY = ["undisclosed", "none"];

/** @param {(deed: object) => void} change */
export function makeHands(part, change, people) {
  let hands = []; // the origin first; one that nobody is named as stands there too
  let drawn;
  const list = h("datalist", { id: freshId("people") });
  const chain = h("ol", { class: "at-hands", "aria-label": "From whose words they are to this page" });
  const rows = h("div", { class: "at-hand-rows" });
  const send = (next) => {
    const [origin, ...conduits] = next;
    change({ do: "trace", origin: origin ? bare(origin) : null, conduits: conduits.map(bare) });
  };
  const put = (index, hand) => send(hands.map((one, place) => (place === index ? hand : one)));
  const more = (hand) => send([...(hands.length ? hands : [GAP]), hand]);
  const summary = h("summary", {}, "Change the hands");
  const details = h(
    "details",
    { class: "at-hand-details" },
    summary,
    rows,
    h("div", { class: "at-hand-tools" }, button("Add a hand", () => more({ name: "a hand", type: "outlet" }), { class: "at-small" }), button("Add a gap", () => more(GAP), { class: "at-small" })),
  );
  const draw = () => {
    list.replaceChildren(...people().map(({ name }) => h("option", { value: name })));
    chain.replaceChildren(...[...hands, { name: "this page", type: "" }].map(link));
    const focused = [...rows.querySelectorAll("input, select, button")].findIndex((one) => one === document.activeElement);
    rows.replaceChildren(...hands.map((hand, index) => row(part, { list: list.id, known: people() }, hand, index, { put, remove: () => send(hands.filter((one) => one !== hand)) })));
    const stands = /** @type {HTMLElement | undefined} */ (rows.querySelectorAll("input, select, button")[focused]);
    if (focused >= 0) (stands ?? summary).focus();
  };
  return {
    el: h("div", { class: "at-whose" }, h("h5", {}, "Whose words, and by which hands"), chain, details, list),
    focus() {
      details.open = true;
      if (!hands.length) more(GAP);
      rows.querySelector("select")?.focus();
    },
    open() {
      details.open = true;
      summary.focus();
    },
    update({ id, origin, conduits }) {
      const now = [origin ?? GAP, ...conduits];
      const known = [id, now, people().map(({ name }) => name)];
      if (same(drawn, known)) return;
      drawn = known;
      hands = now;
      draw();
    },
  };
}

const bare = ({ name, type }) => ({ name, type });

function link({ name, type }) {
  const isGap = NOBODY.includes(type);
  return h("li", { class: isGap ? "at-gap" : null }, h("span", {}, name), type && !isGap && h("small", {}, type));
}

/** One hand: somebody of the page to choose, or a name to write, and what kind of source that is. */
function row(part, { list, known }, hand, index, { put, remove }) {
  const called = index ? `Hand ${index}` : "Whose words";
  const chosen = h(
    "select",
    { class: "at-small", "aria-label": `${called}: somebody of this page`, onchange: () => put(index, bare(known[chosen.selectedIndex - 1] ?? hand)) },
    h("option", {}, "somebody else"),
    ...known.map(({ name }) => h("option", { selected: name === hand.name }, name)),
  );
  const whoKnown = (name) => ({ name: name.trim() || GAP.name, type: name.trim() && NOBODY.includes(hand.type) ? "named person" : hand.type });
  const name = h("input", { type: "text", value: hand.name, list, maxlength: 200, "aria-label": called, onchange: () => put(index, whoKnown(name.value)) });
  const options = part.types.map((value) => h("option", { value, selected: value === hand.type }, value));
  const type = h("select", { class: "at-small", "aria-label": `Kind of ${called.toLowerCase()}`, onchange: () => put(index, { name: hand.name, type: type.value }) }, ...options);
  const away = index > 0 && button("Remove", remove, { class: "at-small", "aria-label": `Remove ${hand.name}` });
  return h("div", { class: "at-hand-row" }, chosen, name, type, away);
}
