"""A chapter ready for a template."""

from functools import cache

from reports.chapter.chapter import chapter
from reports.chapter.printed import PrintedChapter, PrintedExhibit, printed
from reports.documents import Chapter, ChapterSection, Grid, GridColumn
from tests.reports.chapters import figures_of, sentences, tables_of
from tests.reports.outgoing import telephone_report


@cache
def _written() -> Chapter:
    return chapter(telephone_report(), "Krisesenteret")


@cache
def _made() -> PrintedChapter:
    return printed(_written())


def _exhibits() -> list[PrintedExhibit]:
    return [exhibit for section in _made().sections for exhibit in section.exhibits]


def test_every_sentence_is_there_and_the_first_of_a_section_refers_to_what_follows() -> None:
    said = ["".join(part.text for part in text) for section in _made().sections for text in section.paragraphs]

    assert [text.split(" Se figur")[0].split(" Se tabell")[0] for text in said] == sentences(_written())
    assert said[3].endswith(" Se figur 1–3 og tabell 1–3.")


def test_every_reference_leads_to_a_figure_or_a_table() -> None:
    parts = (part for section in _made().sections for text in section.paragraphs for part in text)

    assert {part.leads_to for part in parts if part.leads_to} <= {exhibit.key for exhibit in _exhibits()}


def test_figures_are_drawn_and_told_in_words_and_tables_are_written() -> None:
    drawn = [exhibit for exhibit in _exhibits() if exhibit.drawing]
    written = [exhibit for exhibit in _exhibits() if not exhibit.drawing]

    assert [exhibit.alternative for exhibit in drawn] == [figure.alternative for figure in figures_of(_written())]
    assert [exhibit.caption for exhibit in written] == [f"{grid.heading}." for grid in tables_of(_written())]
    assert [cell.text for cell in written[0].rows[0].cells[:2]] == ["Kvinne", "287"]
    assert all(exhibit.drawing.startswith("<?xml") for exhibit in drawn)


def test_a_group_is_a_row_of_its_own_once() -> None:
    columns = (GridColumn(heading="Spørsmål", kind="group"), GridColumn(heading="Svar", kind="text"))
    rows = (("", "Samtaler"), ("Hvem", "Kvinne"), ("Hvem", "Mann"), ("Hva", "Vold"))
    section = ChapterSection(
        heading="", paragraphs=(), exhibits=(Grid(heading="", note="", columns=columns, rows=rows),)
    )

    [exhibit] = printed(_with(section)).sections[1].exhibits

    assert [row.group or row.cells[0].text for row in exhibit.rows] == [
        "Samtaler",
        "Hvem",
        "Kvinne",
        "Mann",
        "Hva",
        "Vold",
    ]
    assert [heading.text for heading in exhibit.headings] == ["Svar"]


def _with(section: ChapterSection) -> Chapter:
    return _written().model_copy(update={"sections": (section,)})


def test_what_is_to_be_written_in_is_left_out() -> None:
    explanations = [section.explanation for section in _written().sections if section.explanation]

    assert explanations
    assert not [text for text in explanations if text in _made().model_dump_json()]
