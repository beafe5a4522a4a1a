import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.text import Span

BOUNDS = st.integers(0, 12)
SPANS = st.builds(lambda a, b: Span(min(a, b), max(a, b)), BOUNDS, BOUNDS)


def places(span: Span) -> set[int]:
    return set(range(span.start, span.end))


@given(SPANS, SPANS)
def test_two_spans_overlap_when_they_share_a_code_point(one: Span, other: Span) -> None:
    assert one.overlaps(other) == bool(places(one) & places(other)) == other.overlaps(one)


@given(SPANS, SPANS)
def test_a_span_contains_another_when_both_its_ends_lie_inside(one: Span, other: Span) -> None:
    inside = one.start <= other.start <= one.end and one.start <= other.end <= one.end
    assert one.contains(other) == inside
    assert not inside or places(other) <= places(one)


@given(SPANS, SPANS)
def test_spans_sort_by_where_they_begin_then_by_where_they_end(one: Span, other: Span) -> None:
    assert (one < other) == ((one.start, one.end) < (other.start, other.end))


@given(SPANS)
def test_a_span_is_two_numbers_in_json_and_comes_back(span: Span) -> None:
    assert msgspec.json.encode(span) == f"[{span.start},{span.end}]".encode()
    assert msgspec.json.decode(msgspec.json.encode(span), type=Span) == span


def test_its_length_is_in_code_points_and_an_empty_one_is_still_a_place() -> None:
    assert len(Span(3, 8)) == 5
    assert len(Span(3, 3)) == 0
    assert Span(3, 3)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (-2, -1), (4, 3)])
def test_a_span_before_the_text_or_backwards_is_refused(start: int, end: int) -> None:
    with pytest.raises(
        ValueError, match=rf"^span: expected 0 <= start <= end, got {start}\.\.{end}$"
    ):
        Span(start, end)


def test_a_backward_span_in_json_is_refused_with_its_place() -> None:
    with pytest.raises(msgspec.ValidationError, match=r"got 4\.\.3 - at `\$\[1\]`"):
        msgspec.json.decode(b"[[0,1],[4,3]]", type=list[Span])


def test_a_span_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Span(1, 2).start = 0  # type: ignore[misc]
