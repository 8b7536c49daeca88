"""A letter as a mail: text, the same with its pictures as a web page, documents attached."""

import mimetypes
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from html import escape

from bot.config.mail import MailSection
from handlers.summaries.letters import Letter
from reports.words.language import TAGS

SEVEN_BITS = SMTP.clone(cte_type="7bit")
UNKNOWN = "application/octet-stream"


def mail_of(letter: Letter, section: MailSection, recipient: str, now: datetime) -> bytes:
    """Return a letter as a mail of this moment, whose Message-ID is the same when it is repeated."""
    mail = EmailMessage(SEVEN_BITS)
    mail["From"], mail["To"], mail["Subject"] = section.sender, recipient, letter.subject
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = f"<{letter.name}@{section.domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["Content-Language"] = TAGS[letter.language]
    mail.set_content(letter.text)
    if letter.pictures:
        mail.add_alternative(_page(letter, section), subtype="html")
        if (page := mail.get_body(("html",))) is not None:
            for place, picture in enumerate(letter.pictures, 1):
                name, file = f"<{_picture(letter, place, section)}>", picture.file
                page.add_related(file.content, "image", "png", cid=name, filename=file.name)
    for document in letter.documents:
        kind, _, subkind = (mimetypes.guess_type(document.name)[0] or UNKNOWN).partition("/")
        mail.add_attachment(document.content, kind, subkind, filename=document.name)
    return mail.as_bytes()


def _page(letter: Letter, section: MailSection) -> str:
    return "\n".join(_lines(letter, section)) + "\n"


def _lines(letter: Letter, section: MailSection) -> Iterator[str]:
    yield f'<!doctype html><html lang="{TAGS[letter.language]}">'
    yield f'<head><meta charset="utf-8"><title>{escape(letter.subject)}</title></head><body>'
    for paragraph in letter.text.split("\n\n"):
        yield "<p>" + "<br>\n".join(map(escape, paragraph.split("\n"))) + "</p>"
    for place, picture in enumerate(letter.pictures, 1):
        source = _picture(letter, place, section)
        yield f'<p><img src="cid:{source}" alt="{escape(picture.text)}" width="640"></p>'
    yield "</body></html>"


def _picture(letter: Letter, place: int, section: MailSection) -> str:
    return f"{letter.name}.{place}@{section.domain}"
