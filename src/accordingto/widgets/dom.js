// Elements: made in one call, so that a control reads like the markup it becomes.

// Each kernel sends a module of its own, so that a count alone would name things twice on a page.
const instance = Math.random().toString(36).slice(2, 10);
let madeIds = 0;
/** An id that no other element on the page has. */
export const freshId = (name) => `at-${name}-${instance}-${(madeIds += 1)}`;

/**
 * An element with attributes and children. `html` is markup made safe in Python; a name that
 * begins with "on" is a listener; attributes and children that are null or false are left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Object<string, any>} attributes
 * @param {...(Node|string|null|false|undefined)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "html") element.innerHTML = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

/**
 * A button; `keeps` leaves focus and selection where they are when it is pressed by pointer.
 * @param {string} label
 * @param {(event: MouseEvent) => void} onclick
 * @param {{keeps?: boolean, [attribute: string]: any}} options
 */
export function button(label, onclick, { keeps = false, ...attributes } = {}) {
  const stay = (event) => event.preventDefault();
  return h("button", { type: "button", class: "at-button", onclick, onpointerdown: keeps && stay, onmousedown: keeps && stay, ...attributes }, label);
}

/** The words of a piece of markup. */
export function wordsOf(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.textContent.replace(/\s+/g, " ").trim();
}

/** Put markup into a box, and hide the box where there is none. */
export function fill(box, html) {
  box.hidden = !html;
  if (box.dataset.filled === (html ?? "")) return;
  box.dataset.filled = html ?? "";
  box.innerHTML = html ?? "";
}

/** Whether two plain values are the same; a field that is undefined is not there. */
export const same = (one, other) => areAlike(one ?? null, other ?? null);

function areAlike(one, other) {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other) || one.length !== other.length) return false;
  for (const name in one) if (!areAlike(one[name], other[name])) return false;
  for (const name in other) if (one[name] === undefined && other[name] !== undefined) return false;
  return true;
}

/** "1 mark", "2 marks". */
export const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
