// The list of the marks made: each can be found in the text, called otherwise, and removed.

const SHOWN = 60; // characters of a mark in the list, cut between words

/**
 * @param {{value: string, name: string, sign: string}[]} labels
 * @param {{text: Element, words: Function, idOf: Function, find: Function, relabel: Function, remove: Function}} does
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

  /** Bring the rows in step with the marks. */
  const draw = (marks) => {
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
  };

  const controlsOf = (line) => [...(line?.querySelectorAll("select, button") ?? [])];
  /** Focus that goes with its row goes on in the row that stands there now, or in the text. */
  const keepingFocus = (change) => {
    const focused = document.activeElement;
    const index = [...list.children].findIndex((line) => line.contains(focused));
    const control = controlsOf(list.children[index]).indexOf(focused);
    change();
    if (control < 0 || list.contains(focused)) return;
    const line = list.children[index] ?? list.lastElementChild;
    (controlsOf(line)[control] ?? does.text).focus({ preventScroll: true });
  };

  return {
    el: list,
    /** Show these marks, which are in the order of the text. */
    update: (marks) => keepingFocus(() => draw(marks)),
    slotsOf: (mark) => (rows.has(markKey(mark)) ? [rows.get(markKey(mark)).slot] : []),
  };
}

function shortened(words) {
  const line = words.replace(/\s+/g, " ");
  return line.length > SHOWN ? `${line.slice(0, line.lastIndexOf(" ", SHOWN))} …` : line;
}
