"""The README, and what stands in it."""

import re
import textwrap
from pathlib import Path

from pydantic import BaseModel

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def words_of(part: type[BaseModel]) -> set[str]:
    """Return the words that a part of a file may use."""
    return {field.alias or name for name, field in part.model_fields.items()}


def examples_in(section: str) -> list[str]:
    """Return the examples of a section."""
    found = re.findall(r"(?<=\n\n)((?: {4}.*\n|\n(?= {4}))+)", section)
    return [textwrap.dedent(text) for text in found]
