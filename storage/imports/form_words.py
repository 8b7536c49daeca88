"""The words of a form as other people write them: which question a heading is, which answer a text."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from storage.forms.form import Form
from storage.forms.question import Option, Outcome, Question
from storage.forms.screen import AnswerButton
from storage.forms.words import Words
from storage.imports.folding import folded
from storage.imports.likeness import Likeness

NOT_KNOWN = frozenset(
    {
        *("ukjent", "ikke kjent", "ikkje kjent", "uvisst", "usikker", "vet ikke", "veit ikkje", "ikke oppgitt"),
        *(
            "ikke spurt",
            "ingen info",
            "unknown",
            "not known",
            "don't know",
            "n/a",
            "na",
            "no sabe",
            "?",
            "??",
            "-",
            "\u2013",
        ),
    }
)
YES = frozenset({"ja", "j", "yes", "y", "x", "xx", "1", "true", "sann", "si", "s", "\u2713", "\u2714"})
NO = frozenset({"nei", "n", "no", "0", "false", "usann"})
ALIKE = 0.6
"""How large a part of two texts' words has to be the same."""


@dataclass(frozen=True)
class FormWords:
    """What texts mean in a ``form``."""

    form: Form

    def question_of(self, heading: str) -> str | None:
        """Return the key of the question that a heading names, None for none or several."""
        like = Likeness(self._generic, begins=True)
        return _only_best({key: like.best(heading, words) for key, words in self._questions.items()})

    def answer(self, question: str, text: str) -> str | None:
        """Return the key of a question's option that a text names, None for none or several."""
        words = self._options.get(question, {})
        same = [key for key, texts in words.items() if folded(text) in texts]
        if len(same) == 1:
            return same[0]
        usual = self._usual(question, folded(text))
        if usual is not None or folded(text) in NOT_KNOWN:
            return usual
        return self._likest(Likeness(self._generic), question, text)

    def answer_heading(self, question: str, heading: str) -> str | None:
        """Return the key of a question's option whose column has such a heading, None for none or several."""
        return self.answer(question, heading) or self._likest(
            Likeness(self._generic, begins=True), question, heading
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
        answers = (end for (key, option), end in self._ending_answers.items() if self.answer(key, text) == option)
        like = Likeness(self._generic)
        said = (end for words, end in self._ends.items() if like.best(text, [words]) >= ALIKE)
        return next(answers, None) or next(said, None)

    @cached_property
    def _generic(self) -> frozenset[str]:
        """The words for what is counted: every text may hold them."""
        noun = self.form.counted
        nouns = (noun.one, noun.many) if noun else ()
        return frozenset(folded(text) for noun in nouns for text in noun.texts)

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
        return {folded(text): button.set for button in self._flat for text in _button_texts(button)}

    @cached_property
    def _ends(self) -> dict[str, Outcome]:
        ending = [(button, button.outcome) for button in self._flat if button.outcome]
        return {folded(text): end for button, end in ending for text in _button_texts(button)}

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

    def _likest(self, like: Likeness, question: str, text: str) -> str | None:
        words = self._options.get(question, {})
        return _only_best({key: _rated(key, like.best(text, texts)) for key, texts in words.items()})

    def _usual(self, key: str, text: str) -> str | None:
        """Return what people write everywhere for yes, no and not known."""
        question = self.form.by_key[key]
        unknown = [option.key for option in question.options if option.not_known]
        if text in NOT_KNOWN and len(unknown) == 1:
            return unknown[0]
        usual = "yes" if text in YES else "no" if text in NO else ""
        return usual if usual in question.option_keys else None


def _button_texts(button: AnswerButton) -> tuple[str, ...]:
    return (*button.label.texts, *button.written)


def _heading_texts(question: Question) -> frozenset[str]:
    """Return what a question's column may be called; of one that is answered by yes, also what is true then."""
    true = (option.short for option in question.options if option.key == "yes")
    return _texts((question.key, *question.written), question.label, question.short, *true) - YES


def _option_texts(option: Option) -> frozenset[str]:
    return _texts((option.key, *option.written), option.label, option.short, option.spoken)


def _texts(keys: tuple[str, ...], *words: Words | None) -> frozenset[str]:
    texts = (text for some in words if some is not None for text in some.texts)
    return frozenset(folded(text) for text in (*keys, keys[0].replace("_", " "), *texts) if text)


def _rated(key: str, likeness: float) -> float:
    """Return a likeness; of yes, no, not known and what is left only a whole one."""
    return likeness if likeness == 1 or key not in {"yes", "no", "unknown", "other"} else 0.0


def _only_best(likeness: Mapping[str, float]) -> str | None:
    best = max(likeness.values(), default=0.0)
    found = [key for key, value in likeness.items() if value == best]
    return found[0] if best >= ALIKE and len(found) == 1 else None
