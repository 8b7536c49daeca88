"""How the telephone log's questions and answers stand inside a sentence; other forms go by their labels."""

from dataclasses import dataclass

from reports.language import capital, small
from reports.wording import Wording
from storage.fault import N_
from storage.form import Form
from storage.question import Option, Question

CALL = "call"
"""The key of the form that the phrases are made for."""


@dataclass(frozen=True)
class Phrase:
    """How one question's answers are told of.

    ``told`` follows on those it is true of, ``most`` begins a sentence; both have a place ``{answers}`` unless the
    question is answered by yes. ``them`` are all that were asked, ``remark`` is what has to be known to read it.
    """

    told: str
    most: str
    them: str
    remark: str = ""


ANY = Phrase(
    told=N_("have the answer {answers}"), most=N_("Most often the answer is {answers}"), them=N_("the records")
)
QUESTIONS = {
    "caller": Phrase(
        told=N_("came from {answers}"),
        most=N_("Most calls came from {answers}"),
        them=N_("the calls"),
        remark=N_("Women and men are here those who called as private persons."),
    ),
    "behalf": Phrase(
        told=N_("called on behalf of {answers}"),
        most=N_("Most called on behalf of {answers}"),
        them=N_("the private callers"),
    ),
    "agency": Phrase(
        told=N_("came from {answers}"),
        most=N_("Of the agencies, {answers} called most often"),
        them=N_("the agencies’ calls"),
    ),
    "reason": Phrase(
        told=N_("were about {answers}"),
        most=N_("Most calls were about {answers}"),
        them=N_("the calls"),
        remark=N_("One call is often about several things, so the split is approximate."),
    ),
    "minority": Phrase(
        told=N_("were about a person with a minority-language background"), most="", them=N_("the calls")
    ),
}
ANSWERS = {
    ("caller", "woman"): N_("women"),
    ("caller", "man"): N_("men"),
    ("caller", "agency"): N_("the support services"),
    ("agency", "police"): N_("the police"),
    ("agency", "health"): N_("the health services"),
    ("agency", "other"): N_("municipalities and others"),
    ("reason", "violence"): N_("violence itself"),
}


def phrase(form: Form, question: Question) -> Phrase:
    """Return the phrase to tell a question's answers with."""
    return QUESTIONS.get(question.key, ANY) if form.key == CALL else ANY


def as_told(words: Wording, question: Question, option: Option) -> str:
    """Name an answer as it stands inside a sentence: `kvinner`, `NAV`, `råd og veiledning`."""
    known = ANSWERS.get((question.key, option.key)) if words.summary.form.key == CALL else None
    return words.language.text(known) if known else small(option.label.in_language(words.language.code))


def heading(words: Wording, question: Question) -> str:
    """Return what stands above a question's figures."""
    return (question.short or question.label).in_language(words.language.code)


def highlighted_many(words: Wording) -> str:
    """Name the highlighted ones: `krisetelefoner`, or `«Haster»` where the form has no noun for them."""
    if words.summary.form.highlighted:
        return small(words.highlight)
    return words.language.text("“{what}”", what=words.highlight)


def chapter_title(words: Wording) -> str:
    """Head the chapter: `Telefontjenesten i 2016`, of another form `Samtaler ut i 2016`, or with its title."""
    form, when = words.summary.form, words.when_in_full
    if form.key == CALL:
        return words.language.text("The telephone service {when}", when=when)
    return f"{capital(words.many) if form.counted else form.title.in_language(words.language.code)} {when}"
