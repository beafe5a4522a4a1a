from collections import Counter, namedtuple
from collections.abc import Callable
from typing import Any

import msgspec
import numpy
import pytest
from nltk import FreqDist

from accordingto.exercises import AnswerError, Material
from accordingto.exercises.kinds.code import Check, Code, CodeAnswer


def question(expect: Any, *, text: str = "a b", measure: str = "equal") -> Code:
    return Code(
        id="1.1",
        kind="code",
        title="t",
        objective="o",
        prompt="p",
        function="words",
        cases=(Check(name="one", text=text, expect=expect, why="Why."),),
        measure=measure,  # type: ignore[arg-type]
    )


def came(function: Callable[[str], Any], material: Material) -> CodeAnswer:
    return question(None).run(function, material)


def endless() -> Any:
    return endless()


def in_itself() -> Any:
    value: list[Any] = []
    value.append(value)
    return value


def deep(levels: int) -> Any:
    value: list[Any] = []
    for _ in range(levels - 1):
        value = [value]
    return value


def sharp(error: BaseException) -> Any:
    raise error


Pair = namedtuple("Pair", "left right")


@pytest.mark.parametrize(
    ("returned", "kept"),
    [
        (None, None),
        ("𝓑 🦊", "𝓑 🦊"),
        (("a", 1), ["a", 1]),
        (Pair(1, 2), [1, 2]),
        ({"b", "c", "a"}, ["a", "b", "c"]),
        (frozenset({2, 1}), [1, 2]),
        (Counter("aab"), {"a": 2, "b": 1}),
        (FreqDist(["x"]), {"x": 1}),
        ({1: "a"}, {"1": "a"}),
        ({2: {"b", "a"}}, {"2": ["a", "b"]}),
        ({"a": [{"b": (1.5, True)}]}, {"a": [{"b": [1.5, True]}]}),
        (10**30, 10**30),
        (deep(50), deep(50)),
    ],
)
def test_what_json_can_hold_is_kept(material: Material, returned: Any, kept: Any) -> None:
    assert came(lambda text: returned, material) == CodeAnswer(values={"one": kept})


@pytest.mark.parametrize(
    ("function", "sentence"),
    [
        (lambda text: text.words(), "AttributeError: 'str' object has no attribute 'words'"),
        (lambda text: sharp(ValueError()), "ValueError"),
        (lambda text: sharp(SystemExit()), "SystemExit"),
        (lambda text: endless(), "RecursionError: maximum recursion depth exceeded"),
        (lambda text: in_itself(), "RecursionError: maximum recursion depth exceeded"),
        (lambda text: deep(51), "ValueError: what it returned is nested too deep, over 50 levels"),
        (
            lambda text: "x" * 100_000,
            "ValueError: what it returned is too long to keep, over 100000 bytes",
        ),
        (lambda text: (c for c in text), "TypeError: Encoding objects of type generator is"),
        (lambda text: map(str, text), "TypeError: Encoding objects of type map is"),
        (lambda text: numpy.int64(3), "TypeError: Encoding objects of type numpy.int64 is"),
        (lambda text: numpy.arange(3), "TypeError: Encoding objects of type numpy.ndarray is"),
        (lambda text: print, "TypeError: Encoding objects of type builtin_function_or_method is"),
        (lambda text: {("a", "b"): 1}, "TypeError: Only dicts with str-like or number-like keys"),
        (lambda text: "\ud83e", "UnicodeEncodeError: 'utf-8' codec can't encode character"),
        (lambda: None, "TypeError: "),
        (3, "TypeError: 'int' object is not callable"),
    ],
)
def test_what_goes_wrong_becomes_a_sentence(
    material: Material, function: Any, sentence: str
) -> None:
    answer = came(function, material)
    assert answer.values == {}
    assert answer.errors["one"].startswith(sentence)
    assert "\n" not in answer.errors["one"]
    outcome = question(None).score(answer, material)
    assert outcome.credit == 0.0
    text = f"The function stopped: {answer.errors['one']}. Why."
    assert [(part.verdict, part.text) for part in outcome.parts] == [("wrong", text)]


