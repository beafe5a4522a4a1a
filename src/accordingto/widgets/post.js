// Messages to the kernel: one after the other, each sent again until the kernel says that it is
// done, or refuses it.

import { attempt } from "./kept.js";

const PATIENCE_MS = 3000;
const LONGEST_PATIENCE_MS = 60000;

/**
 * The post of one window. `onLate` is called whenever the kernel was waited for in vain.
 * @param {any} model
 * @param {string} window
 * @param {() => void} onLate
 */
export function makePost(model, window, onLate) {
  /** @type {{number: number, content: any, onTaken?: () => any}[]} */
  const waiting = []; // the first of them has been sent
  let number = 0;
  let isLate = false;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;

  const send = (message) => attempt(() => model.send(message.content)); // a dead connection may throw
  const hurry = (patience) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isLate = true;
      send(waiting[0]); // what comes twice is done once
      onLate();
      hurry(Math.min(2 * patience, LONGEST_PATIENCE_MS));
    }, patience);
  };
  const begin = () => {
    send(waiting[0]);
    hurry(PATIENCE_MS);
  };
  const take = () => {
    const taken = model.get("taken")[window] ?? 0;
    while (waiting.length && waiting[0].number <= taken) waiting.shift()?.onTaken?.();
    const isRefused = waiting.length > 0 && model.get("refused") === waiting[0].content.id;
    return isRefused ? waiting.shift()?.content : null;
  };

  return {
    /**
     * Send a message, once those before it are done. Returns its name, which no other message has.
     * @param {any} content
     * @param {() => any} [onTaken]
     */
    push(content, onTaken) {
      number += 1;
      const id = `${window}.${number}`;
      waiting.push({ number, content: { id, window, number, at: new Date().toISOString(), ...content }, onTaken });
      if (waiting.length === 1) begin();
      return id;
    },
    /** Take in what the kernel has said of the first messages. Returns one that it refuses, or null. */
    settle() {
      const first = waiting[0];
      const refused = take();
      if (!waiting.length) {
        clearTimeout(timer);
        isLate = false;
      } else if (waiting[0] !== first) {
        begin();
      }
      return refused;
    },
    /** Take back those of these deeds that were not sent. Returns their names. */
    withdraw(deeds) {
      const isMeant = ({ content }, index) => index === 0 || !deeds.includes(content.do);
      const gone = waiting.filter((one, index) => !isMeant(one, index)).map(({ content }) => content.id);
      waiting.splice(0, waiting.length, ...waiting.filter(isMeant));
      return gone;
    },
    /** What waits, the oldest first. */
    contents: () => waiting.map(({ content }) => content),
    /** Whether the kernel does not answer. */
    isLate: () => isLate,
    /** Send the first once more. */
    again: () => send(waiting[0]),
    /** The view goes: what waits is sent, and nobody listens for an answer. */
    close() {
      clearTimeout(timer);
      waiting.slice(1).forEach(send);
    },
  };
}
