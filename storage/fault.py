"""The mother of every named error: a sentence for people, translated only at the edge."""

from collections.abc import Callable


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate this later"
    """Mark a sentence for the catalogues where it stands, and hand it back unchanged."""
    return message


class Fault(Exception):
    """Something that went wrong and can be said in one sentence.

    The message is an English catalogue entry with ``{named}`` places, the facts fill them.
    """

    def __init__(self, message: str, **facts: object) -> None:
        super().__init__(message)
        self.message = message
        self.facts = facts

    def __str__(self) -> str:
        return self.sentence(str)

    def sentence(self, translate: Callable[[str], str]) -> str:
        """Return the sentence in the language of ``translate``, and with it the faults among the facts."""
        facts = {name: _said(fact, translate) for name, fact in self.facts.items()}
        sentence = translate(self.message)
        return sentence.format(**facts) if facts else sentence


def _said(fact: object, translate: Callable[[str], str]) -> object:
    if isinstance(fact, Fault):
        return fact.sentence(translate)
    if isinstance(fact, tuple):
        return "\n".join(str(_said(part, translate)) for part in fact)
    return fact
