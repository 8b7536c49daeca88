"""What the words of a workbook with counts mean, as far as the form's own words tell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from storage.table_files.rows import Row
from storage.tallies.cells import key_of
from storage.tallies.lines import Line, all_lines, lines_on
from storage.tallies.tally_map import WHOLE, Layout
from storage.tallies.tally_words import TallyWords

Sheets = Mapping[str, Sequence[Row]]
Key = tuple[str, str]
"""A section and a word, as they are compared."""

UNDECIDED = ("?",)
NO_WORDS = frozenset(
    {"ar", "year", "dag", "day", "dato", "date", "maned", "manad", "month", "uke", "veke", "week"}
)
"""What stands beside numbers that are no counts."""


@dataclass
class Found:
    """A word under a section, its count on each sheet, and what it means; nothing where that is not sure."""

    word: str
    section: str
    meanings: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    left_out: bool = False
    differs: bool = False
    """Whether it is a total that stands on one sheet several times, and is not the same."""
    twice: bool = False
    """Whether it is another word that stands on one sheet several times: the one may hold the other."""

    @property
    def name(self) -> str:
        """How a map names it with its section."""
        return f"{self.section} / {self.word}" if self.section else self.word


def found_words(layout: Layout, sheets: Sheets, places: TallyWords) -> list[Found]:
    """Return the words with counts, and those of the form without, in the order in which they stand."""
    known = Layout.model_validate({**layout.model_dump(), "meanings": _undecided(layout, sheets, places)})
    lines = {sheet: list(lines_on(known, rows)) for sheet, rows in sheets.items()}
    shared = _shared_sections(lines)
    found = dict[Key, Found]()
    for sheet, told in lines.items():
        before: tuple[str, str | None] = ("", None)
        for line in told:
            section = line.section if key_of(line.section) in shared else ""
            meanings = _meanings(places, replace(line, section=section), before)
            before = (section, _question(meanings) or (before[1] if before[0] == section else None))
            key = (key_of(section), key_of(line.word))
            one = found.setdefault(key, Found(line.word, section, meanings))
            one.meanings = meanings if one.meanings == meanings else ()
            _count(one, sheet, line)
    words = list(found.values())
    _leave_out_what_is_no_word(words)
    _place_once(words, places)
    for one in words:
        if one.twice:
            one.meanings = ()
    _choose_total([one for one in words if one.meanings == (WHOLE,)])
    return words


def _count(one: Found, sheet: str, line: Line) -> None:
    if not line.has_counts:
        return
    count, before = line.count, one.counts.get(sheet)
    if one.meanings == (WHOLE,):
        one.differs |= before not in {None, count}
        one.counts[sheet] = count
    else:
        one.twice |= before is not None
        one.counts[sheet] = count + (before or 0)


def _undecided(layout: Layout, sheets: Sheets, places: TallyWords) -> Mapping[str, tuple[str, ...]]:
    """Return the words that are no headings: those with counts, and answers without any beside like ones."""
    words = dict[str, str]()
    lines = {sheet: list(all_lines(layout, rows)) for sheet, rows in sheets.items()}
    for told in lines.values():
        words |= {key_of(line.word): line.word for line in told if line.has_counts}
    for told in lines.values():
        words |= {key_of(line.word): line.word for line in _empty_answers(told, places)}
    return dict.fromkeys(words.values(), UNDECIDED)


def _empty_answers(lines: Sequence[Line], places: TallyWords) -> Iterator[Line]:
    """Give the answers beside which nothing stands, next to another one to the same question."""
    asked = [_questions(places, line.word) for line in lines]
    for number, line in enumerate(lines):
        beside = {
            key for keys in (*asked[max(number - 1, 0) : number], *asked[number + 1 : number + 2]) for key in keys
        }
        if not line.cells and asked[number] & beside:
            yield line


def _questions(places: TallyWords, word: str) -> set[str]:
    return {candidate.partition(".")[0] for candidate in places.candidates(word)} - {
        places.question_of(word) or ""
    }


def _shared_sections(lines: Mapping[str, Sequence[Line]]) -> set[str]:
    """Return the sections that stand on more than one sheet: a title with the month in it is none."""
    on = defaultdict[str, set[str]](set)
    for sheet, told in lines.items():
        for line in told:
            on[key_of(line.section)].add(sheet)
    return {section for section, sheets in on.items() if len(sheets) > 1 or len(lines) == 1}


def _meanings(places: TallyWords, line: Line, before: tuple[str, str | None]) -> tuple[str, ...]:
    after = before[1] if before[0] == line.section else None
    return places.meaning(line.word, places.question_of(line.section), after)


def _question(meanings: tuple[str, ...]) -> str | None:
    return meanings[0].partition(".")[0] if len(meanings) == 1 and meanings != (WHOLE,) else None


def _leave_out_what_is_no_word(words: Iterable[Found]) -> None:
    for one in words:
        one.left_out = not one.meanings and key_of(one.word) in NO_WORDS


def _place_once(words: Sequence[Found], places: TallyWords) -> None:
    """Leave an answer that stands under several headings to that which names its question, or to the first."""
    for meaning in {meaning for one in words for meaning in one.meanings} - {WHOLE}:
        same = [one for one in words if meaning in one.meanings]
        question = meaning.partition(".")[0]
        named = [one for one in same if one.section and places.question_of(one.section) == question]
        first = key_of((named or same)[0].section)
        for one in same:
            if key_of(one.section) != first:
                one.meanings = ()


def _choose_total(totals: Sequence[Found]) -> None:
    """Keep the totals if they are the same throughout, or the one that is the sum of all others."""
    if any(one.differs for one in totals):
        for one in totals:
            one.meanings = ()
        return
    if all(len(set(_values(totals, sheet))) <= 1 for sheet in _sheets(totals)):
        return
    wholes = [one for one in totals if all(_is_sum(one, totals, sheet) for sheet in _sheets(totals))]
    for one in totals:
        if one not in wholes or len(wholes) > 1:
            one.meanings, one.left_out = (), len(wholes) == 1


def _is_sum(one: Found, totals: Sequence[Found], sheet: str) -> bool:
    return one.counts.get(sheet, 0) * 2 == sum(_values(totals, sheet))


def _sheets(totals: Sequence[Found]) -> set[str]:
    return {sheet for one in totals for sheet in one.counts}


def _values(totals: Sequence[Found], sheet: str) -> Iterator[int]:
    return (one.counts[sheet] for one in totals if sheet in one.counts)
