"""Handing over a mail to a real mail server: what each of its answers, and its silence, means."""

import asyncio
import contextlib
from pathlib import Path

import pytest

from bot.mail.server import MailServer
from bot.mail.trouble import MailTrouble
from tests.bot.mail.mail_server import PASSWORD, PretendMailServer, new_certificate

MAIL = b"Subject: En rapport\r\n\r\n.Et punktum staar foerst.\r\n"
LEADER = "leder@senter.example"


async def _outcome(pretend: PretendMailServer, **given: object) -> str:
    """Hand over a mail; return what became of it."""
    async with pretend.open():
        server = MailServer(pretend.section(**given), seconds=0.3 if pretend.hangs else 30)
        try:
            await server.hand_over(LEADER, MAIL)
        except MailTrouble as trouble:
            return f"{type(trouble).__name__}: {trouble}"
    return "taken"


async def test_a_mail_is_taken_with_its_lines_as_they_are() -> None:
    pretend = PretendMailServer()

    assert await _outcome(pretend) == "taken"
    [(recipient, mail)] = pretend.mails
    assert (recipient, mail["Subject"], mail.get_content()) == (
        LEADER,
        "En rapport",
        ".Et punktum staar foerst.\r\n",
    )


@pytest.mark.parametrize(
    ("pretend", "outcome"),
    [
        (
            PretendMailServer(answers={LEADER: f"550 5.1.1 {LEADER} unknown"}),
            "MailRefused: the mail server refuses the mailbox: 550 5.1.1",
        ),
        (
            PretendMailServer(answers={LEADER: "451 4.7.1 greylisted"}),
            "MailTrouble: the mail server does not take it for now: 451 4.7.1",
        ),
        (PretendMailServer(content="554 5.7.1 spam"), "MailRefused: the mail server refuses the mail: 554 5.7.1"),
        (PretendMailServer(content="452 full"), "MailTrouble: the mail server does not take it for now: 452"),
        (PretendMailServer(hangs="DATA"), "MailTrouble: the mail server does not answer in time"),
        (PretendMailServer(drops="DATA"), "MailTrouble: the mail server has broken the connection"),
        (
            PretendMailServer(hangs="the dot"),
            "MailUncertain: the connection broke before the mail server had said that it has the mail",
        ),
        (
            PretendMailServer(drops="the dot"),
            "MailUncertain: the connection broke before the mail server had said that it has the mail",
        ),
    ],
    ids=[
        "550",
        "451",
        "554 after the dot",
        "452 after the dot",
        "hangs",
        "hangs up",
        "hangs later",
        "hangs up later",
    ],
)
async def test_what_is_not_taken_is_refused_comes_again_or_is_uncertain(
    pretend: PretendMailServer, outcome: str
) -> None:
    assert await _outcome(pretend) == outcome


async def test_a_server_that_is_not_there_is_tried_again() -> None:
    pretend = PretendMailServer()
    async with pretend.open():
        section = pretend.section()

    with pytest.raises(MailTrouble, match="cannot be reached"):
        await MailServer(section).hand_over(LEADER, MAIL)


@pytest.mark.parametrize("security", ["tls", "starttls"])
async def test_a_certificate_that_is_trusted_and_a_right_password_are_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, security: str
) -> None:
    certificate = new_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    (tmp_path / "password").write_text(f"{PASSWORD}\n", encoding="utf-8")
    pretend = PretendMailServer(certificate=certificate, encrypted=security == "tls", password=PASSWORD)

    login = {"user": "vaktlogg", "password_file": tmp_path / "password"}
    assert await _outcome(pretend, security=security, **login) == "taken"


@pytest.mark.parametrize("security", ["tls", "starttls"])
async def test_nothing_is_sent_to_a_server_whose_certificate_nobody_trusts(tmp_path: Path, security: str) -> None:
    pretend = PretendMailServer(certificate=new_certificate(tmp_path), encrypted=security == "tls")

    said = await _outcome(pretend, security=security)

    assert said == "MailTrouble: the mail server's certificate cannot be trusted"
    assert pretend.mails == []


async def test_nothing_goes_unencrypted_where_starttls_is_not_offered() -> None:
    pretend = PretendMailServer()

    assert "offers no encryption with STARTTLS" in await _outcome(pretend, security="starttls")
    assert pretend.mails == []


async def test_a_wrong_password_is_told_of_and_stands_in_no_error(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "password").write_text("feil passord", encoding="utf-8")
    pretend = PretendMailServer(password=PASSWORD)

    said = await _outcome(pretend, user="vaktlogg", password_file=tmp_path / "password")

    assert said == "MailTrouble: the mail server does not take the login: 535 5.7.8"
    assert "feil passord" not in caplog.text


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe"], ids=["missing", "empty", "no text"])
async def test_a_password_that_cannot_be_read_is_told_of(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "password"
    if content is not None:
        file.write_bytes(content)

    said = await _outcome(PretendMailServer(), user="vaktlogg", password_file=file)

    assert said.startswith(f"MailTrouble: the file of the mail server's password, {file}, ")


async def test_looking_sends_nothing() -> None:
    pretend = PretendMailServer()
    async with pretend.open():
        await MailServer(pretend.section()).look()

    assert pretend.mails == []


async def test_who_stops_while_it_hangs_is_not_held_up() -> None:
    pretend = PretendMailServer(hangs="the dot")
    async with pretend.open():
        sending = asyncio.create_task(MailServer(pretend.section()).hand_over(LEADER, MAIL))
        await pretend.has_mail.wait()
        sending.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await sending

    assert sending.cancelled()
