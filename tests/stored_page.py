"""A blank page on real kernels with a real answer file: windows, keys, kernels that come and go.

Nothing passes between page and kernels but when it is carried, so that a test says what meets what.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator

from accordingto.exercises import Entry, Question
from accordingto.exercises.answers import read_answers
from blank_page import BlankPage
from kernels import EXERCISE, LESSON, TEXT, Kernel

WINDOWS = """
window.outbox = [];
window.windows = new Map();
class Told extends Model {
  send(message) { outbox.push([this.kernel, structuredClone(message)]); }
}
window.openWindow = (name, kernel, traits) => {
  const model = Object.assign(new Told(structuredClone(traits)), {kernel});
  const el = Object.assign(document.createElement('div'), {className: 'view', id: `w${name}`});
  document.querySelector('main').append(el);
  windows.set(name, {model, el, close: accordingTo.draw({model, el})});
};
window.closeWindow = (name) => {
  const {model, el, close} = windows.get(name);
  close();
  el.remove();
  Object.assign(model, {listeners: {}, send() {}}); // what a page that is gone would send
  windows.delete(name);
};
window.carryBack = (answers) => {
  for (const [kernel, traits] of answers) {
    for (const {model} of windows.values()) {
      if (model.kernel === kernel) model.receive(structuredClone(traits));
    }
  }
  return outbox.splice(0);
};
window.typed = (name, words) => {
  const area = windows.get(name).el.querySelector('textarea');
  const shown = area.value;
  area.value += words;
  area.dispatchEvent(new InputEvent('input', {bubbles: true}));
  return shown;
};
window.pressed = (name, label) => {
  const {el} = windows.get(name);
  const button = [...el.querySelectorAll('button')].find((one) => one.textContent === label);
  if (!button || button.disabled || button.closest('[hidden]')) return null;
  button.click();
  return el.querySelector('textarea').value;
};
window.shownTexts = () =>
  [...windows].map(([name, {el}]) => [name, el.querySelector('textarea').value]);
window.leaveAll = () => {
  [...windows.keys()].forEach(closeWindow);
  outbox.length = 0;
  localStorage.clear();
};
const textOf = (copy) => JSON.parse(copy).answer?.text ?? '';
window.copies = () => Object.values(localStorage).map(textOf);
"""


@dataclass
class StoredPage(BlankPage):
    """Windows on kernels, by their numbers, all in one browser and over one answer file."""

    browser: Browser
    folder: Path
    question: Question[Any] = TEXT
    kernels: list[Kernel] = field(default_factory=list)
    on: dict[int, int] = field(default_factory=dict)  # each window's kernel
    acknowledged: list[dict[str, Any]] = field(default_factory=list)
    _sent: list[dict[str, Any]] = field(default_factory=list)
    _shown: dict[int, dict[str, Any]] = field(default_factory=dict)
    _opened: int = 0

    def __post_init__(self) -> None:
        BlankPage.__init__(self, self.browser)
        self.page.add_script_tag(content=WINDOWS)

    def begin(self, folder: Path, question: Question[Any] = TEXT) -> None:
        """Begin anew, with another folder: no kernel, no window, nothing kept in the browser."""
        self.end()
        self.page.evaluate("leaveAll()")
        self.clear()
        self.folder, self.question = folder, question
        self.kernels, self.on, self.acknowledged, self._sent, self._shown = [], {}, [], [], {}
        self._opened = 0

    def end(self) -> None:
        """Let no kernel outlive its test."""
        for kernel in self.kernels:
            kernel.kill()

    def run(self) -> int:
        """A notebook is opened and run: a kernel, and a window on it. Returns the window."""
        self.kernels.append(Kernel(self.folder, self.question))
        return self.open(len(self.kernels) - 1)

    def open(self, kernel: int) -> int:
        """One more window on a kernel. Returns the window."""
        self.carry()
        self._opened += 1
        self.on[self._opened] = kernel
        traits = self._shown[kernel]
        self.page.evaluate("(all) => openWindow(...all)", [self._opened, kernel, traits])
        return self._opened

    def restart(self, kernel: int) -> None:
        """Kill a kernel at its work, and run the notebook in all its windows anew."""
        self._tell(self.page.evaluate("outbox.splice(0)"))
        self.kernels[kernel].kill()
        self.kernels[kernel] = Kernel(self.folder, self.question)
        for window in [one for one, its in self.on.items() if its == kernel]:
            self.page.evaluate("closeWindow", window)
            del self.on[window]
            self.open(kernel)

    def carry(self) -> bool:
        """Carry messages there and answers back, once. Whether there was anything to carry."""
        self._tell(self.page.evaluate("outbox.splice(0)"))
        told = [
            (number, traits)
            for number, kernel in enumerate(self.kernels)
            for traits in kernel.answers()
        ]
        for number, traits in told:
            self._shown[number] = traits
            self._acknowledge(traits["taken"])
        self._tell(self.page.evaluate("carryBack", told))
        return bool(told)

    def settle(self) -> None:
        """Carry until all is said, and let every kernel look at the file."""
        for _ in range(2):
            for kernel in self.kernels:
                kernel.tell("look")
            while self.carry():
                pass

    def type(self, window: int, words: str) -> str:
        """Write at the end of the text. Returns what was shown before."""
        shown: str = self.page.evaluate("(all) => typed(...all)", [window, words])
        return shown

    def press(self, window: int, label: str) -> str | None:
        """Press a button, if it is there. Returns the text that was shown."""
        shown: str | None = self.page.evaluate("(all) => pressed(...all)", [window, label])
        return shown

    def view(self, window: int) -> Locator:
        """A window's exercise."""
        return self.page.locator(f"#w{window} .at-live")

    def texts(self) -> dict[int, str]:
        """The text that each window shows."""
        return dict(self.page.evaluate("shownTexts()"))

    def copies(self) -> list[str]:
        """The texts that the browser keeps."""
        kept: list[str] = self.page.evaluate("copies()")
        return kept

    def kept(self) -> Entry | None:
        """What is in the answer file."""
        path = self.folder / f"{LESSON}.json"
        return read_answers(path.read_bytes()).exercises.get(EXERCISE) if path.exists() else None

    def _tell(self, outbox: list[tuple[int, dict[str, Any]]]) -> None:
        for kernel, message in outbox:
            self._sent.append(message)
            self.kernels[kernel].tell(message)

    def _acknowledge(self, taken: dict[str, int]) -> None:
        for message in self._sent:
            if message["number"] <= taken.get(message["window"], 0):
                self.acknowledged.append(message)
        self._sent = [one for one in self._sent if one not in self.acknowledged]
