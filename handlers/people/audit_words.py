"""The audit in words: one line for each act."""

from collections.abc import Mapping
from typing import NamedTuple

from handlers.people.seat_words import NAMES, ROLES
from reports.words.language import Language
from storage.audit.audit import Act, AuditEntry
from storage.fault import N_

SENTENCES: Mapping[Act, str] = {
    "invited": N_("invited: {second} (invitation {first})"),
    "revoked": N_("took back invitation {first}"),
    "revoked_all": N_("took back all open invitations ({first})"),
    "opened": N_("used an invitation"),
    "admitted": N_("let in access no. {first}"),
    "rejected": N_("rejected access no. {first}"),
    "renewed": N_("renewed access no. {first}"),
    "role": N_("gave access no. {first} the role {second}"),
    "named": N_("called access no. {first} {second}"),
    "removed": N_("removed access no. {first}"),
    "one_more": N_("invited one more browser to access no. {second} (invitation {first})"),
    "browser_removed": N_("removed a browser of access no. {first}"),
    "code_freed": N_("allowed a new code for access no. {first}"),
    "bound": N_("let a chat get the reports"),
    "unbound": N_("let chat no. {first} get no more reports"),
    "chat": N_("changed what chat no. {first} gets"),
    "exported": N_("exported records: {first}"),
    "exported_rows": N_("exported rows that tell who lived here: {first}"),
    "exported_counts": N_("exported counts by month: {first}"),
    "imported": N_("imported records: file no. {first}"),
    "import_undone": N_("took back the import of file no. {first}"),
    "published": N_("published {second} (release no. {first})"),
    "withdrawn": N_("withdrew release no. {first}"),
    "settings": N_("config changed: {first}"),
    "clock": N_("said that the machine’s clock is right: {first}"),
    "restored": N_("restored the copy of {first}"),
    "other_record": N_("corrected a record of another access"),
}
"""What an act is called; its places stand for the parts of what it was about."""


class AuditParts(NamedTuple):
    """An act in words."""

    when: str
    who: str
    what: str


def audit_line(entry: AuditEntry, language: Language) -> str:
    """Return a line: when, who, and what; days as `2026-11-03`."""
    parts = audit_parts(entry, language)
    return f"{parts.when} · {parts.who} · {parts.what}"


def audit_parts(entry: AuditEntry, language: Language) -> AuditParts:
    """Return the parts of such a line."""
    text = language.text
    first, _, second = entry.about.partition(":")
    words = {str(key): told for key, told in (*ROLES.items(), *NAMES.items())}
    who = text("console") if entry.by is None else text("no. {number}", number=entry.by)
    said = text(SENTENCES[entry.act]).format(
        first=first, second=text(words[second]) if second in words else second
    )
    day, _, hour = entry.at.partition("T")
    when = text("{day}, {hour} o’clock", day=day, hour=hour) if hour else day
    return AuditParts(when, who, said)
