from dataclasses import replace
from pathlib import Path

import pytest

from reports.words.caption import caption
from reports.words.language import Code
from storage.figures.counts import AnswerCount
from storage.forms.form import Form
from storage.forms.words import Label
from tests.example_forms import changed
from tests.reports.forms import call_form, stay_form, with_questions
from tests.reports.summaries import CRISIS, LIMITS, months, worded

PRIVATE = {"caller": "woman", "behalf": "self", "reason": "violence", "crisis": "no", "minority": "yes"}
EVERY = [f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 13)]
OCTOBER = [
    *months(*((month, 70) for month in EVERY if "2024-11" <= month < "2026-10" and month != "2025-10")),
    *months(("2025-10", 36), ("2026-10", 37)),
    *months(("2025-10", 13), ("2026-10", 12), answers=CRISIS),
    *months(("2025-10", 22), ("2026-10", 24), answers=PRIVATE | {"minority": "unknown"}),
    AnswerCount("2026-10", "unspecified", {}, 2),
    AnswerCount("2026-10", "declined", {}, 1),
    AnswerCount("2026-10", "irrelevant", {"aside": "silent"}, 3),
]


@pytest.fixture
def stay(tmp_path: Path) -> Form:
    """Read the form with every turn of the grammar."""
    return stay_form(tmp_path)


def _lines(text: str) -> list[str]:
    return text.replace("\xa0", " ").splitlines()


def test_a_month_is_told_from_the_headline_to_the_reservation() -> None:
    told = caption(worded("2026-10", OCTOBER), LIMITS)

    assert told.figures is None
    assert _lines(told.text) == [
        "Oktober 2026",
        "75 samtaler – ingen tydelig endring (71 i oktober i fjor)",
        "12 krisetelefoner, 16 % – ingen tydelig endring (18 % i fjor)",
        "Andelene: ingen tydelig endring.",
        "",
        "I parentes: oktober 2025",
        "Hvem ringte: Kvinne 24 · 33 % (31 %); Mann 0 · 0 % (0 %); Hjelpeapparatet 49 · 67 % (69 %)",
        "På vegne av (24 svar): Seg selv 24 · 100 % (100 %); En annen 0 · 0 % (0 %)",
        (
            "Instans (andel av alle 73): Barnevernet 0 · 0 % (0 %); Politi 0 · 0 % (0 %); NAV 49 · 67 % (69 %);"
            " Andre krisesentre 0 · 0 % (0 %); Helsevesenet 0 · 0 % (0 %); Advokater 0 · 0 % (0 %);"
            " Kommunen og andre 0 · 0 % (0 %)"
        ),
        (
            "Årsak: Konkret om vold 24 · 33 % (31 %); Oppfølging og koordinering 0 · 0 % (0 %);"
            " Råd og veiledning 49 · 67 % (69 %)"
        ),
        ("Minoritetsspråklig bakgrunn: Ja 0 · 0 % (0 %); Nei 49 · 100 % (100 %); Ikke kjent 24 (22)"),
        "",
        "Hittil i år: 705 – omtrent som i fjor (701)",
        "2 samtaler uten detaljer er ikke med i fordelingene.",
        "Ikke med i tallene: 1 ville ikke registreres, 3 gjaldt noe annet.",
        "Tallene er ikke kontrollert. Små tall svinger.",
    ]


def test_where_there_is_no_room_for_them_the_figures_come_in_a_second_text() -> None:
    words = worded("2026-10", OCTOBER)
    headline, figures, notes = caption(words, LIMITS).text.split("\n\n")

    told = caption(words, replace(LIMITS, caption=600))

    assert told.text == f"{headline}\n\n{notes}\nAlle tallene står i neste melding."
    assert told.figures == f"Oktober 2026\n\n{figures}"


@pytest.mark.parametrize(("late", "line"), [(1, "1 er ført i ettertid."), (3, "3 er ført i ettertid.")])
def test_late_entries_are_said(late: int, line: str) -> None:
    words = worded("2026-10", OCTOBER)

    told = caption(replace(words, summary=replace(words.summary, late=late)), LIMITS)

    assert line in _lines(told.text)
    assert "ettertid" not in caption(words, LIMITS).text


@pytest.mark.parametrize(
    ("now", "before", "line"),
    [
        (899, 880, "899 samtaler – omtrent som i oktober i fjor (880)"),
        (104, 75, "104 samtaler – ingen tydelig endring (75 i oktober i fjor)"),
        (140, 75, "140 samtaler – tydelig flere enn i oktober i fjor (75, opp 87 %)"),
        (40, 75, "40 samtaler – tydelig færre enn i oktober i fjor (75, ned 47 %)"),
        (40, 12, "40 samtaler – tydelig flere enn i oktober i fjor (12)"),
        (40, 0, "40 samtaler – tydelig flere enn i oktober i fjor (0)"),
        (40, None, "40 samtaler – ingen tall fra i fjor å sammenligne med"),
        (4, 75, "4 samtaler"),
        (0, 0, "Ingen samtaler er ført i oktober"),
        (0, 75, "Ingen samtaler er ført i oktober"),
    ],
)
def test_the_second_line_says_how_it_stands(now: int, before: int | None, line: str) -> None:
    earlier = [] if before is None else months(("2025-10", before))

    told = caption(worded("2026-10", [*earlier, *months(("2026-10", now))]), LIMITS)

    assert _lines(told.text)[1] == line


