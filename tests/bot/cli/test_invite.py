"""Inviting from the console: a link for each way in that is served, by role."""

from pathlib import Path

import pytest

from bot.cli.invite import role_named
from storage.people.seat import Role
from tests.bot.chat_desk import OWNER, TOKEN, Clock, pretend_telegram
from tests.bot.console import code_in, invoked, vaktlogg
from tests.storage.rows import rows

NOBODY_ANSWERS = "http://127.0.0.1:9/bot"


async def test_an_invitation_needs_no_connection_only_the_link_does(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(
        f'[telegram]\ntoken = "{TOKEN}"\napi_url = "{NOBODY_ANSWERS}"\n[access]\nowners = [{OWNER}]\n',
        encoding="utf-8",
    )

    told = await invoked(tmp_path, "invite", "--role", "leader")

    head, refused, rule, instead = told.output.splitlines()
    assert head == "Invitasjon: leder"
    assert refused.startswith("Telegram svarer ikke")
    assert rule == "Den slipper inn én, innen 24 timer, når en administrator har sagt ja."
    assert instead.startswith("I stedet for å åpne lenken kan man skrive til boten: /start ")
    assert rows(tmp_path / "vaktlogg.db", "SELECT role, first FROM invite") == [("leader", 0)]


async def test_without_a_token_an_invitation_leads_to_the_desk_alone(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("", encoding="utf-8")

    told = await invoked(tmp_path, "invite")

    assert told.output.splitlines()[1].startswith("http://127.0.0.1:8322/enter/")
    assert "▄" not in told.output
    assert not any(word in told.output for word in ("t.me", "/start", "boten"))


async def test_where_both_are_served_an_invitation_leads_to_each(tmp_path: Path) -> None:
    async with pretend_telegram(Clock()) as telegram:
        config = f'[telegram]\ntoken = "{TOKEN}"\napi_url = "{telegram.api_url}"\n[desk]\n'
        (tmp_path / "config.toml").write_text(config, encoding="utf-8")
        told = await invoked(tmp_path, "invite")

    links = [line for line in told.output.splitlines() if line.startswith("http")]
    assert [link.rpartition(code_in(told.output))[0] for link in links] == [
        "http://127.0.0.1:8322/enter/",
        "https://t.me/vaktlogg_bot?start=",
    ]


async def test_as_long_as_nobody_is_on_the_list_whoever_is_invited_becomes_the_administrator(
    tmp_path: Path,
) -> None:
    (tmp_path / "config.toml").write_text(
        f'[telegram]\ntoken = "{TOKEN}"\napi_url = "{NOBODY_ANSWERS}"\n', encoding="utf-8"
    )

    told = await invoked(tmp_path, "invite", "--role", "staff")

    assert told.output.startswith("Invitasjon: administrator\n")
    assert "Den lager den første administratoren, innen en time." in told.output
    assert rows(tmp_path / "vaktlogg.db", "SELECT role, first FROM invite") == [("administrator", 1)]


def test_a_role_that_is_none_is_refused_in_one_sentence(new_folder: Path) -> None:
    ended = vaktlogg(new_folder, "invite", "--role", "owner")

    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == "«owner» er ingen rolle: velg ansatt, leder eller administrator.\n"


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("staff", "staff"),
        ("Ansatt", "staff"),
        ("tilsett", "staff"),
        ("leiar", "leader"),
        ("administrator", "administrator"),
    ],
)
def test_a_role_can_be_named_in_each_language(word: str, role: Role) -> None:
    assert role_named(word) == role
