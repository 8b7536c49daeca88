"""What a chapter says of one question."""

from tests.reports.chapters import prose_of, told
from tests.reports.summaries import CRISIS, PLAIN, months, summary


def test_of_fewer_than_twenty_no_percentage_is_told() -> None:
    rows = months(("2016-05", 6)) + months(("2016-06", 5), answers=CRISIS)

    written = told(summary("2016", rows))

    assert "%" not in written.model_dump_json()
    assert "Av instansene ringte NAV oftest: 11." in prose_of(written)


def test_equal_leaders_are_named_together() -> None:
    private: dict[str, str | list[str]] = {"caller": "woman", "behalf": "self"}
    rows = [
        *months(("2016-05", 15)),
        *months(("2016-06", 15), answers={**PLAIN, "agency": "police"}),
        *months(("2016-06", 30), answers=private),
    ]

    prose = prose_of(told(summary("2016", rows)))

    assert "Av instansene ringte politiet og NAV oftest: 15 samtaler hver, som er 25 % av alle." in prose


def test_what_everybody_answered_is_told_as_all() -> None:
    rows = months(("2016-05", 30))

    assert "Alle samtalene (30) kom fra hjelpeapparatet." in prose_of(told(summary("2016", rows)))


def test_where_another_part_is_not_known_than_a_year_before_the_answers_are_not_compared() -> None:
    unknown = {**PLAIN, "minority": "unknown"}
    rows = [
        *months(("2015-01", 300), ("2016-05", 200), answers={**PLAIN, "minority": "yes"}),
        *months(("2015-01", 300), ("2016-05", 100)),
        *months(("2016-05", 300), answers=unknown),
    ]

    prose = prose_of(told(summary("2016", rows)))

    assert "«ikke kjent» økte fra 0 % til 50 %, så endringer i de andre svarene sier lite." in prose
    assert "Omtrent to tredjedeler av samtalene, 200 av 300 (67 %), gjaldt en person" in prose
    assert "minoritetsspråklig bakgrunn opp" not in prose
    assert "tydelig større andel" not in prose
