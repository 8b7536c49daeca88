from pathlib import Path

import pytest

from bot.config.sections import Telegram
from bot.config.token import UnusableToken, find_token
from reports.words.language import Language


@pytest.fixture
def everywhere(tmp_path: Path) -> tuple[Telegram, dict[str, str]]:
    """Keep another token in each place."""
    (tmp_path / "token.txt").write_text("3:file\n", encoding="utf-8")
    (tmp_path / "credentials").mkdir()
    (tmp_path / "credentials" / "vaktlogg-token").write_text("2:credential\n", encoding="utf-8")
    environment = {"VAKTLOGG_TOKEN": "1:environment", "CREDENTIALS_DIRECTORY": str(tmp_path / "credentials")}
    return Telegram(token="4:config", token_file=tmp_path / "token.txt"), environment


def test_the_environment_goes_before_the_credential_before_the_file_before_the_config(
    everywhere: tuple[Telegram, dict[str, str]],
) -> None:
    telegram, environment = everywhere

    assert find_token(telegram, environment) == "1:environment"
    assert find_token(telegram, environment | {"VAKTLOGG_TOKEN": ""}) == "2:credential"
    assert find_token(telegram, {}) == "3:file"
    assert find_token(telegram.model_copy(update={"token_file": None}), {}) == "4:config"


def test_a_unit_with_other_credentials_has_its_token_elsewhere(tmp_path: Path) -> None:
    assert find_token(Telegram(token="4:config"), {"CREDENTIALS_DIRECTORY": str(tmp_path)}) == "4:config"


def _refusal(telegram: Telegram, environment: dict[str, str]) -> str:
    with pytest.raises(UnusableToken) as refused:
        find_token(telegram, environment)
    assert refused.value.__cause__ is None
    return refused.value.sentence(Language("nb").text)


@pytest.mark.parametrize("token", [None, "", " "])
def test_where_there_is_none_the_ways_to_set_it_are_named(token: str | None) -> None:
    assert _refusal(Telegram(token=token), {"VAKTLOGG_TOKEN": " "}) == (
        "Det mangler et token: sett [telegram] token eller token_file, eller VAKTLOGG_TOKEN."
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Tokenfilen {file} er tom."),
        (b" \n\n", "Tokenfilen {file} er tom."),
        (b"1:secret\n2:secret\n", "{file} inneholder noe annet enn et token"),
        (b"the token is 1:secret", "{file} inneholder noe annet enn et token"),
        (b"1:secret\x00", "{file} inneholder noe annet enn et token"),
        (b"1:secret\xff", "Tokenfilen {file} kan ikke leses: den er ikke UTF-8-tekst."),
        (b"\xff\xfe1\x00:\x00", "Tokenfilen {file} kan ikke leses: den er ikke UTF-8-tekst."),
    ],
    ids=["empty", "blank", "many lines", "many words", "a NUL", "bytes", "as PowerShell writes it"],
)
@pytest.mark.parametrize("place", ["file", "credential"])
def test_a_file_that_holds_no_token_is_named_and_what_it_holds_is_not(
    tmp_path: Path, content: bytes, said: str, place: str
) -> None:
    file = tmp_path / "vaktlogg-token"
    file.write_bytes(content)

    if place == "file":
        sentence = _refusal(Telegram(token_file=file), {})
    else:
        sentence = _refusal(Telegram(), {"CREDENTIALS_DIRECTORY": str(tmp_path)})

    assert said.format(file=file) in sentence
    assert "secret" not in sentence


@pytest.mark.parametrize(
    ("telegram", "environment", "place"),
    [
        (Telegram(), {"VAKTLOGG_TOKEN": "1:secret 2:secret"}, "VAKTLOGG_TOKEN"),
        (Telegram(token="1:secret\n2:secret"), {}, "[telegram] token"),
    ],
)
def test_a_token_of_many_words_is_named_by_its_place(
    telegram: Telegram, environment: dict[str, str], place: str
) -> None:
    said = _refusal(telegram, environment)

    assert said.startswith(f"{place} inneholder noe annet enn et token")
    assert "secret" not in said


def test_a_token_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "nowhere.txt" in _refusal(Telegram(token_file=tmp_path / "nowhere.txt"), {})
