// Linked marks: each belongs to one record, such as the source, cue and content of one attribution.

/** A chooser of the record that the next mark belongs to, and a button for a new one. */
function makeRecords(announce) {
  let current = 1;
  let last = 1;
  const menu = h("select", { class: "at-menu", "aria-label": "Record of the next mark", onchange: () => choose(Number(menu.value)) });
  const choose = (record) => {
    current = Math.max(1, Math.min(record, last));
    menu.value = current;
    announce(`Record ${current}`);
  };
  const draw = () => {
    menu.replaceChildren(...Array.from({ length: last }, (_, index) => h("option", { value: index + 1 }, `Record ${index + 1}`)));
    menu.value = current;
  };
  const begin = () => {
    last += 1;
    draw();
    choose(last);
  };
  const el = h("span", { class: "at-records" }, menu, button("New record", begin, { keeps: true, "aria-keyshortcuts": "R" }));
  draw();
  return {
    el,
    current: () => current,
    begin,
    step: (way) => choose(current + way),
    /** Offer every record that the marks use, and the one that was begun. */
    update(marks) {
      last = Math.max(current, ...marks.map((mark) => mark.record ?? 1));
      draw();
    },
  };
}
