"""The generated year, taken in and reported: the annual report says every fact of the seed report."""

import asyncio
import json
from decimal import Decimal
from pathlib import Path

import pytest

from tests.bot.console import CONFIG, vaktlogg
from tests.seed_year import seed_year_csv
from tests.storage.rows import rows
from tests.year_2016.at_the_desk import fill_in_may
from tests.year_2016.cells import FORMS, REGISTERS, cell, is_rounded, now, option_of
from tests.year_2016.fact import Fact
from tests.year_2016.facts import FACTS, SEASONS
from tests.year_2016.figures import FIGURES
from tests.year_2016.files import MAY, earlier_facts, is_of_group, rows_of, write_year
from tests.year_2016.row import Answers
from tests.year_2016.written_report import WrittenRegister, number_in, read_report

HEADINGS = {
    "call": "Telefontjenesten i 2016",
    "stay": "Botilbudet i 2016",
    "child_stay": "Barn på krisesenteret i 2016",
    "house": "Bodøgn i 2016",
    "consultation": "Samtaletilbudet i 2016",
}
MONTHS = tuple(
    "januar februar mars april mai juni juli august september oktober november desember".split()  # noqa: SIM905 - in order
)
NAMES = {
    1: ("call", "Hvem ringte i 2016"),
    2: ("call", "Årsak i 2016"),
    3: ("call", "Samtaler per måned i 2016"),
    4: ("stay", "Hvem som bodde på senteret, 2010 til 2016"),
    5: ("stay", "Alder i 2016"),
    6: ("stay", "Relasjon til voldsutøver i 2016"),
    7: ("stay", "Foreldre født utenfor Norge i 2016"),
    8: ("stay", "Type vold i 2016"),
    9: ("stay", "Hvor lenge volden hadde vart i 2016"),
    10: ("stay", "Kontakt via i 2016"),
    11: ("stay", "Instanser under oppholdet i 2016"),
    12: ("stay", "Inntekt i 2016"),
    13: ("stay", "Reiste til i 2016"),
    14: ("stay", "Politianmeldelse i 2016"),
    15: ("child_stay", "Alder i 2016"),
    16: ("child_stay", "Relasjon til voldsutøver i 2016"),
    18: ("child_stay", "Barnehage eller skole i 2016"),
    19: ("child_stay", "Fortsatte i barnehage eller skole i 2016"),
    20: ("child_stay", "Reiste til i 2016"),
    22: ("house", "Bodøgn per måned i 2016"),
    23: ("house", "Inn- og utflytting i 2016"),
    24: ("house", "Bodøgn for barn per måned i 2016"),
    25: ("consultation", "Kommune i 2016"),
    26: ("consultation", "Kontakt via i 2016"),
    27: ("consultation", "Type vold i 2016"),
    28: ("consultation", "Inntekt i 2016"),
    31: ("consultation", "Dagsamtaler per måned i 2016"),
}
"""What each figure of the seed report is called in ours."""

IN_WORDS = {
    17: ("child_stay", "hadde samvær med voldsutøver"),
    21: ("house", "3 133 bodøgn"),
    29: ("consultation", "gjaldt vold fra menn"),
    30: ("consultation", "én"),
}
"""Figures of two answers, or of one year alone, are a sentence in ours."""

