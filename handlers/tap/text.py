"""Numbers and answers as a button carries them: base64url, ``.`` for what is not there yet."""

from collections.abc import Iterator, Sequence

from storage.forms.question import Answer, Question

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
NOTHING = "."
BITS = 6


def number_text(value: int, width: int) -> str:
    """Write a number in so many characters, the highest first."""
    return "".join(ALPHABET[value >> shift & 63] for shift in range(BITS * (width - 1), -1, -BITS))


def number_of(text: str) -> int:
    """Read a number again."""
    value = 0
    for character in text:
        value = value << BITS | ALPHABET.index(character)
    return value


def answer_text(question: Question, answer: Answer | None) -> str:
    """Write an answer: one character, of a `several` question one per six options."""
    if answer is None:
        return NOTHING * _width(question)
    if isinstance(answer, str):
        return ALPHABET[question.option_keys.index(answer)]
    return number_text(sum(1 << question.option_keys.index(key) for key in answer), _width(question))


def answers_of(questions: Sequence[Question], text: str) -> Iterator[tuple[str, Answer]]:
    """Read the answers to these questions; a text that is no answer gives none."""
    place = 0
    for question in questions:
        written = text[place : place + _width(question)]
        place += len(written)
        if NOTHING in written:
            continue
        value = number_of(written)
        keys = question.option_keys
        if question.kind == "one":
            yield from ((question.key, key) for key in keys[value : value + 1])
        else:
            yield question.key, tuple(key for bit, key in enumerate(keys) if value >> bit & 1)


def _width(question: Question) -> int:
    return 1 if question.kind == "one" else -(-len(question.options) // BITS)
