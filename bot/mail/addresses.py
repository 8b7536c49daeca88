"""The addresses of the mailboxes that the config names."""

from collections.abc import Mapping

from bot.config.mail import MailSection
from handlers.summaries.letters import mailbox_number


def addresses_of(section: MailSection | None) -> Mapping[int, str]:
    """Return the addresses of the mailboxes by their numbers; none without the table."""
    return {mailbox_number(address): address for address in section.to} if section else {}
