"""How a chapter names its form: its title, and the highlighted records inside a sentence."""

from reports.language import capital
from reports.words.wording import Wording


def highlighted_many(words: Wording) -> str:
    """Name the highlighted ones: `krisetelefoner`, or `«Haster»` where the form has no noun for them."""
    named = words.highlight_inside
    return named if words.summary.form.highlighted else words.language.quoted(named)


def chapter_title(words: Wording) -> str:
    """Head the chapter: `Telefontjenesten i 2016`, without a heading of the form's own `Samtaler ut i 2016`."""
    form, when, code = words.summary.form, words.when_in_full, words.language.code
    if form.chapter:
        return f"{form.chapter.in_language(code)} {when}"
    return f"{capital(words.many) if form.counted else form.title.in_language(code)} {when}"
