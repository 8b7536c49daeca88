from reports.words.caption import everything
from reports.words.language import Language
from reports.words.table import table_text
from reports.words.wording import Wording
from tests.reports.summaries import LIMITS, months, summary


def test_months_before_the_register_began_are_not_told_as_empty_ones() -> None:
    began = [*months(*((f"2026-{month:02}", 20 + month) for month in range(3, 9)))]
    words = Wording(summary("2026-T2", began), Language("nb"))
    year = Wording(summary("2026", began), Language("nb"))

    assert [month.name for month in words.statements.months] == ["2026-05", "2026-06", "2026-07", "2026-08"]
    assert "jan" not in everything(year, LIMITS).split("Per måned")[1].split("\n")[0]
    assert "Januar 2026" not in table_text(year, LIMITS)
    assert year.statements.extremes is not None
    assert year.statements.extremes.counts["2026-03"] == 23
