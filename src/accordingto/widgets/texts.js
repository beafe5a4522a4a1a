// Texts to be marked: each comes from the kernel once, beside the description of any exercise.

/** The texts that a model brings by their names. One that has not come yet is asked for. */
export function makeTexts(model) {
  const texts = new Map();
  const waiting = new Map();
  model.on("msg:custom", ({ name, text }) => {
    texts.set(name, text);
    waiting.get(name)?.forEach((tell) => tell(text));
    waiting.delete(name);
  });
  return (name) => {
    if (texts.has(name)) return Promise.resolve(texts.get(name));
    return new Promise((tell) => {
      model.send({ text: name }); // also again: what was asked of a kernel that was silent is lost
      waiting.set(name, [...(waiting.get(name) ?? []), tell]);
    });
  };
}
