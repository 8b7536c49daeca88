"""The calls that are registered under faults, and what those who tapped were told of each."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.demo.telegram.chats import ChatMessage

FIRST_SCREEN = "Hvem ringte"
SCREENS = ("Hva gjaldt samtalen?", "Gjelder samtalen", "Lagret")
"""What stands after each of the three taps; a call of one tap shows the last."""
ACKNOWLEDGED = ("Lagret", "Samtalen er lagret", "Denne samtalen er allerede ")
"""How what says that a call is saved begins."""
DENIED = ("IKKE LAGRET", "Ikke lagret.", "er samtalen ikke lagret", "Ingenting er lagret", "Ingenting er endret")
"""What says somewhere that a call is not saved."""
UNSURE = "Akkurat nå går det ikke an å se om samtalen er lagret."
DOUBTED = "kan være tapt"
"""What says that calls which were said to be saved may be lost."""
TIME = re.compile(r"kl\.\s*(\d\d)[.:](\d\d)")
WHEN = "Når var samtalen"
TRY_AGAIN = "Prøv igjen"
_NONCE = re.compile(r"[a-z][a-z0-9_]*:[\w-]{3}([\w-]{10})", re.ASCII)


@dataclass(frozen=True)
class Kind:
    """A call by the labels that are tapped for it, and what is kept of it."""

    labels: tuple[str, ...]
    answers: Mapping[str, str]

    @property
    def screens(self) -> tuple[str, ...]:
        """What stands after each tap."""
        return SCREENS[-len(self.labels) :]


KINDS = (
    Kind(
        ("Politi", "KRISE – vold", "Ikke kjent"),
        {"caller": "agency", "agency": "police", "reason": "violence", "crisis": "yes", "minority": "unknown"},
    ),
    Kind(
        ("Kvinne – seg selv", "Råd og veiledning", "Nei"),
        {"caller": "woman", "behalf": "self", "reason": "guidance", "crisis": "no", "minority": "no"},
    ),
    Kind(("Taus samtale",), {"aside": "silent"}),
)


@dataclass
class Press:
    """A button that somebody pressed until something came: when first, when answered, and how often more.

    Times are seconds of the event loop's clock; ``answered`` is None as long as nothing has come.
    """

    began: float
    answered: float | None = None
    repeats: int = 0


@dataclass
class Call:
    """One call: the identity its buttons carry, and what was said of it.

    ``heard`` is what was said after its taps. Times are seconds of the event loop's clock: when it was
    ``acknowledged``, last ``refused``, last ``unsure``, and said to be saved and perhaps lost again.
    """

    nonce: str
    kind: Kind
    began: float
    acknowledged: float | None = None
    refused: float | None = None
    unsure: float | None = None
    doubted: float | None = None
    denied_falsely: bool = False
    finished: bool = False
    presses: list[Press] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    @property
    def said_unsaved(self) -> bool:
        """Tell whether the last word is that it is not saved."""
        return self.refused is not None and self.acknowledged is None


def nonce_of(message: ChatMessage) -> str:
    """Return the identity that the buttons of a form carry; empty where there is none."""
    found = (_NONCE.match(button.data or "") for row in message.buttons for button in row)
    return next((match[1] for match in found if match), "")


def acknowledges(text: str) -> bool:
    """Tell whether a message or a notice says that the call is saved."""
    return text.startswith(ACKNOWLEDGED)


def denies(text: str) -> bool:
    """Tell whether a message or a notice says that the call is not saved."""
    return any(words in text for words in DENIED)
