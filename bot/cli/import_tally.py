"""`vaktlogg import` of a workbook with counts: figures of earlier months, and no records."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.cli.history import refuse_running
from bot.cli.text_table import aligned
from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from reports.analysis.period import Period
from reports.words.language import Language
from storage.database.connection import Database
from storage.fault import N_, Fault
from storage.figures.history import TOTAL, History, Typed
from storage.forms.form import Form
from storage.forms.question import Option
from storage.tallies.reader import read_tally
from storage.tallies.tally_map import read_tally_map

MONTHS = 4
"""How many stand beside each other."""


class NotOfCounts(Fault):
    """Something was asked of counts that only records have."""


@dataclass(frozen=True)
class TallyRequest:
    """A workbook with counts of a form, and its map; counts have no source, and are read from all its sheets."""

    file: Path
    form: str
    map_file: Path
    is_named: bool = False


async def keep_tally(config: Config, wanted: TallyRequest) -> str:
    """Keep the counts of a workbook as figures of earlier months, and return in words how many.

    What was typed in for these months before is replaced. Raises a `Fault` and keeps nothing.
    """
    form, typed = _read(config, wanted)
    async with Database.open(config.database.path) as database:
        await History(database).keep(form.key, typed)
    language = Language(config.language)
    count, months = sum(map(len, typed.values())), _months(list(typed), language)
    taken = language.plural("{n} figure taken: {months}.", "{n} figures taken: {months}.", count, months=months)
    rest = language.text(
        "They are counts of earlier months, as from an earlier report, and no calls; what was there for these"
        " months is replaced."
    )
    return f"{taken} {rest}"


def tally_table(config: Config, wanted: TallyRequest) -> str:
    """Return what `keep_tally` would keep: a row a figure, a column a month, four months beside each other.

    Raises the same faults.
    """
    form, typed = _read(config, wanted)
    language, months = Language(config.language), list(typed.items())
    beside = [dict(months[place : place + MONTHS]) for place in range(0, len(months), MONTHS)]
    return "\n\n".join(_table(form, some, language) for some in beside)


def _table(form: Form, typed: Typed, language: Language) -> str:
    rows = [["", *(language.month(month) for month in typed)], *_rows(form, typed, language)]
    return "\n".join(line.rstrip() for line in aligned(rows, range(1, len(rows[0]))))


def _read(config: Config, wanted: TallyRequest) -> tuple[Form, Typed]:
    if wanted.is_named:
        raise NotOfCounts(N_("Counts by month take neither --sheet nor --source. Nothing is imported."))
    form = form_named(forms_of(config), wanted.form)
    typed = read_tally(wanted.file, form, read_tally_map(wanted.map_file, form))
    refuse_running(typed, config.now().date())
    return form, typed


def _rows(form: Form, typed: Typed, language: Language) -> Iterator[list[str]]:
    answers = (
        ((question.key, option.key), f"{question.heading.in_language(language.code)}: {_label(option, language)}")
        for question in form.questions
        for option in question.options
    )
    for place, name in ((TOTAL, language.text("In all")), *answers):
        counts = [figures[place].count if place in figures else None for figures in typed.values()]
        if any(count is not None for count in counts):
            yield [name, *("–" if count is None else language.number(count) for count in counts)]


def _label(option: Option, language: Language) -> str:
    return option.label.in_language(language.code)


def _months(names: Sequence[str], language: Language) -> str:
    """Name months, the first and the last of those that follow each other."""
    runs = list[list[str]]()
    for name in names:
        if runs and Period.named(runs[-1][-1]).later.name == name:
            runs[-1].append(name)
        else:
            runs.append([name])
    return language.listed([_run(run, language) for run in runs])


def _run(run: Sequence[str], language: Language) -> str:
    ends = [language.month(month) for month in dict.fromkeys((run[0], run[-1]))]
    return " – ".join(ends)
