"""The year before: counted from records, or as an earlier report prints it."""

from decimal import Decimal

import pytest

from reports.analysis.baseline import Baseline, EarlierFigure, Figures
from reports.analysis.period import Period
from reports.analysis.tally import tally
from storage.figures.counts import AnswerCount
from storage.figures.history import TOTAL, PrintedFigure
from tests.example_forms import CALL


def _exact(count: int, base: int) -> EarlierFigure:
    return EarlierFigure(count, base, possible=range(count, count + 1))


def test_of_records_every_answer_is_known_with_what_it_is_a_share_of() -> None:
    rows = [
        AnswerCount("2025-10", "registered", {"caller": "agency", "agency": "nav", "crisis": "yes"}, 30),
        AnswerCount("2025-10", "registered", {"caller": "unknown", "behalf": "self", "crisis": "no"}, 10),
        AnswerCount("2025-10", "unspecified", {}, 4),
    ]

    told = Baseline.counted(CALL, tally(CALL, Period.named("2025-10"), rows))

    assert (told.total, told.highlighted, told.typed) == (44, _exact(30, 40), False)
    assert told.figure("caller", "agency") == _exact(30, 30)
    assert told.figure("caller", "unknown") == _exact(10, 40)
    assert told.figure("agency", "nav") == _exact(30, 40)
    assert told.figure("behalf", "self") == _exact(10, 10)
    assert told.figure("minority", "yes") == _exact(0, 0)
    assert told.figure("minority", "maybe") is None
    assert (told.count("agency", "nav"), told.count("agency", "none")) == (30, None)


@pytest.mark.parametrize(
    ("answer", "figures", "told"),
    [
        pytest.param(
            ("minority", "yes"),
            {("minority", "yes"): PrintedFigure(300, base=600), TOTAL: PrintedFigure(900)},
            _exact(300, 600),
            id="a base of its own",
        ),
        pytest.param(
            ("minority", "yes"),
            {("minority", "yes"): PrintedFigure(300), ("minority", "no"): PrintedFigure(290, base=600)},
            _exact(300, 600),
            id="the question's base",
        ),
        pytest.param(
            ("minority", "yes"),
            {
                ("minority", "yes"): PrintedFigure(300),
                ("minority", "no"): PrintedFigure(290),
                ("minority", "unknown"): PrintedFigure(10),
            },
            _exact(300, 590),
            id="every known answer",
        ),
        pytest.param(
            ("minority", "yes"),
            {
                ("minority", "yes"): PrintedFigure(300),
                ("minority", "unknown"): PrintedFigure(10),
                TOTAL: PrintedFigure(900),
            },
            _exact(300, 890),
            id="the total but those not known",
        ),
        pytest.param(
            ("minority", "yes"),
            {("minority", "yes"): PrintedFigure(300), TOTAL: PrintedFigure(900)},
            EarlierFigure(300, None),
            id="it is not told how many are not known",
        ),
        pytest.param(
            ("crisis", "yes"),
            {("crisis", "yes"): PrintedFigure(150), TOTAL: PrintedFigure(900)},
            _exact(150, 900),
            id="nobody's is not known",
        ),
        pytest.param(
            ("agency", "nav"),
            {("agency", "nav"): PrintedFigure(90), TOTAL: PrintedFigure(900)},
            _exact(90, 900),
            id="of all calls",
        ),
        pytest.param(
            ("agency", "nav"),
            {("agency", "nav"): PrintedFigure(90)},
            EarlierFigure(90, None),
            id="of all calls, of which it is not told how many",
        ),
        pytest.param(
            ("behalf", "self"),
            {
                ("behalf", "self"): PrintedFigure(90),
                ("behalf", "unknown"): PrintedFigure(9),
                TOTAL: PrintedFigure(900),
            },
            EarlierFigure(90, None),
            id="of some calls, of which it is not told how many",
        ),
        pytest.param(
            ("agency", "nav"),
            {("agency", "nav"): PrintedFigure(62, worked_back=True), TOTAL: PrintedFigure(880)},
            EarlierFigure(62, None),
            id="perhaps worked back from a share",
        ),
    ],
)
def test_a_printed_count_is_a_share_of_what_the_report_tells_if_it_does(
    answer: tuple[str, str], figures: Figures, told: EarlierFigure
) -> None:
    assert Baseline.typed_in(CALL, figures).figure(*answer) == told


@pytest.mark.parametrize(
    ("percent", "base", "possible"),
    [
        ("7", 880, range(58, 67)),
        ("7.0", 880, range(62, 63)),
        ("0", 880, range(5)),
        ("100", 880, range(876, 881)),
        ("10", 3, range(2)),
        ("7", None, None),
    ],
)
def test_a_printed_share_stays_as_it_is_printed_with_the_counts_that_may_stand_behind_it(
    percent: str, base: int | None, possible: range | None
) -> None:
    figure = PrintedFigure(percent=Decimal(percent), base=base)

    told = Baseline.typed_in(CALL, {("agency", "nav"): figure, TOTAL: PrintedFigure(880)}).figure("agency", "nav")

    assert told == EarlierFigure(None, base, Decimal(percent), possible)
    assert told.share == float(percent) / 100


def test_of_an_earlier_report_only_what_it_prints_is_known() -> None:
    some = Baseline.typed_in(
        CALL, {TOTAL: PrintedFigure(899), ("crisis", "yes"): PrintedFigure(percent=Decimal(17))}
    )
    other = Baseline.typed_in(CALL, {("agency", "nav"): PrintedFigure(90, base=900)})

    assert (some.total, some.typed) == (899, True)
    assert some.highlighted == EarlierFigure(None, None, Decimal(17))
    assert some.figure("agency", "nav") is None
    assert (other.total, other.highlighted) == (None, None)
