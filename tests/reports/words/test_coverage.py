"""What every summary says of how many calls are registered, and of calls out."""

from dataclasses import replace

import pytest

from reports.analysis.summary import summary_json
from reports.chapter.chapter import chapter
from reports.chapter.prose import prose
from reports.excel.workbook import workbook
from reports.words.about import about
from reports.words.caption import caption, everything
from reports.words.coverage import coverage_beside, share_registered
from reports.words.language import Code, Language
from reports.words.message import Circumstances, message
from reports.words.table import table_text
from reports.words.title import title
from reports.words.wording import Wording
from storage.figures.coverage import Coverage
from tests.example_forms import changed
from tests.reports.chapters import prose_of
from tests.reports.summaries import LIMITS, months, reported, summary, with_coverage

ROWS = months(("2026-10", 75), ("2025-10", 71))
SHIFTS = Coverage(logged=186, counted=200, answered=71, shifts=93, asked=93)
KNOWN = replace(SHIFTS, outgoing=54, outgoing_shifts=71)
ALL = "93 % – 186 av 200 anrop som telefonen viste, er ført"
REGISTERED = f"Registreringsgrad: {ALL} (71 av 93 vakter svarte)."
OUT = "Samtaler ut: 54 (ifølge 71 av 93 vakter)."


def _worded(coverage: Coverage, code: Code = "nb", before: Coverage | None = None) -> Wording:
    return Wording(with_coverage(summary("2026-10", ROWS), coverage, before), Language(code))


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_every_summary_tells_it_as_a_note_and_never_as_a_headline() -> None:
    words = _worded(KNOWN)
    told, sent = caption(words, LIMITS), message(words, Circumstances("monthly", 1), LIMITS)
    sheet = workbook(reported(words)).about

    for text in (
        told.text,
        everything(words, LIMITS),
        table_text(words, LIMITS),
        f"{sent.caption}\n{sent.rest}",
    ):
        assert [line for line in _plain(text).splitlines() if line in {REGISTERED, OUT}] == [REGISTERED, OUT]
    assert {REGISTERED, OUT} <= {_plain(line) for line in sheet}
    assert "93" not in title(words) + told.text.splitlines()[1]
    reservation = _plain(prose(words, LIMITS)).rsplit(". ", 1)[1]
    assert reservation.startswith("Registreringsgrad: 93 % – 186 av 200 anrop")
    assert "; samtaler ut: 54 (ifølge 71 av 93 vakter); " in reservation


def test_the_chapter_tells_it_in_sentences_with_what_it_means() -> None:
    told = prose_of(chapter(reported(_worded(KNOWN)), ""))

    assert "71 av 93 vakter har meldt om til sammen 54 samtaler ut." in told
    assert f"{REGISTERED} Registreringsgraden sier hvor mange av anropene på telefonen som er ført." in told


@pytest.mark.parametrize(
    ("coverage", "said"),
    [
        (SHIFTS, f"{ALL} (71 av 93 vakter svarte)."),
        (
            replace(SHIFTS, counted=186),
            "100 % – 186 av 186 anrop som telefonen viste, er ført (71 av 93 vakter svarte).",
        ),
        (
            Coverage(logged=9, counted=11, answered=4, shifts=5),
            "9 av 11 anrop som telefonen viste, er ført (4 av 5 vakter svarte).",
        ),
        (
            Coverage(logged=60, counted=80, days=30),
            "75 % – 60 av 80 anrop som telefonen viste, er ført (telefonsentralens liste for 30 dager).",
        ),
        (
            replace(SHIFTS, days=1),
            f"{ALL} (71 av 93 vakter svarte; telefonsentralens liste for 1 dag).",
        ),
        (Coverage(answered=3, shifts=3), "telefonen viste ingen anrop (3 av 3 vakter svarte)."),
    ],
)
def test_a_percentage_stands_on_a_base_of_twenty_and_the_source_beside_it(coverage: Coverage, said: str) -> None:
    lines = _plain(caption(_worded(coverage), LIMITS).text).splitlines()

    assert f"Registreringsgrad: {said}" in lines


@pytest.mark.parametrize(
    ("before", "line", "beside"),
    [
        (Coverage(), None, "Registreringsgrad: 93 %"),
        (
            Coverage(logged=900, counted=1000, answered=90, shifts=93),
            "Registreringsgrad i oktober 2025: 90 %.",
            "Registreringsgrad: 93 %, mot 90 % i fjor",
        ),
        (
            Coverage(logged=11, counted=12, answered=9, shifts=93),
            "Registreringsgrad i oktober 2025: 11 av 12.",
            "Registreringsgrad: 93 %, mot 11 av 12 i fjor",
        ),
    ],
)
def test_what_was_registered_a_year_before_stands_beside_it(
    before: Coverage, line: str | None, beside: str
) -> None:
    words = _worded(SHIFTS, before=before)

    assert [_plain(said) for said in share_registered(words)] == [REGISTERED, *([line] if line else [])]
    assert _plain(coverage_beside(words)) == beside


def test_where_it_has_moved_that_of_the_year_before_is_said_once() -> None:
    words = _worded(SHIFTS, before=Coverage(logged=690, counted=1000, answered=90, shifts=93))

    told = _plain(caption(words, LIMITS).text)

    assert [_plain(said) for said in share_registered(words)] == [REGISTERED]
    assert "Registreringsgraden økte fra 69 % til 93 %" in told
    assert told.count("69 %") == 1


def test_where_the_telephone_showed_no_calls_nothing_stands_beside() -> None:
    assert coverage_beside(_worded(Coverage(answered=3, shifts=3), before=SHIFTS)) == ""


def test_the_chapter_says_once_what_it_means() -> None:
    told = prose_of(chapter(reported(_worded(SHIFTS, before=replace(SHIFTS, logged=180))), ""))

    assert "Registreringsgrad i oktober 2025: 90 %." in told
    assert told.count("Registreringsgraden sier hvor mange") == 1


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_where_nothing_is_known_nothing_is_said(code: Code) -> None:
    with_it, without = _worded(Coverage(shifts=4, asked=4), code), _worded(Coverage(), code)

    assert caption(with_it, LIMITS) == caption(without, LIMITS)
    assert prose(with_it, LIMITS) == prose(without, LIMITS)
    assert chapter(reported(with_it), "") == chapter(reported(without), "")


def test_that_no_shift_answered_is_told_where_every_figure_is() -> None:
    words = _worded(Coverage(shifts=93, asked=93))
    said = "Ingen av 93 vakter svarte på hvor mange anrop telefonen viste."

    assert said in _plain(table_text(words, LIMITS)).splitlines()
    assert said in map(_plain, workbook(reported(words)).about)
    assert "svarte på" not in table_text(_worded(SHIFTS), LIMITS)


def test_what_it_means_stands_about_the_figures_of_calls_and_of_no_other_form() -> None:
    language, words = Language("nb"), _worded(SHIFTS)
    other = changed(words.summary.form, telephone=None)

    assert "5. Registreringsgraden sier" in about(words.summary.form, language)
    assert "vakt" not in about(other, language)
    assert about(other, language).startswith("1. Vi teller samtaler, ikke personer;")


def test_it_is_counts_in_json() -> None:
    assert summary_json(_worded(KNOWN).summary)["coverage"] == {
        "logged": 186,
        "counted": 200,
        "answered": 71,
        "shifts": 93,
        "days": 0,
        "outgoing": 54,
        "outgoing_shifts": 71,
        "asked": 93,
    }
