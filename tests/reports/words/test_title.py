import pytest

from reports.words.language import Code
from reports.words.title import highest_and_lowest, title
from tests.reports.summaries import months, worded
from tests.seed_year import CALLS_BY_MONTH


@pytest.mark.parametrize(
    ("name", "now", "before", "sentence"),
    [
        ("2026-10", 75, 71, "Omtrent som i fjor: 75 samtaler i oktober, mot 71"),
        ("2026-10", 104, 75, "Tydelig flere samtaler i oktober: 104, mot 75 i fjor"),
        ("2026-10", 40, 75, "Tydelig færre samtaler i oktober: 40, mot 75 i fjor"),
        ("2026-10", 75, 0, "75 samtaler i oktober – ingen tall fra i fjor å sammenligne med"),
        ("2026-10", 1, 0, "1 samtale i oktober – ingen tall fra i fjor å sammenligne med"),
        ("2026-10", 1, 1, "Omtrent som i fjor: 1 samtale i oktober, mot 1"),
        ("2026-10", 0, 3, "Omtrent som i fjor: 0 samtaler i oktober, mot 3"),
        ("2026-10", 0, 71, "Tydelig færre samtaler i oktober: 0, mot 71 i fjor"),
        ("2026-10", 0, 0, "Ingen samtaler i oktober"),
        ("2026-11", 56, 46, "Omtrent som på samme tid i fjor: 56 samtaler hittil i november, mot 46"),
        ("2026-11", 99, 46, "Tydelig flere samtaler hittil i november: 99, mot 46 på samme tid i fjor"),
        ("2026-11", 9, 0, "9 samtaler hittil i november – ingen tall fra i fjor å sammenligne med"),
        ("2025-10", 75, 71, "Omtrent som året før: 75 samtaler i oktober 2025, mot 71"),
        ("2025-10", 75, 0, "75 samtaler i oktober 2025 – ingen tall fra året før å sammenligne med"),
        ("2025-10", 1234, 900, "Tydelig flere samtaler i oktober 2025: 1 234, mot 900 året før"),
    ],
)
def test_a_month_s_takeaway(name: str, now: int, before: int, sentence: str) -> None:
    earlier = f"{int(name[:4]) - 1}{name[4:]}"

    told = title(worded(name, months((earlier, before), (name, now))))

    assert told.replace("\xa0", " ") == sentence


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("2026-T2", "Omtrent som i fjor: 40 samtaler i 2. tertial, mot 36"),
        ("2026-T3", "Omtrent som på samme tid i fjor: 30 samtaler hittil i 3. tertial, mot 27"),
        ("2025-T2", "36 samtaler i 2. tertial 2025 – ingen tall fra året før å sammenligne med"),
        ("2026", "Omtrent som på samme tid i fjor: 110 samtaler hittil i 2026, mot 99"),
        ("2025", "108 samtaler i 2025 – ingen tall fra året før å sammenligne med"),
    ],
)
def test_a_longer_period_s_takeaway(name: str, sentence: str) -> None:
    rows = months(*[(f"{year}-{month:02}", year - 2016) for year in (2025, 2026) for month in range(1, 12)])
    rows += months(("2025-12", 9))

    assert title(worded(name, rows)).replace("\xa0", " ") == sentence


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("nn", "Om lag som i fjor: 75 samtalar i oktober, mot 71"),
        ("en", "About the same as last year: 75 calls in October, against 71"),
    ],
)
def test_the_takeaway_in_the_other_languages(code: Code, sentence: str) -> None:
    told = title(worded("2026-10", months(("2025-10", 71), ("2026-10", 75)), code))

    assert told.replace("\xa0", " ") == sentence


YEAR = [f"2025-{month:02}" for month in range(1, 13)]


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (CALLS_BY_MONTH, "Flest i juli (98), færrest i februar (58) – innenfor vanlig svingning"),
        ((70, 30, *[70] * 9, 150), "Flest i desember (150), færrest i februar (30) – mer enn vanlig svingning"),
        (
            (70, 58, *[70] * 8, 80, 80),
            "Flest i november og desember (80 hver), færrest i februar (58) – innenfor vanlig svingning",
        ),
        ((70,) * 12, ""),
        ((0,) * 12, ""),
    ],
)
def test_the_highest_and_the_lowest_month_are_told_even_inside_the_band(
    counts: tuple[int, ...], sentence: str
) -> None:
    rows = months(*zip(YEAR, counts, strict=True))

    assert highest_and_lowest(worded("2025", rows)) == sentence


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("2026-10", ""),
        ("2026-T3", ""),
        ("2026", "Flest i oktober (90), færrest i januar (61) – innenfor vanlig svingning"),
    ],
)
def test_a_month_alone_and_a_running_one_have_no_place_among_highest_and_lowest(name: str, sentence: str) -> None:
    counts = (61, 70, 71, 72, 73, 74, 75, 76, 77, 90, 5)

    rows = months(*[(f"2026-{month:02}", count) for month, count in enumerate(counts, 1)])

    assert highest_and_lowest(worded(name, rows)) == sentence
