"""The chapter's sections on registers that are told with the calls in."""

import pytest

from reports.chapter.chapter import chapter
from reports.documents import ChapterSection, Grid
from reports.words.language import Code
from tests.reports.known_numbers import Known
from tests.reports.outgoing import telephone_report
from tests.reports.summaries import CODES


def _section(heading: str) -> ChapterSection:
    written = chapter(telephone_report(), "")
    return next(section for section in written.sections if section.heading == heading)


def test_calls_out_and_planned_talks_have_a_section_each_before_the_notes() -> None:
    written = chapter(telephone_report(), "")

    assert [section.heading for section in written.sections[-3:]] == [
        "Samtaler ut",
        "Telefonkonsultasjoner",
        "Om tallene",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "I 2016 ble det registrert 2 400 samtaler ut, omtrent som i 2015 (2 400).",
        "Det er 2,7 for hver samtale inn (2,6 i 2015).",
        "I alt 2 160 samtaler ut gikk til hjelpeapparatet: 90 %, mot 90 % i 2015.",
        "De fleste av samtalene ut, 2 160 av 2 400 (90 %), gikk til NAV.",
    ],
)
def test_calls_out_are_told_beside_the_calls_in_with_the_share_to_agencies(sentence: str) -> None:
    said = "\n".join(_section("Samtaler ut").paragraphs).replace("\xa0", " ")

    assert sentence in said


def test_talks_are_told_in_their_own_words_and_without_a_ratio() -> None:
    said = "\n".join(_section("Telefonkonsultasjoner").paragraphs).replace("\xa0", " ")

    assert "Alle telefonkonsultasjonene (24) var med kvinner." in said
    assert "for hver samtale inn" not in said


def test_a_register_has_a_figure_and_a_table_of_each_question_and_of_its_months() -> None:
    told = [
        part.heading if isinstance(part, Grid) else part.caption.split(":")[0]
        for part in _section("Samtaler ut").exhibits
    ]

    assert [name.replace("\xa0", " ") for name in told] == [
        "Hvem vi ringte i 2016",
        "Hvem vi ringte i 2016",
        "Samtaler ut per måned i 2016.",
        "Samtaler ut per måned i 2016",
    ]


@pytest.mark.parametrize("code", CODES)
def test_every_number_of_a_section_is_in_the_tallies(code: Code) -> None:
    report = telephone_report(code)
    section = chapter(report, "").sections[-3]
    out = report.beside[0]
    ratio, group = {"2,7", "2,6", "2.7", "2.6"}, {2160}

    may_be_said = Known.of(out)
    for text in section.paragraphs:
        strange = may_be_said.strange(text)
        assert {said for said in strange if int("".join(filter(str.isdigit, said))) not in group} <= {
            part for said in ratio for part in (said, *said.split(","), *said.split("."))
        }, text
