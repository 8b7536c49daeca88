from reports.words.counted import counted
from tests.example_forms import CALL, VISITS
from tests.reports.chapters import language


def test_records_are_counted_in_the_form_s_own_noun_or_else_as_records() -> None:
    assert counted(CALL, 1, language("nb")) == "1\u00a0samtale"
    assert counted(CALL, 1234, language("en")) == "1,234\u00a0calls"
    assert counted(VISITS, 2, language("nb")) == "2 registreringer"
