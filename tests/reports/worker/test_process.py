import subprocess
import sys

import pytest

from reports.analysis.grouped_answers import AnswerPair
from reports.cross_count import CrossCount
from reports.pictures.chart import Chart
from reports.pictures.draw_png import png
from reports.worker.client import WORKER


def test_a_job_that_fails_does_not_stop_the_next_and_the_worker_ends_with_its_input(chart: Chart) -> None:
    job = chart.model_dump_json().encode()

    done = subprocess.run(WORKER, input=b"no chart\n" + job + b"\n", capture_output=True, check=True, timeout=60)

    fault, header, picture = done.stdout.split(b"\n", 2)
    assert fault.startswith(b'{"fault": "ValidationError')
    assert header == b'{"length": %d}' % len(picture)
    assert picture == png(chart)


def test_a_cross_table_is_counted_without_the_library_that_pandas_would_import_by_itself() -> None:
    job = CrossCount(row_options=("a",), column_options=("x",), pairs=(AnswerPair(("a",), ("x",), 3),))
    command = (sys.executable, "-X", "importtime", *WORKER[1:])

    done = subprocess.run(command, input=job.model_dump_json().encode() + b"\n", capture_output=True, check=True)

    imported = {line.rpartition("|")[2].strip() for line in done.stderr.decode().splitlines()}
    assert b'"cells":[[3]]' in done.stdout
    assert ("pandas" in imported, "pyarrow.lib" in imported) == (True, False)


@pytest.mark.parametrize("jobs", [0, 1])
def test_the_worker_ends_without_a_word_when_the_bot_is_gone(chart: Chart, jobs: int) -> None:
    worker = subprocess.Popen(WORKER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert worker.stdin
    assert worker.stdout
    assert worker.stderr
    worker.stdin.write((chart.model_dump_json().encode() + b"\n") * jobs)

    worker.stdout.close()
    worker.stdin.close()

    assert worker.wait(60) == 0
    assert worker.stderr.read() == b""
    worker.stderr.close()


@pytest.mark.parametrize(
    "module",
    [
        *("reports.worker.client", "reports.pictures.card", "reports.words.caption"),
        *("reports.cross_tables", "reports.words.cross_table_text"),
    ],
)
def test_the_bot_s_process_imports_no_drawing(module: str) -> None:
    heavy = "{'matplotlib', 'pandas', 'numpy', 'pyarrow'} & set(sys.modules)"

    done = subprocess.run(
        (sys.executable, "-c", f"import sys, {module}; print({heavy})"),
        capture_output=True,
        check=True,
        timeout=60,
    )

    assert done.stdout.strip() == b"set()"
