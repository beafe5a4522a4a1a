// The people of the page: one person under several names is merged, two under one are parted.

import { button, h, same } from "./dom.js";

/** @param {(deed: object) => void} act */
export function makePeople(act) {
  let drawn;
  let people = [];
  const rows = h("tbody");
  const summary = h("summary", {}, "People of the page");
  const head = h("thead", {}, h("tr", {}, ...["Person", "Called on the page", "The same as"].map((name) => h("th", { scope: "col" }, name))));
  const el = h("details", { class: "at-people" }, summary, h("p", { class: "at-hint" }, "One person under several names is one: every figure uses this list."), h("table", {}, head, rows));
  const row = (one) => {
    const others = people.filter(({ name }) => name !== one.name);
    const menu = h(
      "select",
      { class: "at-small", "aria-label": `${one.name} is the same as`, onchange: () => menu.value && act({ do: "merge", name: one.name, into: menu.value }) },
      h("option", { value: "" }, "nobody else"),
      ...others.map(({ name }) => h("option", { value: name }, name)),
    );
    const words = one.called.map(([called, times]) => h("li", {}, `${called}${times > 1 ? ` ×${times}` : ""} `, called !== one.name && button("Part", () => act({ do: "part", name: one.name, words: called }), { class: "at-small", "aria-label": `${called} is not ${one.name}` })));
    return h("tr", {}, h("th", { scope: "row" }, one.name, h("small", {}, one.type)), h("td", {}, h("ul", {}, ...words)), h("td", {}, menu));
  };
  return {
    el,
    open() {
      el.open = true;
      summary.focus();
    },
    update(now) {
      if (same(drawn, now)) return;
      drawn = now;
      people = now;
      const isInside = rows.contains(document.activeElement);
      rows.replaceChildren(...people.map(row));
      if (isInside) summary.focus();
      summary.textContent = `People of the page (${people.length})`;
    },
  };
}
