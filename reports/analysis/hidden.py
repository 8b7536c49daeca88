"""The sign of a figure that is hidden, since it could tell of single people."""

from typing import Literal

Hidden = Literal[":"]
HIDDEN: Hidden = ":"
"""Stands in place of every figure that is hidden."""
