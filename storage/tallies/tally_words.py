"""What a word on a tally counts: an answer of the form, the total, or what its heading makes of it."""

import re
from dataclasses import dataclass, field

from storage.forms.form import Form
from storage.imports.folding import folded
from storage.imports.form_words import FormWords
from storage.imports.sums import is_total
from storage.tallies.tally_map import WHOLE

OTHERS = frozenset({"andre", "annet", "anna", "annan", "annen", "other", "others"})
PARTS = re.compile(r"\s+[–—-]\s+")
LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class TallyWords:
    """What words count in a ``form``, as meanings of a map: `caller.woman`, `total`."""

    words: FormWords
    _found: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, form: Form) -> "TallyWords":
        """Return the places of a form."""
        return cls(FormWords(form))

    def question_of(self, heading: str) -> str | None:
        """Return the question that a heading names; a word of an answer is no heading."""
        return self.words.question_of(heading.rstrip(" :?")) if self._is_word(heading) else None

    def knows(self, word: str) -> bool:
        """Tell whether a word is an answer to any question, or says yes to one."""
        return self._is_word(word) and bool(self.candidates(word))

    def meaning(self, word: str, question: str | None, before: str | None) -> tuple[str, ...]:
        """Return what a word counts below a heading of a ``question``, after a word of that ``before``.

        Nothing where that is not sure.
        """
        if is_total(word):
            return (WHOLE,)
        parts = [self.candidates(part) for part in PARTS.split(word)]
        if len(parts) > 1 and all(len(found) == 1 for found in parts):
            return tuple(dict.fromkeys(found[0] for found in parts))
        found = self.candidates(word)
        for key in (question, before):
            if key and (answer := self._answer(key, word)):
                return (f"{key}.{answer}",)
        return tuple(found) if len(found) == 1 else ()

    def candidates(self, word: str) -> list[str]:
        """Return the answers that a word may be; one that is added later only where it can be nothing else."""
        if word not in self._found:
            self._found[word] = self._candidates(word) if self._is_word(word) else []
        return self._found[word]

    def _candidates(self, word: str) -> list[str]:
        by_key = self.words.form.by_key
        found = self.words.places(word)
        first = [place for place in found if not by_key[place[0]].later] or found
        if not first and (key := self.words.question_of(word)) and "yes" in by_key[key].option_keys:
            return [f"{key}.yes"]
        return [f"{key}.{option}" for key, option in first]

    def _answer(self, key: str, word: str) -> str | None:
        if answer := self.words.answer(key, word):
            return answer
        rest = [option.key for option in self.words.form.by_key[key].options if option.rest]
        return rest[0] if folded(word) in OTHERS and len(rest) == 1 else None

    @staticmethod
    def _is_word(text: str) -> bool:
        return len(LETTERS.findall(text)) > 1
