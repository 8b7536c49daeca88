import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import uvloop

from reports.analysis.grouped_answers import AnswerPair, PairCounts
from reports.cross_count import CrossCount
from reports.papers.guide import GuideFile
from reports.papers.paper import PaperFile
from reports.pdf.write_guide import guide_pdf
from reports.pdf.write_paper import paper_pdf
from reports.pictures.chart import Chart
from reports.pictures.draw_png import png
from reports.pictures.draw_svg import picture_svg
from reports.pictures.drawing import Drawing
from reports.word.write_guide import guide_docx
from reports.word.write_paper import paper_docx
from reports.worker.client import NotRendered, WorkerClient
from tests.reports.papers.examples import written
from tests.reports.papers.guide_examples import guided

SLOW = (sys.executable, "-c", "import time; time.sleep(60)")
DEAD = (sys.executable, "-c", "")
GARBLED = (sys.executable, "-c", "print('hello', flush=True); input()")


@pytest_asyncio.fixture
async def worker() -> AsyncIterator[WorkerClient]:
    """Open a worker and close it again."""
    worker = WorkerClient()
    yield worker
    await worker.close()


async def _asked(worker: WorkerClient) -> None:
    """Wait until the worker has been sent a job."""
    while not worker._lock.locked():  # noqa: ASYNC110 - the lock tells nobody that it is taken
        await asyncio.sleep(0)


async def test_a_chart_is_drawn_by_a_worker(worker: WorkerClient, chart: Chart) -> None:
    assert await worker.draw(chart) == png(chart)


async def test_a_drawing_is_made_by_a_worker(worker: WorkerClient, chart: Chart) -> None:
    drawing = Drawing(picture=chart, description="75 samtaler")

    assert await worker.draw_svg(drawing) == picture_svg(drawing)


async def test_papers_are_written_by_a_worker_that_goes_on(worker: WorkerClient) -> None:
    told = written("when-someone-leaves")

    word = await worker.write_paper(PaperFile(paper=told, format="docx"))
    first = worker._worker
    pdf = await worker.write_paper(PaperFile(paper=told, format="pdf"))

    assert (word, pdf) == (paper_docx(told), paper_pdf(told))
    assert worker._worker is first is not None


async def test_guides_are_written_by_a_worker(worker: WorkerClient) -> None:
    told = guided("guide-administrator")

    word = await worker.write_paper(GuideFile(guide=told, format="docx"))
    pdf = await worker.write_paper(GuideFile(guide=told, format="pdf"))

    assert (word, pdf) == (guide_docx(told), guide_pdf(told))


def test_a_chart_is_drawn_on_the_event_loop_that_the_bot_runs_on(chart: Chart) -> None:
    async def drawn() -> bytes:
        worker = WorkerClient()
        try:
            return await worker.draw(chart)
        finally:
            await worker.close()

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        assert runner.run(drawn()) == png(chart)


async def test_a_table_is_counted_by_a_worker_that_draws_as_well(worker: WorkerClient, chart: Chart) -> None:
    pairs = (AnswerPair(("a",), ("x", "y"), 2), AnswerPair(("b",), ("x",), 3))
    job = CrossCount(row_options=("a", "b"), column_options=("x", "y"), pairs=pairs)

    counted, picture = await asyncio.gather(worker.count(job), worker.draw(chart))

    assert counted == PairCounts(cells=((2, 2), (3, 0)), row_totals=(2, 3), column_totals=(5, 2))
    assert picture == png(chart)


async def test_drawing_loads_nothing_that_only_counting_needs(chart: Chart) -> None:
    told = "import sys; from reports.worker.__main__ import main; main(); print('pandas' in sys.modules)"
    job = chart.model_dump_json().encode() + b"\n"

    done = await asyncio.to_thread(
        subprocess.run, (sys.executable, "-c", told), input=job, capture_output=True, check=True, timeout=60
    )

    assert done.stdout.endswith(b"False\n")


async def test_charts_asked_for_at_once_each_get_their_own_picture(worker: WorkerClient, chart: Chart) -> None:
    other = chart.model_copy(update={"title": "Another"})

    drawn = await asyncio.gather(worker.draw(chart), worker.draw(other), worker.draw(chart))

    assert list(drawn) == [png(chart), png(other), png(chart)]


async def test_a_worker_that_was_killed_is_replaced(worker: WorkerClient, chart: Chart) -> None:
    await worker.draw(chart)
    assert worker._worker
    killed = worker._worker.pid
    os.kill(killed, signal.SIGKILL)

    picture = await worker.draw(chart)

    assert picture == png(chart)
    assert worker._worker.pid != killed


async def test_a_worker_killed_while_it_draws_is_replaced(worker: WorkerClient, chart: Chart) -> None:
    await worker.draw(chart)
    assert worker._worker
    os.kill(worker._worker.pid, signal.SIGSTOP)
    drawing = asyncio.create_task(worker.draw(chart))
    await _asked(worker)
    os.kill(worker._worker.pid, signal.SIGKILL)

    assert await drawing == png(chart)


async def test_a_cancelled_job_leaves_the_next_one_its_own_picture(worker: WorkerClient, chart: Chart) -> None:
    await worker.draw(chart)
    drawing = asyncio.create_task(worker.draw(chart.model_copy(update={"title": "Cancelled"})))
    await _asked(worker)
    drawing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await drawing

    assert await worker.draw(chart) == png(chart)


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (SLOW, "took more than 0.5 seconds"),
        (DEAD, "has died"),
        (GARBLED, "has died"),
        (("/there/is/no/such/program",), "has died"),
    ],
)
async def test_a_worker_that_does_not_answer_is_a_named_fault(
    command: tuple[str, ...], sentence: str, chart: Chart
) -> None:
    worker = WorkerClient(command, seconds=0.5 if command == SLOW else 20)

    with pytest.raises(NotRendered, match=sentence):
        await worker.draw(chart)

    assert worker._worker is None
    await worker.close()


async def test_the_worker_ends_when_the_client_closes(chart: Chart) -> None:
    worker = WorkerClient()
    await worker.draw(chart)
    process = worker._worker
    assert process

    await worker.close()

    assert process.returncode is not None
    await worker.close()


async def test_no_worker_is_started_before_a_picture_is_asked_for() -> None:
    worker = WorkerClient()

    assert worker._worker is None
    await worker.close()


async def test_the_worker_is_not_told_the_bot_s_secrets(
    monkeypatch: pytest.MonkeyPatch, chart: Chart, tmp_path: Path
) -> None:
    monkeypatch.setenv("VAKTLOGG_TOKEN", "123:hush")
    seen = tmp_path / "seen"
    worker = WorkerClient(
        (sys.executable, "-c", f"import os; open({str(seen)!r}, 'w').write(str(dict(os.environ)))")
    )

    with pytest.raises(NotRendered):
        await worker.draw(chart)

    assert seen.read_text()
    assert "hush" not in seen.read_text()
    await worker.close()
