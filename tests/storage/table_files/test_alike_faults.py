"""Faulty rows with the same fault are told together."""

from storage.table_files.alike_faults import MOST_ALIKE, AlikeFaults
from storage.table_files.rows import RowFault


def _fault(text: str, column: str = "caller") -> RowFault:
    return RowFault("{text} is wrong", text=text, column=column)


def test_equal_faults_of_a_column_are_one_with_the_first_line() -> None:
    faulty = AlikeFaults()
    for line, fault in enumerate([_fault("x"), _fault("y"), _fault("x"), _fault("x", "reason")], 2):
        faulty.note(line, fault)

    assert [(alike.line, str(alike.fault), alike.count) for alike in faulty.alike] == [
        (2, "x is wrong", 2),
        (3, "y is wrong", 1),
        (5, "x is wrong", 1),
    ]
    assert (faulty.count, faulty.beyond, len(faulty.named)) == (4, 0, 4)


def test_of_too_many_different_ones_the_rows_are_counted_and_known_ones_still_grow() -> None:
    faulty = AlikeFaults()
    for line in range(MOST_ALIKE + 50):
        faulty.note(line, _fault(f"x{line}"))
    faulty.note(9999, _fault("x0"))

    assert (len(faulty.alike), faulty.beyond, faulty.alike[0].count) == (MOST_ALIKE, 50, 2)
