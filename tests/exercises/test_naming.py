import pytest

from accordingto.exercises.naming import Misnamed, likely, require_distinct, require_known


def test_a_value_that_is_not_offered_is_named() -> None:
    require_known([], ["a"], "row")
    require_known(["a", "a"], ["b", "a"], "row")
    with pytest.raises(ValueError, match=r"^there is no row 'b'$"):
        require_known(["c", "b", "a"], ["a"], "row")


def test_a_value_that_is_there_twice_is_named() -> None:
    require_distinct([], "row")
    require_distinct(["a", "b"], "row")
    with pytest.raises(ValueError, match=r"^the row 'b' is there twice$"):
        require_distinct(["a", "b", "c", "b"], "row")


def test_what_is_wrong_with_a_name_says_which_one_and_where_it_stands() -> None:
    with pytest.raises(Misnamed) as caught:
        require_known(["axioss"], ["biden", "axios"], "card")
    assert str(caught.value) == "there is no card 'axioss'; did you mean 'axios'?"
    assert (caught.value.name, caught.value.nth) == ("axioss", 1)
    with pytest.raises(Misnamed) as caught:
        require_distinct(["a", "a"], "row")
    assert (caught.value.name, caught.value.nth) == ("a", 2)


@pytest.mark.parametrize("name", ["Q07", "b", ""])
def test_what_is_like_nothing_offered_is_given_no_spelling(name: str) -> None:
    assert likely(name, ["Q06", "axios"]) == ""
