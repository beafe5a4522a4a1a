// The smallest exercise: it is drawn, and says so to the kernel.

export default {
  render({ model }) {
    model.send({ drawn: true });
  },
};
