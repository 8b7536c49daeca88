"""Why a button's text is refused."""

from storage.fault import N_, Fault


class UnreadableTap(Fault):
    """No button of ours says this, or none that is offered."""

    def __init__(self) -> None:
        """Say so in one sentence."""
        super().__init__(N_("This button cannot be read."))


class OutdatedTap(Fault):
    """The tap belongs to a form that has changed since, or is no longer there; ``nonce`` is of its record."""

    def __init__(self, nonce: str) -> None:
        """Be about this record."""
        super().__init__(N_("The form has changed since this button was made."))
        self.nonce = nonce


class FormTooLong(Fault):
    """A form's taps would outgrow what a button can carry."""
