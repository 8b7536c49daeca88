"""The forms that come with the program, as their files stand."""

import tomllib
from collections.abc import Iterator
from typing import Any

from storage.forms.reader import OWN_FORMS

LANGUAGES = ("nb", "nn", "en")

ROOM = {1: 36, 2: 18, 3: 11}
"""How many characters of a label are seen on a phone 360 pixels wide, by the buttons in its row."""

SEX = ["woman", "man", "other"]
AGE = ["a18_23", "a24_29", "a30_39", "a40_49", "a50_59", "a60"]
ORIGIN = ["both", "one", "none"]
VIOLENCE = [
    *("psychological", "threats", "physical", "material", "sexual"),
    *("digital", "economic", "honour", "trafficking", "other"),
]
RELATION = [
    *("spouse", "ex_spouse", "partner", "parent", "step_parent", "own_child", "family", "known", "stranger"),
]
VIA = [
    *("self", "family", "shelter", "police", "child_welfare", "doctor", "health_station", "school", "nav"),
    *("family_office", "home_services", "assault_centre", "other"),
]
INCOME = ["full_time", "part_time", "benefit", "course", "seeking", "home", "student", "other"]
DESTINATION = ["own_home", "new_home", "back", "family", "shelter", "other"]
YES_NO = ["yes", "no"]


def content_of(key: str) -> dict[str, Any]:
    """Return what the file of a form holds."""
    return tomllib.loads((OWN_FORMS / f"{key}.toml").read_text(encoding="utf-8"))


def options_of(content: dict[str, Any]) -> dict[str, list[str]]:
    """Return the keys of each question's options, in order."""
    return {
        question["key"]: [option["key"] for option in question.get("options", ())]
        for question in content["question"]
    }


def translated(part: object, path: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield every table of languages in a part of a form, with where it stands."""
    if isinstance(part, list):
        for place, item in enumerate(part):
            yield from translated(item, f"{path}[{place}]")
    elif isinstance(part, dict):
        if set(part) & set(LANGUAGES):
            yield path, part
        for key, item in part.items():
            yield from translated(item, f"{path}.{key}")
