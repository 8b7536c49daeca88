"""A stay in words: who it is without saying who, since when, and what is missing."""

from collections.abc import Mapping
from datetime import date

from handlers.stays.house import HouseStay
from reports.words.language import Language, upper_first
from storage.fault import N_
from storage.forms.form import Form
from storage.forms.question import Stage
from storage.stays.stay import Stay

IN_HOUSE: Mapping[Stage, str] = {
    "arrival": N_("Arrival"),
    "during": N_("During the stay"),
    "departure": N_("Departure"),
}


def stage_name(form: Form, stage: Stage, language: Language) -> str:
    """Return what a stage is called: in the house, or by the form's own words for its days."""
    day = {"arrival": form.arrival, "departure": form.departure}.get(stage)
    if form.house:
        return language.text(IN_HOUSE[stage])
    return day.label.in_language(language.code) if day else language.text("Meanwhile")


def kind_of(form: Form, person: str, language: Language) -> str:
    """Return what somebody is called by whom nights are told apart, or else the form's title."""
    house = form.house
    if house and house.person:
        return house.person.label.in_language(language.code)
    by = form.by_key.get(house.by or "") if house else None
    known = by and person in by.option_keys and not by.option(person).unknown
    return (by.option(person).label if by and known else form.title).in_language(language.code)


def about(one: HouseStay, language: Language) -> str:
    """Return a few words that tell a stay from the others of its group: `Woman · 30–39 years`."""
    if one.stay.outcome == "declined":
        refuses = language.text("does not want to be registered")
        return f"{kind_of(one.form, one.stay.person, language)} · {refuses}"
    by = one.form.house.by if one.form.house else None
    known = (
        question.option(answer).label.in_language(language.code)
        for question in one.form.asked_at("arrival")
        if question.kind == "one" and question.key != by and not question.is_yes_or_no
        if isinstance(answer := one.stay.answers.get(question.key), str)
        if answer in question.option_keys and not question.option(answer).unknown
    )
    return " · ".join(filter(None, [kind_of(one.form, one.stay.person, language), next(known, "")]))


def name_of_stay(form: Form, stay: Stay, language: Language) -> str:
    """Return what a stay is found again by: its label, or what somebody is called."""
    return stay.label or kind_of(form, stay.person, language)


def days_of(one: HouseStay, today: date, language: Language) -> str:
    """Return since when somebody is there, and for how many nights, or from when until when it was."""
    stay = one.stay
    if not stay.is_exact:
        return upper_first(" – ".join(language.month(month) for month in (stay.arrived, stay.left) if month))
    end = date.fromisoformat(stay.left) if stay.left else today
    nights = (end - one.day).days
    spoken = language.plural("{n} night", "{n} nights", nights) if one.form.house and nights else ""
    if stay.left:
        when = language.days(one.day, end)
    elif one.day == today:
        when = language.text("since today")
    else:
        day = language.day(one.day) if one.day.year == today.year else language.full_date(one.day)
        when = language.text("since {day}", day=day)
    return " · ".join(filter(None, [when, spoken]))


def lacks(one: HouseStay, language: Language) -> str:
    """Return what is missing of a stay in the list of all: how many answers."""
    # What comes up during the stay is not missing before it is over.
    asked = {stage: found for stage, found in one.lacking.items() if stage == "arrival" or not one.stay.is_open}
    number = sum(len(questions) for questions in asked.values())
    return language.plural("{n} answer is missing", "{n} answers are missing", number) if number else ""
