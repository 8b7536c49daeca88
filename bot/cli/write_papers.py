"""Writing the papers a public body has to have, and the guides, as files, with what the config says."""

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import typer

from bot.cli.folders import NotWritten, internal_path, write_file
from bot.cli.guide_facts import guide_facts
from bot.config.config import Config
from reports.papers.guide import Guide, GuideFile
from reports.papers.guide_reader import guide
from reports.papers.guide_text import GUIDES
from reports.papers.paper import Paper, PaperFile, PaperFormat
from reports.papers.reader import PAPERS, PaperFacts, paper
from reports.report_files import File
from reports.words.language import Code, Language
from reports.worker.client import WorkerClient
from storage.fault import N_, Fault, why

PAPER_FORMATS: tuple[PaperFormat, ...] = get_args(PaperFormat)


class MayBeFilledIn(Fault):
    """A file that is there already differs from the one to be written."""


@dataclass(frozen=True)
class PapersRequest:
    """What is asked for: a folder, formats, and a language, without which the config's is spoken."""

    out: Path
    formats: tuple[PaperFormat, ...] = PAPER_FORMATS
    language: Code | None = None


async def write_papers(config: Config, request: PapersRequest) -> None:
    """Write every paper in every format into a folder, and say where. Raises a `Fault`; then nothing is written.

    A file that is there already is not overwritten: somebody may have filled it in.
    """
    internal_path(config, request.out)
    files = await _made(config, request)
    for file in files:
        _check_free(request.out / file.name, file.content)
    for file in files:
        write_file(request.out / file.name, file.content)
        typer.echo(str(request.out / file.name))


async def _made(config: Config, request: PapersRequest) -> list[File]:
    language = Language(request.language or config.language)
    told = guide_facts(config)
    facts = PaperFacts(
        made=config.now().date(),
        centre=config.centre,
        exact_days=config.privacy.coarsen_days,
        own_hours=config.logging.own_hours,
        clear_hours=config.privacy.clear_hours,
        lapse_days=config.access.lapse_days,
        idle_minutes=told.idle_minutes,
        k=config.publication.k,
    )
    texts: dict[str, Paper | Guide] = {name: paper(name, language, facts) for name in PAPERS}
    texts |= {name: guide(name, language, told) for name in GUIDES}
    worker, files = WorkerClient(), []
    try:
        for name, text in texts.items():
            for kind in request.formats:
                content = await worker.write_paper(_job(text, kind))
                files.append(File(f"{name}-{language.code}.{kind}", content))
    finally:
        await worker.close()
    return files


def _job(text: Paper | Guide, kind: PaperFormat) -> PaperFile | GuideFile:
    if isinstance(text, Guide):
        return GuideFile(guide=text, format=kind)
    return PaperFile(paper=text, format=kind)


def _check_free(path: Path, content: bytes) -> None:
    try:
        if not path.exists() or path.read_bytes() == content:
            return
    except OSError as fault:
        raise NotWritten(N_("{path} cannot be written: {reason}."), path=path, reason=why(fault)) from fault
    words = N_("{path} is there already and may be filled in; nothing is written. Move it, or choose --out.")
    raise MayBeFilledIn(words, path=path)
