"""The settings as they are: what the config says, in words and as it is written there, but for secrets."""

from collections.abc import Iterable, Iterator, Sequence

from pydantic import BaseModel

from bot.config.config import Config
from bot.desk.operations.facts import FactGroup, KnownFact
from reports.words.language import Language
from storage.forms.form import Form

ACCOUNTS = frozenset({"owners", "leaders", "staff"})
"""Lists of people's numbers, of which only their length is shown."""


def forms_in_use(forms: Iterable[Form], language: Language) -> Iterator[KnownFact]:
    """Yield what there is to say of each form."""
    for form in forms:
        dated = [question.since for question in form.questions if question.since]
        said = [
            language.plural("{n} question", "{n} questions", len(form.questions)),
            language.text("key {key}", key=form.key),
            language.text("SQL view {view}", view=form.view),
        ]
        if dated:
            said.append(language.text("latest question since {day}", day=language.full_date(max(dated))))
        yield KnownFact(form.title.in_language(language.code), ", ".join(said))


def shifts(config: Config, language: Language) -> Iterator[KnownFact]:
    """Yield when shifts begin, and whether the staff are asked how many calls there were."""
    hours, names = config.shifts.hours, config.shifts.names or [""] * len(config.shifts.hours)
    times = [f"{hour} {name}".strip() for hour, name in zip(hours, names, strict=True)]
    asked = language.text("the staff are asked") if config.shifts.ask else language.text("nobody is asked")
    yield KnownFact(language.text("Handovers"), ", ".join(times))
    yield KnownFact(language.text("How many calls there were"), asked)


def kept(config: Config, language: Language) -> Iterator[KnownFact]:
    """Yield for how long is kept what is not kept for ever."""
    text, privacy = language.text, config.privacy
    yield KnownFact(text("Who registered a call"), _hours(config.logging.own_hours, language))
    yield KnownFact(text("The hour of a call"), _days(privacy.coarsen_days, language))
    yield KnownFact(text("Who did what"), _days(privacy.audit_days, language))
    yield KnownFact(text("An access that nobody uses"), _days(config.access.lapse_days, language))


def settings(config: Config, language: Language) -> Sequence[FactGroup]:
    """Return every table of the config, with what is read for keys that do not stand there."""
    tables = {name: value for name, value in _values(config) if isinstance(value, BaseModel)}
    single = [
        KnownFact(name, _written(value)) for name, value in _values(config) if not isinstance(value, BaseModel)
    ]
    return [
        FactGroup("", language.text("Without a table"), single),
        *(FactGroup(name, f"[{name}]", list(_facts(table, language))) for name, table in tables.items()),
    ]


def _values(table: BaseModel) -> Iterator[tuple[str, object]]:
    return ((name, getattr(table, name)) for name in type(table).model_fields)


def _facts(table: BaseModel, language: Language) -> Iterator[KnownFact]:
    for name, value in _values(table):
        if type(table).model_fields[name].repr is False and value is not None:
            yield KnownFact(name, language.text("is set, and not shown"))
        elif name in ACCOUNTS and isinstance(value, list):
            yield KnownFact(name, language.plural("{n} account", "{n} accounts", len(value)))
        else:
            yield KnownFact(name, _written(value))


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return ", ".join(map(_written, value)) or "–"
    return "–" if value is None or value == "" else str(value)


def _hours(n: int, language: Language) -> str:
    return language.plural("{n} hour", "{n} hours", n)


def _days(n: int, language: Language) -> str:
    return language.plural("{n} day", "{n} days", n)
