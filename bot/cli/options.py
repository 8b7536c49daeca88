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
AnnualOption = Annotated[
    bool, typer.Option("--annual", help=N_("The whole annual report: every register in use, as documents."))
]
NationalOption = Annotated[
    bool, typer.Option("--national", help=N_("The figures that the national form asks for, on a page."))
]
FolderOption = Annotated[Path | None, typer.Option("--out", help=N_("The folder to write to."))]
FirstDayOption = Annotated[datetime | None, typer.Option("--from", formats=[DAY], help=N_("The first day."))]
LastDayOption = Annotated[datetime | None, typer.Option("--until", formats=[DAY], help=N_("The last day."))]
PeriodArgument = Annotated[str, typer.Argument(help=N_("2016, 2016-07, 2016-T2 …"))]

ByOption = Annotated[
    str | None, typer.Option("--by", help=N_("Set two questions against each other, as agency,reason."))
]
JsonOption = Annotated[bool, typer.Option("--json", help=N_("Print the tally as JSON."))]
CsvOption = Annotated[bool, typer.Option("--csv", help=N_("Print a row a figure as CSV."))]
PublicOption = Annotated[bool, typer.Option("--public", help=N_("Hide small counts, and note the release."))]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help=N_("With --public: note nothing."))]

WithdrawOption = Annotated[int | None, typer.Option("--withdraw", help=N_("The number of a release."))]
ReasonOption = Annotated[str, typer.Option("--reason", help=N_("Why it is withdrawn; names nobody."))]
UnseenOption = Annotated[bool, typer.Option("--unseen", help=N_("Nobody outside has seen it."))]

RoleOption = Annotated[str, typer.Option("--role", help=N_("Whom it lets in: staff, leader or administrator."))]
SeatOption = Annotated[
    int | None, typer.Option("--seat", help=N_("One more browser for this access, and another code for it."))
]
ApiUrlOption = Annotated[str, typer.Option("--api-url", help=N_("The address of a Bot API server of your own."))]
SourceOption = Annotated[
    str | None,
    typer.Option("--source", help=N_("Whose file it is; rows of other sources are not compared. Names nobody.")),
]
SheetOption = Annotated[
    str | None, typer.Option("--sheet", help=N_("The sheet of a workbook; without it all with the same headings."))
]
ImportDryRunOption = Annotated[
    bool, typer.Option("--dry-run", help=N_("Show what an import would do, and change nothing."))
]
CopyFolderOption = Annotated[
    Path | None, typer.Option("--folder", help=N_("The folder that copies go to, on another disk or machine."))
]
UndoOption = Annotated[int | None, typer.Option("--undo", help=N_("The number of an import to take back."))]
RowsOption = Annotated[
    bool, typer.Option("--rows", help=N_("Also a form whose rows tell who lived here, for this one file."))
]
TidyOption = Annotated[
    bool, typer.Option("--tidy", help=N_("Counts by month in place of records, as .csv or .parquet."))
]

TimeOption = Annotated[
    list[str] | None, typer.Option("--time", help=N_("The heading that tells the time; twice: day and clock."))
]
CountOption = Annotated[
    str | None, typer.Option("--count", help=N_("The heading that tells how many calls a day had."))
]
ReplaceOption = Annotated[bool, typer.Option("--replace", help=N_("Correct days that had more calls."))]
