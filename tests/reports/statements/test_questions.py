"""What is added to calls after they were registered: counted in a table of its own, with its base."""

from decimal import Decimal
from io import BytesIO

import docx as python_docx
import pytest

from reports.analysis.baseline import EarlierFigure
from reports.analysis.summary import Summary
from reports.analysis.trend import Trend
from reports.chapter.chapter import chapter
from reports.chapter.prose import prose
from reports.documents import Grid
from reports.excel.workbook import workbook
from reports.pictures.album import album
from reports.pictures.card import card
from reports.statements.answers import AnswerStatement
from reports.word.write_docx import docx
from reports.words.answers import heading, label, note
from reports.words.caption import everything
from reports.words.language import Code, Language
from reports.words.table import table_text
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from tests.example_forms import CALL, changed
from tests.reports.forms import call_form
from tests.reports.summaries import LIMITS, PLAIN, months, reported, summary, worded

WITHOUT = months(("2025-10", 71), ("2026-10", 60))
ALSO = {**PLAIN, "also": ["violence", "follow_up"]}
ROWS = [
    *WITHOUT,
    *months(("2026-10", 12), answers=ALSO),
    *months(("2026-10", 3), answers={**PLAIN, "also": ["violence"]}),
    AnswerCount("2026-10", "unspecified", {}, 4),
]
REMARK = "Hovedsvaret står under «Årsak»; dette kom i tillegg."


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def _shown(of: Summary) -> list[tuple[str, str, list[tuple[str, int, float | None, int | None]]]]:
    words = Wording(of, Language("nb"))
    return [
        (
            heading(words, told.question),
            _plain(note(words, told)),
            [(label(words, answer), answer.count, answer.share, answer.before) for answer in told.answers],
        )
        for told in words.statements.added
    ]


def test_it_is_counted_of_all_registered_calls_in_a_table_after_the_others() -> None:
    words = worded("2026-10", ROWS)

    assert _shown(words.summary) == [
        (
            "Også nevnt",
            "av 75 samtaler",
            [
                ("Konkret om vold", 15, 0.2, None),
                ("Oppfølging og koordinering", 12, 0.16, None),
                ("Råd og veiledning", 0, 0.0, None),
            ],
        )
    ]
    assert "Også nevnt" not in [heading(words, told.question) for told in words.statements.questions]
    assert (
        "Også nevnt (av 75 samtaler): Konkret om vold 15 · 20 %; Oppfølging og koordinering 12 · 16 %;"
        " Råd og veiledning 0 · 0 %"
    ) in _plain(everything(words, LIMITS)).splitlines()
    assert f"Råd og veiledning: 0, 0 %\n{REMARK}\n" in _plain(table_text(words, LIMITS))
    sheet = workbook(reported(words)).sheets[-3]
    assert (sheet.name, _plain(sheet.grid.note)) == ("Også nevnt", f"Av 75 samtaler. {REMARK}")


def test_a_year_before_is_told_only_where_somebody_added_anything_then() -> None:
    before = [*ROWS, *months(("2025-10", 2), answers=ALSO)]
    nobody_now = [*WITHOUT, *months(("2025-10", 2), answers=ALSO)]

    assert [row[3] for row in _shown(summary("2026-10", before))[0][2]] == [2, 2, 0]
    assert [row[1:] for row in _shown(summary("2026-10", nobody_now))[0][2]] == [(0, 0, 2), (0, 0, 2), (0, 0, 0)]
    assert "Også nevnt" not in prose(worded("2026-10", nobody_now), LIMITS)


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", ["2026-10", "2026-T3", "2026"])
def test_where_nobody_added_anything_all_is_as_if_it_could_not_be_added(name: str, code: Code) -> None:
    form = call_form()
    before = changed(form, entries=tuple(q for q in form.questions if not q.later))
    now, then = (worded(name, WITHOUT, code, which) for which in (form, before))

    for tell in (everything, table_text, prose):
        assert tell(now, LIMITS) == tell(then, LIMITS)
    for make in (card, lambda words: workbook(reported(words)), lambda words: chapter(reported(words), "")):
        assert make(now) == make(then)


def test_it_is_never_drawn() -> None:
    words = worded("2026-T3", [*ROWS, *months(("2026-09", 30), answers=ALSO)])
    trend = Trend(months=(words.summary.now,), tertials=(words.summary.now,))

    assert "Også nevnt" not in str(card(words))
    assert "Også nevnt" not in str(album(words, trend, LIMITS))


def test_prose_says_it_among_the_questions_where_there_is_room() -> None:
    answers: dict[str, str | list[str]] = {"reason": "guidance", "also": ["violence"]}
    words = Wording(summary("2026-10", months(("2026-10", 40), answers=answers)), Language("nb"))

    told = "Også nevnt (av 40 samtaler): Konkret om vold 40 (100 %); "
    assert f"{told}hovedsvaret står under «Årsak»; dette kom i tillegg." in _plain(prose(words, LIMITS))


def test_the_chapter_has_a_section_for_it_with_a_table_and_no_figure() -> None:
    written = chapter(reported(worded("2026", ROWS)), "")
    place = [section.heading for section in written.sections].index("Også nevnt")
    section = written.sections[place]

    assert [_plain(text) for text in section.paragraphs] == [
        f"Dette ble også nevnt: konkret om vold 15 ganger; oppfølging og koordinering 12 ganger. {REMARK}"
    ]
    assert place == len(written.sections) - 2
    [grid] = section.exhibits
    assert isinstance(grid, Grid)
    assert grid.heading.startswith("Også nevnt")
    [*_, table] = python_docx.Document(BytesIO(docx(written))).tables
    assert [cell.text for cell in table.rows[1].cells][:2] == ["Konkret om vold", "15"]


@pytest.mark.parametrize(
    ("count", "earlier", "empty"),
    [
        (0, None, True),
        (0, EarlierFigure(0, 71), True),
        (0, EarlierFigure(None, None, Decimal(0)), True),
        (3, None, False),
        (0, EarlierFigure(4, 71), False),
        (0, EarlierFigure(None, None, Decimal(5)), False),
    ],
)
def test_not_known_that_nobody_answered_now_or_then_is_empty(
    count: int, earlier: EarlierFigure | None, empty: bool
) -> None:
    unknown, yes = (
        AnswerStatement(
            count, 75, earlier, "none", most=False, option=CALL.by_key["minority"].option(key), bridged=False
        )
        for key in ("unknown", "yes")
    )

    assert (unknown.empty, yes.empty) == (empty, False)
