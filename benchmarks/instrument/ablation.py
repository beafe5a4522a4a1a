"""What each rule earns: the figures on an outside corpus with that rule's findings left out.

    python benchmarks/instrument/ablation.py --scorer FOLDER --corpus FILE.jsonl

prints the table of ablation.md; with --precision the lines of lists/precision.txt. FOLDER
holds the scorer.py of a yardstick for quotation corpora.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from accordingto.corpora.lines import corpus_record
from accordingto.instrument import read
from accordingto.instrument.rules import RULES
from accordingto.text import Article

MEASURES = (("A.exact", "F"), ("B.jac50", "F"), ("Bs.jac50", "R"), ("C.all", "overlap"))
FEWEST = 30  # findings of a rule, to say how often it is right
ENDS = (("F.all", "F"), ("F.marked", "F"), ("H", "alpha_words"))


def figures(scorer: Any, wanted: list[dict[str, Any]], without: frozenset[str]) -> list[float]:
    articles = [Article(line["id"], line["text"]) for line in wanted]
    found = [corpus_record(article, read(article, without=without)) for article in articles]
    summary = scorer.summarise(scorer.score(wanted, found)[0])
    return [100 * summary[name][measure] for name, measure in (*MEASURES, *ENDS)]


def right(scorer: Any, wanted: list[dict[str, Any]]) -> Iterator[tuple[str, int]]:
    """Returns each rule with how many of a hundred findings are right, at a Jaccard index of .5."""
    found: Counter[str] = Counter()
    matched: Counter[str] = Counter()
    for line in wanted:
        record = corpus_record(one := Article(line["id"], line["text"]), read(one))
        ours = scorer.drop_nested([a for a in scorer.Doc(record).attrs if a["content"]])
        theirs = [a for a in scorer.Doc(line).attrs if a["content"]]
        found.update(one["raw"]["rule"] for one in ours)
        pairs = scorer.align(theirs, ours)
        matched.update(ours[at]["raw"]["rule"] for _, at, share in pairs if share >= 0.5)
    for rule in RULES:
        if found[rule] >= FEWEST:
            yield rule, round(100 * matched[rule] / found[rule])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scorer", required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--precision", action="store_true")
    arguments = parser.parse_args()
    sys.path.insert(0, arguments.scorer)
    scorer = import_module("scorer")
    wanted = [json.loads(line) for line in arguments.corpus.open(encoding="utf-8")]
    if arguments.precision:
        for rule, share in right(scorer, wanted):
            print(rule, share)
        return
    whole = figures(scorer, wanted, frozenset())
    columns = [f"{name} {measure}" for name, measure in (*MEASURES, *ENDS)]
    print("| left out | " + " | ".join(columns) + " |")
    print("|---|" + "---:|" * len(columns))
    print("| nothing | " + " | ".join(f"{figure:.1f}" for figure in whole) + " |")
    for rule in RULES:
        less = figures(scorer, wanted, frozenset({rule}))
        changes = (f"{new - old:+.1f}" for new, old in zip(less, whole, strict=True))
        print(f"| {rule} | " + " | ".join(changes) + " |")


if __name__ == "__main__":
    main()
