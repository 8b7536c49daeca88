"""What the guides say of this installation."""

from bot.config.config import Config, Served
from bot.config.desk import DeskSection
from bot.config.forms import forms_of
from bot.config.token import UnusableToken
from handlers.people.qr import qr_rows
from reports.papers.guide_reader import GuideFacts
from storage.forms.form import telephone_of

EXAMPLE = "EXAMPLE"
"""What stands in a drawn link where a one-time code would: it opens nothing."""


def guide_facts(config: Config) -> GuideFacts:
    """Return what the guides say. Raises a `Fault` for a form that cannot be used."""
    served = _served(config)
    asked = config.shifts.hours if config.shifts.ask else []
    return GuideFacts(
        made=config.now().date(),
        centre=config.centre,
        form=telephone_of(forms_of(config)),
        desk=served.desk.url if served.desk else "",
        chat=served.token is not None,
        idle_minutes=(served.desk or DeskSection()).idle_minutes,
        own_hours=config.logging.own_hours,
        handovers=tuple(asked),
        report_day=config.reports.day,
        k=config.publication.k,
        copies=config.copies is not None,
        code=qr_rows(_link(served)),
    )


def _served(config: Config) -> Served:
    """Return the ways in; a token that cannot be read by whoever prints the guides is one all the same."""
    try:
        return config.served()
    except UnusableToken:
        return Served(EXAMPLE, config.desk)


def _link(served: Served) -> str:
    return served.desk.entrance(EXAMPLE) if served.desk else f"https://t.me/{EXAMPLE}"
