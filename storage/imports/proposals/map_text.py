"""A proposed map as TOML, with what a person has to know beside each line."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from storage.fault import N_, Fault
from storage.forms.question import Question
from storage.imports.proposals.answers import ProposedAnswer
from storage.imports.proposals.proposal import Proposal, ProposedOutcome
from storage.imports.proposals.survey import Column
from storage.imports.proposals.ticks import ProposedTicks
from storage.imports.proposals.times import ProposedTime
from storage.imports.toml_text import toml_list, toml_text
from storage.quoting import escaped, is_label

HEAD = N_("A map of {file}, proposed from what stands in it (rows: {rows}). Look it over, mend it, and try it:")
LEFT = N_("Nothing is read from these columns:")
LEFT_TEXTS = N_("{column}: filled cells: {filled}, different texts: {texts}")
LEFT_MANY = N_("{column}: filled cells: {filled}, with many different texts or long ones")
NO_TIME = N_("No column tells the time. Put its heading and how it is written here, as %d.%m.%Y %H:%M:")
DOUBTFUL = N_("Days and months might as well change places here.")
UNREAD = N_("Not written like this: {count}.")
SUMS = N_("These rows are no calls, but sums or headings:")
UNMEANT = N_("Without a meaning yet. Write what it is between the quotation marks, and take the first # away.")
OPTIONS = N_("It may be {options} or “not asked”: the question does not belong to it.")
UNSHOWN = N_("Texts that are long or hold a number, and are not written down here: {count}.")
NO_ANSWERS = N_("No column answers “{question}”. If one does, take the # away and fill in:")


def map_text(proposal: Proposal, translate: Callable[[str], str], language: str = "nb") -> str:
    """Return the map as TOML; its remarks are translated, and the form's words in a ``language``."""
    lines = (
        line if isinstance(line, str) else f"# {line.sentence(translate)}" for line in _lines(proposal, language)
    )
    return "".join(f"{line}\n" for line in lines)


def _lines(proposal: Proposal, language: str) -> Iterator[str | Fault]:
    """Yield lines of TOML, and remarks."""
    survey, form = proposal.survey, proposal.form
    yield Fault(HEAD, file=escaped(survey.file), rows=survey.rows)
    yield f"#   vaktlogg import … --form {form.key} --map … --dry-run"
    yield from ("", "fold = true")
    if proposal.outcome is not None:
        # Whoever ended the call otherwise was not asked the rest.
        yield 'unasked = "ignore"'
    yield from _left(proposal)
    yield from _skipped(survey.aside)
    for name, time in proposal.times.items():
        yield from _time(name, time)
    for name in proposal.missing_times:
        yield from ("", Fault(NO_TIME), f"[{name}]", "columns = []", "formats = []")
    if proposal.outcome is not None:
        yield from _outcome(proposal.outcome)
    for answer in proposal.answers:
        yield from _answer(answer, language)
    for ticks in proposal.ticks:
        yield from _ticks(ticks)
    for question in proposal.unanswered:
        yield from _unanswered(question, language)


def _left(proposal: Proposal) -> Iterator[str | Fault]:
    left = proposal.left
    if left:
        yield Fault(LEFT)
    for column in left:
        if column.texts is None:
            yield Fault(LEFT_MANY, column=column.quoted_heading, filled=column.filled)
        else:
            texts = len(column.texts)
            yield Fault(LEFT_TEXTS, column=column.quoted_heading, filled=column.filled, texts=texts)
    yield f"left_out = {toml_list(dict.fromkeys(column.heading for column in left))}"


def _skipped(skipped: Mapping[str, Sequence[str]]) -> Iterator[str | Fault]:
    if skipped:
        yield Fault(SUMS)
        columns = (f"{toml_text(column)} = {toml_list(texts)}" for column, texts in skipped.items())
        yield f"skip = {{ {', '.join(columns)} }}"


def _time(name: str, time: ProposedTime) -> Iterator[str | Fault]:
    mapped = time.mapped
    yield from (
        "",
        f"[{name}]",
        f"columns = {toml_list(mapped.columns)}",
        f"formats = {toml_list(mapped.formats)}",
    )
    if mapped.months:
        yield f"months = {toml_list(mapped.months)}"
    if time.doubtful:
        yield Fault(DOUBTFUL)
    if time.unread:
        yield Fault(UNREAD, count=time.unread)


def _outcome(outcome: ProposedOutcome) -> Iterator[str]:
    yield from ("", "[outcome]", f"column = {toml_text(outcome.column.heading)}", 'others = "registered"')
    yield "[outcome.values]"
    for text, end in outcome.values.items():
        yield _value(text, end, outcome.column)


def _answer(answer: ProposedAnswer, language: str) -> Iterator[str | Fault]:
    yield from ("", f"[question.{answer.question.key}]", f"column = {toml_text(answer.column.heading)}")
    if answer.others is not None:
        yield f"others = {toml_text(answer.others)}"
    if answer.ignores_unasked:
        yield 'unasked = "ignore"'
    if answer.values or answer.unmeant:
        yield f"[question.{answer.question.key}.values]"
    for text, meaning in answer.in_order:
        yield _value(text, meaning, answer.column)
    if answer.unmeant:
        yield Fault(UNMEANT)
        yield Fault(OPTIONS, options=_options(answer.question, language))
    shown = [text for text in answer.unmeant if is_label(text)]
    for text in shown:
        yield f"# {_value(text, '', answer.column)}"
    if len(shown) < len(answer.unmeant):
        yield Fault(UNSHOWN, count=len(answer.unmeant) - len(shown))


def _ticks(ticks: ProposedTicks) -> Iterator[str]:
    yield from ("", f"[question.{ticks.question.key}]")
    values = ", ".join(f"{toml_text(text)} = {toml_text(meaning)}" for text, meaning in ticks.values.items())
    yield f"values = {{ {values} }}"
    yield f"[question.{ticks.question.key}.columns]"
    yield from (f"{toml_text(column.heading)} = {toml_text(option)}" for column, option in ticks.options)


def _unanswered(question: Question, language: str) -> Iterator[str | Fault]:
    yield ""
    yield Fault(NO_ANSWERS, question=question.label.in_language(language))
    yield from (f"# [question.{question.key}]", '# column = ""', f"# [question.{question.key}.values]")
    for option in question.options:
        yield f'# "" = {toml_text(option.key)}  # {option.label.in_language(language)}'


def _options(question: Question, language: str) -> str:
    return ", ".join(f"{option.key} ({option.label.in_language(language)})" for option in question.options)


def _value(text: str, meaning: str, column: Column) -> str:
    """Write what a text means, and how often it stands there."""
    return f"{toml_text(text)} = {toml_text(meaning)}  # {column.counts[text] if text else column.empty}"
