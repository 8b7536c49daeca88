"""What buttons that were sent long ago carry is a promise: every verb is read and written as it always was."""

import pytest

from handlers.tap import actions as tap
from handlers.tap import cross_table_actions as cross_tap
from handlers.tap import operation_actions as operation_tap
from handlers.tap import people_actions as people_tap
from handlers.tap import restore_actions as of_restore
from handlers.tap import shift_corrections as of_shifts
from handlers.tap.codec import VERBS, Tap, decode, encode
from handlers.tap.form_tap import UnreadableTap
from reports.analysis.period import Period
from storage.hour import Hour
from tests.example_forms import CALL, FORMS

NONCE = "Zz09-_aBcD"
DAY = "2026-11-03T07:30"
JULY, TERTIAL, YEAR = (Period.named(name) for name in ("2016-07", "2016-T2", "2016"))

SENT: list[tuple[str, Tap]] = [
    ("Undo:Zz09-_aBcD", tap.Undo(NONCE)),
    ("Restore:Zz09-_aBcD", tap.Restore(NONCE)),
    ("Again:Zz09-_aBcD", tap.Repeat(NONCE)),
    ("Change:Zz09-_aBcD", tap.Correct(NONCE)),
    ("Ask:Zz09-_aBcDC", tap.AskAgain(NONCE, 2)),
    ("Receipt:Zz09-_aBcD", tap.ShowReceipt(NONCE)),
    ("Show:Zz09-_aBcD", tap.OpenReceipt(NONCE)),
    ("Last:0", tap.TurnPage(0)),
    ("Last:15", tap.TurnPage(15)),
    ("Form:call", tap.OpenForm(CALL)),
    ("Counted:2026-11-03T0730_0", tap.CountIncoming(DAY, 0)),
    ("Counted:2026-11-03T0730_x", tap.CountIncoming(DAY, None)),
    ("More:2026-11-03T0730_6", tap.MoreIncoming(DAY, 6)),
    ("Out:2026-11-03T0730_12", tap.CountOutgoing(DAY, 12)),
    ("Out:2026-11-03T0730_x", tap.CountOutgoing(DAY, None)),
    ("Outs:2026-11-03T0730_31", tap.MoreOutgoing(DAY, 31)),
    ("SoFar:2026-11-03T0730_4", tap.CompareSoFar(DAY, 4)),
    ("Fars:2026-11-03T0730_10", tap.MoreSoFar(DAY, 10)),
    ("Step:2026-11-03T0730_", tap.ShowStep(DAY)),
    ("Recount:2026-11-03T0730_", tap.Recount(DAY)),
    ("Now:2026-11-03T0730_", tap.RegisterNow(DAY)),
    ("Plain:2026-11-03T0730_", tap.KeepUnspecified(DAY)),
    ("Aside:2026-11-03T0730_", tap.KeepIrrelevant(DAY)),
    ("After:2026-11-03T0730_", tap.TakeLater(DAY)),
    ("Skip:2026-11-03T0730_", tap.LeaveMissing(DAY)),
    ("Shifts:6", of_shifts.ListShifts(6)),
    ("Shift:2026-11-03T0730_", of_shifts.OpenShift(DAY)),
    ("Calls:2026-11-03T0730_counted", of_shifts.ChooseCalls(DAY, "counted")),
    ("Greater:2026-11-03T0730_outgoing_6", of_shifts.MoreCalls(DAY, "outgoing", 6)),
    ("Correct:2026-11-03T0730_counted_999", of_shifts.CorrectCalls(DAY, "counted", 999)),
    ("Correct:2026-11-03T0730_outgoing_x", of_shifts.CorrectCalls(DAY, "outgoing", None)),
    ("Takeback:2026-11-03T0730_2", of_shifts.TakeBackChange(DAY, 2)),
    ("Stats:call-2016-07", tap.ShowPeriod(CALL, JULY)),
    ("Stats:call-2016-T2", tap.ShowPeriod(CALL, TERTIAL)),
    ("Stats:call-2016-Q3", tap.ShowPeriod(CALL, Period.named("2016-Q3"))),
    ("Stats:call-2016030120160415", tap.ShowPeriod(CALL, Period.named("2016-03-01--2016-04-15"))),
    ("Choose:call-2016", tap.ChoosePeriod(CALL, YEAR)),
    ("Year:call-2016", tap.TurnYear(CALL, YEAR)),
    ("Open:call-2016-07", tap.OpenPeriod(CALL, JULY)),
    ("Figures:call-2016", tap.ShowFigures(CALL, YEAR)),
    ("Table:call-2016-07", tap.ShowTable(CALL, JULY)),
    ("Prose:call-2016-T2", tap.ShowProse(CALL, TERTIAL)),
    ("About:call-2016", tap.ShowAbout(CALL, YEAR)),
    ("Excel:call-2016-07", tap.SendWorkbook(CALL, JULY)),
    ("Word:call-2016", tap.SendChapter(CALL, YEAR)),
    ("Chart:call-2016-07", tap.ShowChart(CALL, JULY)),
    ("Came:3", of_restore.ReportsCame(3)),
    ("Resend:3", of_restore.SendReports(3)),
    ("Public:call-2016-T2", tap.AskPublication(CALL, TERTIAL)),
    ("Publish:call-2016-07", tap.Publish(CALL, JULY)),
    ("Cross:call-2016", cross_tap.ChooseRows(CALL, YEAR)),
    ("Rows:call-2016-07-C", cross_tap.ChooseColumns(CALL, JULY, 2)),
    ("Rows:call-2016-_", cross_tap.ChooseColumns(CALL, YEAR, 63)),
    ("Pair:call-2016-T2-CD", cross_tap.OpenCrossTable(CALL, TERTIAL, 2, 3)),
    ("Swap:call-2016-DC", cross_tap.ShowCrossTable(CALL, YEAR, 3, 2)),
    ("Switch:monthly-3", tap.SwitchReport(3, "monthly")),
    ("Switch:annual-12", tap.SwitchReport(12, "annual")),
    ("Language:turn-3", tap.TurnLanguage(3)),
    ("Unbind:chat-12", tap.Unbind(12)),
    ("People:10", people_tap.ListSeats(10)),
    ("Audit:20", people_tap.TurnAudit(20)),
    ("Seat:3", people_tap.OpenSeat(3)),
    ("Role:3-leader", people_tap.GiveRole(3, "leader")),
    ("Naming:3", people_tap.ChooseName(3)),
    ("Name:3-duty_phone_2", people_tap.NameSeat(3, "duty_phone_2")),
    ("Leaves:3", people_tap.AskRemoval(3)),
    ("Remove:3", people_tap.RemoveSeat(3)),
    ("Admit:3", people_tap.Admit(3)),
    ("Reject:3", people_tap.Reject(3)),
    ("Renew:3", people_tap.Renew(3)),
    ("Code:3", people_tap.FreeCode(3)),
    ("Another:3", people_tap.InviteTo(3)),
    ("Browser:12", people_tap.RemoveBrowser(12)),
    ("Invite:roles", people_tap.OpenInvitation()),
    ("Invite:administrator", people_tap.Invite("administrator")),
    ("Revoke:12", people_tap.Revoke(12)),
    ("Revoke:all", people_tap.RevokeAll()),
    ("Clock:x", operation_tap.TrustClock()),
    ("Clock:2026-11-03T14", operation_tap.TrustClock(Hour.parse("2026-11-03T14"))),
]


