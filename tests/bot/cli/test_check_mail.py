"""The line of `vaktlogg check` about the mail server."""

from pathlib import Path

import pytest

from bot.cli.check_mail import mail_line
from bot.config.config import Config
from bot.mail.trouble import MailTrouble
from reports.words.language import Language
from tests.bot.mail.mail_server import PASSWORD, PretendMailServer

NORWEGIAN = Language("nb")


async def test_without_a_mail_server_nothing_is_said() -> None:
    assert await mail_line(Config(), NORWEGIAN) is None


async def test_a_server_that_answers_is_named_and_gets_no_mail(tmp_path: Path) -> None:
    (tmp_path / "password").write_text(PASSWORD, encoding="utf-8")
    pretend = PretendMailServer(password=PASSWORD)
    async with pretend.open():
        sections = [pretend.section(), pretend.section(user="x", password_file=tmp_path / "password")]
        said = [await mail_line(Config(mail=section), NORWEGIAN) for section in sections]

    assert said == [
        f"127.0.0.1:{pretend.port} svarer",
        f"127.0.0.1:{pretend.port} svarer og godtar innloggingen",
    ]
    assert pretend.mails == []


async def test_what_keeps_it_from_sending_is_told(tmp_path: Path) -> None:
    (tmp_path / "password").write_text("feil", encoding="utf-8")
    pretend = PretendMailServer(password=PASSWORD)
    async with pretend.open():
        section = pretend.section(user="x", password_file=tmp_path / "password")
        with pytest.raises(MailTrouble) as trouble:
            await mail_line(Config(mail=section), NORWEGIAN)

    assert trouble.value.sentence(NORWEGIAN.text) == "e-posttjeneren godtar ikke innloggingen: 535 5.7.8"
