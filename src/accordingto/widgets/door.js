// All that an exercise, or the page beside it, carries of the front end: the way to the one model that holds it.
// Twenty copies of script and style sheet would keep a page waiting for a second.

const PATIENCE_MS = 120000;
const PAUSE_MS = 500;

/**
 * What the front end draws with. anywidget waits two seconds for a model and ten for its script,
 * and then gives up; a page that brings back its widgets while a cell runs, or on a busy machine,
 * takes longer. So it is asked again, as long as the view is wanted.
 */
async function frontEnd(model, host, signal) {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return (await host.getWidget(model.get("front_end"))).exports;
    } catch (error) {
      if (signal?.aborted || Date.now() > until) throw error;
      await new Promise((tell) => setTimeout(tell, PAUSE_MS));
    }
  }
}

/**
 * anywidget gives a model two seconds to start. On a busy machine one takes longer: it is drawn all
 * the same, and would hear nothing more of the kernel. So its hearing is given back to it, and it
 * asks for what it has missed.
 */
async function restoreHearing(face) {
  const model = itself(face);
  try {
    await model?._handle_comm_msg({ content: { data: {} } }); // says nothing, and is refused by the deaf
  } catch {
    const hear = Object.getPrototypeOf(Object.getPrototypeOf(model))._handle_comm_msg; // not anywidget's
    model.comm.on_msg((message) => hear.call(model, message));
    model.comm.send({ method: "request_state" });
  }
}

/** The model itself, which tells who has changed; anywidget hands out some of its methods. */
function itself(face) {
  let model;
  const meet = (one) => (model = one);
  face.on("change:met", meet);
  face.set("met", Date.now()); // no trait of the kernel's
  face.off("change:met", meet);
  return model;
}

export default {
  async render({ model, el, host, signal }) {
    const exports = await frontEnd(model, host, signal);
    await Promise.all([restoreHearing(model), restoreHearing(await host.getModel(model.get("front_end")))]);
    const shape = model.get("shape");
    if (!shape) {
      el.append(exports.page(await exports.text(model.get("text")))); // the page, and no exercise
      return undefined;
    }
    const isMarked = shape.parts.some(({ paragraphs }) => paragraphs);
    return exports.draw({ model, el, text: isMarked ? await exports.text(model.get("text")) : "" });
  },
};
