// A bar by which one hands in, keeps one's work in a file and brings it from one. The files are the
// kernel's; the page saves the notebook first, gives what is packed to the browser, and reads what is chosen.

import { makeBar, toldLines } from "./bar.js";
import { chosenFile } from "./chosenfile.js";
import { button, h } from "./dom.js";
import { pressSave } from "./hostkeys.js";
import { isShort, SHORT } from "./room.js";

const A_SAVE = 1_000; // milliseconds
const NAME = "Your name in the course, if you were told one";
const FILE = "Bring my work: the file my-work.zip";

/**
 * Let the page save its notebook: by a command where the page offers any, else by its own key, of
 * which nobody says when it is done. What is packed says when it was saved last.
 */
async function saved(bar) {
  const app = globalThis.jupyterapp ?? globalThis.jupyterlab;
  if (app) await app.commands.execute("docmanager:save").catch((problem) => console.warn("Not saved first.", problem));
  else if (pressSave(bar)) await new Promise((resolve) => setTimeout(resolve, A_SAVE));
}

/** Give bytes to the browser as a file. */
function download(name, data) {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const href = URL.createObjectURL(new Blob([bytes], { type: "application/zip" }));
  h("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

function render({ model, el }) {
  const told = toldLines();
  const ask = async (deed, given = "") => {
    if (deed !== "bring") await saved(bar);
    model.send({ do: deed, given });
  };
  const name = h("input", { type: "text", autocomplete: "off", spellcheck: "false" });
  const chosen = chosenFile(".zip", (given) => ask("bring", given), (problem) => told.say([problem]));
  const short = h("p", { class: "at-alert", role: "alert", hidden: true }, SHORT);
  const row = h("div", { class: "at-files-row" },
    h("label", { class: "at-files-field" }, NAME, name),
    button("Hand in", () => ask("hand in", name.value), { class: "at-button at-action" }),
    button("Keep my work", () => ask("keep")),
    h("label", { class: "at-files-field" }, FILE, chosen),
  );
  const { bar, drop } = makeBar({ model, el }, "Your work", told, short, row);

  const got = ({ name: called, data }) => { if (called && data) download(called, data); };
  if (model.get("is_browsers")) isShort().then((is) => { short.hidden = !is; });
  model.on("msg:custom", got);
  return () => {
    drop();
    model.off("msg:custom", got);
  };
}

export default { render };
