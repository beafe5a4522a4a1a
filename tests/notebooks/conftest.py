"""A root of its own: an invented article, a sheet and a lesson about it."""

from pathlib import Path

import pytest

ARTICLE = "“We sail at noon,” said Bea 🦊.\nCy said that “no boat” was safe.\n"
READING = """\
article: ferry
reader: expert
quotations:
  - {id: Q1, paragraph: 1, span: "“We sail at noon,”"}
  - {id: Q2, paragraph: 2, span: “no boat”, form: scare}
"""
SHEET = """\
lesson: 01-boats
article: ferry
objectives: {count: Count quotations}
exercises:
  - id: '1.1'
    kind: number
    title: How many
    objective: count
    prompt: How many quotations are there?
    reveal: Look again.
    value: 2
    unit: quotations
    why: one a paragraph
    otherwise: count again
    points: 2
  - id: '1.2'
    kind: code
    title: A machine
    objective: count
    prompt: Write `quoted`.
    function: quoted
    measure: f
    points: 3
    cases:
      - {name: first, text: =P1, expect: =quotations, why: one}
      - {name: both, text: =article, expect: =quotations, why: two}
  - id: '1.3'
    kind: free text
    title: In your words
    objective: count
    prompt: Who speaks?
    self_check: [who]
    rubric:
      - {marks: 1, text: Named., sample: Bea and Cy.}
"""
LESSON = '''\
---
title: Boats
minutes: 5
---

# Boats

See the [glossary](glossary.ipynb).

```{code-cell} ipython3
from accordingto import lesson

ask = lesson("01-boats")
```

Guess first.

```{code-cell} ipython3
ask("1.1")
```

```{code-cell} ipython3
import re


def quoted(text):
    """All that stands between double quotation marks."""
    ### BEGIN SOLUTION
    return re.findall("“[^”]*”", text)
    ### END SOLUTION
```

```{code-cell} ipython3
ask("1.2", quoted)
```

Guess first.

```{code-cell} ipython3
ask("1.3")
```
'''


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The root: content alone, with no copy of the package and no link to it."""
    files = {
        "seeds/ferry/article.txt": ARTICLE,
        "seeds/ferry/reading.yaml": READING,
        "exercises/01-boats.yaml": SHEET,
        "lessons/01-boats.md": LESSON,
        "lessons/glossary.md": "# Glossary\n\n**Boat**: it floats.\n",
    }
    home = tmp_path / "root"
    for name, text in files.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, encoding="utf-8", newline="\n")
    monkeypatch.chdir(tmp_path)
    return home
