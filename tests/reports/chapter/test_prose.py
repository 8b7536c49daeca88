"""Summaries of almost nothing, of a form that changes, and of a very long one: sensible, and within the limits."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from reports.analysis.period import Period
from reports.analysis.summary import summarise
from reports.chapter.prose import prose
from reports.pictures.card import card
from reports.pictures.draw_png import width
from reports.pictures.layout import arrange
from reports.words.caption import caption, everything
from reports.words.language import Code, Language
from reports.words.limits import units
from reports.words.message import Circumstances, message
from reports.words.table import table_text
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from storage.forms.form import Form
from storage.forms.question import Option
from storage.forms.words import Label
from tests.example_forms import changed
from tests.reports.forms import call_form, with_questions
from tests.reports.summaries import CRISIS, LIMITS, PLAIN, TODAY, counted_year, months, summary, summary_rows

language = cache(Language)
CALL = call_form()
EVERY = [f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 13)]
AGENCIES = CALL.by_key["agency"].option_keys
LONG = "Et svar med et navn som er svært langt, og som ingen egentlig skulle ha skrevet"


def _thirty() -> Form:
    """Give every question thirty long answers."""
    options = tuple(Option(key=f"o{n}", label=Label(nb=f"{LONG} {chr(65 + n)}")) for n in range(30))
    return with_questions(CALL, *(changed(q, options=options) for q in CALL.questions if q.key != "crisis"))


def _changing() -> Form:
    """Let a question and twenty answers come in during the year."""
    options = tuple(
        Option(key=f"o{n}", label=Label(nb=f"Svar {chr(65 + n)}"), since=date(2026, 3, 1 + n)) for n in range(20)
    )
    agency = CALL.by_key["agency"]
    return with_questions(
        CALL,
        changed(CALL.by_key["minority"], since=date(2026, 3, 1)),
        changed(agency, options=(*agency.options, *options)),
    )


CASES: dict[str, tuple[Callable[[], Form], list[AnswerCount]]] = {
    "zero calls": (call_form, []),
    "one call": (call_form, months(("2026-10", 1), answers=CRISIS)),
    "only unspecified": (call_form, [AnswerCount("2026-10", "unspecified", {}, 7)]),
    "none that count": (call_form, [AnswerCount("2026-10", "declined", {}, 3)]),
    "a first month": (call_form, months(("2026-10", 40))),
    "a form change": (_changing, months(*[(month, 70) for month in EVERY])),
    "thirty answers": (
        _thirty,
        [AnswerCount(month, "registered", {**PLAIN, "caller": f"o{n}"}, 3) for month in EVERY for n in range(30)],
    ),
}


def _worded(case: str, name: str, code: Code) -> Wording:
    form, rows = CASES[case]
    return Wording(summary(name, rows, form()), language(code))


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", ["2026-10", "2026-T1", "2026"])
@pytest.mark.parametrize("case", CASES)
def test_every_text_is_within_its_limit_and_the_picture_is_arranged(case: str, name: str, code: Code) -> None:
    words = _worded(case, name, code)

    told, sent = caption(words, LIMITS), message(words, Circumstances("monthly", 7), LIMITS)

    assert 0 < units(told.text) <= LIMITS.caption
    assert 0 < units(sent.caption) <= LIMITS.caption
    for text in (
        told.figures or "-",
        sent.rest or "-",
        everything(words, LIMITS),
        table_text(words, LIMITS),
        prose(words, LIMITS),
    ):
        assert 0 < units(text) <= LIMITS.text
        assert not re.search(r"\bNone\b(?! of)", text)
        assert "{" not in text
    assert arrange(card(words), width)


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ("zero calls", "Ingen samtaler er ført i oktober 2026."),
        (
            "one call",
            (
                "1 samtale ble registrert i oktober 2026; hittil i år 1."
                " Det kom 1 krisetelefon. Hvem ringte: Hjelpeapparatet 1."
                " Instans: NAV 1. Årsak: Råd og veiledning 1. Minoritetsspråklig bakgrunn: Nei 1."
                " Tallene er ikke kontrollert, og små tall svinger."
            ),
        ),
        (
            "only unspecified",
            (
                "7 samtaler ble registrert i oktober 2026 – ingen tall fra i fjor å sammenligne med;"
                " hittil i år 7. Det kom 0 krisetelefoner."
                " 7 samtaler uten detaljer er ikke med i fordelingene; tallene er ikke kontrollert,"
                " og små tall svinger."
            ),
        ),
    ],
)
def test_almost_nothing_is_told_sensibly(case: str, said: str) -> None:
    assert prose(_worded(case, "2026-10", "nb"), LIMITS).replace("\xa0", " ") == said


@pytest.mark.parametrize("name", ["2026-10", "2026-T2", "2025"])
@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_sentences_about_a_full_period_are_six_to_eight(name: str, code: Code) -> None:
    rows = [
        *months(*[(month, 40) for month in EVERY]),
        *months(*[(month, 12) for month in EVERY], answers=CRISIS),
        *[AnswerCount(month, "unspecified", {}, 2) for month in EVERY],
    ]

    told = prose(Wording(summary(name, rows), language(code)), LIMITS)

    assert 6 <= told.replace("2. tertial", "").count(". ") + 1 <= 8


def test_however_many_trends_there_are_the_sentences_are_no_more_than_eight() -> None:
    years = {
        year: [
            AnswerCount(f"{year}-06", "registered", {"caller": "agency", "agency": agency}, calls)
            for agency, calls in zip(AGENCIES, counts, strict=True)
        ]
        for year, counts in (
            (2023, (100, 200, 300, 400, 500, 600, 700)),
            (2024, (200, 280, 350, 400, 450, 520, 600)),
            (2025, (300, 360, 400, 400, 400, 440, 500)),
        )
    }
    rows = [row for told in years.values() for row in told]
    earlier = [counted_year(name, rows) for name in ("2023", "2024")]

    made = replace(summary_rows("2025", rows), years=earlier)
    words = Wording(summarise(CALL, Period.named("2025"), TODAY, made), language("nb"))

    assert sum(len(question.trends) for question in words.statements.questions) == 6
    assert len(re.findall(r"\.(?: (?=[A-ZÆØÅ0-9])|$)", prose(words, LIMITS))) <= 8


def test_clear_changes_are_said_and_no_others() -> None:
    police = {**PLAIN, "agency": "police"}
    rows = [*months(("2025-10", 30), ("2026-10", 50)), *months(("2025-10", 40), ("2026-10", 8), answers=police)]

    told = prose(Wording(summary("2026-10", [*rows, *months(("2025-01", 1))]), language("nb")), LIMITS)

    assert (
        "Tydelig endret siden oktober 2025: NAV doblet fra 43 % til 86 % og politiet ned fra 57 % til 14 %."
    ) in told.replace("\xa0", " ")
    assert told.count("ydelig endret") == 1


def test_the_answers_are_ranked_in_one_sentence() -> None:
    agencies = {"child_welfare": 9, "police": 8, "nav": 7, "shelter": 7, "health": 2, "lawyer": 1}
    rows = [row for key, n in agencies.items() for row in months(("2026-10", n), answers={**PLAIN, "agency": key})]

    told = prose(Wording(summary("2026-10", rows), language("nb")), LIMITS).replace("\xa0", " ")

    assert (
        "Omtrent en fjerdedel av samtalene fra instansene, 9 av 34 (26 %), kom fra barnevernet; "
        "deretter politiet med 8 (24 %), "
        "NAV og andre krisesentre med 7 hver (21 %), helsevesenet med 2 (6 %) og advokater med 1 (3 %)."
    ) in told


def test_of_many_equal_answers_none_is_said_to_lead() -> None:
    rows = [
        row
        for key in ("child_welfare", "police", "nav", "shelter", "health")
        for row in months(("2026-10", 5), answers={**PLAIN, "agency": key})
    ]

    assert "Instans: fordelt på 5 svar." in prose(Wording(summary("2026-10", rows), language("nb")), LIMITS)
