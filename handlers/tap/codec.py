"""The one codec for everything a button carries (`callback_data`, at most 64 bytes).

A tap on a form begins with the form's key, every other tap with a capital. Whatever does not decode to exactly one
tap is refused.
"""

import re
from collections.abc import Mapping

from handlers.tap import short
from handlers.tap.fields import FIELDS
from handlers.tap.filling import Filling
from handlers.tap.refused import FormTooLong, UnreadableTap
from handlers.tap.short import Short
from handlers.tap.text import ALPHABET
from reports.analysis.period import NotAPeriod
from storage.fault import N_
from storage.forms.form import Form

LONGEST = 64
NONCE_LENGTH = 10

Tap = Filling | Short

VERBS: Mapping[str, type[Short]] = {
    "Undo:{source}": short.Undo,
    "Restore:{source}": short.Restore,
    "Again:{source}": short.Repeat,
    "Change:{source}": short.Correct,
    "Ask:{source}{place}": short.AskAgain,
    "Receipt:{source}": short.ShowReceipt,
    "Show:{source}": short.OpenReceipt,
    "Last:{skipped}": short.TurnPage,
    "Form:{form}": short.OpenForm,
    "Counted:{shift}_{n}": short.CountIncoming,
    "More:{shift}_{first}": short.MoreIncoming,
    "Out:{shift}_{n}": short.CountOutgoing,
    "Outs:{shift}_{first}": short.MoreOutgoing,
    "Step:{shift}_": short.ShowStep,
    "Recount:{shift}_": short.Recount,
    "Now:{shift}_": short.RegisterNow,
    "Plain:{shift}_": short.KeepUnspecified,
    "Aside:{shift}_": short.KeepIrrelevant,
    "After:{shift}_": short.TakeLater,
    "Skip:{shift}_": short.LeaveMissing,
    "Stats:{form}-{period}": short.ShowPeriod,
    "Figures:{form}-{period}": short.ShowFigures,
    "Table:{form}-{period}": short.ShowTable,
    "Prose:{form}-{period}": short.ShowProse,
    "About:{form}-{period}": short.ShowAbout,
    "Excel:{form}-{period}": short.SendWorkbook,
    "Word:{form}-{period}": short.SendChapter,
    "Chart:{form}-{period}": short.ShowChart,
    "Switch:{report}-{chat}": short.SwitchReport,
    "Language:turn-{chat}": short.TurnLanguage,
    "Unbind:chat-{chat}": short.Unbind,
}
"""How each verb is written, and its class."""

_WRITTEN = {kind: template for template, kind in VERBS.items()}
_READ = {
    template.partition(":")[0]: (
        kind,
        re.compile(
            re.sub(r"{(\w+)}", lambda name: f"(?P<{name[1]}>{FIELDS[name[1]].pattern})", template), re.ASCII
        ),
    )
    for template, kind in VERBS.items()
}


def encode(tap: Tap) -> str:
    """Return the text of a tap."""
    if isinstance(tap, Filling):
        return tap.text
    return _WRITTEN[type(tap)].format(**{name: FIELDS[name].write(value) for name, value in vars(tap).items()})


def decode(text: str, forms: Mapping[str, Form]) -> Tap:
    """Read a tap. Raises `UnreadableTap` for what `encode` never wrote, `OutdatedTap` for another shape."""
    if len(text) > LONGEST:
        raise UnreadableTap
    tap = _short(text, forms) if text[:1].isupper() else Filling.read(text, forms)
    if encode(tap) != text:
        raise UnreadableTap
    return tap


def _short(text: str, forms: Mapping[str, Form]) -> Short:
    verb = text.partition(":")[0]
    if verb not in _READ:
        raise UnreadableTap
    kind, pattern = _READ[verb]
    match = pattern.fullmatch(text)
    if match is None:
        raise UnreadableTap
    try:
        return kind(**{name: FIELDS[name].read(written, forms) for name, written in match.groupdict().items()})
    except (KeyError, ValueError, NotAPeriod):
        raise UnreadableTap from None


def check_length(form: Form) -> None:
    """Raise `FormTooLong` for a form whose taps could outgrow a button, or has too many screens."""
    longest = len(encode(Filling(form, "A" * NONCE_LENGTH, None, 0, 0, {}, revision=0)))
    if longest > LONGEST or len(form.screens) > len(ALPHABET):
        raise FormTooLong(
            N_("The form “{form}” is too long: a button would need {bytes} bytes, and carries {most}."),
            form=form.key,
            bytes=longest,
            most=LONGEST,
        )
