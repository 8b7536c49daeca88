"""How much of a report a mail holds."""

from typing import Literal

Content = Literal["notice", "public", "full"]
"""That it has come; what of it may be published; or all of it."""
