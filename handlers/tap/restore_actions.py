"""Taps of an administrator on the question which reports had come before a restore."""

from dataclasses import dataclass

from handlers.tap.actions import Action


@dataclass(frozen=True)
class OfRestore(Action):
    """About the restore with this number."""

    restore: int


class ReportsCame(OfRestore, written="Came:{restore}"):
    """The reports in question have come, and are not sent again."""


class SendReports(OfRestore, written="Resend:{restore}"):
    """The reports in question are to be sent, as ones that may have come before."""
