"""The package as it is installed: everything that is read at run time is in it."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[1]
READ = {".toml", ".po", ".sql", ".typ", ".jinja", ".html", ".css", ".js", ".json"}
PACKAGES = ("bot", "handlers", "reports", "storage")


def test_forms_papers_templates_and_catalogues_are_in_the_wheel(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)

    [wheel] = tmp_path.glob("*.whl")
    with ZipFile(wheel) as packed:
        held = set(packed.namelist())
    read = {
        file.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for file in (ROOT / package).rglob("*")
        if file.suffix in READ
    }
    assert {"reports/papers/texts/risk-assessment-nb.toml", "storage/forms/call.toml"} <= read
    assert read - held == set()
