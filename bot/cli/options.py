"""The options of the command line that take more than a line to say, and those that several commands share."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from storage.fault import N_

DEFAULT_CONFIG = Path("config.toml")
DAY = "%Y-%m-%d"

ConfigOption = Annotated[Path, typer.Option("--config", help=N_("The config file."))]
FormOption = Annotated[str, typer.Option("--form", help=N_("The form's key."))]
OneFormOption = Annotated[
    str | None, typer.Option("--form", help=N_("The key of one form; without it all that went by telephone."))
]
FormatsOption = Annotated[
    str, typer.Option("--format", help=N_("Only these formats: docx,pdf,xlsx,png,txt,html."))
]
WideOption = Annotated[
    bool, typer.Option("--wide", help=N_("Write each picture as a landscape for slides besides."))
]
AsSentOption = Annotated[
    bool, typer.Option("--as-sent", help=N_("With the figures that the delivered report held."))
]
FolderOption = Annotated[Path, typer.Option("--out", help=N_("The folder to write to."))]
FirstDayOption = Annotated[datetime | None, typer.Option("--from", formats=[DAY], help=N_("The first day."))]
LastDayOption = Annotated[datetime | None, typer.Option("--until", formats=[DAY], help=N_("The last day."))]
PeriodArgument = Annotated[str, typer.Argument(help=N_("2016, 2016-07, 2016-T2 …"))]
