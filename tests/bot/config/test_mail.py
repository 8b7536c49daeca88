"""The table of e-mail: what is refused, and in which words."""

from pathlib import Path

import pytest

from bot.config.config import ConfigFault, read_config
from reports.words.language import Language

ADDRESS = "en e-postadresse skrives leder@example.org."
TABLE = 'host = "smtp.example.org"\nsender = "vaktlogg@example.org"\nto = ["leader@example.org"]\n'


def _read(folder: Path, table: str) -> None:
    path = folder / "config.toml"
    path.write_text(f"[mail]\n{table}", encoding="utf-8")
    mail = read_config(path).mail
    assert mail is not None
    assert (mail.port, mail.security, mail.content, mail.domain) == (587, "starttls", "notice", "example.org")


def test_a_server_a_sender_and_a_mailbox_are_enough(tmp_path: Path) -> None:
    _read(tmp_path, TABLE)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (TABLE.replace(".org", ".org:25", 1), "en e-posttjener skrives smtp.example.org, uten port."),
        (TABLE.replace("vaktlogg@", ""), ADDRESS),
        (TABLE.replace("leader@example.org", "Leder <leader@example.org>"), ADDRESS),
        (TABLE.replace("leader@example.org", "leader@example.org\\r\\nBcc: x@y.z"), ADDRESS),
        (TABLE.replace("leader@example.org", "=?utf-8?q?a=2C=20b=40x.no=3E?=@b.no"), ADDRESS),
        (TABLE.replace('["leader@example.org"]', "[]"), "dette er tomt."),
        (TABLE.replace('["leader@example.org"]', '["a@x.no", "A@X.no"]'), "en adresse står der to ganger."),
        (f'{TABLE}user = "x"', "user og password_file hører sammen: oppgi begge, eller ingen."),
        (f'{TABLE}password_file = "x"', "user og password_file hører sammen: oppgi begge, eller ingen."),
        (f'{TABLE}security = "none"', "uten kryptering kan bare en e-posttjener på denne maskinen brukes."),
        (f'{TABLE}content = "all"', "det skal være en av 'notice', 'public', 'full'."),
        (f"{TABLE}port = 0", "det skal være 1 eller mer."),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_of_in_a_sentence(tmp_path: Path, table: str, said: str) -> None:
    with pytest.raises(ConfigFault) as refused:
        _read(tmp_path, table)

    assert refused.value.sentence(Language("nb").text).endswith(said)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1"])
def test_on_this_machine_nothing_need_be_encrypted(tmp_path: Path, host: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f'[mail]\n{TABLE.replace("smtp.example.org", host)}security = "none"', encoding="utf-8")

    mail = read_config(path).mail
    assert mail is not None
    assert mail.host == host
