"""Saying back what has been answered: `Politi · vold · krise`."""

from reports.language import Language
from storage.forms.form import Form
from storage.forms.question import Answer, Answers, Question


def echo(form: Form, answers: Answers, language: Language) -> list[str]:
    """Return the answers as lines: one for all, and one for each question that has a `short` of its own."""
    together: list[str] = []
    alone: list[str] = []
    for key, answer in form.in_order(answers).items():
        question = form.by_key[key]
        words = _words(question, answer, language)
        if words and question.short:
            alone.append(f"{question.short.in_language(language.code)}: {words}")
        elif words:
            together.append(words)
    line = " · ".join(together)
    return ([line[:1].upper() + line[1:]] if line else []) + alone


def echo_line(form: Form, answers: Answers, language: Language) -> str:
    """Return the answers in one line, short enough to write down on paper."""
    words = (_words(form.by_key[key], answer, language) for key, answer in form.in_order(answers).items())
    line = " · ".join(word for word in words if word)
    return line[:1].upper() + line[1:]


def _words(question: Question, answer: Answer, language: Language) -> str:
    chosen = (answer,) if isinstance(answer, str) else answer
    words = (question.option(key).chat_label.in_language(language.code) for key in chosen)
    return ", ".join(word for word in words if word) if chosen else language.text("none of these")
