"""What was added to calls after they were registered, as sections of a chapter: a sentence and a table each."""

from collections.abc import Iterator

from reports.chapter_grids import answers_grid
from reports.documents import Section
from reports.tables import Table, added_later
from reports.wording import Wording


def later_sections(words: Wording, number: int) -> Iterator[Section]:
    """Give each question that is asked later a section, its table counted on from ``number``."""
    for table in added_later(words.summary, words.language) if words.summary.now.total else ():
        name = f"{table.heading} {words.when_in_full}"
        yield Section(
            heading=table.heading,
            paragraphs=(" ".join(filter(None, [_said(words, table), table.remark])),),
            tables=(answers_grid(words, number, name, [table]),),
        )
        number += 1


def _said(words: Wording, table: Table) -> str:
    """Say `I tillegg ble dette nevnt: konkret om vold 12 ganger og råd og veiledning 5 ganger.`."""
    language = words.language
    given = sorted((row for row in table.rows if row.count), key=lambda row: -row.count)
    told = [
        language.plural("{answer} {n} time", "{answer} {n} times", row.count, answer=row.inside) for row in given
    ]
    if not told:
        return ""
    return language.text("Added to the calls afterwards: {answers}.", answers="; ".join(told))
