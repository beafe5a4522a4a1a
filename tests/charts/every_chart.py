"""Every figure that there is, each drawn of what is easy and of what is hard to draw."""

from __future__ import annotations

from collections.abc import Callable

from accordingto import charts, seed
from accordingto.charts import Chart
from charts.drawing import LONG, NOTHING, PLAIN, crowded

HOME, EXPERT = seed("white-house-israel-iran")
CROWD, CROWDED = crowded(40)

EVERY: dict[str, list[Callable[[], Chart]]] = {
    "bars": [
        lambda: charts.bars({"named": {"Bo": 1, LONG: 3}, "heard": {"Bo": 0, LONG: 2}}, title="T"),
        lambda: charts.bars({"words": {"a": 0}}, title="T"),
    ],
    "chain": [
        lambda: charts.chain(HOME, EXPERT, "A14"),
        lambda: charts.chain(CROWD, CROWDED, "A0003"),
    ],
    "chains": [
        lambda: charts.chains(HOME, EXPERT, ["A14", "A19"]),
        lambda: charts.chains(CROWD, CROWDED, [one.id for one in CROWDED.attributions]),
        lambda: charts.chains(PLAIN, NOTHING, []),
    ],
    "discs": [
        lambda: charts.discs({LONG: {"$5": 2, LONG: 40}, "Bo": {}}, title="T"),
        lambda: charts.discs({}, title="T"),
    ],
    "faded": [lambda: charts.faded(HOME, EXPERT.attributions), lambda: charts.faded(PLAIN, ())],
    "intervals": [
        lambda: charts.intervals({LONG: (0.5, 0.2, 0.8), "b": (-0.3, -0.4, 0)}, title="T")
    ],
    "machine_against_expert": [
        lambda: charts.machine_against_expert(HOME, EXPERT, EXPERT),
        lambda: charts.machine_against_expert(CROWD, NOTHING, CROWDED),
        lambda: charts.machine_against_expert(PLAIN, NOTHING, NOTHING),
    ],
    "means": [
        lambda: charts.means({LONG: [1, 7, 7], "b": []}, title="T"),
        lambda: charts.means({"b": []}, title="T"),
    ],
    "page_by_page": [
        lambda: charts.page_by_page({name: {"a": 0.0, LONG: 1.0} for name in "bcdefghi"}, title="T")
    ],
    "reactions": [
        lambda: charts.reactions(EXPERT),
        lambda: charts.reactions(CROWDED),
        lambda: charts.reactions(NOTHING),
    ],
    "share_of_voice": [lambda: charts.share_of_voice({LONG: 5, "Bo & <Co>": 1})],
    "source_places": [
        lambda: charts.source_places(HOME, EXPERT),
        lambda: charts.source_places(CROWD, CROWDED),
        lambda: charts.source_places(PLAIN, NOTHING),
    ],
    "verb_classes": [
        lambda: charts.verb_classes(HOME, EXPERT),
        lambda: charts.verb_classes(CROWD, CROWDED),
    ],
}
