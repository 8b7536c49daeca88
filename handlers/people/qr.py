"""A link as a QR code, to be scanned by the phone that is let in."""

import io

import segno

PIXELS = 10
"""The side of one of its squares."""


def qr_png(link: str) -> bytes:
    """Return a picture of the link, dark on white with a margin."""
    picture = io.BytesIO()
    segno.make(link, error="m", micro=False).save(picture, kind="png", scale=PIXELS, border=4)
    return picture.getvalue()


def qr_text(link: str) -> str:
    """Return the link in half blocks, for a console."""
    lines = io.StringIO()
    segno.make(link, error="l", micro=False).terminal(lines, compact=True, border=2)
    return lines.getvalue()


def qr_rows(link: str) -> tuple[str, ...]:
    """Return the rows of the link's squares, 1 for a dark one and 0 for a light one, without a margin."""
    matrix = segno.make(link, error="m", micro=False).matrix
    return tuple("".join(str(square) for square in row) for row in matrix)
