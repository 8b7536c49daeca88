"""What is said first: what has clearly changed, what has moved for years, and where registration has."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reports.analysis.period import Period
from reports.analysis.summary import Summary, summarise
from reports.words.language import Code, Language
from reports.words.story import changes_to, stands_out, story
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from storage.figures.coverage import Coverage
from storage.figures.history import PrintedFigure
from storage.forms.form import Form
from storage.forms.question import Option
from storage.forms.words import Label
from tests.example_forms import CALL, changed
from tests.reports.forms import with_questions
from tests.reports.summaries import PLAIN, TODAY, months, summary, summary_rows, with_coverage

Agencies = Mapping[str, int]
BEFORE, MOVED = {"nav": 200, "police": 100, "health": 100}, {"nav": 200, "police": 300, "health": 100}


def _calls(month: str, agencies: Agencies, **answers: str) -> list[AnswerCount]:
    told = {**PLAIN, **answers}
    return [row for key, n in agencies.items() for row in months((month, n), answers={**told, "agency": key})]


def _said(of: Summary, code: Code = "nb") -> list[str]:
    return [sentence.replace("\xa0", " ") for sentence in story(Wording(of, Language(code)))]


def _told(
    now: Agencies, before: Agencies, name: str = "2026-10", code: Code = "nb", form: Form | None = None
) -> list[str]:
    return _said(summary(name, _calls(name, now) + _calls(f"2025{name[4:]}", before), form), code)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "nb",
            (
                "Tydelig endret siden oktober 2025: politiet doblet fra 25 % til 50 %,"
                " NAV ned en tredel fra 50 % til 33 % og helsevesenet ned en tredel fra 25 % til 17 %."
            ),
        ),
        (
            "nn",
            (
                "Tydeleg endra sidan oktober 2025: politiet dobla frå 25 % til 50 %,"
                " NAV ned ein tredel frå 50 % til 33 % og helsevesenet ned ein tredel frå 25 % til 17 %."
            ),
        ),
        (
            "en",
            (
                "Clearly changed since October 2025: the police doubled from 25% to 50%,"
                " NAV down by a third from 50% to 33% and the health services down by a third from 25% to 17%."
            ),
        ),
    ],
)
def test_shares_that_have_clearly_changed_are_told_from_then_to_now_the_clearest_first(
    code: Code, said: str
) -> None:
    assert _told(MOVED, BEFORE, code=code) == [said]


def test_a_count_that_only_follows_the_total_is_no_news() -> None:
    double = {agency: 2 * calls for agency, calls in BEFORE.items()}

    assert _told(double, BEFORE) == ["Andelene: ingen tydelig endring."]


@pytest.mark.parametrize(("now", "stands"), [(MOVED, True), (BEFORE, False)])
def test_something_stands_out_only_where_something_has_changed(now: Agencies, stands: bool) -> None:
    of = summary("2026-10", _calls("2026-10", now) + _calls("2025-10", BEFORE))

    assert stands_out(Wording(of, Language("nb"))) is stands


def test_the_highlighted_calls_are_told_of_like_any_answer() -> None:
    rows = _calls("2026-10", {"nav": 304}) + _calls("2026-10", {"nav": 96}, crisis="yes")
    rows += _calls("2025-10", {"nav": 360}) + _calls("2025-10", {"nav": 40}, crisis="yes")

    assert _said(summary("2026-10", rows)) == [
        "Tydelig endret siden oktober 2025: krisetelefoner opp fra 10 % til 24 %."
    ]


@pytest.mark.parametrize(("women_before", "said"), [(20, ["Andelene: ingen tydelig endring."]), (19, [])])
def test_only_where_every_share_that_is_shown_is_compared_none_is_said_to_have_changed(
    women_before: int, said: list[str]
) -> None:
    women = {**PLAIN, "caller": "woman", "behalf": "self"}
    rows = months(("2025-10", 300), ("2026-10", 300))
    rows += months(("2025-10", women_before), ("2026-10", 20), answers=women)

    assert _said(summary("2026-10", rows)) == said


def test_of_a_running_period_the_change_is_since_the_same_time() -> None:
    assert _told({"nav": 400}, {"nav": 100, "police": 300}, "2026-11") == [
        "Tydelig endret siden samme tid i fjor: NAV opp fra 25 % til 100 % og politiet ned fra 75 % til 0 %."
    ]


@pytest.mark.parametrize(
    ("now", "before"), [(BEFORE, {}), ({"nav": 19}, BEFORE), (BEFORE, {"nav": 19}), ({}, BEFORE)]
)
def test_where_no_share_is_compared_nothing_is_said_of_them(now: Agencies, before: Agencies) -> None:
    assert _told(now, before) == []


def test_what_is_rare_alone_but_not_among_so_many_may_be_by_chance() -> None:
    now, before = {"nav": 69, "police": 100, "health": 31}, {"nav": 40, "police": 120, "health": 40}

    rows = _calls("2026-10", now, crisis="yes") + _calls("2025-10", before, crisis="yes")

    assert _said(summary("2026-10", rows)) == [
        "Andelene: ingen tydelig endring.",
        "Kanskje tilfeldig: NAV opp fra 20 % til 34 %.",
    ]


def test_a_yes_goes_by_what_was_asked() -> None:
    rows = _calls("2026-10", {"nav": 200}) + _calls("2026-10", {"nav": 200}, minority="yes")
    rows += _calls("2025-10", {"nav": 300}) + _calls("2025-10", {"nav": 100}, minority="yes")

    assert _said(summary("2026-10", rows)) == [
        "Tydelig endret siden oktober 2025: minoritetsspråklig bakgrunn doblet fra 25 % til 50 %."
    ]


def test_an_answer_that_includes_earlier_ones_has_a_star() -> None:
    options = (
        Option(key="one", label=Label(nb="Én")),
        Option(key="two", label=Label(nb="To"), since=date(2026, 1, 1), was=("other",)),
    )
    form = with_questions(CALL, changed(CALL.by_key["agency"], options=options))

    assert _told({"one": 100, "two": 300}, {"one": 250, "other": 150}, form=form) == [
        "Tydelig endret siden oktober 2025: «To»* doblet fra 38 % til 75 % og «Én» ned fra 62 % til 25 %."
    ]


@pytest.mark.parametrize(
    ("most", "said"),
    [(0, []), (1, ["politiet doblet til 50 %"]), (2, ["politiet doblet til 50 %", "NAV ned en tredel til 33 %"])],
)
def test_the_clearest_changes_are_told_in_short(most: int, said: list[str]) -> None:
    words = Wording(summary("2026-10", _calls("2026-10", MOVED) + _calls("2025-10", BEFORE)), Language("nb"))

    assert [change.replace("\xa0", " ") for change in changes_to(words, most)] == said


def test_a_printed_share_stays_as_it_is_printed() -> None:
    typed = {"2025-10": {("agency", "police"): PrintedFigure(percent=Decimal("25.0"), base=400)}}
    rows = replace(summary_rows("2026-10", _calls("2026-10", MOVED)), typed=typed)

    assert _said(summarise(CALL, Period.named("2026-10"), TODAY, rows)) == [
        "Tydelig endret siden oktober 2025: politiet doblet fra 25,0 % til 50 %."
    ]


MORE, LESS = Coverage(logged=1010, counted=1278, answered=9), Coverage(logged=905, counted=1312, answered=9)


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (
            MORE,
            LESS,
            (
                "Registreringsgraden økte fra 69 % til 79 %, så antallene kan ikke sammenlignes direkte:"
                " telefonen viser 1 278 besvarte anrop, mot 1 312."
            ),
        ),
        (
            LESS,
            MORE,
            (
                "Registreringsgraden falt fra 79 % til 69 %, så antallene kan ikke sammenlignes direkte:"
                " telefonen viser 1 312 besvarte anrop, mot 1 278."
            ),
        ),
    ],
)
def test_where_another_part_is_registered_that_is_said_with_what_the_telephone_shows(
    now: Coverage, before: Coverage, said: str
) -> None:
    assert _said(with_coverage(summary("2026-10", months(("2026-10", 75))), now, before)) == [said]


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        ((880, 20), (620, 280), "«ikke kjent» falt fra 31 % til 2 %, så endringer i de andre svarene sier lite."),
        ((620, 280), (880, 20), "«ikke kjent» økte fra 2 % til 31 %, så endringer i de andre svarene sier lite."),
    ],
)
def test_where_not_known_has_moved_that_stands_in_for_changes_of_the_answers(
    now: tuple[int, int], before: tuple[int, int], said: str
) -> None:
    rows = [
        row
        for month, (no, unknown) in (("2026-10", now), ("2025-10", before))
        for row in (*months((month, no)), *months((month, unknown), answers={**PLAIN, "minority": "unknown"}))
    ]

    assert _said(summary("2026-10", rows))[1:] == [f"Minoritetsspråklig bakgrunn: {said}"]


def test_not_known_of_an_earlier_report_stays_as_it_is_printed_too() -> None:
    typed = {"2025-10": {("minority", "unknown"): PrintedFigure(percent=Decimal("12.5"), base=800)}}
    rows = replace(summary_rows("2026-10", months(("2026-10", 800))), typed=typed)

    assert _said(summarise(CALL, Period.named("2026-10"), TODAY, rows)) == [
        (
            "Minoritetsspråklig bakgrunn: «ikke kjent» falt fra 12,5 % til 0 %,"
            " så endringer i de andre svarene sier lite."
        )
    ]
