import pytest
from pydantic import ValidationError

from reports.pictures.chart import Bar, Month

BAR = {"label": "NAV", "value": 0.25, "count": "12", "share": "25 %", "before": None, "before_text": ""}


def test_a_part_with_an_unknown_field_is_refused() -> None:
    assert Bar.model_validate(BAR).label == "NAV"
    with pytest.raises(ValidationError, match="colour"):
        Bar.model_validate({**BAR, "colour": "red"})


def test_a_part_is_never_changed() -> None:
    bar = Bar.model_validate(BAR)

    with pytest.raises(ValidationError, match="frozen"):
        setattr(bar, "value", 0.5)  # noqa: B010 - the types forbid it too

    assert bar.value == 0.25


def test_a_month_is_the_period_s_own_counted_known_and_over_unless_it_says_otherwise() -> None:
    month = Month(label="okt", total=3, total_text="3", highlighted=0, highlighted_text="", before=0)

    assert (month.pale, month.hollow, month.unknown, month.part) == (False, False, False, False)
