"""The words of a form as other people write them: which question a heading is, which answer a text."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from storage.forms.form import Form
from storage.forms.question import Option, Outcome, Question
from storage.forms.screen import AnswerButton
from storage.forms.words import Words
from storage.imports.folding import folded

WORD = re.compile(r"[^\W_]+")
SMALL = re.compile(r"og|om|i|pa|av|til|en|ein|ei|et|eit|a|an|the|of|and|or|eller")
"""Words that tell nothing."""
NOT_KNOWN = frozenset(
    {"ukjent", "ikke kjent", "ikkje kjent", "uvisst", "vet ikke", "veit ikkje", "ikke oppgitt", "unknown", "?"}
)
YES = frozenset({"ja", "j", "yes", "y", "x", "xx", "1", "true", "sann", "si", "s", "\u2713", "\u2714"})
NO = frozenset({"nei", "n", "no", "0", "false", "usann", "-", "\u2013"})
FEWEST_LETTERS, MOST_ENDING = 4, 4
"""A word of so many letters is another one that only goes on with an ending of no more than that."""
ALIKE = 0.6
"""How large a part of two texts' words has to be the same."""
LONGEST_START, COMPOUND = 5, 0.7
"""Headings are short for one another: so long a beginning in common counts so much of a word."""


@dataclass(frozen=True)
class FormWords:
    """What texts mean in a ``form``."""

    form: Form

    def question_of(self, heading: str) -> str | None:
        """Return the key of the question that a heading names, None for none or several."""
        return _only_best({key: _likeness(heading, words, _started) for key, words in self._questions.items()})

    def answer(self, question: str, text: str) -> str | None:
        """Return the key of a question's option that a text names, None for none or several."""
        words = self._options.get(question, {})
        same = [key for key, texts in words.items() if folded(text) in texts]
        if len(same) == 1:
            return same[0]
        return self._usual(question, folded(text)) or _only_best(
            {key: _likeness(text, texts) for key, texts in words.items()}
        )

    def initial(self, question: str, text: str) -> str | None:
        """Return the option whose label alone begins with a letter."""
        options = self.form.by_key[question].options
        found = [option.key for option in options if folded(option.label.nb)[:1] == folded(text)]
        return found[0] if len(found) == 1 else None

    def places(self, text: str) -> list[tuple[str, str]]:
        """Return every (question, option) that a text names."""
        return [(key, option) for key in self._options if (option := self.answer(key, text)) is not None]

    def set_by(self, text: str) -> Mapping[str, str]:
        """Return what the button sets that has this text; nothing where the text is an answer by itself."""
        written = folded(text)
        answers = (texts for options in self._options.values() for texts in options.values())
        return {} if any(written in texts for texts in answers) else self._buttons.get(written, {})

    def ended_by(self, text: str) -> Outcome | None:
        """Return how the form ends with the button that has such a text; None where it goes on."""
        return self._ends.get(folded(text)) or next(
            (end for (key, option), end in self._ending_answers.items() if self.answer(key, text) == option), None
        )

    @cached_property
    def _questions(self) -> dict[str, frozenset[str]]:
        return {question.key: _heading_texts(question) for question in self.form.questions}

    @cached_property
    def _options(self) -> dict[str, dict[str, frozenset[str]]]:
        return {
            question.key: {option.key: _option_texts(option) for option in question.options}
            for question in self.form.questions
        }

    @cached_property
    def _buttons(self) -> dict[str, Mapping[str, str]]:
        return {folded(text): button.set for button in self._flat for text in button.label.texts}

    @cached_property
    def _ends(self) -> dict[str, Outcome]:
        ending = [(button, button.outcome) for button in self._flat if button.outcome]
        return {folded(text): end for button, end in ending for text in button.label.texts}

    @cached_property
    def _ending_answers(self) -> dict[tuple[str, str], Outcome]:
        """Return how the form ends with an answer to what is asked of nobody else."""
        return {
            place: end
            for button in self._flat
            if (end := button.outcome)
            for place in button.set.items()
            if place[0] not in self.form.asked
        }

    @property
    def _flat(self) -> list[AnswerButton]:
        return [button for screen in self.form.screens for button in screen.flat]

    def _usual(self, key: str, text: str) -> str | None:
        """Return what people write everywhere for yes, no and not known."""
        question = self.form.by_key[key]
        unknown = [option.key for option in question.options if option.not_known]
        if text in NOT_KNOWN and len(unknown) == 1:
            return unknown[0]
        usual = "yes" if text in YES else "no" if text in NO else ""
        return usual if usual in question.option_keys else None


def _heading_texts(question: Question) -> frozenset[str]:
    """Return what a question's column may be called; of one that is answered by yes, also what is true then."""
    true = (option.short for option in question.options if option.key == "yes")
    return _texts(question.key, question.label, question.short, *true) - YES


def _option_texts(option: Option) -> frozenset[str]:
    return _texts(option.key, option.label, option.short, option.spoken)


def _texts(key: str, *words: Words | None) -> frozenset[str]:
    texts = (text for some in words if some is not None for text in some.texts)
    return frozenset(folded(text) for text in (key.replace("_", " "), key, *texts) if text)


def _only_best(likeness: Mapping[str, float]) -> str | None:
    best = max(likeness.values(), default=0.0)
    found = [key for key, value in likeness.items() if value == best]
    return found[0] if best >= ALIKE and len(found) == 1 else None


def _likeness(text: str, others: Iterable[str], alike: Callable[[str, str], float] | None = None) -> float:
    """Return how large a part of the words of a text and of the most like of others is the same, from 0 to 1."""
    return max((_shared(_words(text), _words(other), alike or _ended) for other in others), default=0.0)


def _shared(some: list[str], others: list[str], alike: Callable[[str, str], float]) -> float:
    if not some or not others or len(some) > len(others) * 2:
        return 0.0
    found = sum(max(alike(word, other) for other in others) for word in some)
    return 2 * min(found, len(others)) / (len(some) + len(others))


def _words(text: str) -> list[str]:
    return list(_told(WORD.findall(folded(text))))


def _told(words: list[str]) -> Iterator[str]:
    telling = [word for word in words if not SMALL.fullmatch(word)]
    return iter(telling or words)


def _ended(word: str, other: str) -> float:
    """Return 1 where a word is another one but for its ending, else 0."""
    short, long = sorted((word, other), key=len)
    ending = len(long) - len(short) if len(short) >= FEWEST_LETTERS and long.startswith(short) else None
    return float(word == other or (ending is not None and ending <= MOST_ENDING))


def _started(word: str, other: str) -> float:
    """Return how much of a word another one is that begins in the same way."""
    return _ended(word, other) or COMPOUND * (
        len(word) >= LONGEST_START and word[:LONGEST_START] == other[:LONGEST_START]
    )
