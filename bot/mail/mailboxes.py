"""The mailboxes of the config: their numbers, their addresses, and sending to them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.config.config import Clock
from bot.config.mail import MailSection
from bot.mail.addresses import addresses_of
from bot.mail.message import mail_of
from bot.mail.server import MailServer
from bot.mail.trouble import our_outcomes
from handlers.conversation import Refused
from handlers.summaries.letters import Letter
from reports.words.language import Language


@dataclass(frozen=True)
class SmtpMailboxes:
    """The mailboxes, which a mail ``server`` takes mails for; ``clock`` is the local time with its zone."""

    section: MailSection
    server: MailServer
    language: Language
    clock: Clock

    @property
    def places(self) -> Collection[int]:
        """The numbers of all of them."""
        return self._addresses.keys()

    async def send(self, place: int, letter: Letter) -> None:
        """Send a letter to a mailbox. Raises `NotShown` or one of its kinds."""
        recipient = self._addresses.get(place)
        if recipient is None:
            raise Refused(self.language.text("the config names no such mailbox"))
        mail = mail_of(letter, self.section, recipient, self.clock())
        with our_outcomes(self.language):
            await self.server.hand_over(recipient, mail)

    @cached_property
    def _addresses(self) -> Mapping[int, str]:
        return addresses_of(self.section)
