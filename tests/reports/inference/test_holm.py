import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from reports.inference.holm import LEVEL, holm

P_VALUES = st.floats(0, 1) | st.floats(0, 0.01) | st.sampled_from([0.0, 0.001, LEVEL, 1.0])


@settings(deadline=None, max_examples=25)
@given(p_values=st.lists(P_VALUES, min_size=1, max_size=80))
def test_the_p_values_of_a_family_are_adjusted_as_holm_does(p_values: list[float]) -> None:
    adjusted = holm(dict(enumerate(p_values)))

    _, expected, _, _ = multipletests(p_values, LEVEL, method="holm")
    assert [adjusted[place] for place in range(len(p_values))] == pytest.approx(list(expected), rel=1e-12)


@pytest.mark.parametrize(
    ("p_values", "expected"),
    [
        ({}, {}),
        ({"a": 0.04}, {"a": 0.04}),
        ({"a": 0.01, "b": 0.04, "c": 0.03}, {"a": 0.03, "b": 0.06, "c": 0.06}),
        ({"a": 0.02, "b": 0.02}, {"a": 0.04, "b": 0.04}),
        ({"a": 0.5, "b": 0.6, "c": 0.001}, {"a": 1.0, "b": 1.0, "c": 0.003}),
    ],
)
def test_a_family_by_example(p_values: dict[str, float], expected: dict[str, float]) -> None:
    assert holm(p_values) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("size", [1, 7, 60])
def test_the_rarest_of_a_family_is_clear_below_its_part_of_the_level(size: int) -> None:
    others = {f"other {place}": 0.5 for place in range(size - 1)}
    below, above = LEVEL / size * 0.999, LEVEL / size * 1.001

    assert holm({"rarest": below, **others})["rarest"] < LEVEL
    assert holm({"rarest": above, **others})["rarest"] > LEVEL
