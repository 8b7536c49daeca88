"""Paths in a unit: read back as systemd reads them, they are what they were."""

import shlex
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.host.unit_words import UnusablePath, argument, line, word

NAMES = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]).filter(str.isprintable), min_size=1).map(
    lambda name: name.replace("/", "_").strip() or "x"
)


def _read(text: str) -> str:
    """Read a word as systemd does: quotes and backslashes first, then percent signs."""
    [read] = shlex.split(text)
    return read.replace("%%", "%")


@given(NAMES)
def test_a_word_is_read_back_as_the_path_that_it_was(name: str) -> None:
    path = Path("/srv", f"{name}.d")

    assert _read(word(path)) == str(path)
    assert _read(word(path, optional=True)) == f"-{path}"
    assert _read(argument(path)).replace("$$", "$") == str(path)
    assert line(path).replace("%%", "%") == str(path)


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/opt/vaktlogg/.venv/bin/vaktlogg", "/opt/vaktlogg/.venv/bin/vaktlogg"),
        ("/srv/vakt logg", '"/srv/vakt logg"'),
        ("/srv/100 %", '"/srv/100 %%"'),
        ("/srv/50%/a", "/srv/50%%/a"),
        ("/srv/a:b", '"/srv/a:b"'),
        ('/srv/"a"\\b', '"/srv/\\"a\\"\\\\b"'),
        ("/srv/blåbær", '"/srv/blåbær"'),
        ("/srv/#a;b'c", '"/srv/#a;b\'c"'),
    ],
)
def test_only_what_needs_them_has_quotes(path: str, written: str) -> None:
    assert word(Path(path)) == written


@pytest.mark.parametrize("path", ["/srv/a\nUser=root", "/srv/a\u202eb", "/srv/a\\", "/srv/a ", "/srv/a\0"])
def test_a_path_that_could_end_its_line_or_is_not_seen_is_refused(path: str) -> None:
    with pytest.raises(UnusablePath):
        word(Path(path))
