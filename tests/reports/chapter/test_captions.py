"""The numbers of figures and tables, and sentences that refer to them."""

import pytest

from reports.chapter.captions import Caption, Captions
from reports.documents import ChapterFigure, ChapterSection, Grid, NativeChart
from reports.words.language import Code, Language
from tests.reports.chapters import exhibits_of, rows_of_2015, seed_rows, told
from tests.reports.summaries import summary

CHART = NativeChart(kind="bars", shares=True, marked_name="", categories=(), series=())
FIGURE = ChapterFigure(chart=CHART, alternative="", caption="Hvem ringte.")
TABLE = Grid(heading="Hvem ringte", note="", columns=(), rows=())


def _section(*exhibits: ChapterFigure | Grid) -> ChapterSection:
    return ChapterSection(heading="", paragraphs=(), exhibits=exhibits)


def test_figures_and_tables_are_numbered_each_by_themselves_through_the_chapter() -> None:
    captions = Captions(Language("nb"))

    first, second = captions.of(_section(FIGURE, TABLE, TABLE)), captions.of(_section(FIGURE))

    assert [captions.label(caption) for caption in (*first, *second)] == [
        "Figur 1",
        "Tabell 1",
        "Tabell 2",
        "Figur 2",
    ]
    assert first[1].text == "Hvem ringte."


@pytest.mark.parametrize(
    ("exhibits", "code", "said"),
    [
        ((), "nb", ""),
        ((TABLE,), "nb", "Se tabell [table1]."),
        ((FIGURE, TABLE), "nn", "Sjå figur [figure1] og tabell [table1]."),
        ((FIGURE, TABLE, FIGURE), "en", "See figures [figure1] and [figure2] and table [table1]."),
        ((TABLE, TABLE, TABLE), "nb", "Se tabell [table1]–[table3]."),
    ],
)
def test_a_sentence_names_what_a_section_has_with_the_caption_in_the_place_of_each_number(
    exhibits: tuple[ChapterFigure | Grid, ...], code: Code, said: str
) -> None:
    captions = Captions(Language(code))

    parts = captions.reference(captions.of(_section(*exhibits)))

    assert "".join(f"[{part.key}]" if isinstance(part, Caption) else part for part in parts) == said


def test_no_two_captions_of_a_chapter_have_the_same_key() -> None:
    written = told(summary("2016", seed_rows() + rows_of_2015()))
    captions = Captions(Language("nb"))

    keys = [caption.key for section in written.sections for caption in captions.of(section)]

    assert len(set(keys)) == len(keys) == len(exhibits_of(written))
