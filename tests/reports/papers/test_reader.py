"""The papers' texts: complete in every language, and true of the product."""

import dataclasses
import re

import pytest
from pydantic import BaseModel

from bot.config.config import Config
from handlers.commands import LISTED, UNBIND
from reports.papers.paper import Paper, PaperColumn, PaperTable
from reports.papers.reader import PAPERS, TEXTS, PaperName
from reports.words.language import Code
from tests.reports.papers.examples import ALL, CENTRE, FACTS, texts_of, written
from tests.reports.summaries import CODES

OF_BOTFATHER = {"/revoke"}
THREATS = 12


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("code", CODES)
def test_a_paper_has_the_same_sections_points_rows_and_boxes_in_every_language(
    name: PaperName, code: Code
) -> None:
    assert _shape(written(name, code)) == _shape(written(name, "nb"))


def _shape(told: Paper) -> list[object]:
    shape: list[object] = [len(told.text.introduction)]
    for section in told.text.section:
        table = section.table
        rows = (len(table.rows), table.row_height, [column.kind for column in table.columns]) if table else None
        shape.append((section.key, len(section.paragraphs), len(section.points), rows, len(section.closing)))
    return shape


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize(
    ("one", "other", "words"), [("nb", "en", 2), ("nn", "en", 2), ("nb", "nn", 5)], ids=["nb-en", "nn-en", "nb-nn"]
)
def test_nothing_longer_than_so_many_words_is_the_same_in_two_languages(
    name: PaperName, one: Code, other: Code, words: int
) -> None:
    shared = set(texts_of(written(name, one))) & set(texts_of(written(name, other)))

    assert {text for text in shared if len(text.split()) > words and CENTRE not in text} == set()


def test_there_is_a_text_for_each_paper_and_language_and_no_other() -> None:
    assert {file.name for file in TEXTS.iterdir()} == {f"{name}-{code}.toml" for name, code in ALL}


@pytest.mark.parametrize(("name", "code"), ALL)
def test_every_text_says_something_and_its_places_are_filled(name: PaperName, code: Code) -> None:
    texts = texts_of(written(name, code))

    assert all(text.strip() for text in texts)
    assert [text for text in texts if "{" in text] == []


@pytest.mark.parametrize(
    ("code", "days", "hours"),
    [("nb", "12 dager", "1 time"), ("nn", "12 dagar", "1 time"), ("en", "12 days", "1 hour")],
)
def test_the_papers_tell_of_the_installation(code: Code, days: str, hours: str) -> None:
    facts = dataclasses.replace(FACTS, exact_days=12, own_hours=1, k=9)

    for name in ("before-you-start", "risk-assessment"):
        told = " ".join(texts_of(written(name, code, facts))).replace("\N{NO-BREAK SPACE}", " ")
        assert days in told
        assert re.search(rf"\b{hours}\b", told)
        assert "31" not in told
    assert re.search(r"(under|below) 9\b", told)


@pytest.mark.parametrize(
    ("code", "day"), [("nb", "30. november 2026"), ("nn", "30. november 2026"), ("en", "30 November 2026")]
)
def test_below_the_title_stand_the_centre_and_the_day(code: Code, day: str) -> None:
    nameless = dataclasses.replace(FACTS, centre="")

    assert written("risk-assessment", code).byline == f"{CENTRE} · {day}"
    assert re.fullmatch(rf"(Senter|Centre): _+ · {day}", written("risk-assessment", code, nameless).byline)


def test_the_assessment_asks_for_likelihood_consequence_measure_name_and_date_of_every_threat() -> None:
    sections = {section.key: section for section in written("risk-assessment").text.section}
    threats, measures = sections["threats"].table, sections["measures"].table

    assert threats is not None
    assert measures is not None
    assert [column.kind for column in threats.columns] == ["text"] * 4
    assert [column.kind for column in measures.columns] == ["text", *["fill"] * 5]
    numbers = [row[0].split()[0] for row in threats.rows]
    assert [row[0].split()[0] for row in measures.rows][: len(numbers)] == numbers
    assert len(numbers) == THREATS


@pytest.mark.parametrize(("name", "code"), ALL)
def test_commands_settings_and_papers_that_are_named_exist(name: PaperName, code: Code) -> None:
    told = " ".join(texts_of(written(name, code)))

    commands = set(re.findall(r"(?<![\w.])/[a-z]+", told)) - OF_BOTFATHER
    settings = set(re.findall(r"\[(\w+)\](?: (\w+))?", told))
    assert commands <= {f"/{command.name(code)}" for command in (*LISTED, UNBIND)}
    assert [table for table, _ in settings if table not in Config.model_fields] == []
    assert [key for table, key in settings if key.isascii() and not _known(table, key)] == []
    assert set(re.findall(r"\(((?:\w+-)+\w+)\)", told)) <= set(PAPERS)


def _known(table: str, key: str) -> bool:
    """Tell whether a key is of a table of the config, or a word of the sentence around it."""
    section = getattr(Config(), table)
    assert isinstance(section, BaseModel)
    return key in type(section).model_fields or key in {"", "i", "in", "og", "and"}


def test_a_row_that_lacks_a_text_is_refused() -> None:
    columns = (PaperColumn(heading="Hva", width=1), PaperColumn(heading="Hvem", width=1, kind="fill"))

    with pytest.raises(ValueError, match="a row has a text for each text column"):
        PaperTable(columns=columns, rows=(("Hva", "Hvem"),))


def test_the_cells_of_a_row_are_its_texts_and_places_to_write_in() -> None:
    columns = (
        PaperColumn(heading="Gjort", width=1, kind="check"),
        PaperColumn(heading="Hva", width=1),
        PaperColumn(heading="Hvem", width=1, kind="fill"),
    )
    table = PaperTable(columns=columns, rows=(("Lås døra",),))

    assert table.cells(table.rows[0]) == (None, "Lås døra", None)
