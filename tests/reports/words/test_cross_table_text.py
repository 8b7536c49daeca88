"""A cross table on a screen with letters of one width."""

from itertools import pairwise

from hypothesis import given, settings

from reports.words.cross_table_text import cross_table_text
from storage.figures.counts import AnswerCount
from tests.reports.chapters import seed_rows
from tests.reports.crossed import cross_words, crossed
from tests.reports.strategies import ROWS


def test_counts_and_both_kinds_of_shares_stand_in_columns_below_their_labels() -> None:
    told = cross_table_text(cross_words(crossed("agency,crisis", seed_rows()))).replace("\u00a0", " ")

    assert (
        told
        == """\
Instans × krisetelefon, 2016
558 samtaler har svar på begge spørsmålene.
341 samtaler har svar på bare ett av dem, og er ikke med i tabellen.

Antall             Ja  Nei  I alt
Barnevernet        23  103    126
Politi             18   72     90
NAV                16   74     90
Andre krisesentre   7   47     54
Helsevesenet        8   46     54
Advokater           5   31     36
Kommunen og andre  15   93    108
I alt              92  466    558

Andel av raden       Ja   Nei
Barnevernet        18 %  82 %
Politi             20 %  80 %
NAV                18 %  82 %
Andre krisesentre  13 %  87 %
Helsevesenet       15 %  85 %
Advokater          14 %  86 %
Kommunen og andre  14 %  86 %
I alt              16 %  84 %

Andel av kolonnen    Ja   Nei  I alt
Barnevernet        25 %  22 %   23 %
Politi             20 %  15 %   16 %
NAV                17 %  16 %   16 %
Andre krisesentre   8 %  10 %   10 %
Helsevesenet        9 %  10 %   10 %
Advokater           5 %   7 %    6 %
Kommunen og andre  16 %  20 %   19 %

Tallene er ikke kontrollert. Små tall svinger."""
    )


def test_long_labels_of_columns_take_several_lines() -> None:
    told = cross_table_text(cross_words(crossed("agency,reason", seed_rows())))

    assert "Antall                   vold   koordinering  veiledning  Ikke kjent  I alt" in told.splitlines()
    assert max(map(len, told.splitlines()[4:])) <= 80


@given(rows=ROWS)
@settings(deadline=None)
def test_all_rows_of_a_table_end_within_its_columns(rows: list[AnswerCount]) -> None:
    told = cross_table_text(cross_words(crossed("caller,minority", rows, period="2025")))

    counts = told.split("\n\n")[1].splitlines() if "\n\n" in told else []
    assert all(len(one) == len(other) for one, other in pairwise(counts))
