"""The texts a summary offers besides its caption: the table, the sentences, the notes."""

import re
from datetime import date

import pytest

from reports.analysis.period import Period
from reports.analysis.summary import Summary, SummaryRows, summarise
from reports.chapter.prose import prose
from reports.words.caption import caption, everything
from reports.words.language import Code, Language
from reports.words.limits import units
from reports.words.message import Circumstances, message
from reports.words.table import table_text
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from storage.forms.reader import OWN_FORMS, read_form
from tests.reports.summaries import LIMITS, used_since_first
from tests.seed_year import seed_year

CALL = read_form(OWN_FORMS / "call.toml")
TODAY = date(2017, 1, 10)
CODES = pytest.mark.parametrize("code", ["nb", "nn", "en"])
TEXTS = (table_text, prose, everything)


def _seed_rows() -> list[AnswerCount]:
    names = [question.key for question in CALL.questions]
    return [
        AnswerCount(
            call.occurred_at[:7],
            "registered",
            {name: getattr(call, name) for name in names if getattr(call, name, "")},
            1,
        )
        for call in seed_year()
    ]


def _summary(name: str, rows: list[AnswerCount]) -> Summary:
    period = Period.named(name)
    rows = [row for row in rows if row.month <= period.months[-1]]
    return summarise(CALL, period, TODAY, SummaryRows(rows, [], used_since_first(rows, TODAY)))


@CODES
@pytest.mark.parametrize("period", ["2016", "2016-T2", "2016-07"])
def test_every_number_of_every_text_is_in_the_one_tally(period: str, code: Code) -> None:
    summary = _summary(period, _seed_rows())
    words = Wording(summary, Language(code))
    known = _numbers(summary)
    rounded = words.language.text("Percentages are rounded, so they do not always add up to 100.")

    for text in (*(make(words, LIMITS) for make in TEXTS), caption(words, LIMITS).text):
        for number in re.findall(r"\d+", text.replace(rounded, "").replace("\u00a0", " ")):
            assert int(number) in known, (number, text)


def _numbers(summary: Summary) -> set[int]:
    """Return the counts of the tally, their percentages, and the few numbers that are names or ratios."""
    now = summary.now
    counts = {now.total, now.highlighted, *now.outcomes.values()}
    shares: set[int] = set()
    for question in now.questions.values():
        counts |= {question.asked, question.base, question.unknown, *question.options.values()}
        shares |= {round(100 * n / question.base) for n in question.options.values() if question.base}
    for month in summary.months.values():
        counts |= {month.total, month.highlighted}
    if summary.year:
        counts.add(summary.year.now.total)
    year = summary.period.first.year
    names = {1, 2, year, year - 1, summary.period.number}
    return counts | shares | names | {round(now.total / now.highlighted)}


@CODES
@pytest.mark.parametrize(
    "rows",
    [
        [],
        [AnswerCount("2016-07", "registered", {"caller": "unknown"}, 1)],
        [AnswerCount("2016-07", "unspecified", {}, 7)],
        [AnswerCount("2016-07", "declined", {}, 3), AnswerCount("2016-07", "irrelevant", {"aside": "silent"}, 2)],
    ],
    ids=["none", "one", "only unspecified", "none that count"],
)
def test_a_thin_month_is_told_sensibly_and_within_the_limits(rows: list[AnswerCount], code: Code) -> None:
    words = Wording(_summary("2016-07", rows), Language(code))
    told = message(words, Circumstances("monthly", 1), LIMITS)

    assert units(told.caption) <= LIMITS.caption
    for make in TEXTS:
        assert 0 < units(make(words, LIMITS)) <= LIMITS.text
        assert "None" not in make(words, LIMITS)


@pytest.mark.parametrize("period", ["2016", "2016-T2", "2016-07"])
def test_the_sentences_are_six_to_eight(period: str) -> None:
    told = prose(Wording(_summary(period, _seed_rows()), Language("nb")), LIMITS)

    assert 6 <= len(re.findall(r"\.(?: (?=[A-ZÆØÅ0-9])|$)", told)) <= 9
    assert told.startswith("899" if period == "2016" else ("98" if period == "2016-07" else "304"))


def test_the_table_names_every_figure_on_a_line_of_its_own() -> None:
    lines = table_text(Wording(_summary("2016", _seed_rows()), Language("nb")), LIMITS).splitlines()

    assert "Samtaler: 899" in lines
    assert "Krisetelefoner: 150" in lines
    assert "Barnevernet: 126, 14\u00a0%" in lines
    assert "Juli 2016: 98" in lines
