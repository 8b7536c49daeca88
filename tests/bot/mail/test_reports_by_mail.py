"""Reports by e-mail, from the day that one falls due to the mailbox, through a real mail server."""

from collections.abc import AsyncIterator, Iterator
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest

from bot.mail.addresses import addresses_of
from tests.bot.chat_desk import Clock
from tests.bot.mail.reporting import BOARD, DUE, LEADER, MailHouse
from tests.storage.rows import rows

DOUBT = "Denne rapporten kan ha kommet før."
STATES = "SELECT period, state FROM delivery JOIN place ON place.number = chat ORDER BY delivery.number"


def _text(mail: EmailMessage) -> str:
    body: Any = mail.get_body(("plain",))
    return str(body.get_content()).replace("\r\n", "\n")


def _texts(house: MailHouse) -> list[str]:
    return [_text(mail) for _, mail in house.post.mails]


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[MailHouse]:
    house = MailHouse(tmp_path, clock=Clock())
    async with house.post.open():
        yield house


@pytest.fixture(autouse=True)
def _no_address_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    ours = [
        one.getMessage() for one in caplog.get_records("call") if one.name.split(".")[0] in {"bot", "handlers"}
    ]
    assert "senter.example" not in "".join(ours)


async def test_a_notice_comes_once_says_where_the_report_is_and_holds_no_figure(house: MailHouse) -> None:
    async with house.due("2026-11-05", "2026-11-06"):
        for _ in range(2):
            await house.deliver()

    [(recipient, mail)] = house.post.mails
    assert recipient == LEADER
    assert mail["Subject"].startswith("Månedsrapport for november 2026 · ")
    assert _text(mail).startswith(
        "Månedsrapport for november 2026 har kommet.\nLes den ved vaktbordet: http://127.0.0.1:0/reports\n\n"
        "Rapport 2026-11 · "
    )
    assert "samtaler" not in mail.as_string()
    assert [part.get_content_type() for part in mail.walk()] == ["text/plain"]


async def test_a_mail_says_when_it_was_sent_and_that_a_machine_has_sent_it(house: MailHouse) -> None:
    async with house.due():
        await house.deliver()

    [(_, mail)] = house.post.mails
    assert parsedate_to_datetime(mail["Date"]) == DUE
    assert (mail["Auto-Submitted"], mail["From"], mail["To"]) == (
        "auto-generated",
        "vaktlogg@senter.example",
        LEADER,
    )
    assert mail["Message-ID"].startswith("<2026-11.")


async def test_the_full_report_has_its_figures_its_picture_and_its_workbook(house: MailHouse) -> None:
    house.content = "full"
    async with house.due("2026-11-05", "2026-11-06"):
        await house.deliver()

    [(_, mail)] = house.post.mails
    parts = {part.get_content_type(): part for part in mail.walk()}
    page = parts["text/html"].get_content()
    assert "2\u00a0samtaler" in _text(mail)
    assert "2\u00a0samtaler" in page
    assert f'src="cid:{parts["image/png"]["Content-ID"].strip("<>")}" alt="Bilde 1 av 1; ' in page
    assert [part.get_filename() for part in mail.iter_attachments()] == ["2026-11.xlsx"]


async def test_of_few_calls_nothing_may_be_published_so_that_only_a_notice_comes(house: MailHouse) -> None:
    house.content = "public"
    async with house.due("2026-11-05", "2026-11-06"):
        await house.deliver()

    [text] = _texts(house)
    assert text.startswith("Månedsrapport for november 2026 har kommet.\n")
    assert rows(house.folder / "vaktlogg.db", "SELECT * FROM release") == []


async def test_what_may_be_published_is_noted_once_however_many_get_it(house: MailHouse) -> None:
    house.content, house.to = "public", (LEADER, BOARD)
    async with house.due(*[f"2026-11-{day:02}" for day in range(1, 31)]):
        await house.deliver()

    assert ["30\u00a0samtaler" in text for text in _texts(house)] == [True, True]
    assert rows(house.folder / "vaktlogg.db", "SELECT form, period FROM release") == [("call", "2026-11")]


async def test_a_mailbox_that_refuses_keeps_no_other_from_its_mail(house: MailHouse) -> None:
    house.to, house.post.answers = (LEADER, BOARD), {BOARD: f"550 5.1.1 <{BOARD}> unknown"}
    async with house.due():
        for _ in range(2):
            await house.deliver()

    assert [recipient for recipient, _ in house.post.mails] == [LEADER]
    file = house.folder / "vaktlogg.db"
    assert sorted(rows(file, STATES)) == [("2026-11", "failed"), ("2026-11", "sent")]
    [(reason,)] = rows(file, "SELECT reason FROM delivery WHERE state = 'failed'")
    assert reason == "e-posttjeneren avviser postkassen: 550 5.1.1"


async def test_who_is_put_off_comes_again_and_is_no_repeat(house: MailHouse) -> None:
    house.post.answers = {LEADER: "451 4.7.1 come back later"}
    async with house.due():
        await house.deliver()
        house.post.answers = {}
        await house.deliver()

    [text] = _texts(house)
    assert DOUBT not in text


async def test_what_may_have_come_comes_again_under_the_same_id_and_says_so(house: MailHouse) -> None:
    house.post.drops = "the dot"
    async with house.due():
        await house.deliver()
        house.post.drops = ""
        for _ in range(2):
            await house.deliver()

    assert [DOUBT in text for text in _texts(house)] == [False, True]
    assert len({mail["Message-ID"] for _, mail in house.post.mails}) == 1


async def test_a_restart_neither_loses_nor_repeats_a_mail(house: MailHouse) -> None:
    house.to, house.post.answers = (LEADER, BOARD), {BOARD: "451 4.7.1 come back later"}
    async with house.due():
        await house.deliver()
    house.post.answers = {}
    async with house.open():
        await house.deliver()

    assert [recipient for recipient, _ in house.post.mails] == [LEADER, BOARD]


async def test_a_mailbox_that_the_config_names_no_more_gets_nothing_and_anew_only_what_falls_due_then(
    house: MailHouse,
) -> None:
    async with house.due():
        pass
    for to in ((), (LEADER,)):
        house.to = to
        async with house.open():
            await house.deliver()

    assert house.post.mails == []


async def test_no_address_is_kept(house: MailHouse) -> None:
    async with house.due():
        await house.deliver()

    assert b"senter.example" not in (house.folder / "vaktlogg.db").read_bytes()
    assert rows(house.folder / "vaktlogg.db", "SELECT id FROM place") == [
        (number,) for number in addresses_of(house.config.mail)
    ]