@pytest.mark.parametrize(
    ("answer", "untouched"),
    [
        (CodeAnswer(), True),
        (CodeAnswer(values={}), True),
        (CodeAnswer(values={"one": None}), True),
        (CodeAnswer(values={"one": 0}), False),
        (CodeAnswer(values={"one": []}), False),
        (CodeAnswer(values={"one": None}, errors={"two": "NameError: x"}), False),
    ],
)
def test_a_function_is_still_to_be_written_while_nothing_comes_back(
    answer: CodeAnswer, untouched: bool
) -> None:
    assert question([]).untouched(answer) is untouched


def test_a_question_that_an_unwritten_function_would_answer_is_refused(material: Material) -> None:
    question("a").check(material)
    with pytest.raises(ValueError, match=r"^every check expects nothing, as an unwritten function"):
        question(None).check(material)


def test_a_very_long_error_is_cut(material: Material) -> None:
    answer = came(lambda text: sharp(ValueError("x" * 5000)), material)
    assert answer.errors["one"] == "ValueError: " + "x" * 388 + " …"


def test_one_who_stops_the_kernel_is_not_held_up(material: Material) -> None:
    with pytest.raises(KeyboardInterrupt):
        came(lambda text: sharp(KeyboardInterrupt()), material)


def test_a_value_that_is_changed_after_its_return_stays_as_it_was(material: Material) -> None:
    shared: list[str] = []

    def remember(text: str) -> list[str]:
        shared.append(text)
        return shared

    two = msgspec.structs.replace(
        question(None),
        cases=tuple(Check(name=name, text=name, expect=None, why="w") for name in ("p", "q")),
    )
    assert two.run(remember, material).values == {"p": ["p"], "q": ["p", "q"]}


def test_one_case_that_stops_does_not_stop_the_next(material: Material) -> None:
    cases = tuple(Check(name=name, text=name, expect=4.0, why="w") for name in ("zero", "4"))
    two = msgspec.structs.replace(question(None), cases=cases)
    answer = two.run(float, material)
    assert answer.values == {"4": 4.0}
    assert answer.errors == {"zero": "ValueError: could not convert string to float: 'zero'"}
    outcome = two.score(answer, material)
    assert (outcome.credit, outcome.headline) == (0.5, "1 of 2 checks right")


@pytest.mark.parametrize(
    ("got", "credit", "text"),
    [
        ([1, 2], 1.0, "As expected. Why."),
        ([2, 1], 0.0, "Expected [1, 2], got [2, 1]. Why."),
        (None, 0.0, "Expected [1, 2], got None. Why."),
        ("x" * 1000, 0.0, "Expected [1, 2], got '" + "x" * 399 + " …. Why."),
    ],
)
def test_values_are_compared_whole(material: Material, got: Any, credit: float, text: str) -> None:
    outcome = question([1, 2]).score(CodeAnswer(values={"one": got}), material)
    assert (outcome.credit, outcome.parts[0].text) == (credit, text)


@pytest.mark.parametrize(
    ("got", "credit", "text"),
    [
        (list("abcd"), 1.0, "4 of 4 found, 0 too many. Why."),
        (list("dcba"), 1.0, "4 of 4 found, 0 too many. Why."),
        (list("abc"), 0.5, "3 of 4 found, 0 too many. Why."),  # F 6/7
        (list("abcdxy"), 0.5, "4 of 4 found, 2 too many. Why."),  # F 8/10
        (list("abcx"), 0.5, "3 of 4 found, 1 too many. Why."),  # F 6/8, just enough
        (list("ab"), 0.0, "2 of 4 found, 0 too many. Why."),  # F 4/6
        (list("aaaa"), 0.0, "1 of 4 found, 3 too many. Why."),
        ([], 0.0, "0 of 4 found, 0 too many. Why."),
        ([["a"], {"b": 1}, None, 4], 0.0, "0 of 4 found, 4 too many. Why."),
        ("abcd", 0.0, "Expected a list, got str. Why."),
        ({"a": 1}, 0.0, "Expected a list, got dict. Why."),
        (None, 0.0, "Expected a list, got NoneType. Why."),
    ],
)
def test_lists_are_compared_by_f(material: Material, got: Any, credit: float, text: str) -> None:
    asked = question(list("abcd"), measure="f")
    outcome = asked.score(CodeAnswer(values={"one": got}), material)
    assert (outcome.credit, outcome.parts[0].text) == (credit, text)