@pytest.mark.parametrize(
    ("name", "heading", "year"),
    [
        (
            "2026-11",
            "November 2026, til og med 22. november",
            "Hittil i år: 715 – omtrent som på samme tid i fjor (781)",
        ),
        (
            "2026-T3",
            "3. tertial 2026, til og med 22. november",
            "Hittil i år (januar–november): 715 – omtrent som på samme tid i fjor (781)",
        ),
        (
            "2025-T3",
            "3. tertial 2025 (september–desember)",
            "Året til og med desember 2025: 851 – ikke sammenlignet, registeret var ikke i bruk hele tiden",
        ),
        ("2026", "2026, til og med 22. november", None),
    ],
)
def test_heading_and_year_so_far(name: str, heading: str, year: str | None) -> None:
    told = caption(worded(name, [*OCTOBER, *months(("2025-11", 10), ("2026-11", 10))]), LIMITS)

    lines = _lines(told.text)
    assert lines[0] == heading
    assert [line for line in lines if line.startswith(("Hittil", "Året"))] == ([year] if year else [])


def test_a_month_of_one_call_gives_no_percentages() -> None:
    told = caption(worded("2026-10", months(("2026-10", 1), answers=CRISIS)), LIMITS)

    assert "1 samtale" in _lines(told.text)
    assert "1 krisetelefon" in _lines(told.text)
    assert "%" not in told.text


def test_a_year_says_its_months_and_takes_a_second_message_for_the_figures() -> None:
    told = caption(worded("2025", months(*[(f"2025-{month:02}", 70 + month) for month in range(1, 13)])), LIMITS)

    every = [f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)]
    rows = [row for answers in (PRIVATE, CRISIS) for row in months(*((m, 500) for m in every), answers=answers)]
    long = caption(worded("2025", rows), LIMITS)
    assert "Per måned (samtaler/krisetelefoner): jan 71/0 · feb 72/0 · mar 73/0" in told.text
    assert long.figures is not None
    assert "Alle tallene står i neste melding." in long.text
    assert "jan 1\xa0000/500" in long.figures


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
@pytest.mark.parametrize("calls", [0, 1, 19, 900, 1_000_000])
@pytest.mark.parametrize("name", ["2026-10", "2026-T2", "2025", "2026"])
def test_captions_fit_in_telegram_s_limits(name: str, calls: int, code: Code) -> None:
    every = [f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 13)]

    told = caption(worded(name, months(*[(month, calls) for month in every], answers=CRISIS), code), LIMITS)

    assert len(told.text) <= LIMITS.caption
    assert len(told.figures or "") <= LIMITS.text


def test_characters_are_counted_as_telegram_counts_them() -> None:
    form = call_form()
    label = Label.model_construct(nb="😀" * 100)
    smiling = with_questions(form, *(changed(q, short=None, label=label) for q in form.questions))

    told = caption(worded("2026-10", OCTOBER, form=smiling), LIMITS)

    assert len(told.text.encode("utf-16-le")) // 2 <= LIMITS.caption
    assert told.figures


def test_what_no_message_can_hold_is_left_out_and_that_is_said() -> None:
    form = call_form()
    label = Label.model_construct(nb="Spørsmål " * 150)
    endless = with_questions(form, *(changed(q, short=None, label=label) for q in form.questions))

    told = caption(worded("2026-10", OCTOBER, form=endless), LIMITS)

    assert told.figures
    assert len(told.figures) <= LIMITS.text
    assert told.figures.endswith("Det var ikke plass til resten.")


def test_several_answers_and_retired_options(stay: Form) -> None:
    rows = months(("2026-10", 20), answers={"who": "child", "violence": ["physical", "threats"], "school": "new"})
    rows += months(("2026-10", 20), answers={"who": "adult", "violence": []})

    lines = _lines(caption(worded("2026-10", rows, form=stay), LIMITS).text)

    assert "Type vold – Trusler: 20, 1 av 2" in lines
    assert "Hvem: Voksen 20 · 50 %; Barn 20 · 50 %" in lines
    assert "Type vold (flere svar mulig): Fysisk 20 · 50 %; Psykisk 0 · 0 %; Trusler 20 · 50 %" in lines
    assert "Skole (andel av alle 40): Samme skole 0 · 0 %; Ny skole 20 · 50 %" in lines


def test_a_retired_option_is_told_where_it_was_answered(stay: Form) -> None:
    lines = _lines(
        caption(worded("2026-10", months(("2026-10", 1), answers={"who": "pet"}), form=stay), LIMITS).text
    )

    assert "Hvem: Voksen 0; Barn 0; Kjæledyr 1" in lines


def test_questions_nobody_answered_are_left_out(stay: Form) -> None:
    text = caption(worded("2026-10", months(("2026-10", 1), answers={"who": "adult"}), form=stay), LIMITS).text

    assert "Skole" not in text
