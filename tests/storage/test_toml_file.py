from pathlib import Path

import pytest

from storage.fault import Fault
from storage.toml_file import LARGEST, UnusableToml, read_toml

TOO_DEEP = "its tables or lists lie too deep within each other"


def _refusal(folder: Path, content: bytes) -> Fault:
    (folder / "config.toml").write_bytes(content)
    with pytest.raises(UnusableToml) as refused:
        read_toml(folder / "config.toml")
    return refused.value


@pytest.mark.parametrize(
    ("content", "held"),
    [
        pytest.param("", {}, id="nothing"),
        pytest.param(
            "[logging]\r\nown_hours = 3\r\n", {"logging": {"own_hours": 3}}, id="lines as Windows ends them"
        ),
        pytest.param("a.b.c = [[1], [{ d = 2 }]]", {"a": {"b": {"c": [[1], [{"d": 2}]]}}}, id="some depth"),
        pytest.param(f"a = '{'f.eks. ' * 40}'", {"a": "f.eks. " * 40}, id="many full stops in a text"),
        pytest.param(f"a = '{'…' * 100}.{'.' * 100}'", {"a": f"{'…' * 100}.{'.' * 100}"}, id="dots in a row"),
    ],
)
def test_a_file_is_read(tmp_path: Path, content: str, held: dict[str, object]) -> None:
    (tmp_path / "config.toml").write_bytes(content.encode())

    assert read_toml(tmp_path / "config.toml") == held


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("a = " + "[" * 10_000 + "]" * 10_000, id="lists"),
        pytest.param("a = " + "[" * 100_000, id="lists that do not end"),
        pytest.param("a = " + "[" * 30 + "]" * 30, id="a few lists too many"),
        pytest.param("a = " + "{ a = " * 10_000 + "1" + " }" * 10_000, id="tables in a line"),
        pytest.param(".".join("a" * 100_000) + " = 1", id="a dotted key"),
        pytest.param(" . ".join(['"a"'] * 1000) + " = 1", id="a dotted key with quotes and blanks"),
        pytest.param("[" + ".".join("a" * 100_000) + "]", id="the name of a table"),
        pytest.param("a = " + "[{ b.c.d = " * 6 + "1" + "}]" * 6, id="a bit of each"),
    ],
)
def test_what_is_nested_without_end_is_told_of_in_a_sentence(tmp_path: Path, content: str) -> None:
    assert str(_refusal(tmp_path, content.encode())) == TOO_DEEP


def test_a_file_larger_than_a_megabyte_is_told_of_and_not_read_to_its_end(tmp_path: Path) -> None:
    assert str(_refusal(tmp_path, b"#" * (LARGEST + 1))) == "it is larger than a megabyte"


def test_a_file_of_a_megabyte_is_read(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes(b"#" * LARGEST)

    assert read_toml(tmp_path / "config.toml") == {}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfe", "it is not UTF-8 text"),
        (b"a = 1\na = 2\n", "line 2 gives a key or a table a second time"),
        (b"a = ", "its end is not valid TOML; a quote or a bracket may be missing"),
    ],
)
def test_what_is_no_toml_is_told_of_by_its_place(tmp_path: Path, content: bytes, said: str) -> None:
    assert str(_refusal(tmp_path, content)).startswith(said)


def test_a_file_that_is_not_there_is_the_systems_own_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_toml(tmp_path / "none.toml")
