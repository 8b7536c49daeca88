"""Tables as text: within their width, and with every word in them."""

from hypothesis import given
from hypothesis import strategies as st

from bot.cli.text_table import blocks, is_narrow, wrapped

WORDS = st.text("abæ-«»", min_size=1, max_size=30)
CELLS = st.lists(WORDS, max_size=6).map(" ".join)
ROWS = st.integers(1, 8).flatmap(lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1))


@given(rows=ROWS, width=st.integers(30, 120))
def test_no_line_is_wider_and_nothing_is_left_out(rows: list[list[str]], width: int) -> None:
    lines = list(wrapped(rows, width))

    assert max(map(len, lines)) <= width
    assert (
        sorted("".join("".join(lines).split()))
        == sorted("".join(cell for row in rows for cell in row if cell))[
            sum(cell.count(" ") for row in rows for cell in row) :
        ]
    )


@given(rows=ROWS, width=st.integers(30, 120))
def test_where_columns_are_narrow_no_word_is_broken(rows: list[list[str]], width: int) -> None:
    words = {word for row in rows for cell in row for word in cell.split()}

    lines = list(wrapped(rows, width))

    assert not is_narrow(rows, width) or words <= {word for line in lines for word in line.split()}


@given(rows=ROWS, width=st.integers(60, 120))
def test_a_block_names_each_cell_that_is_not_empty(rows: list[list[str]], width: int) -> None:
    headings = [f"H{place}" for place in range(len(rows[0]))]

    lines = list(blocks(headings, rows, width, 1))

    named = [heading for row in rows for heading, cell in zip(headings[1:], row[1:], strict=True) if cell]
    assert [word[:-1] for line in lines for word in line.split() if word.startswith("H")] == named
    assert max((len(line) for line in lines if line.startswith(" ")), default=0) <= width


def test_numbers_end_below_each_other() -> None:
    assert list(wrapped([["line", "what"], ["3", "x"], ["1,000", "y"]], 40, {0})) == [
        " line  what",
        "    3  x",
        "1,000  y",
    ]
