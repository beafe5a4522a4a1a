// The list of the marks made: each can be found in the text, called otherwise, and removed.

const SHOWN = 60; // characters of a mark in the list, cut between words

/**
 * @param {{value: string, name: string, sign: string}[]} labels
 * @param {{words: Function, find: Function, relabel: Function, remove: Function}} does
 */
function makeMarkList(labels, does) {
  const rows = new Map();
  const none = h("li", { class: "at-none" }, "No marks yet.");
  const list = h("ol", { class: "at-mark-list", "aria-label": "Your marks" });

  const row = (mark) => {
    const label = labels.find((one) => one.value === mark.label) ?? labels[0];
    const words = shortened(does.words(mark));
    const about = `${label.name}${mark.record ? ` of record ${mark.record}` : ""}: ${words}`;
    const slot = h("span", { class: "at-beside" });
    const el = h(
      "li",
      { class: `at-mark-row at-hue-${labels.indexOf(label) + 1}` },
      h("span", { class: "at-sign", "aria-hidden": "true" }, label.sign + (mark.record ?? "")),
      h("div", { class: "at-mark-words", role: "comment", id: does.idOf(mark), "aria-label": about }, words),
      labels.length > 1 ? menu(mark, label, about) : h("span", { class: "at-mark-name" }, label.name),
      button("Find", () => does.find(mark), { class: "at-small", "aria-label": `Find ${about}` }),
      button("Remove", () => does.remove(mark), { class: "at-small", "aria-label": `Remove ${about}` }),
      slot,
    );
    return { el, slot };
  };

  const menu = (mark, label, about) => {
    const options = labels.map((one) => h("option", { value: one.value, selected: one === label }, `${one.sign} ${one.name}`));
    const select = h("select", { class: "at-small", "aria-label": `Label of ${about}`, onchange: () => does.relabel(mark, select.value) }, ...options);
    return select;
  };

  return {
    el: list,
    /** Bring the rows in step with the marks, which are in the order of the text. */
    update(marks) {
      const keys = new Set(marks.map(markKey));
      for (const [key, { el }] of rows) {
        if (keys.has(key)) continue;
        el.remove();
        rows.delete(key);
      }
      let at = list.firstElementChild === none ? null : list.firstElementChild;
      none.remove();
      for (const mark of marks) {
        const key = markKey(mark);
        if (!rows.has(key)) rows.set(key, row(mark));
        const { el } = rows.get(key);
        if (el === at) at = at.nextElementSibling;
        else list.insertBefore(el, at);
      }
      if (!marks.length) list.append(none);
    },
    slotOf: (mark) => rows.get(markKey(mark))?.slot ?? null,
  };
}

function shortened(words) {
  const line = words.replace(/\s+/g, " ");
  return line.length > SHOWN ? `${line.slice(0, line.lastIndexOf(" ", SHOWN))} …` : line;
}
