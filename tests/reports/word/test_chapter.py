"""The chapter says what a leader would write of a year."""

from datetime import date

import pytest

from reports.analysis.period import Period
from reports.analysis.summary import Summary, SummaryRows, summarise
from reports.words.language import Code
from storage.figures.history import TOTAL, PrintedFigure
from tests.reports.chapters import CALL, CENTRE, figures_of, prose_of, rows_of_2015, seed_rows, told
from tests.reports.summaries import months, summary

SAID_OF_2016 = [
    "I 2016 ble det registrert 899 samtaler, omtrent som i 2015 (921).",
    "Av disse var 150 krisetelefoner, altså 1 av 6. Det er omtrent som i 2015 (150).",
    "De fleste av samtalene, 558 av 899 (62 %), kom fra hjelpeapparatet.",
    "Deretter kom kvinner med 287 (32 %) og menn med 54 (6 %).",
    "Kvinner og menn er her de som ringte som privatpersoner.",
    "Omtrent halvparten av privatpersonene, 171 av 341 (50 %), ringte på vegne av seg selv.",
    "Av instansene ringte barnevernet oftest: 126 samtaler, som er 14 % av alle.",
    "Deretter kom politiet og NAV med 90 hver (10 %), andre krisesentre og helsevesenet med 54 hver (6 %)",
    "og advokater med 36 (4 %). Kommunen og andre sto for 108 (12 %).",
    "Tydelig flere enn i 2015 kom fra barnevernet (126, mot 63, opp 100 %).",
    "Tydelig færre kom fra helsevesenet (54, mot 108, ned 50 %) og kommunen og andre (108, mot 154, ned 30 %).",
    "Ellers er tallene omtrent som i 2015.",
    "Omtrent halvparten av samtalene, 449 av 899 (50 %), gjaldt oppfølging og koordinering.",
    "Deretter kom konkret vold med 225 (25 %) og råd og veiledning med 225 (25 %).",
    "Omtrent halvparten av samtalene, 440 av 879 (50 %), gjaldt en person med minoritetsspråklig bakgrunn.",
    "Det er tydelig flere enn i 2015 (323, opp 36 %). For 20 samtaler er det ikke kjent;",
    "Det kom flest samtaler i juli (98), fulgt av september (88) og januar (84), og færrest i februar (58).",
    "Det kom flest krisetelefoner i januar (19), fulgt av oktober (17), og færrest i februar og august (7 hver).",
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
    assert "enn i 2015" not in prose
    assert "som i 2015" not in prose


def _typed(figures: dict[tuple[str, str], int]) -> Summary:
    typed = {"2015": {place: PrintedFigure(count) for place, count in figures.items()}}
    rows = SummaryRows(seed_rows(), [], "2016-01", typed=typed)
    return summarise(CALL, Period.named("2016"), date(2017, 1, 3), rows)


def test_figures_of_an_earlier_report_are_compared_with_and_the_answers_it_lacks_are_not() -> None:
    figures = {("agency", "child_welfare"): 63, ("agency", "police"): 88, ("agency", "nav"): 92, TOTAL: 880}

    prose = prose_of(told(_typed(figures)))

    assert "899 samtaler, omtrent som i 2015 (880)." in prose
    assert "Tydelig flere enn i 2015 kom fra barnevernet (126, mot 63, opp 100 %)." in prose
    assert "Politiet og NAV ligger omtrent som i 2015." in prose
    assert "Tallene for 2015 er hentet fra en tidligere årsrapport." in prose


def test_a_report_that_has_no_total_gives_none_to_compare_with() -> None:
    prose = prose_of(told(_typed({("agency", "police"): 88})))

    assert "I 2016 ble det registrert 899 samtaler. Av disse" in prose


@pytest.mark.parametrize(
    ("code", "sentence"),
    [("nb", "Ingen samtaler i 2016."), ("nn", "Ingen samtalar i 2016."), ("en", "No calls in 2016.")],
)
def test_a_year_of_no_calls_is_told_in_a_sentence_and_has_no_figure(code: Code, sentence: str) -> None:
    written = told(summary("2016", []), code)

    assert written.introduction[0].replace("\xa0", " ").endswith(sentence)
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
