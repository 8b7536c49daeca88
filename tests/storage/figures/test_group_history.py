"""Figures of several answers together, typed in from reports of earlier years."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.database.connection import Database
from storage.figures.contradiction import refuse_contradictions
from storage.figures.history import GROUP, TOTAL, History, PrintedFigure, Typed
from storage.figures.history_file import read_figures, template
from storage.forms.question import Option
from storage.forms.reader import OWN_FORMS, read_form
from storage.forms.words import Label
from storage.table_files.rows import FileRefused
from tests.example_forms import changed
from tests.reports.forms import with_questions

STAY = read_form(OWN_FORMS / "stay.toml")
HEAD = "period;question;option;count;share;base"
WITH_CHILDREN = ("1", "2", "3", "4+")
LESS = "2015: the group of “children” is less than its answers together."
MORE = "2015: the group of “children” is more than all its answers together."


def _read(folder: Path, *rows: str) -> Typed:
    file = folder / "2015.csv"
    file.write_text("\n".join((HEAD, *rows)), encoding="utf-8")
    return read_figures(file, STAY)


def _refusal(folder: Path, *rows: str) -> str:
    """Return why a file of the question about children is not taken; empty where it is."""
    try:
        _read(folder, *(f"2015;children;{row}" for row in rows))
    except FileRefused as refused:
        return str(refused)
    return ""


async def test_a_figure_of_several_answers_together_is_kept_as_it_is_printed(tmp_path: Path) -> None:
    typed = _read(
        tmp_path, "2014;children;(group);;46,0 %;61", "2015;children;(group);24;;60", "2016;origin;both;9"
    )

    async with Database.open(tmp_path / "vaktlogg.db") as database:
        history = History(database)
        await history.keep("stay", typed)

        assert await history.of("stay", ["2014", "2015"]) == {
            "2014": {("children", GROUP): PrintedFigure(percent=Decimal("46.0"), base=61)},
            "2015": {("children", GROUP): PrintedFigure(24, base=60)},
        }


async def test_the_file_again_replaces_and_takes_away_a_group_s_figure(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "vaktlogg.db") as database:
        history = History(database)
        for row in ("(group);24;;", "(group);25;;", "1;12;;"):
            await history.keep("stay", _read(tmp_path, f"2015;children;{row}"))

        assert await history.of("stay", ["2015"]) == {"2015": {("children", "1"): PrintedFigure(12)}}


def test_the_template_has_a_row_for_a_group_below_the_answers_to_its_question() -> None:
    rows = [line.split(",")[1:3] for line in template(STAY, "2015").splitlines()]

    assert rows[rows.index(["children", GROUP]) - 1] == ["children", "unknown"]
    grouped = [question for question, option in rows if option == GROUP]
    assert grouped == [question.key for question in STAY.crossable if question.group]


def test_of_a_question_without_a_group_none_is_taken(tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as raised:
        _read(tmp_path, "2015;origin;(group);24")

    assert str(raised.value).endswith("line 2: the form groups no answers to “origin”")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        # Counts.
        (("(group);24", "1;24"), ""),
        (("(group);24", "1;25"), LESS),
        (("(group);24", "1;12", "2;13"), LESS),
        (("(group);24", "1;12", "2;8", "3;3", "4+;1"), ""),
        (("(group);25", "1;12", "2;8", "3;3", "4+;1"), MORE),
        (("(group);24", "0;90"), ""),
        # Shares, whichever way they were rounded.
        (("(group);;40 %", "1;;40,4 %"), ""),
        (("(group);;40 %", "1;;41 %"), ""),
        (("(group);;40 %", "1;;42 %"), LESS),
        (("(group);;40 %", "1;;20 %", "2;;15 %", "3;;5 %", "4+;;2 %"), ""),
        (("(group);;40 %", "1;;20 %", "2;;10 %", "3;;5 %", "4+;;2 %"), MORE),
        (("(group);;40 %;60", "1;;42 %"), ""),
        # The one against the other, where it is known what shares are of.
        (("(group);;40 %;60", "1;24"), ""),
        (("(group);;40 %;60", "1;25"), LESS),
        (("(group);24;;60", "1;;42 %;60"), LESS),
        (("(group);24", "1;;42 %;60"), LESS),
        (("(group);24", "1;;42 %"), ""),
        (("(group);;40 %", "1;25"), ""),
        # What shares are of.
        (("(group);60;;60",), ""),
        (("(group);61", "0;;10 %;60"), "2015: the group of “children” is 61, more than the base of 60."),
        (("(group);24;;60", "1;9;;61"), "2015: “children” has one base for all its options, not 60, 61."),
        (
            ("(group);;60 %", "0;;41,5 %"),
            "2015: the shares of “children” are more than 100 % together, however they were rounded.",
        ),
        (("(group);;60 %", "1;;50 %", "0;;40 %"), ""),
    ],
)
def test_a_group_is_what_its_answers_are_together(tmp_path: Path, rows: tuple[str, ...], said: str) -> None:
    assert _refusal(tmp_path, *rows) == said


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("(group);24;;23", "the base of 23 is less than the count of 24"),
        ("(group);24;40 %;60", "give the count or the share, not both"),
        ("(group);;40 %;0", "there is no share of a base of 0"),
        ("(group);;;60", "a base stands beside a count or a share"),
        ("(Group);24", "“(Group)” is not an option of “children”"),
        ("group;24", "“group” is not an option of “children”"),
        ("(group);1\n2015;children;(group);2", "line 3: this figure stands there twice"),
    ],
)
def test_a_group_s_row_keeps_the_rules_of_other_rows(tmp_path: Path, row: str, reason: str) -> None:
    assert _refusal(tmp_path, row).endswith(reason)


def test_a_group_counts_once_against_the_total(tmp_path: Path) -> None:
    rows = ["(group);24", "1;12", "0;36"]

    _read(tmp_path, "2015;;;60", *(f"2015;children;{row}" for row in rows))

    with pytest.raises(FileRefused, match="the answers to “children” are 60, more than the total of 59"):
        _read(tmp_path, "2015;;;59", *(f"2015;children;{row}" for row in rows))


def test_answers_that_count_as_one_of_a_group_by_now_are_in_it() -> None:
    asked = STAY.by_key["police_report"]
    family = Option(key="family", label=Label(nb="Familien"), until=date(2015, 12, 31))
    others = changed(asked.option("others"), was=("family",))
    options = (others if option.key == "others" else option for option in asked.options)
    form = with_questions(STAY, changed(asked, options=(*options, family)))
    figures = {("police_report", key): PrintedFigure(count) for key, count in {"family": 8, GROUP: 7}.items()}

    with pytest.raises(FileRefused, match="is less than its answers together"):
        refuse_contradictions(form, {"2015": figures})


@given(
    counts=st.lists(st.integers(0, 999), min_size=4, max_size=4),
    more=st.integers(-3, 3),
    total=st.none() | st.integers(0, 99),
)
def test_beside_all_its_answers_a_group_is_their_sum_and_nothing_else(
    counts: list[int], more: int, total: int | None
) -> None:
    said = max(0, sum(counts) + more)
    figures = {
        ("children", option): PrintedFigure(count) for option, count in zip(WITH_CHILDREN, counts, strict=True)
    }
    figures["children", GROUP] = PrintedFigure(said)
    if total is not None:
        figures[TOTAL] = PrintedFigure(sum(counts) + 3 + total)

    try:
        refuse_contradictions(STAY, {"2015": figures})
    except FileRefused:
        assert said != sum(counts)
    else:
        assert said == sum(counts)
