// Cards dragged by mouse onto a place, and before which card of it they fall.

/** Cards dragged over a place are let in, and the rest of the page hears nothing of it. */
export function listenToDrops(place, onDrop) {
  const over = (is) => (event) => {
    event.preventDefault();
    event.stopPropagation();
    place.el.classList.toggle("at-dropping", is);
  };
  place.el.addEventListener("dragover", over(true));
  place.el.addEventListener("dragleave", over(false));
  place.el.addEventListener("drop", (event) => {
    over(false)(event);
    onDrop(event.dataTransfer.getData("text/plain"), event.clientY);
  });
}

/** Before which card of a place one is dropped: past the middle of a card is after it. */
export function dropIndex(place, id, y) {
  const here = [...place.list.children];
  const from = here.findIndex((card) => card.dataset.id === id);
  const isAfter = (card, index) => {
    const { top, height } = card.getBoundingClientRect();
    return y > top + height * (from >= 0 && from < index ? 0.4 : 0.6);
  };
  return here.filter((card, index) => index !== from && isAfter(card, index)).length;
}
