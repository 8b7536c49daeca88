from collections import Counter
from decimal import Decimal

import pytest

from storage.forms.reader import OWN_FORMS, read_form
from tests.seed_year import seed_year
from tests.year_2016.child_facts import UNDER_SCHOOL_AGE
from tests.year_2016.counts import COUNTS, Answered
from tests.year_2016.fact import Fact
from tests.year_2016.facts import FACTS
from tests.year_2016.figures import FIGURES
from tests.year_2016.files import rows_of

FORMS = {register: read_form(OWN_FORMS / f"{register}.toml") for register in ("call", *COUNTS)}
ANSWERS = [
    fact
    for fact in FACTS
    if fact.year == 2016 and fact.register in COUNTS and fact.question in COUNTS[fact.register]
]
EXACT = [fact for fact in ANSWERS if not fact.usual and fact is not UNDER_SCHOOL_AGE]


def _name(fact: Fact) -> str:
    return f"{fact.register}-{fact.question}-{'+'.join(fact.options)}"


def _counted(register: str, question: str) -> Answered:
    """Count the answers of the records themselves."""
    given = [
        row.answers[question]
        for row in rows_of(register)
        if row.outcome == "registered" and question in row.answers
    ]
    options = Counter(option for answer in given for option in ([answer] if isinstance(answer, str) else answer))
    if question == "earlier_stays":
        options = Counter({f"{key}+" if key == "4" else key: count for key, count in options.items()})
    unknown = 0 if question == "municipality" else options.pop("unknown", 0)
    return Answered(len(given) - unknown, options, unknown)


@pytest.mark.parametrize("fact", EXACT, ids=_name)
def test_every_printed_number_is_that_of_the_counts(fact: Fact) -> None:
    counted = COUNTS[fact.register][fact.question]
    number = Decimal(counted.count(fact.options)) if fact.unit == "count" else counted.share(fact.options)

    assert fact.holds(number)
    assert fact.base in {None, counted.known}


@pytest.mark.parametrize("fact", [fact for fact in EXACT if fact.unit == "percent"], ids=_name)
def test_what_is_printed_is_what_we_write_of_the_counts_also_where_it_is_said_to_be_about_so_much(
    fact: Fact,
) -> None:
    share = COUNTS[fact.register][fact.question].share(fact.options)

    assert fact.written == f"{round(share)}\u00a0%"


@pytest.mark.parametrize("fact", [fact for fact in ANSWERS if fact.usual], ids=_name)
def test_the_year_keeps_to_what_is_usual(fact: Fact) -> None:
    assert fact.holds(COUNTS[fact.register][fact.question].share(fact.options))


def test_of_the_childrens_percentages_only_that_of_school_age_fits_no_count_of_those_who_answered() -> None:
    assert not any(UNDER_SCHOOL_AGE.holds(Decimal(100 * count) / 45) for count in range(46))
    assert any(UNDER_SCHOOL_AGE.holds(Decimal(100 * count) / 47) for count in range(48))


@pytest.mark.parametrize(
    ("register", "question"), [(register, question) for register, counts in COUNTS.items() for question in counts]
)
def test_the_records_have_the_answers_that_are_counted(register: str, question: str) -> None:
    counts, counted = COUNTS[register][question], _counted(register, question)

    assert {option: count for option, count in counts.options.items() if count} == dict(counted.options)
    assert (counted.known, counted.unknown) == (counts.known, counts.unknown)


def test_shares_are_of_67_to_69_adults_of_45_children_and_of_102_consultations() -> None:
    bases = {register: {counts.known for counts in COUNTS[register].values()} for register in COUNTS}

    assert bases == {"stay": {67, 68, 69}, "child_stay": {45, 47, 22, 6, 5}, "consultation": {102, 50}}
    assert COUNTS["stay"]["duration"].known == 67


@pytest.mark.parametrize("question", ["agencies_before", "agencies_during"])
def test_the_five_agencies_that_the_report_names_are_the_most(question: str) -> None:
    counts = Counter(COUNTS["stay"][question].options)

    assert {key for key, _ in counts.most_common(5)} == {"nav", "police", "lawyer", "child_welfare", "housing"}


def test_fewer_perpetrators_than_residents_have_parents_born_abroad() -> None:
    theirs, residents = (COUNTS["stay"][key].share(("both", "one")) for key in ("perpetrator_origin", "origin"))

    assert theirs < residents


def test_two_or_more_perpetrators_are_mostly_a_matter_of_honour() -> None:
    several = [row.answers for row in rows_of("consultation") if row.answers.get("perpetrators") == "more"]

    assert sum("honour" in answers["violence"] for answers in several) > len(several) / 2


def test_the_facts_of_the_telephone_are_those_of_the_seed_year() -> None:
    calls = seed_year()
    for fact in FACTS:
        if fact.register == "call" and fact.unit == "percent":
            given = [getattr(call, fact.question) for call in calls]
            base = fact.base or sum(map(bool, given))
            assert fact.holds(Decimal(100 * sum(answer in fact.options for answer in given)) / base), fact


def test_every_fact_is_of_a_question_and_options_of_its_form() -> None:
    for fact in FACTS:
        form = FORMS.get(fact.register)
        if form and fact.question in form.by_key:
            assert set(fact.options) <= set(form.by_key[fact.question].option_keys), fact
        else:
            assert fact.question in {"heads", "nights", "outcome", "at_new_year", "nights_each", "people_a_night"}


def test_every_figure_is_named_and_every_fact_is_of_a_figure_of_its_register() -> None:
    assert list(FIGURES) == list(range(1, 32))
    for fact in FACTS:
        if fact.figure:
            assert FIGURES[fact.figure].register in {fact.register, "house"}, fact


@pytest.mark.parametrize(
    ("printed", "text", "written", "bounds"),
    [
        ("58", "58\u00a0%", "58\u00a0%", ("57.5", "58.5")),
        ("8,8", "8,8\u00a0%", "9\u00a0%", ("8.75", "8.85")),
        ("8,0", "8,0\u00a0%", "8\u00a0%", ("7.95", "8.05")),
        ("~60", "60\u00a0%", "60\u00a0%", ("55", "65")),
        ("10–20", "10–20\u00a0%", "10–20\u00a0%", ("9.5", "20.5")),
    ],
)
def test_a_share_is_as_exact_as_it_is_printed(
    printed: str, text: str, written: str, bounds: tuple[str, str]
) -> None:
    fact = Fact(None, "stay", "age", ("a60",), printed)

    assert (fact.text, fact.written) == (text, written)
    assert fact.bounds == (Decimal(bounds[0]), Decimal(bounds[1]))
