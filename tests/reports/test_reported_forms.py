"""Which registers a report tells of, and what its files are called."""

import pytest

from reports.analysis.period import Period
from reports.reported_forms import ReportedForms
from storage.forms.form import Form
from tests.example_forms import CALL, changed
from tests.reports.outgoing import CONSULTATION, OUTGOING
from tests.reports.summaries import months, worded

YEAR = Period.named("2026")
VISIT = changed(CALL, key="visit", telephone=None)


def _forms(*forms: Form) -> dict[str, Form]:
    return {form.key: form for form in forms}


@pytest.mark.parametrize(
    ("forms", "told"),
    [
        ((CALL,), [CALL]),
        ((CALL, OUTGOING, CONSULTATION), [CALL, OUTGOING, CONSULTATION]),
        ((OUTGOING, VISIT, CALL), [CALL, OUTGOING]),
        ((VISIT, CONSULTATION), [VISIT, CONSULTATION]),
    ],
    ids=["calls in alone", "all by telephone", "calls in first", "no calls in"],
)
def test_the_telephone_report_tells_the_calls_in_first_and_nothing_but_the_telephone_beside(
    forms: tuple[Form, ...], told: list[Form]
) -> None:
    report = ReportedForms.telephone(_forms(*forms))

    assert [report.main, *report.beside] == told


def test_a_report_that_another_form_leads_is_about_that_form_alone() -> None:
    report = ReportedForms.led_by(VISIT, _forms(CALL, OUTGOING, VISIT))

    assert (report.main, report.beside, report.alone) == (VISIT, (), True)


def test_the_name_has_the_key_of_a_form_that_is_told_alone_and_of_no_other() -> None:
    words = worded("2026", months(("2026-10", 5)))

    assert ReportedForms(CALL).told(YEAR, words, []).name == "2026"
    assert ReportedForms(CALL, alone=True).told(YEAR, words, []).name == "2026-call"


def test_a_register_without_a_record_is_not_told_of() -> None:
    words, empty = worded("2026", months(("2026-10", 5))), worded("2026", [], form=OUTGOING)

    assert ReportedForms(CALL, (OUTGOING,)).told(YEAR, words, [empty]).beside == ()
