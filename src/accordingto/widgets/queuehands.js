// By which hands the words came: whose they are, who passed them on, and the gaps between.

import { button, h, same } from "./dom.js";
import { makeChoice } from "./queuechoice.js";

const GAP = { name: "not disclosed", type: "undisclosed" };
const NOBODY = ["undisclosed", "none"];

/** `does` is what is done with a deed, who speaks on the page, and where the focus goes afterwards. */
export function makeHands(part, does) {
  const { change, people, offers, leave } = does;
  let hands = []; // the origin first; one that nobody is named as stands there too
  /** @type {any} */
  let card = null;
  let drawn;
  const chain = h("ol", { class: "at-hands", "aria-label": "From whose words they are to this page" });
  const rows = h("div", { class: "at-hand-rows" });
  const send = (next) => {
    const [origin, ...conduits] = next;
    change({ do: "trace", origin: origin ? bare(origin) : null, conduits: conduits.map(bare) });
  };
  const put = (index, hand) => {
    const next = hands.map((one, place) => (place === index ? hand : one));
    if (index === 0 && isItsSource(hand, card)) change({ do: "mark", places: { source: [[hand.start, hand.end]] } });
    else send(next);
    hands = next; // before the kernel says so, for who goes on to the kind of source at once
    draw();
  };
  const goTo = (index, what) => {
    details.open = true;
    /** @type {HTMLElement | null | undefined} */ (rows.children[index]?.querySelector(what))?.focus();
  };
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
    chain.replaceChildren(...hands.map((hand, index) => link(hand, () => goTo(index, "input"))), h("li", {}, h("span", {}, "this page")));
    const focused = [...rows.querySelectorAll("input, select, button")].findIndex((one) => one === document.activeElement);
    rows.replaceChildren(...hands.map((hand, index) => row(part, hand, index, { offers, put, leave, kind: () => goTo(index, "select"), remove: () => send(hands.filter((one) => one !== hand)) })));
    const stands = /** @type {HTMLElement | undefined} */ (rows.querySelectorAll("input, select, button")[focused]);
    if (focused >= 0) (stands ?? summary).focus();
  };
  return {
    el: h("div", { class: "at-whose" }, h("h5", {}, "Whose words, and by which hands"), chain, details),
    focus: () => goTo(0, "input"),
    kind: () => goTo(0, "select"),
    open() {
      details.open = true;
      summary.focus();
    },
    update(shown) {
      const { id, origin, conduits } = (card = shown);
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

/** Whether somebody who is chosen stands beside a statement of which no source is marked. */
const isItsSource = ({ end, paragraph }, card) => Boolean(end) && paragraph === card.paragraph && !card.marks.some(({ label }) => label === "source");

function link({ name, type }, change) {
  const isGap = NOBODY.includes(type);
  const who = h("button", { type: "button", class: "at-hand", title: "Change who this is", onclick: change }, name);
  return h("li", { class: isGap ? "at-gap" : null }, who, !isGap && h("small", {}, type));
}

/** One hand: somebody of the page, or a name that is written, and what kind of source that is. */
function row(part, hand, index, { offers, put, leave, kind, remove }) {
  const called = index ? `Hand ${index}` : "Whose words";
  const who = makeChoice(hand, { label: called, offers, take: (one) => put(index, one), leave, goOn: kind });
  const options = part.types.map((value) => h("option", { value, selected: value === hand.type }, value));
  const type = h("select", { class: "at-small", "aria-label": `Kind of ${called.toLowerCase()}`, onchange: () => put(index, { name: hand.name, type: type.value }), onkeydown: (event) => event.key === "Enter" && leave() }, ...options);
  const away = index > 0 && button("Remove", remove, { class: "at-small", "aria-label": `Remove ${hand.name}` });
  return h("div", { class: "at-hand-row" }, who, type, away);
}
