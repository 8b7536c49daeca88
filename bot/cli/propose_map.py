"""`vaktlogg map`: a map proposed for somebody else's file, to be looked over by a person."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.cli.folders import write_file
from bot.config.config import Config
from bot.config.forms import form_named, forms_of
from reports.words.language import Language
from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.imports.proposals.map_text import DOUBTFUL, UNREAD, map_text
from storage.imports.proposals.proposal import Proposal, propose
from storage.imports.proposals.survey import Column, survey
from storage.imports.proposals.times import refuse_no_headings
from storage.quoting import escaped
from storage.table_files.rows import FileRefused
from storage.table_files.table_file import open_rows, read_sheets
from storage.tallies.proposal import TallyProposal, propose_tally


class MapExists(Fault):
    """There is a map already."""


def propose_map(config: Config, file: Path, form_key: str, out: Path, sheet: str | None) -> str:
    """Write a map for a file, and return in words what is read from it and what is left. Raises a `Fault`."""
    if out.exists():
        raise MapExists(N_("{path} is there already, and may have been edited. Nothing is written."), path=out)
    form = form_named(forms_of(config), form_key)
    language = Language(config.language)
    try:
        with open_rows(file, sheet=sheet) as (headings, rows):
            refuse_no_headings(headings)
            proposal = propose(form, survey(headings, rows))
    except FileRefused:
        if sheet is not None or (tally := _tally(file, form)) is None:
            raise
    else:
        tally = _tally(file, form) if proposal.missing_times and sheet is None else None
    if tally is not None:
        write_file(out, tally.toml(language.text).encode())
        return "\n".join(_told_of_tally(tally, out, language))
    write_file(out, map_text(proposal, language.text, language.code).encode())
    return "\n".join(_told(proposal, out, language))


def _tally(file: Path, form: Form) -> TallyProposal | None:
    """Return a map of the counts by month in a workbook; None where there are none."""
    try:
        return propose_tally(read_sheets(file), form, file.name)
    except FileRefused:
        return None


def _told(proposal: Proposal, out: Path, language: Language) -> Iterator[str]:
    for name, time in proposal.times.items():
        yield f"{name}: {_headings(time.columns, language)}"
        if time.doubtful:
            yield language.text(DOUBTFUL)
        if time.unread:
            yield language.text(UNREAD, count=language.number(time.unread))
    for answer in proposal.answers:
        yield f"{answer.question.key}: {_headings([answer.column], language)}"
    for ticks in proposal.ticks:
        yield f"{ticks.question.key}: {_headings([column for column, _ in ticks.options], language)}"
    if proposal.left:
        yield language.text("Not read: {columns}", columns=_headings(proposal.left, language))
    if proposal.missing_times:
        yield language.text("No column tells the time.")
    if silent := proposal.unanswered:
        labels = [question.label.in_language(language.code) for question in silent]
        yield language.text("No column answers: {questions}", questions=", ".join(labels))
    unmeant = {(answer.column.heading, text) for answer in proposal.answers for text in answer.unmeant}
    yield from _to_do(len(unmeant), out, language)


def _told_of_tally(tally: TallyProposal, out: Path, language: Language) -> Iterator[str]:
    yield language.text("These are counts by month, and no calls: they are kept as figures of earlier months.")
    if tally.year is not None:
        yield language.text("Year: {year}", year=tally.year)
    if aside := [name for name in tally.sheets if name not in tally.months]:
        yield language.text("Sheets that are not read: {sheets}", sheets=", ".join(map(escaped, aside)))
    if tally.lacks_year:
        yield language.text("No year is told; give it in {file}.", file=out)
    yield from _to_do(len(tally.unplaced), out, language)


def _to_do(unmeant: int, out: Path, language: Language) -> Iterator[str]:
    if unmeant:
        yield language.plural(
            "{n} text has no meaning yet; give it one in {file}.",
            "{n} texts have no meaning yet; give them one in {file}.",
            unmeant,
            file=out,
        )
    yield language.text("Look {file} over, then see what it does: “vaktlogg import … --dry-run”.", file=out)


def _headings(columns: Sequence[Column], language: Language) -> str:
    return ", ".join(column.quoted_heading.sentence(language.text) for column in columns)