def test_to_find_nothing_where_nothing_is_is_right(material: Material) -> None:
    outcome = question([], measure="f").score(CodeAnswer(values={"one": []}), material)
    assert outcome.credit == 1.0


def test_nothing_checked_earns_nothing_even_where_nothing_is_expected(material: Material) -> None:
    asked = question(None)
    outcome = asked.score(CodeAnswer(), material)
    assert (outcome.credit, outcome.headline) == (0.0, "Your function has not been checked yet")
    outcome = asked.score(CodeAnswer(values={}), material)
    assert (outcome.credit, outcome.parts[0].verdict) == (0.0, "missing")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=P1", ["“We sail at noon,”"]),
        ("=P2", ["“no boat”", "“the pier is old.”"]),
        ("=P3", []),
        ("=article", ["“We sail at noon,”", "“no boat”", "“the pier is old.”"]),
    ],
)
def test_the_experts_outermost_quotations_can_be_expected(
    material: Material, text: str, expected: list[str]
) -> None:
    asked = question("=quotations", text=text, measure="f")
    asked.check(material)
    assert asked.key(material).values == {"one": expected}


def test_a_paragraph_or_the_article_is_given_to_the_function(material: Material) -> None:
    assert question(0, text="=P3").run(str, material).values == {"one": "Nobody else would speak."}
    assert question(0, text="=article").run(len, material).values == {
        "one": len(material.article.text)
    }


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        (question("=quotations", text="=P0"), "check one: there is no paragraph '0'"),
        (question("=quotations", text="=P4"), "check one: there is no paragraph '4'"),
        (question("=quotations", text="=Pone"), "check one: there is no paragraph 'one'"),
        (
            question("=quotations", text="“We” are"),
            "check one: `=quotations` needs `=article` or `=P…` as text",
        ),
        (question("ab", measure="f"), "check one: expected a list after `expect:`"),
    ],
)
def test_a_case_that_cannot_be_is_refused(material: Material, asked: Code, problem: str) -> None:
    with pytest.raises((ValueError, LookupError)) as caught:
        asked.check(material)
    assert caught.value.args[0] == problem


def test_two_cases_of_one_name_are_refused(material: Material) -> None:
    one = question(1)
    with pytest.raises(ValueError, match=r"^the check 'one' is there twice$"):
        msgspec.structs.replace(one, cases=one.cases * 2).check(material)


@pytest.mark.parametrize("data", [{"values": {"two": 1}}, {"errors": {"two": "x"}}])
def test_a_value_for_no_case_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(AnswerError, match=r"there is no check 'two'$"):
        question(1).answer(data)


def test_a_case_may_read_another_page(material: Material) -> None:
    case = Check(
        name="new", text="=P4", expect="=quotations", why="w", page="nap-app-trial", hidden=True
    )
    asked = msgspec.structs.replace(question("a"), cases=(case,), measure="f")
    there = material.other("nap-app-trial").article
    came = asked.run(lambda text: [text], material)
    assert came.values == {"new": [there[there.paragraphs[3]]]}
    [quoted] = (asked.key(material).values or {}).values()
    assert [words[:5] for words in quoted] == ["“This", "“clin"]
    with pytest.raises(LookupError, match="no article"):
        msgspec.structs.replace(
            asked, cases=(msgspec.structs.replace(case, page="nowhere"),)
        ).check(material)
