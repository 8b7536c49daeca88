"""What goes wrong between the program and its mail server, in sentences that hold no address and no password."""

import contextlib
import re
import ssl
from collections.abc import Iterator

from aiosmtplib import (
    SMTPAuthenticationError,
    SMTPException,
    SMTPRecipientRefused,
    SMTPResponseException,
    SMTPSenderRefused,
    SMTPServerDisconnected,
    SMTPTimeoutError,
)

from handlers.conversation import NotShown, Refused, Uncertain
from reports.words.language import Language
from storage.fault import N_, Fault

FOR_GOOD = 500
STATUS = re.compile(r"\d\.\d{1,3}\.\d{1,3}", re.ASCII)
"""The finer code that many servers begin their answers with."""


class MailTrouble(Fault):
    """The mail server does not take a mail now."""


class MailRefused(MailTrouble):
    """The mail server refuses a mail or its mailbox for good."""


class MailUncertain(MailTrouble):
    """The mail server may have taken a mail."""


@contextlib.contextmanager
def mail_troubles() -> Iterator[None]:
    """Raise `MailTrouble` or one of its kinds for the library's errors; a server's own words are left out."""
    try:
        yield
    except MailTrouble:
        raise
    except (SMTPException, OSError) as error:
        # The library wraps what the handshake says.
        cause = error.__cause__
        raise _trouble(cause if isinstance(cause, ssl.SSLError) else error) from None


@contextlib.contextmanager
def our_outcomes(language: Language) -> Iterator[None]:
    """Raise what use cases know in place of a `MailTrouble`, which is told in this language."""
    outcomes: dict[type[MailTrouble], type[NotShown]] = {MailRefused: Refused, MailUncertain: Uncertain}
    try:
        yield
    except MailTrouble as trouble:
        raise outcomes.get(type(trouble), NotShown)(trouble.sentence(language.text)) from trouble


def refused_content(error: SMTPResponseException) -> MailTrouble:
    """Return what it means that a server refuses a mail whose sender and mailbox it has accepted."""
    if error.code >= FOR_GOOD:
        return MailRefused(N_("the mail server refuses the mail: {code}"), code=_code(error))
    return _for_now(error)


def _trouble(error: Exception) -> MailTrouble:  # noqa: PLR0911 - one sentence each
    if isinstance(error, ssl.SSLCertVerificationError):
        return MailTrouble(N_("the mail server's certificate cannot be trusted"))
    if isinstance(error, ssl.SSLError):
        return MailTrouble(N_("the mail server cannot be spoken to encrypted"))
    if isinstance(error, SMTPAuthenticationError):
        return MailTrouble(N_("the mail server does not take the login: {code}"), code=_code(error))
    if isinstance(error, SMTPRecipientRefused) and error.code >= FOR_GOOD:
        return MailRefused(N_("the mail server refuses the mailbox: {code}"), code=_code(error))
    if isinstance(error, SMTPSenderRefused) and error.code >= FOR_GOOD:
        return MailTrouble(N_("the mail server refuses the sender: {code}"), code=_code(error))
    if isinstance(error, SMTPResponseException):
        return _for_now(error)
    if isinstance(error, TimeoutError | SMTPTimeoutError):
        return MailTrouble(N_("the mail server does not answer in time"))
    if isinstance(error, SMTPServerDisconnected):
        return MailTrouble(N_("the mail server has broken the connection"))
    if isinstance(error, OSError):
        return MailTrouble(N_("the mail server cannot be reached"))
    return MailTrouble(N_("the mail server cannot do what is needed"))


def _for_now(error: SMTPResponseException) -> MailTrouble:
    return MailTrouble(N_("the mail server does not take it for now: {code}"), code=_code(error))


def _code(error: SMTPResponseException) -> str:
    status = STATUS.match(error.message)
    return f"{error.code} {status[0]}" if status else str(error.code)