@pytest.mark.parametrize(("text", "meant"), SENT)
def test_every_verb_is_written_and_read_as_it_was_when_it_was_sent(text: str, meant: Tap) -> None:
    assert encode(meant) == text
    assert decode(text, FORMS) == meant


def test_the_table_above_has_every_verb() -> None:
    assert {type(meant) for _, meant in SENT} == set(VERBS.values())


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param("Ask:A", id="a place alone"),
        pytest.param("Last:-1", id="a page before the first"),
        pytest.param("Last:05", id="a number written otherwise"),
        pytest.param("Last:100001", id="a page nobody gets to"),
        pytest.param("Last:٣", id="a number of another script"),
        pytest.param("Form:nowhere", id="a form not in use"),
        pytest.param("Counted:2026-11-03T0730_1000", id="more calls than a shift can have"),
        pytest.param("Counted:2026-11-03T0730_", id="no number"),
        pytest.param("More:2026-11-03T0730_x", id="numbers from nowhere on"),
        pytest.param("Step:2026-11-03T0730", id="a shift cut short"),
        pytest.param("Step:2026-11-03T0730_6", id="a number where there is none"),
        pytest.param("Step:yesterday_", id="no shift"),
        pytest.param("Correct:2026-11-03T0730_counted_1000", id="more calls than a shift can be given"),
        pytest.param("Correct:2026-11-03T0730_logged_1", id="a figure that nobody answers"),
        pytest.param("Stats:tull", id="no period"),
        pytest.param("Stats:call-2016-13", id="a month that does not exist"),
        pytest.param("Stats:nowhere-2016", id="a period of a form not in use"),
        pytest.param("Rows:call-2016-", id="rows of no question"),
        pytest.param("Pair:call-2016-C", id="rows without columns"),
        pytest.param("Pair:call-2016-CDE", id="three questions"),
        pytest.param("Switch:weekly-12", id="a kind of summary that does not exist"),
        pytest.param("Switch:monthly-", id="no chat"),
        pytest.param("Language:nb-12", id="a language where there is none"),
        pytest.param("Unbind:chat-+12", id="a chat written otherwise"),
        pytest.param("Unbind:chat--1001234567890", id="a chat’s number at Telegram"),
        pytest.param("Role:3-owner", id="no role"),
        pytest.param("SoFar:2026-11-03T0730_x", id="a number shown that is none"),
        pytest.param("Seat:03", id="a seat written otherwise"),
        pytest.param("Nonsense:x", id="no verb of ours"),
        pytest.param("undo:Zz09-_aBcD", id="a verb written small"),
    ],
)
def test_what_no_button_said_is_refused(wrong: str) -> None:
    with pytest.raises(UnreadableTap):
        decode(wrong, FORMS)
