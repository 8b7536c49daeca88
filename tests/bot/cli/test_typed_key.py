"""The key as it is typed: a person may try three times, a pipe once."""

import pytest

from bot.cli.typed_key import typed_key
from reports.words.language import Language
from storage.backup.encrypted_file import UnusableKey, new_key

KEY = new_key()
SLIP = KEY.secret[:-1]


@pytest.fixture(params=[True, False])
def typing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Have a person at the console, or a pipe; tell which."""
    for module in ("asking", "typed_key"):
        monkeypatch.setattr(f"bot.cli.{module}.at_a_terminal", lambda: request.param)
    return bool(request.param)


def _type(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Type these one after the other; return what is left of them at any time."""
    left = list(answers)
    monkeypatch.setattr("bot.cli.typed_key.asked", lambda *_, **__: left.pop(0))
    return left


@pytest.mark.usefixtures("typing")
def test_in_groups_and_small_letters_it_is_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    small = KEY.secret.lower()
    _type(monkeypatch, f"{small[:16]} {small[16:22]}  {small[22:]}")

    assert typed_key(Language("nb")) == KEY


def test_a_person_may_mistype_it_twice(
    typing: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    left = _type(monkeypatch, SLIP, SLIP, KEY.secret)

    if typing:
        assert typed_key(Language("nb")) == KEY
    else:
        with pytest.raises(UnusableKey):
            typed_key(Language("nb"))

    assert len(left) == (0 if typing else 2)
    assert capsys.readouterr().out.count("dette er 73. Sammenlign med arket.") == (2 if typing else 0)


def test_the_third_slip_ends_it(typing: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    left = _type(monkeypatch, SLIP, SLIP, SLIP, KEY.secret)

    with pytest.raises(UnusableKey):
        typed_key(Language("nb"))

    assert len(left) == (1 if typing else 3)
