// Opening the page from an exercise, and the way back: one pane a notebook, beside what it shows.

import { asksForPage } from "./pagekey.js";
import { makePane } from "./pane.js";

const HOST = ".jp-NotebookPanel"; // of JupyterLab and Notebook 7; elsewhere the pane stands in the exercise
const PATIENCE_MS = 4000;
const NARROW = 720; // pixels of a notebook in which the pane stands below, and not beside
const NO_PAGE =
  "The page has not come: the kernel is not answering. Wait until no cell is running, and open the page again. If it stays so, choose Kernel, Restart Kernel and Run All Cells.";

/**
 * What opens pages on this screen.
 * @param {(name: string) => Promise<string>} textOf gives a text by its name, once the kernel sends it
 */
export function makePages(textOf) {
  const panes = new WeakMap();

  /** Show the page in a notebook; `root` is the exercise, `from` its number. */
  const open = async (root, name, from, number) => {
    const host = root.closest(HOST) ?? root;
    const reader = panes.get(host) ?? readerIn(host);
    panes.set(host, reader);
    reader.begin(root);
    const words = await Promise.race([textOf(name), new Promise((end) => setTimeout(end, PATIENCE_MS))]);
    if (words) reader.pane.put(words, from);
    else reader.pane.tell(NO_PAGE);
    reader.pane.look(number);
  };
  return { open };
}

/** The pane in one host, with what was in hand when it was opened. */
function readerIn(host) {
  /** @type {HTMLElement|null} */
  let origin = null; // what the reader had in hand
  /** @type {Element|null} */
  let room = null; // what the notebook scrolls in, which is narrower while the pane stands beside it
  const isInside = !host.matches(HOST);
  const goBack = () => origin?.isConnected && origin.focus({ preventScroll: true });
  const close = () => keepingPlace(host, origin, () => {
    pane.el.remove();
    room?.classList.remove("at-makes-room");
    goBack();
  });
  const onkey = (event) => {
    const isBack = asksForPage(event);
    if (!isBack && event.key !== "Escape") return;
    event.preventDefault();
    if (isBack) goBack();
    else close();
  };
  const pane = makePane({ back: goBack, close, onkey });
  const fit = () => {
    pane.el.classList.toggle("at-below", host.clientWidth < NARROW);
    pane.el.style.setProperty("--at-page-top", `${host.querySelector(".jp-Notebook")?.offsetTop ?? 0}px`);
  };
  if (!isInside) new ResizeObserver(fit).observe(host);
  return {
    pane,
    /** Stand there, and remember where the reader was. */
    begin(root) {
      if (!pane.el.contains(document.activeElement)) origin = root.contains(document.activeElement) ? document.activeElement : (root.querySelector(".at-open-page") ?? root);
      if (pane.el.isConnected) return;
      fit();
      room = isInside ? null : (scrollerOf(origin, host) ?? host.querySelector(".jp-WindowedPanel-outer"));
      keepingPlace(host, origin, () => {
        if (isInside) root.querySelector(".at-prompt").after(pane.el);
        else host.append(pane.el);
        room?.classList.add("at-makes-room");
      });
    },
  };
}

/** Do what changes the room that an exercise has, and leave it where it is on the screen. */
function keepingPlace(host, anchor, change) {
  const scroller = scrollerOf(anchor, host);
  const before = anchor?.getBoundingClientRect().top;
  change();
  if (!scroller) return;
  const settle = () => (scroller.scrollTop += anchor.getBoundingClientRect().top - before);
  settle();
  requestAnimationFrame(() => requestAnimationFrame(settle)); // a notebook measures its cells anew
}

/** The box that scrolls the exercise. */
function scrollerOf(el, host) {
  for (let box = el?.parentElement; box && box !== host.parentElement; box = box.parentElement) {
    if (box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return null;
}
