"""Any calls of a form, and what may be known besides them, for the tests of what is true of all of them."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from hypothesis import strategies as st

from reports.analysis.period import Period
from reports.analysis.register_use import RegisterUse
from reports.analysis.summary import Summary, summarise
from storage.figures.counts import AnswerCount
from storage.figures.coverage import Coverage
from storage.figures.history import TOTAL, PrintedFigure
from storage.forms.question import OUTCOMES, Question
from tests.reports.forms import call_form
from tests.reports.summaries import TODAY, counted_year, printed_year, summary_rows, with_coverage

CALL = call_form()
MONTHS = [f"{year}-{month:02}" for year in (2024, 2025, 2026) for month in range(1, 12)]
NAMES = ("2026-10", "2026-02", "2026-11", "2026-T2", "2026-T3", "2026", "2025")


def _answer(question: Question) -> st.SearchStrategy[str | list[str]]:
    if question.kind == "one":
        return st.sampled_from(question.option_keys)
    return st.lists(st.sampled_from(question.option_keys), min_size=1, unique=True)


ROWS = st.lists(
    st.builds(
        AnswerCount,
        month=st.sampled_from(MONTHS),
        outcome=st.sampled_from(OUTCOMES),
        answers=st.fixed_dictionaries({}, optional={q.key: _answer(q) for q in CALL.questions}),
        calls=st.integers(1, 30) | st.integers(1, 30_000),
    ),
    max_size=40,
)


@st.composite
def coverages(draw: st.DrawFn) -> Coverage:
    """Draw what may be known of calls besides the records."""
    counted, asked = draw(st.integers(0, 2000)), draw(st.integers(0, 93))
    shifts = draw(st.integers(0, asked))
    return Coverage(
        logged=draw(st.integers(0, counted)),
        counted=counted,
        answered=draw(st.integers(0, shifts)),
        shifts=shifts,
        days=draw(st.integers(0, 366)),
        outgoing=draw(st.integers(0, 3000)),
        outgoing_shifts=draw(st.integers(0, asked)),
        asked=asked,
    )


@st.composite
def printed_figures(draw: st.DrawFn) -> dict[tuple[str, str], PrintedFigure]:
    """Draw what an earlier report prints of a year: some counts, some shares, with or without what they are of."""
    total = draw(st.integers(0, 3000))
    figures = {TOTAL: PrintedFigure(total)} if draw(st.booleans()) else {}
    for question in CALL.questions:
        most = len(question.options)
        base = draw(st.none() | st.integers(total // 2 + 1, total + 1))
        whole, tenths = st.integers(0, 100 // most), st.integers(0, 1000 // most)
        percents = whole.map(Decimal) | tenths.map(lambda tenth: Decimal(tenth).scaleb(-1))
        counts = st.integers(0, total // (2 * most))
        printed = st.builds(PrintedFigure, count=counts, base=st.just(base)) | st.builds(
            PrintedFigure, percent=percents, base=st.just(base)
        )
        told = draw(st.fixed_dictionaries({}, optional=dict.fromkeys(question.option_keys, printed)))
        figures |= {(question.key, option): figure for option, figure in told.items()}
    return figures


def _begun_later(use: RegisterUse) -> st.SearchStrategy[RegisterUse]:
    """Let the register be in use from some day of its first month."""
    return st.integers(0, 27).map(
        lambda days: RegisterUse(tuple(replace(s, first=s.first + timedelta(days=days)) for s in use.stretches))
    )


@st.composite
def summaries(draw: st.DrawFn) -> Summary:
    """Draw a summary of any calls beside records or an earlier report, of a closed year with those before."""
    name, rows, typed = draw(st.sampled_from(NAMES)), draw(ROWS), draw(printed_figures())
    period = Period.named(name)
    counted = summary_rows(name, rows)
    made = replace(
        counted,
        use=draw(_begun_later(counted.use)),
        late=draw(st.integers(0, 40)),
        typed={period.a_year_before.name: typed} if period.kind == "year" else {},
    )
    if name == "2025" and rows:
        before = replace(counted_year("2024", rows), coverage=draw(coverages()))
        made = replace(made, years=[printed_year("2023", typed), before])
    return with_coverage(summarise(CALL, period, TODAY, made), draw(coverages()), draw(coverages()))
