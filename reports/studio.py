"""Stub."""


class Studio:
    """Stub."""

    async def close(self) -> None:
        """Stub."""
