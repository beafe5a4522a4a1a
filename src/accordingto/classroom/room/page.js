// The page of a class: filter, project, and take up what is new without losing the place.
(() => {
  const byId = (id) => document.getElementById(id);
  const { body } = document;
  const filter = byId("filter");
  const stops = () => [...document.querySelectorAll("main > .stop")].filter((one) => !one.hidden);
  let at = 0;

  const choose = () => {
    const wanted = filter.value;
    for (const one of document.querySelectorAll("main > .stop")) {
      one.hidden = wanted !== "" && one.id !== wanted && !(one.id === "page" && marks(wanted));
    }
    for (const one of document.querySelectorAll("[data-exercise]")) {
      one.hidden = wanted !== "" && one.dataset.exercise !== wanted;
    }
    at = 0;
    draw();
  };
  const marks = (name) => byId("page").querySelector(`[data-exercise="${CSS.escape(name)}"]`);

  const projecting = () => body.classList.contains("project");
  const draw = () => {
    const all = stops();
    at = Math.min(Math.max(at, 0), all.length - 1);
    for (const [index, one] of all.entries()) {
      one.classList.toggle("away", projecting() && index !== at);
    }
    for (const name of ["back", "on", "at"]) {
      byId(name).hidden = !projecting();
    }
    byId("back").disabled = at === 0;
    byId("on").disabled = at === all.length - 1;
    byId("at").textContent = `${at + 1} of ${all.length}`;
  };
  const project = (is) => {
    const seen = stops().findIndex((one) => one.getBoundingClientRect().bottom > 120);
    at = is && seen > 0 ? seen : at;
    body.classList.toggle("project", is);
    byId("project").setAttribute("aria-pressed", String(is));
    draw();
    if (!is) {
      stops()[at].scrollIntoView();
    }
  };
  const step = (by) => {
    at += by;
    draw();
    scrollTo(0, 0);
    stops()[at].focus({ preventScroll: true });
  };
  const atEnd = (by) =>
    by > 0 ? innerHeight + scrollY >= document.documentElement.scrollHeight - 4 : scrollY < 4;

  filter.addEventListener("change", choose);
  byId("project").addEventListener("click", () => project(!projecting()));
  byId("back").addEventListener("click", () => step(-1));
  byId("on").addEventListener("click", () => step(1));
  addEventListener("keydown", (event) => {
    const by = { PageDown: 1, PageUp: -1 }[event.key];
    if (!projecting() || event.target === filter) {
      return;
    }
    if (event.key === "Escape") {
      project(false);
    } else if (by && atEnd(by)) {
      event.preventDefault();
      step(by);
    }
  });
  addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const goal = link && byId(decodeURIComponent(link.hash.slice(1)));
    if (goal) {
      event.preventDefault();
      show(goal);
    }
  });
  const show = (goal) => {
    at = stops().indexOf(goal.closest(".stop"));
    draw();
    goal.open = true;
    goal.scrollIntoView({ block: "start" });
    (goal.querySelector("summary") ?? goal).focus({ preventScroll: true });
  };

  // What a folder that is followed has that is new: sections by their ids, as markup of ours.
  window.classUpdate = (version, sections, words) => {
    if (version === body.dataset.version) {
      return;
    }
    body.dataset.version = version;
    const open = [...document.querySelectorAll("details[open]")].map((one) => one.id);
    const here = document.activeElement.closest("details, .stop");
    const on = document.activeElement.localName === "summary" ? "summary" : null;
    const height = scrollY;
    for (const [name, html] of Object.entries(sections)) {
      const place = byId(name);
      if (place && place.dataset.html !== html) {
        place.dataset.html = html;
        place.innerHTML = html;
      }
    }
    for (const id of open) {
      byId(id)?.setAttribute("open", "");
    }
    choose_again();
    if (here && !document.contains(here)) {
      const again = byId(here.id);
      (on ? again?.querySelector(on) : again)?.focus({ preventScroll: true });
    }
    scrollTo(0, height);
    byId("told").textContent = words;
  };
  const choose_again = () => {
    const kept = at;
    choose();
    at = kept;
    draw();
  };
  if (body.dataset.updates) {
    setInterval(() => {
      const asked = document.createElement("script");
      asked.src = `${body.dataset.updates}?${Date.now()}`;
      asked.onload = asked.onerror = () => asked.remove();
      body.append(asked);
    }, 700);
  }
})();
