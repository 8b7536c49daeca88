import pytest

from handlers.people.audit_words import SENTENCES, audit_line
from reports.words.language import Code, Language
from storage.audit.audit import ACTS, Act, AuditEntry


def test_every_act_has_its_sentence() -> None:
    assert set(SENTENCES) == set(ACTS)


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
@pytest.mark.parametrize("act", ACTS)
def test_a_sentence_has_no_open_place(act: Act, code: Code) -> None:
    line = audit_line(AuditEntry("2026-11-03T14", None, act, "5:leader"), Language(code))

    assert "{" not in line
    assert line.startswith("2026-11-03")
