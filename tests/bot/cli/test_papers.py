"""`vaktlogg papers`, as an administrator types it before anything else."""

from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest

from tests.bot.console import CONFIG, vaktlogg

NAMES = (
    *("before-you-start", "risk-assessment", "when-someone-leaves"),
    *("guide-duty", "guide-leader", "guide-administrator"),
)


def _files(code: str, *kinds: str) -> list[str]:
    return [f"{name}-{code}.{kind}" for name in NAMES for kind in kinds]


def _first_lines(file: Path) -> list[str]:
    return [paragraph.text for paragraph in python_docx.Document(BytesIO(file.read_bytes())).paragraphs[:2]]


def test_without_a_config_the_papers_are_written_in_bokmal_into_the_present_folder(tmp_path: Path) -> None:
    written = vaktlogg(tmp_path, "papers")

    assert (written.returncode, written.stderr) == (0, "")
    assert written.stdout.splitlines() == _files("nb", "docx", "pdf")
    assert {file.name for file in tmp_path.iterdir() if file.is_file()} == set(_files("nb", "docx", "pdf"))
    title, byline = _first_lines(tmp_path / "risk-assessment-nb.docx")
    assert title == "Risikovurdering av Vaktlogg"
    assert byline.startswith("Senter: ____")


def test_language_and_centre_are_those_of_the_config(tmp_path: Path) -> None:
    head = 'language = "nn"\ncentre = "Krisesenteret i Nordvik"\n'
    (tmp_path / "config.toml").write_text(head + CONFIG, encoding="utf-8")

    written = vaktlogg(tmp_path, "papers", "--out", "papir/alle", "--format", "docx")

    assert written.stdout.splitlines() == [f"papir/alle/{name}" for name in _files("nn", "docx")]
    title, byline = _first_lines(tmp_path / "papir" / "alle" / "when-someone-leaves-nn.docx")
    assert (title, byline.partition(" · ")[0]) == ("Den dagen nokon sluttar", "Krisesenteret i Nordvik")


def test_another_language_can_be_asked_for_and_lies_beside(tmp_path: Path) -> None:
    for code in ("nb", "en"):
        written = vaktlogg(tmp_path, "papers", "--language", code, "--format", "pdf")
        assert written.stdout.splitlines() == _files(code, "pdf")

    assert all(
        (tmp_path / name).read_bytes().startswith(b"%PDF") for name in _files("en", "pdf") + _files("nb", "pdf")
    )


def test_a_paper_that_somebody_may_have_filled_in_is_never_overwritten(tmp_path: Path) -> None:
    filled = tmp_path / "risk-assessment-nb.docx"
    filled.write_bytes(b"filled in")

    refused = vaktlogg(tmp_path, "papers", "--format", "docx")

    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith(
        "risk-assessment-nb.docx finnes fra før og kan være fylt ut; ingenting er skrevet."
    )
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == [filled.name]
    assert filled.read_bytes() == b"filled in"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--format", "odt"), "Formatet «odt» finnes ikke; det finnes: docx, pdf."),
        (("--config", "none.toml"), "Det er ingen oppsettfil på none.toml"),
        (("--language", "fr"), "--language har en gal verdi."),
    ],
    ids=["format", "config", "language"],
)
def test_what_is_wrong_is_said_in_one_sentence(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    refused = vaktlogg(tmp_path, "papers", *words)

    assert refused.returncode in {1, 2}
    assert refused.stderr.startswith(said)
    assert refused.stderr.count("\n") == 1


def test_the_guides_tell_of_the_ways_in_that_the_config_serves(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[desk]\npublic_url = "https://vakt.example.org"\n', encoding="utf-8")

    vaktlogg(tmp_path, "papers", "--format", "docx")

    duty = python_docx.Document(BytesIO((tmp_path / "guide-duty-nb.docx").read_bytes()))
    told = " ".join(paragraph.text for paragraph in duty.paragraphs)
    assert "vakt.example.org" in told
    assert "Telegram" not in told


def test_a_token_that_cannot_be_read_by_who_prints_the_guides_is_a_bot_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[telegram]\ntoken_file = "away"\n', encoding="utf-8")

    written = vaktlogg(tmp_path, "papers", "--format", "docx")

    assert (written.returncode, written.stderr) == (0, "")
    duty = python_docx.Document(BytesIO((tmp_path / "guide-duty-nb.docx").read_bytes()))
    assert "Telegram" in " ".join(paragraph.text for paragraph in duty.paragraphs)


def test_the_public_folder_is_not_for_papers(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(f'{CONFIG}[reports]\npublic_folder = "ut"\n', encoding="utf-8")

    refused = vaktlogg(tmp_path, "papers", "--out", "ut")

    assert refused.returncode == 1
    assert "ingenting er skrevet" in refused.stderr
    assert not (tmp_path / "ut").exists()
