"""What was found waiting after a gap in polling: such a tap did not happen just now."""

from storage.hour import Hour


class Backlog:
    """Remembers, while an update is being handled, since when it may have waited."""

    def __init__(self) -> None:
        """Begin with nothing waiting."""
        self._since: dict[int, Hour] = {}

    def found(self, update: int, since: Hour) -> None:
        """Note that the update may have waited since that hour."""
        self._since[update] = since

    def done(self, update: int) -> None:
        """Forget the update."""
        self._since.pop(update, None)

    def since(self, update: int) -> Hour | None:
        """Return since when the update may have waited, or None where it came just now."""
        return self._since.get(update)
