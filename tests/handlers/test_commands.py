import pytest

from handlers.commands import EVERYBODY, HELP, LISTED, LOG, listed_for
from storage.people.seat import Role
from tests.handlers.centre import Centre


@pytest.mark.parametrize(
    ("role", "names"),
    [
        ("staff", ["logg", "siste", "vakt", "stats", "personvern", "hjelp"]),
        ("leader", ["logg", "siste", "vakter", "stats", "rapport", "personvern", "hjelp"]),
        (
            "administrator",
            [
                *("logg", "siste", "vakter", "stats", "rapport", "folk", "inviter", "bind", "chats", "audit"),
                *("personvern", "hjelp"),
            ],
        ),
    ],
)
def test_each_role_is_told_of_its_commands(role: Role, names: list[str]) -> None:
    assert [command.name("nb") for command in listed_for(role)] == names


def test_a_command_has_an_english_name_and_may_have_a_norwegian_one() -> None:
    assert [LOG.name(code) for code in ("nb", "nn", "en")] == ["logg", "logg", "log"]


async def test_whatever_is_listed_is_answered(centre: Centre) -> None:
    answered = [command.told for command in centre.cases.routes.commands]

    assert [command for command in LISTED if command not in answered] == []


def test_help_is_for_everybody() -> None:
    assert set(HELP.roles) == set(EVERYBODY)
