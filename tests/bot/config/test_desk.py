"""The config of the desk: what others can reach is encrypted, or the start is refused."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.config.config import Config
from bot.config.credentials import CERTIFICATE_CREDENTIAL, KEY_CREDENTIAL
from bot.config.desk import DeskSection
from bot.config.sections import Access, Telegram
from bot.config.token import NoToken, UnusableToken
from storage.fault import wrong_value

CERTIFICATE, KEY = Path("desk.pem"), Path("desk.key")
PAIR = {"certificate": CERTIFICATE, "key": KEY}
UNPROTECTED = "an address that others can reach needs a certificate and key, or a public_url with https"
UNNAMED = "an address for every network needs a public_url: the name that browsers ask for"
NO_ADDRESS = "an address is written 127.0.0.1:8322"
NO_SITE = "it is written https://desk.example.org, with nothing behind"


def _refusal(**given: object) -> str:
    with pytest.raises(ValidationError) as refused:
        DeskSection.model_validate(given)
    return str(wrong_value(refused.value.errors()[0]))


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"address": "localhost:8322"},
        {"address": "[::1]:8322"},
        {"address": "127.8.9.10:1"},
        {"address": "10.0.0.5:8322", **PAIR},
        {"address": "[fd00::5]:8322", **PAIR},
        {"address": "0.0.0.0:8322", "public_url": "https://desk.example.org"},
        {"address": "[::]:8322", "public_url": "https://desk.example.org", **PAIR},
        {"public_url": "http://localhost:8322"},
        {"public_url": "http://[::1]:8322"},
    ],
)
def test_a_safe_address_is_taken(given: dict[str, object]) -> None:
    DeskSection.model_validate(given)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"address": "0.0.0.0:8322"}, UNPROTECTED),
        ({"address": "[::]:8322"}, UNPROTECTED),
        ({"address": "10.0.0.5:8322"}, UNPROTECTED),
        ({"address": "192.168.1.2:8322", "public_url": "http://desk.example.org"}, UNPROTECTED),
        ({"address": "[::ffff:10.0.0.5]:8322"}, UNPROTECTED),
        ({"address": "[fe80::1]:8322"}, UNPROTECTED),
        ({"public_url": "http://desk.example.org"}, UNPROTECTED),
        ({"public_url": "http://10.0.0.5:8322", **PAIR}, UNPROTECTED),
        ({"public_url": "http://localhost.example.org"}, UNPROTECTED),
        ({"address": "0.0.0.0:8322", **PAIR}, UNNAMED),
        ({"address": "[::]:8322", **PAIR}, UNNAMED),
        ({"certificate": Path("desk.pem")}, "a certificate and its key are named together"),
        ({"key": Path("desk.key")}, "a certificate and its key are named together"),
    ],
)
def test_an_unsafe_address_is_refused_in_a_sentence(given: dict[str, object], said: str) -> None:
    assert _refusal(**given) == said


@pytest.mark.parametrize(
    "address",
    [
        "", "8322", ":8322", "*:8322", "127.0.0.1", "127.0.0.1:", "127.0.0.1:-1", "127.0.0.1:+8322",
        "127.0.0.1:65536", "127.0.0.1:99999", "127.0.0.1:8 322", "127.0.0.1:٨٣٢٢", "127.0.0.1:8322/",
        "::1:8322", "[127.0.0.1]:8322", "[::1%lo]:8322", "[::1]8322", "127.1:8322", "0:8322", "2130706433:8322",
        "0177.0.0.1:8322", "0x7f.0.0.1:8322", "desk.example.org:8322", "http://127.0.0.1:8322", "localhost:8322\n",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(address: str) -> None:
    assert _refusal(address=address) == NO_ADDRESS


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("HTTPS://Desk.Example.ORG/", "https://desk.example.org"),
        ("https://desk.example.org:443", "https://desk.example.org"),
        ("https://desk.example.org:8443/", "https://desk.example.org:8443"),
        ("https://10.0.0.5:8322", "https://10.0.0.5:8322"),
        ("https://[FD00::5]:8322", "https://[fd00::5]:8322"),
        ("https://vaktbord.sør.no", "https://vaktbord.xn--sr-lka.no"),
        ("http://LOCALHOST:80", "http://localhost"),
    ],
)
def test_the_public_url_is_written_as_browsers_write_it(written: str, meant: str) -> None:
    assert DeskSection(public_url=written).url == meant


@pytest.mark.parametrize(
    "url",
    [
        "desk.example.org", "//desk.example.org", "ftp://desk.example.org", "javascript:alert(1)", "https://",
        "https://desk.example.org/vaktlogg", "https://desk.example.org/?a=b", "https://desk.example.org?",
        "https://desk.example.org/#top", "https://me@desk.example.org", "https://me:word@desk.example.org",
        "https://desk.example.org:0", "https://desk.example.org:65536", "https://desk.example.org:x",
        "https://desk example.org", "https://desk.example.org\\@evil.example", "https://desk.example.org\n",
        "https://desk.example.org;", "https://*.example.org", "https://[::1", "https://-desk.example.org",
    ],
)  # fmt: skip
def test_what_is_no_site_is_refused(url: str) -> None:
    assert _refusal(public_url=url) == NO_SITE


def test_an_address_is_kept_as_it_is_usually_written() -> None:
    assert DeskSection(address="127.0.0.1:08322").url == "http://127.0.0.1:8322"
    assert DeskSection(address="[0:0:0:0:0:0:0:1]:8322").entrance("x") == "http://[::1]:8322/enter/x"
    assert DeskSection(address="10.0.0.5:8322", certificate=CERTIFICATE, key=KEY).url == "https://10.0.0.5:8322"


def test_the_certificate_is_read_where_systemd_hands_it_over(tmp_path: Path) -> None:
    section = DeskSection(address="10.0.0.5:8322", certificate=CERTIFICATE, key=KEY)
    for name in (CERTIFICATE_CREDENTIAL, KEY_CREDENTIAL):
        (tmp_path / name).touch()

    handed = section.certificate_files({"CREDENTIALS_DIRECTORY": str(tmp_path)})

    assert handed == (tmp_path / CERTIFICATE_CREDENTIAL, tmp_path / KEY_CREDENTIAL)
    assert section.certificate_files({}) == (CERTIFICATE, KEY)
    assert DeskSection().certificate_files({}) is None


def test_without_a_token_the_desk_is_served_and_beside_one_where_its_table_stands() -> None:
    with_token = Telegram(token="1:x")

    assert Config().served({}).desk == DeskSection()
    assert Config(telegram=with_token).served({}).desk is None
    assert Config(telegram=with_token, desk=DeskSection()).served({}).desk == DeskSection()
    assert Config().served({"VAKTLOGG_TOKEN": "1:x"}).desk is None


def test_telegram_is_never_dropped_in_silence(tmp_path: Path) -> None:
    named = Config(telegram=Telegram(token_file=tmp_path / "token.txt"), desk=DeskSection())

    with pytest.raises(UnusableToken):
        named.served({})
    with pytest.raises(NoToken):
        Config(access=Access(owners=[5])).served({})
    assert Config(access=Access(owners=[5]), desk=DeskSection()).served({}).token is None
