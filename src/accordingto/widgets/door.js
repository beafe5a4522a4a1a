// All that an exercise carries of the front end: the way to the one model that holds it.
// Twenty copies of script and style sheet would keep a page waiting for a second.

export default {
  async render({ model, el, host }) {
    const { exports } = await host.getWidget(model.get("front_end"));
    return exports.draw({ model, el });
  },
};
