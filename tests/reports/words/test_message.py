"""Forms in use besides the telephone log: a total and a picture each, in their own words."""

import pytest

from reports.chapter.chapter import chapter
from reports.chapter.prose import prose
from reports.excel.workbook import workbook
from reports.pictures.card import card
from reports.words.caption import everything
from reports.words.language import Code, Language
from reports.words.limits import units
from reports.words.message import Circumstances, message
from reports.words.table import table_text
from reports.words.wording import Wording
from storage.figures.counts import AnswerCount
from storage.forms.form import Form
from storage.forms.reader import OWN_FORMS, read_form
from tests.reports.summaries import LIMITS, months, reported, summary, worded

OUTGOING, CONSULTATION = (read_form(OWN_FORMS / f"{key}.toml") for key in ("outgoing", "phone_consultation"))
CALLS = months(("2025-10", 71), ("2026-10", 75))
OUT = months(("2025-10", 51), ("2026-10", 54), answers={"to": "nav"})
TALKS = months(("2026-10", 1), answers={"user": "woman"})


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", ["2026-10", "2026-T3", "2026"])
@pytest.mark.parametrize(
    ("form", "rows"), [(OUTGOING, OUT), (CONSULTATION, TALKS)], ids=["outgoing", "consultation"]
)
def test_nothing_of_the_telephone_log_is_said_of_another_form(
    form: Form, rows: list[AnswerCount], name: str, code: Code
) -> None:
    words = worded(name, rows, code, form)

    texts = (tell(words, LIMITS) for tell in (everything, table_text, prose))
    for told in (*texts, card(words), workbook(reported(words)), chapter(reported(words), "")):
        said = str(told).casefold()
        assert not [
            word for word in ("krise", "crisis", "vakttelefon", "duty telephone") if word in _without(said)
        ]


def _without(said: str) -> str:
    """Return the text without the names of those who are called."""
    for name in ("andre krisesentre", "andre krisesenter", "other crisis centres"):
        said = said.replace(name, "")
    return said


def test_it_heads_its_picture_and_its_chapter_with_what_it_counts() -> None:
    words = worded("2026-10", OUT, form=OUTGOING)

    assert (
        card(words).title.replace("\u00a0", " ")
        == "54 samtaler ut i oktober – ingen tydelig endring fra 51 i fjor"
    )
    assert chapter(reported(words), "").introduction.heading == "Samtaler ut i\u00a0oktober 2026"


@pytest.mark.parametrize("missed", [0, 30])
def test_a_report_names_the_totals_of_the_other_forms(missed: int) -> None:
    words = Wording(summary("2026-10", CALLS), Language("nb"))
    others = [worded("2026-10", OUT, form=OUTGOING), worded("2026-10", TALKS, form=CONSULTATION)]
    older = [summary("2026-09", CALLS)] * missed

    told = message(words, Circumstances("monthly", 1, missed=older, others=others), LIMITS)

    whole = f"{told.caption}\n{told.rest or ''}\n".replace("\u00a0", " ")
    out = "Samtaler ut: 54 – ingen tydelig endring (51 i fjor) · 0,7 for hver samtale inn (0,7 i fjor)"
    assert f"{out} · hjelpeapparatet 100 %\nTelefonkonsultasjoner: 1\n" in whole
    assert units(told.caption) <= LIMITS.caption
    assert units(told.rest or "") <= LIMITS.text


def test_where_no_other_form_is_in_use_a_report_is_as_before() -> None:
    words = Wording(summary("2026-10", CALLS), Language("nb"))

    told = message(words, Circumstances("monthly", 1), LIMITS)

    assert told.caption.endswith("Små tall svinger.\n\nRapport 2026-10 · A1")
