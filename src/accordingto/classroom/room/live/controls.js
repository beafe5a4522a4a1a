// What a teacher sets in a room: which exercises are closed, whether the reveal is held; who is here.
(() => {
  const byId = (id) => document.getElementById(id);
  const told = byId("told");
  const asked = async (path, wish) => {
    try {
      const body = wish && { method: "POST", body: JSON.stringify(wish) };
      const said = await (await fetch(path, body)).json();
      told.textContent = said.refused ?? "Done.";
      return said;
    } catch {
      told.textContent = "The room does not answer. Is it still open in the terminal?";
      return {};
    }
  };
  byId("held").addEventListener("change", (event) =>
    asked("teacher/set", { held: event.target.checked }),
  );
  for (const box of document.querySelectorAll("[data-closed]")) {
    box.addEventListener("change", () =>
      asked("teacher/set", { exercise: box.dataset.closed, closed: box.checked }),
    );
  }
  byId("who").addEventListener("toggle", async (event) => {
    const { names = [] } = event.target.open ? await asked("teacher/names") : {};
    const lines = names.map((name) =>
      Object.assign(document.createElement("li"), { textContent: name }),
    );
    byId("names").replaceChildren(...lines);
  });
})();