AT_THE_DESK = """
    SELECT arrived, left, outcome, json(answers) FROM record LEFT JOIN stay ON record = id
    WHERE record.form = '{}' AND instr(source, ':') = 0
"""
"""The records that were not imported."""


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill May in at the desk, and take in the rest of the year with what is printed of earlier ones."""
    folder = tmp_path_factory.mktemp("year")
    forms = f"[forms]\nenabled = {[*FORMS]}\n[stays]\nbeds = 14\n".replace("'", '"')
    (folder / "config.toml").write_text(f"{CONFIG}{forms}", encoding="utf-8")
    (folder / "call.csv").write_text(seed_year_csv(), encoding="utf-8")
    write_year(folder)
    asyncio.run(fill_in_may(folder, FORMS))
    commands = [["import", "call.csv", "--form", "call"]]
    for key in REGISTERS:
        commands += [["import", f"{key}.csv", "--form", key], ["history", f"{key}-history.csv", "--form", key]]
    for command in commands:
        done = vaktlogg(folder, *command)
        assert (done.returncode, done.stderr) == (0, ""), command
    return folder


@pytest.fixture(scope="module")
def report(year: Path) -> dict[str, WrittenRegister]:
    """Read the annual report of the year."""
    done = vaktlogg(year, "report", "2016", "--annual", "--format", "docx", "--out", "out")
    assert (done.returncode, done.stderr) == (0, "")
    written = read_report(year / "out" / "2016-annual.docx")
    return {key: written[heading] for key, heading in HEADINGS.items()}


def test_what_was_filled_in_at_the_desk_in_may_is_kept_as_it_was_answered(year: Path) -> None:
    for register in REGISTERS:
        may = [row for row in rows_of(register) if row.month == MAY]
        kept = rows(year / "vaktlogg.db", AT_THE_DESK.format(register))

        assert sorted(kept) == sorted(
            (row.times.get("arrived"), row.times.get("left"), row.outcome, _as_json(row.answers)) for row in may
        )


def test_every_figure_of_the_seed_report_is_there_by_its_name(report: dict[str, WrittenRegister]) -> None:
    lacking = [number for number in FIGURES if not _is_there(report, number)]

    assert lacking == []


def _is_there(report: dict[str, WrittenRegister], number: int) -> bool:
    if number in IN_WORDS:
        register, words = IN_WORDS[number]
        return report[register].says(words)
    register, name = NAMES[number]
    return any(caption.startswith(name) for caption in report[register].figures)


OVER_YEARS = (("stay", "children"), ("stay", "police_report"), ("consultation", "origin"))
"""The questions of whose group the seed report tells over years."""

ANSWERS = [fact for fact in FACTS if fact.question in FORMS.get(fact.register, FORMS["call"]).by_key]


def test_every_fact_of_the_year_is_said(report: dict[str, WrittenRegister]) -> None:
    lacking = [fact for fact in ANSWERS if fact.year == 2016 and not _is_said(report, fact)]

    assert lacking == []


def _is_said(report: dict[str, WrittenRegister], fact: Fact) -> bool:
    counts = [cell(report, fact, option, now(fact)) for option in fact.options]
    if fact.unit == "count":
        return fact.holds(sum(map(number_in, counts), Decimal()))
    shares = [cell(report, fact, option, "2016") for option in fact.options]
    if all(shares):
        return is_rounded(fact, shares)
    if fact.usual:  # of five children no share is given: the counts stand there
        return all(counts)
    said = range(*(round(bound) + more for bound, more in zip(fact.bounds, (0, 1), strict=True)))
    return any(report[fact.register].says(f"{percent} %") for percent in said)


def test_every_share_of_an_earlier_year_stands_as_it_is_printed(report: dict[str, WrittenRegister]) -> None:
    for fact in [fact for key in REGISTERS for fact in earlier_facts(key)]:
        register = fact.register
        if fact.question == "heads":
            label = {"woman": "Kvinner", "man": "Menn", "child": "Barn"}[fact.options[0]]
            assert report["stay"].cell(NAMES[4][1], label, str(fact.year)) == fact.printed
        elif not FORMS[register].by_key[fact.question].is_yes_or_no:
            printed = fact.text.replace("\u00a0", " ")
            columns = (str(fact.year), f"Andel {fact.year}")
            assert printed in {cell(report, fact, option_of(fact), column) for column in columns}, fact


def test_the_heads_of_earlier_years_are_added_up(report: dict[str, WrittenRegister]) -> None:
    for fact in (fact for fact in FACTS if (fact.register, fact.question) == ("house", "heads")):
        assert report["stay"].cell(NAMES[4][1], "I alt", str(fact.year)) == fact.printed


def test_what_is_told_of_several_answers_together_has_a_row_over_the_years(
    report: dict[str, WrittenRegister],
) -> None:
    told = [fact for fact in ANSWERS if is_of_group(fact) and (fact.register, fact.question) in OVER_YEARS]
    shares = {
        question: [
            cell(report, fact, option_of(fact), str(fact.year)) for fact in told if fact.question == question
        ]
        for _, question in OVER_YEARS
    }

    assert shares == {
        "children": ["46 %", "40 %", "44 %"],
        "police_report": ["48 %", "20 %", "28 %"],
        "origin": ["40 %", "26 %", "35 %", "54 %", "60 %"],
    }
    assert report["stay"].cell("Barn med i 2016", "Med barn i alt", "Opphold 2016") == "30"


@pytest.mark.parametrize(
    ("register", "said"),
    [
        ("stay", "gjaldt noen som kom med barn: 44 %, mot 40 % i 2015"),
        ("stay", "gjaldt forhold med anmeldelse: 28 %, mot 20 % i 2015"),
        (
            "consultation",
            "én eller begge foreldre født utenfor Norge: 60 %, mot 54 % i 2015",
        ),
    ],
)
def test_what_is_told_of_several_answers_together_is_compared_with_the_year_before(
    report: dict[str, WrittenRegister], register: str, said: str
) -> None:
    assert report[register].says(said)


def test_the_house_is_told_with_heads_nights_means_and_moves(report: dict[str, WrittenRegister]) -> None:
    stays, house = report["stay"], report["house"]

    assert stays.says("I 2016 bodde 73 kvinner, 2 menn og 47 barn på senteret")
    assert house.says("3 133 bodøgn: 2 036 for 73 kvinner, 29 for 2 menn og 1 068 for 47 barn")
    assert house.says("8,6 personer hver natt")
    assert house.says("27,9 for kvinner og 22,7 for barn")
    assert house.says("bodde 3 voksne og ingen barn på senteret")


def test_the_months_with_most_and_fewest_nights_are_as_the_seed_report_says(
    report: dict[str, WrittenRegister],
) -> None:
    table = next(rows for name, rows in report["house"].tables.items() if name.startswith("Bodøgn per måned"))
    for season in (season for season in SEASONS if season.what == "nights"):
        place = table[0].index("Barn" if season.register == "child_stay" else "I alt")
        nights = {number: number_in(row[place]) for number, row in enumerate(table[1:13], 1)}
        ranked = sorted(nights, key=lambda month: -nights[month])

        assert season.top == set(ranked[: len(season.top)])
        assert season.low == set(ranked[12 - len(season.low) :])


def test_of_106_consultations_102_are_registered(report: dict[str, WrittenRegister]) -> None:
    assert report["consultation"].says("I 2016 ble det registrert 102 dagsamtaler")


def _as_json(answers: Answers) -> str:
    return json.dumps(answers, separators=(",", ":"))
