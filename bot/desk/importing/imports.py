"""Importing a file at the desk: first what it would do is shown, then it is kept, and it can be taken back."""

from collections.abc import Mapping
from dataclasses import dataclass

from aiohttp import web

from bot.desk.desk import Desk
from bot.desk.importing.file_imports import FileImports, HeldFile
from bot.desk.importing.uploads import MEGABYTE, ReceivedForm, receive
from bot.desk.sent_numbers import number_in
from bot.desk.visit import Visit
from handlers.operations.file_import import MOST_FAULTS, SentFile, SentList, source_name
from handlers.operations.import_words import STEPS, columns_of, fault_lines, noted, overlapping, shown_rows
from storage.fault import N_

PAGE = "/operations/import"
FILE, MAP = "file", "map"
LARGEST, LARGEST_LIST = 50 * MEGABYTE, 5 * MEGABYTE
"""Bytes that are taken of a file with records, and of a telephone exchange's list, which is held whole."""
NO_FILE = N_("Choose a file first.")
NO_IMPORT = N_("There is no such import. Nothing is changed.")
GONE = N_("That file is no longer here. Choose it again; nothing is changed.")


@dataclass(frozen=True)
class ImportPage:
    """Shows what a file would do, and the imports so far."""

    desk: Desk
    files: FileImports

    async def show(self, visit: Visit) -> web.Response:
        """Show the file in hand, what is being done, and all imports. Raises a `DatabaseFault`."""
        cases, held, work = self.desk.cases, self.files.held(visit), self.files.work
        return visit.page(
            "operations_import.html",
            forms=[(form, columns_of(form, self.desk.language)) for form in cases.forms.values()],
            work=work,
            step=STEPS[work.step] if work else "",
            percent=round(100 * work.done / work.total) if work and work.total else None,
            held=held if held and held.rehearsal else None,
            shown=self._shown(held),
            imports=list(reversed(await cases.stores.imports.all())),
            largest=LARGEST // MEGABYTE,
            largest_list=LARGEST_LIST // MEGABYTE,
        )

    async def send(self, visit: Visit) -> web.Response:
        """Take in a file, and look what an import of it would do."""
        self.files.check_free()
        upload = await receive(visit, self.files.database, (FILE, MAP), LARGEST)
        try:
            self.files.check_free()
            sent = self._sent(upload)
        except web.HTTPException:
            upload.remove()
            raise
        await self.files.rehearse(visit, upload, sent)
        raise web.HTTPSeeOther(PAGE)

    async def send_list(self, visit: Visit) -> web.Response:
        """Take in a telephone exchange's list: all days or none."""
        self.files.check_free()
        upload = await receive(visit, self.files.database, (FILE,), LARGEST_LIST)
        try:
            self.files.check_free()
            if FILE not in upload.files:
                raise web.HTTPUnprocessableEntity(text=self.desk.language.text(NO_FILE))
            fields = upload.fields
            time = [heading for key in ("time", "clock") if (heading := fields.get(key, "").strip())]
            count, replace = fields.get("count", "").strip(), "replace" in fields
            sent = SentList(upload.path(FILE), upload.files[FILE], time, count, replace)
            await self.files.keep_list(visit, sent)
        finally:
            upload.remove()
        raise web.HTTPSeeOther(PAGE)

    async def keep(self, visit: Visit) -> web.Response:
        """Import the file that was looked at."""
        fields, held = await visit.posted(), self.files.held(visit)
        self.files.check_free()
        ready = held is not None and held.rehearsal is not None and held.rehearsal.refused is None
        if held is None or not ready or fields.get("key") != held.key:
            raise web.HTTPConflict(text=self.desk.language.text(GONE))
        await self.files.keep(visit, held)
        raise web.HTTPSeeOther(PAGE)

    async def drop(self, visit: Visit) -> web.Response:
        """Remove the file that was looked at."""
        fields = await visit.posted()
        self.files.check_free()
        self.files.drop(visit.seated.device.number, fields.get("key", ""))
        raise web.HTTPSeeOther(PAGE)

    async def undo(self, visit: Visit) -> web.Response:
        """Take an import back."""
        number = number_in((await visit.posted()).get("number", ""))
        self.files.check_free()
        if number is None or number < 1:
            raise web.HTTPBadRequest(text=self.desk.language.text(NO_IMPORT))
        await self.files.undo(visit, number)
        raise web.HTTPSeeOther(PAGE)

    def _sent(self, upload: ReceivedForm) -> SentFile:
        form = self.desk.cases.forms.get(upload.fields.get("form", ""))
        if form is None or FILE not in upload.files:
            raise web.HTTPUnprocessableEntity(text=self.desk.language.text(NO_FILE))
        return SentFile(
            upload.path(FILE),
            upload.files[FILE],
            form,
            upload.path(MAP) if MAP in upload.files else None,
            upload.files.get(MAP, ""),
            source_name(upload.fields.get("source", "")),
            upload.fields.get("sheet", "").strip() or None,
        )

    def _shown(self, held: HeldFile | None) -> Mapping[str, object]:
        """Return what the template shows of a rehearsal."""
        if held is None or (found := held.rehearsal) is None:
            return {}
        language, expected = self.desk.language, found.expected
        overlap = expected.overlap if expected else None
        return {
            "found": found,
            "refused": found.refused.sentence(language.text) if found.refused and not found.fault_count else "",
            "others": [fault.sentence(language.text) for fault in found.others],
            "notes": noted(found.notes, language),
            "faults": fault_lines(found.faults, language),
            "more_faults": max(0, found.fault_count - MOST_FAULTS),
            "columns": columns_of(held.sent.form, language),
            "rows": shown_rows(held.sent.form, found.first, language),
            "months": sorted(found.months.items()),
            "overlap": overlapping(overlap, expected.known, language) if expected and overlap else "",
        }
