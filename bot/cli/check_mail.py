"""The line of `vaktlogg check` about e-mail: whether the mail server answers, and takes the login."""

from bot.config.config import Config
from bot.mail.server import MailServer
from reports.words.language import Language


async def mail_line(config: Config, language: Language) -> str | None:
    """Say how the mail server is, to which no mail is sent; None where there is none. Raises `MailTrouble`."""
    section = config.mail
    if section is None:
        return None
    await MailServer(section).look()
    server = f"{section.host}:{section.port}"
    if section.user:
        return language.text("{server} answers and takes the login", server=server)
    return language.text("{server} answers", server=server)
