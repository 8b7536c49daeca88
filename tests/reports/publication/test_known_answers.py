"""How many answers are known is told though the answers are hidden, as long as nothing follows from it."""

from reports.pictures.card import card
from reports.words.caption import everything
from tests.reports.publication.public_reports import printed, public_report
from tests.reports.publication.released import Calls
from tests.reports.summaries import LIMITS

REST = "crisis=no minority=no"


def unsure(unknown: int) -> Calls:
    """Let so few callers speak for themselves or another, and of so many it not be known for whom."""
    few = {"self": 3, "other": 3, "unknown": unknown}
    told = {f"caller=woman behalf={behalf} reason=violence {REST}": n for behalf, n in few.items()}
    return {
        "2025-01": {
            **told,
            f"caller=man behalf=unknown reason=violence {REST}": 1,
            "caller=agency agency=nav reason=guidance crisis=yes minority=yes": 3 - unknown,
            f"caller=unknown reason=violence {REST}": 8,
        }
    }


async def test_how_many_answers_are_known_is_printed_where_only_how_many_were_asked_is_hidden() -> None:
    one, other = [await public_report(unsure(unknown)) for unknown in (1, 2)]

    assert "Skjult i 2025, på vegne av: Seg selv, En annen, Ikke kjent, hvor mange som ble spurt." in one.hidden
    assert "På vegne av (6 svar): Seg selv :; En annen :; Ikke kjent :" in everything(one.main, LIMITS).replace(
        "\xa0", " "
    )
    assert printed(one) == printed(other)


async def test_the_picture_refers_to_the_report_since_it_may_go_round_alone() -> None:
    report = await public_report(unsure(1))

    assert card(report.main, "Senteret").more_panels == "{n} spørsmål til står i rapporten"
