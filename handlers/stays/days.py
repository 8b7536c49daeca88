"""The day on which a stay begins and the day on which it ends: which ones can be entered."""

from dataclasses import dataclass
from datetime import date

from reports.words.language import Language
from storage.fault import N_, Fault
from storage.forms.form import Form
from storage.forms.question import Stage

NO_DAY = N_("{label}: choose a day. Nothing is saved yet.")
LATER = N_("{label}: choose today or an earlier day. Nothing is saved yet.")
TOO_EARLY = N_("{label}: choose {day} or a later day. Nothing is saved yet.")
TOO_EARLY_HERE = N_("{label}: choose {day} or a later day; a leader can enter earlier ones. Nothing is saved yet.")
NO_NIGHT = N_("{label}: choose a day after {day}; a stay has at least one night. Nothing is saved yet.")


class NotADay(Fault):
    """A stay cannot begin or end on this day; ``stage`` tells which of the two it is."""

    def __init__(self, form: Form, stage: Stage, message: str, language: Language, **facts: object) -> None:
        question = form.arrival if stage == "arrival" else form.departure
        label = question.label.in_language(language.code) if question else ""
        super().__init__(message, label=label, **facts)
        self.stage = stage


@dataclass(frozen=True)
class DayRules:
    """The days that can be entered: from ``first`` to ``today``, or the ones that were there before."""

    form: Form
    first: date
    today: date
    language: Language
    may_earlier: bool = False

    def check(self, arrived: date | None, left: date | None, before: tuple[str, str | None] = ("", None)) -> date:
        """Return the day of arrival. Raises `NotADay` for days that a stay cannot have.

        Days that are the same as ``before`` are not asked how long ago they were.
        """
        if arrived is None:
            raise NotADay(self.form, "arrival", NO_DAY, self.language)
        self._check_one("arrival", arrived, before[0])
        if left is not None:
            self._check_one("departure", left, before[1])
            if self.form.house and left <= arrived:
                self._refuse("departure", NO_NIGHT, arrived)
            if left < arrived:
                self._refuse("departure", TOO_EARLY, arrived)
        return arrived

    def _check_one(self, stage: Stage, day: date, before: str | None) -> None:
        if day > self.today:
            raise NotADay(self.form, stage, LATER, self.language)
        if day < self.first and day.isoformat() != before:
            self._refuse(stage, TOO_EARLY if self.may_earlier else TOO_EARLY_HERE, self.first)

    def _refuse(self, stage: Stage, message: str, day: date) -> None:
        raise NotADay(self.form, stage, message, self.language, day=self.language.full_date(day))
