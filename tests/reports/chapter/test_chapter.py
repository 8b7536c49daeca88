"""The chapter says what a leader would write of a year."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from reports.analysis.period import Period
from reports.analysis.summary import Summary, SummaryRows, summarise
from reports.words.language import Code
from storage.figures.history import TOTAL, PrintedFigure
from tests.reports.chapters import CALL, CENTRE, figures_of, prose_of, rows_of_2015, seed_rows, told
from tests.reports.summaries import months, summary, used_since_first

SAID_OF_2016 = [
    "I 2016 ble det registrert 899 samtaler, omtrent som i 2015 (921).",
    "Av disse var 150 krisetelefoner, altså 17 %. Det er ingen tydelig endring (16 % i 2015).",
    "Tydelig endret siden 2015: minoritetsspråklig bakgrunn opp fra 35 % til 50 %,",
    "barnevernet doblet fra 7 % til 14 % og helsevesenet halvert fra 12 % til 6 %.",
    "De fleste av samtalene, 558 av 899 (62 %), kom fra hjelpeapparatet.",
    "Deretter kvinner med 287 (32 %) og menn med 54 (6 %).",
    "Kvinner og menn er her de som ringte som privatpersoner.",
    "Omtrent halvparten av privatpersonene, 171 av 341 (50 %), ringte på vegne av seg selv.",
    "Av instansene ringte barnevernet oftest: 126 samtaler, som er 14 % av alle.",
    "Deretter kommunen og andre med 108 (12 %), politiet og NAV med 90 hver (10 %),",
    "andre krisesentre og helsevesenet med 54 hver (6 %) og advokater med 36 (4 %).",
    "Andelen som kom fra barnevernet, ble tydelig større: 14 %, mot 7 % i 2015 (opp 7 prosentpoeng).",
    "Andelen som kom fra helsevesenet, ble tydelig mindre: 6 %, mot 12 % i 2015 (ned 6 prosentpoeng).",
    "Ellers har ingen andel endret seg tydelig siden 2015.",
    "Omtrent halvparten av samtalene, 449 av 899 (50 %), gjaldt oppfølging og koordinering.",
    "Deretter konkret vold med 225 (25 %) og råd og veiledning med 225 (25 %).",
    "en annen, oppfølging og koordinering, konkret vold og råd og veiledning: omtrent samme andel som i 2015.",
    "Omtrent halvparten av samtalene, 440 av 879 (50 %), gjaldt en person med minoritetsspråklig bakgrunn.",
    "Det er en tydelig større andel enn i 2015 (35 %, opp 15 prosentpoeng). For 20 samtaler er det ikke kjent, og",
    "Det var flest samtaler i juli (98), fulgt av september (88) og januar (84), og færrest i februar (58).",
    "Det var flest krisetelefoner i januar (19), fulgt av oktober (17), og færrest i februar og august (7 hver).",
    "Forskjellene fra måned til måned er innenfor vanlig svingning.",
    "På travle dager blir ikke alle samtaler ført",
]


@pytest.mark.parametrize("sentence", SAID_OF_2016)
def test_the_chapter_says_of_2016_what_the_seed_report_says(sentence: str) -> None:
    written = told(summary("2016", seed_rows() + rows_of_2015()))

    assert sentence in prose_of(written)


def test_a_year_without_one_before_says_so_and_compares_nothing() -> None:
    prose = prose_of(told(summary("2016", seed_rows())))

    assert "Fra 2015 finnes det ingen tall å sammenligne med." in prose
    for compared in ("enn i 2015", "som i 2015", "siden 2015", "mot ", "prosentpoeng"):
        assert compared not in prose


def test_beside_a_year_that_the_register_was_begun_in_it_says_why_nothing_is_compared() -> None:
    prose = prose_of(
        told(summary("2016", seed_rows() + [row for row in rows_of_2015() if row.month >= "2015-05"]))
    )

    assert "Det er ikke sammenlignet med året før: registeret var ikke i bruk hele tiden." in prose
    assert "finnes det ingen tall" not in prose
    assert "prosentpoeng" not in prose


def _typed(figures: Mapping[tuple[str, str], PrintedFigure]) -> Summary:
    rows = SummaryRows(seed_rows(), [], used_since_first(seed_rows()), typed={"2015": figures})
    return summarise(CALL, Period.named("2016"), date(2017, 1, 3), rows)


def test_figures_of_an_earlier_report_are_compared_with_and_the_answers_it_lacks_are_not() -> None:
    figures = {
        TOTAL: 921,
        ("caller", "woman"): 280,
        ("caller", "man"): 51,
        ("caller", "agency"): 590,
        ("agency", "child_welfare"): 63,
        ("agency", "police"): 88,
    }

    prose = prose_of(told(_typed({place: PrintedFigure(count) for place, count in figures.items()})))

    assert "899 samtaler, omtrent som i 2015 (921)." in prose
    assert "Tydelig endret siden 2015: barnevernet doblet fra 7 % til 14 %." in prose
    assert "Andelen som kom fra barnevernet, ble tydelig større: 14 %, mot 7 % i 2015" in prose
    assert "Hjelpeapparatet og kvinner: omtrent samme andel som i 2015." in prose
    assert "Seg selv og en annen:" not in prose
    assert "Andelen som kom fra helsevesenet" not in prose
    assert "Tallene for 2015 er hentet fra en tidligere årsrapport." in prose


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (
            PrintedFigure(percent=Decimal(7), base=921),
            "tydelig større: 14 %, mot 7 % i 2015 (opp 7 prosentpoeng).",
        ),
        (
            PrintedFigure(percent=Decimal("6.8"), base=921),
            "tydelig større: 14 %, mot 6,8 % i 2015 (opp 7 prosentpoeng).",
        ),
        (PrintedFigure(percent=Decimal(7)), ""),
        (PrintedFigure(63), ""),
    ],
    ids=["a share", "a share with a decimal", "a share of nobody knows how many", "a count without a total"],
)
def test_a_printed_share_is_told_as_it_is_printed_and_tested_only_where_it_is_known_of_how_many(
    printed: PrintedFigure, said: str
) -> None:
    prose = prose_of(told(_typed({("agency", "child_welfare"): printed})))

    assert said in prose
    assert ("tydelig større" in prose) == bool(said)


def test_a_report_that_has_no_total_gives_none_to_compare_with() -> None:
    prose = prose_of(told(_typed({("agency", "police"): PrintedFigure(88)})))

    assert "I 2016 ble det registrert 899 samtaler. Av disse" in prose


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("nb", "Ingen samtaler er ført i 2016."),
        ("nn", "Ingen samtalar er førte i 2016."),
        ("en", "No calls are registered in 2016."),
    ],
)
def test_a_year_of_no_calls_is_told_in_a_sentence_and_has_no_figure(code: Code, sentence: str) -> None:
    written = told(summary("2016", []), code)

    assert written.introduction.paragraphs[0].replace("\xa0", " ").endswith(sentence)
    assert len(written.sections) == 1
    assert figures_of(written) == []


def test_a_running_year_reaches_up_to_today_and_leaves_the_running_month_out() -> None:
    rows = months(*((f"2026-{month:02}", 30 + month) for month in range(1, 11)), ("2026-11", 3))

    prose = prose_of(told(summary("2026", rows)))

    assert "Hittil i 2026 er det registrert 358 samtaler" in prose
    assert "færrest i januar (31)" in prose
    assert "til og med 22. november 2026" in prose


def test_the_chapter_is_dated_by_the_days_it_tells_of() -> None:
    written = told(summary("2016", seed_rows()), "nn")

    assert (written.made, written.language, written.author) == (date(2016, 12, 31), "nn", CENTRE)
