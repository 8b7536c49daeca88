"""What a release hides, shows, and refuses."""

import tomllib

import pytest

from reports.publication.cells import TOTAL
from reports.publication.listing import Contents
from reports.publication.release import NotToBeReleased
from reports.publication.structure import NotCrossable
from storage.forms.form import Form
from tests.reports.publication.released import Calls, Releases, cell, hidden

WHO = """
key = "who"
title = { nb = "Hvem" }
view = "who_calls"

[[question]]
key = "caller"
label = { nb = "Hvem ringte" }
kind = "one"
options = [
  { key = "woman", label = { nb = "Kvinne" } },
  { key = "man", label = { nb = "Mann" } },
  { key = "agency", label = { nb = "Hjelpeapparatet" } },
  { key = "unknown", label = { nb = "Ikke kjent" }, unknown = true },
]

[[question]]
key = "reason"
label = { nb = "Årsak" }
kind = "one"
options = [ { key = "violence", label = { nb = "Vold" } }, { key = "guidance", label = { nb = "Råd" } } ]

[[question]]
key = "harm"
label = { nb = "Skade" }
kind = "several"
options = [ { key = "body", label = { nb = "Kropp" } }, { key = "mind", label = { nb = "Sinn" } } ]

[[question]]
key = "help"
label = { nb = "Hjelp" }
kind = "several"
options = [ { key = "place", label = { nb = "Plass" } }, { key = "talk", label = { nb = "Samtale" } } ]
"""


@pytest.fixture
def form() -> Form:
    return Form.model_validate(tomllib.loads(WHO))


def calls(**numbers: int) -> Calls:
    """Let a month have so many calls from each caller, half of them about violence."""
    told: dict[str, int] = {}
    for caller, number in numbers.items():
        told[f"caller={caller} reason=violence"] = number // 2
        told[f"caller={caller} reason=guidance"] = number - number // 2
    return {"2016-03": {words: number for words, number in told.items() if number}}


SEEN = calls(woman=28, man=4, agency=46)


async def test_a_count_that_the_others_leave_over_is_not_hidden_alone(form: Form) -> None:
    told = (await Releases(form).release("2016-03", SEEN)).now

    assert told.shows_total
    assert hidden(told, "caller") == {"man", "woman"}


async def test_an_answer_that_everybody_gave_is_hidden_with_those_that_nobody_did(form: Form) -> None:
    told = (await Releases(form).release("2016-03", {"2016-03": {"caller=man reason=violence": 20}})).now

    assert hidden(told, "caller") == {"woman", "man", "agency"}
    assert hidden(told, "reason") == {"violence", "guidance"}


async def test_a_group_that_all_called_about_the_same_is_not_shown_to_have(form: Form) -> None:
    among = {
        "caller=man reason=violence": 20,
        "caller=woman reason=violence": 30,
        "caller=woman reason=guidance": 30,
    }

    told = (await Releases(form).release("2016-03", {"2016-03": among}, Contents((("caller", "reason"),)))).now

    assert not told.shows(cell("caller=man&reason=violence"))
    assert not told.shows(cell("caller=man&reason=guidance"))


async def test_where_nothing_is_small_nothing_is_hidden(form: Form) -> None:
    told = (await Releases(form).release("2016-03", calls(woman=28, man=14, agency=46))).now

    assert not hidden(told, "caller") | hidden(told, "reason")


async def test_the_same_figures_are_hidden_every_time(form: Form) -> None:
    first, second = [await Releases(form).release("2016-03", SEEN) for _ in range(2)]

    assert first.now.figures == second.now.figures


async def test_what_a_month_hides_the_tertial_does_not_give_away(form: Form) -> None:
    of_tertial = {month: dict(calls(woman=28, man=14, agency=46)["2016-03"]) for month in ("2016-01", "2016-02")}
    every = {**of_tertial, **SEEN, "2016-04": {}}
    releases = Releases(form)
    for month in ("2016-01", "2016-02", "2016-03"):
        await releases.release(month, every)

    told = (await releases.release("2016-T1", every)).now

    assert len(hidden(told, "caller")) > 1


async def test_a_few_late_calls_are_not_laid_open_by_a_second_release(form: Form) -> None:
    releases = Releases(form)
    await releases.release("2016-03", calls(woman=28, man=14, agency=46))

    with pytest.raises(NotToBeReleased, match="since release 1 only a few calls were added") as refused:
        await releases.release("2016-03", calls(woman=30, man=14, agency=46))

    assert "withdraw release 1" in str(refused.value)


async def test_a_few_late_calls_of_another_month_are_not_laid_open_by_way_of_a_quarter(form: Form) -> None:
    of_each = dict(calls(woman=28, man=14, agency=46)["2016-03"])
    first = dict.fromkeys(("2016-01", "2016-02", "2016-03"), of_each)
    later = {**first, "2016-02": dict(calls(woman=29, man=14, agency=46)["2016-03"])}
    releases = Releases(form)
    for month in ("2016-01", "2016-02"):
        await releases.release(month, first)
    await releases.release("2016-Q1", later)

    with pytest.raises(NotToBeReleased, match="since release 2 only a few calls were added"):
        await releases.release("2016-03", later)


