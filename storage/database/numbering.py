"""Numbers that are never given twice, also not after a restore from a copy that knows nothing of the last ones."""


def next_number(table: str) -> str:
    """Return SQL for the ``number`` of the next row of one of our tables, in brackets."""
    above = "coalesce((SELECT max(numbers_above) FROM restored), 0)"
    return f"(SELECT max(coalesce(max(number), 0), {above}) + 1 FROM {table})"  # noqa: S608 - ours
