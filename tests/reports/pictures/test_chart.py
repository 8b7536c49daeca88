import pytest
from pydantic import ValidationError

from reports.pictures.chart import Bar, Month

BAR = {"label": "NAV", "value": 12, "text": "12", "before": None, "before_text": "", "grey": False}


def test_a_part_with_an_unknown_field_is_refused() -> None:
    assert Bar.model_validate(BAR).label == "NAV"
    with pytest.raises(ValidationError, match="colour"):
        Bar.model_validate({**BAR, "colour": "red"})


def test_a_part_is_never_changed() -> None:
    bar = Bar.model_validate(BAR)

    with pytest.raises(ValidationError, match="frozen"):
        setattr(bar, "value", 13)  # noqa: B010 - the types forbid it too

    assert bar.value == 12


def test_a_month_is_the_period_s_own_counted_and_known_unless_it_says_otherwise() -> None:
    month = Month(label="okt", total=3, total_text="3", highlighted=0, highlighted_text="", before=0)

    assert (month.pale, month.hollow, month.grey) == (False, False, False)