async def test_many_late_calls_are_released_without_the_answers_that_few_of_them_gave(form: Form) -> None:
    releases = Releases(form)
    await releases.release("2016-03", calls(woman=28, man=14, agency=46))

    told = (await releases.release("2016-03", calls(woman=48, man=16, agency=66))).now

    assert told.shows_total
    assert "man" in hidden(told, "caller")


async def test_a_corrected_answer_is_not_laid_open_by_a_second_release(form: Form) -> None:
    releases = Releases(form)
    await releases.release("2016-03", calls(woman=28, man=14, agency=46))

    told = (await releases.release("2016-03", calls(woman=27, man=15, agency=46))).now

    assert {"woman", "man"} <= hidden(told, "caller")


async def test_a_year_before_that_would_lay_late_calls_open_is_left_out_instead_of_refused(form: Form) -> None:
    releases = Releases(form)
    of_2016 = calls(woman=28, man=14, agency=46)
    of_2017 = {"2017-03": dict(of_2016["2016-03"])}
    await releases.release("2016-03", of_2016)

    made = await releases.release("2017-03", {**calls(woman=30, man=14, agency=46), **of_2017}, before=True)

    assert made.now.shows_total
    assert made.before is None


async def test_a_count_once_shown_cannot_be_hidden_by_a_larger_k(form: Form) -> None:
    releases = Releases(form, k=3)
    await releases.release("2016-03", SEEN)
    releases.k = 10

    with pytest.raises(NotToBeReleased, match="together with release 1"):
        await releases.release("2016-03", SEEN)


async def test_the_total_of_a_tiny_period_is_hidden_with_everything_that_it_can_be_told_from(form: Form) -> None:
    told = (await Releases(form).release("2016-03", calls(woman=2, man=1))).now

    assert not told.shows(TOTAL)
    assert {"woman", "man"} <= hidden(told, "caller")


async def test_two_questions_with_several_answers_are_not_published_against_each_other(form: Form) -> None:
    with pytest.raises(NotCrossable, match="both have several answers"):
        await Releases(form).release("2016-03", SEEN, Contents((("harm", "help"),)))


async def test_answers_that_no_button_gives_together_are_protected_like_others() -> None:
    imported = {
        "caller=woman behalf=self reason=violence crisis=no minority=no": 30,
        "caller=woman behalf=unknown reason=guidance crisis=yes minority=yes": 3,
        "caller=man behalf=other reason=guidance crisis=yes minority=yes": 20,
        "caller=unknown behalf=unknown reason=guidance crisis=no minority=no": 12,
    }

    made = (await Releases().release("2016-03", {"2016-03": imported}, Contents((("caller", "behalf"),)))).now

    assert not made.shows(cell("caller=woman&behalf=?"))
    assert not made.shows(cell("caller=woman&behalf=self"))


async def test_who_called_on_whose_behalf_is_not_told_by_the_buttons_that_answer_both() -> None:
    told = {
        "caller=woman behalf=self reason=violence crisis=no minority=no": 30,
        "caller=man behalf=other reason=guidance crisis=yes minority=yes": 20,
        "caller=agency agency=nav reason=guidance crisis=no minority=no": 30,
        "caller=agency agency=police reason=violence crisis=yes minority=yes": 30,
        "caller=unknown behalf=unknown reason=guidance crisis=no minority=no": 2,
    }

    made = (await Releases().release("2016-03", {"2016-03": told})).now

    assert not made.shows(cell("caller=?"))
    assert not made.shows(cell("behalf=?"))
    assert len(hidden(made, "caller")) > 0


DECIDED = """
[[question]]
key = "hurt"
label = { nb = "Skadet" }
kind = "one"
when = { harm = ["body"] }
options = [ { key = "yes", label = { nb = "Ja" } }, { key = "no", label = { nb = "Nei" } } ]
"""


@pytest.mark.parametrize("pair", [("hurt", "harm"), ("caller", "harm"), ("hurt", "caller")])
async def test_where_several_answers_decide_what_is_asked_there_is_no_cross_table(pair: tuple[str, str]) -> None:
    form = Form.model_validate(tomllib.loads(WHO + DECIDED))

    with pytest.raises(NotCrossable, match="several answers at once decide"):
        await Releases(form).release("2016-03", SEEN, Contents((pair,)))


async def test_late_calls_do_not_give_away_what_was_hidden_to_one_who_knows_that_none_was_taken_away(
    form: Form,
) -> None:
    releases = Releases(form, k=4)
    first = (await releases.release("2016-03", calls(woman=3, man=4, agency=24))).now

    later = (await releases.release("2016-03", calls(woman=9, man=4, agency=27))).now

    assert hidden(first, "caller") == {"woman", "man"}
    assert "man" in hidden(later, "caller")  # it would say that there were 3 women or more before
