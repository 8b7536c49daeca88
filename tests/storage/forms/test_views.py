from storage.database.connection import Database
from storage.forms.form import Form
from storage.forms.views import refresh_views
from storage.records.corrections import Corrections
from storage.records.records import Records
from tests.example_forms import CALL, FORMS, VISITS, changed
from tests.storage.rows import NOW, SEAT, draft, rows

COLUMNS = "SELECT group_concat(name) FROM pragma_table_info('calls')"


async def test_a_call_is_a_row_and_a_question_a_column(database: Database, records: Records) -> None:
    await refresh_views(database, FORMS.values())
    await records.save(draft(), by=SEAT, now=NOW)
    await records.save(draft("b", {"aside": "silent"}, outcome="irrelevant"), by=SEAT, now=NOW)
    await records.save(draft("c", {}, outcome="declined"), by=SEAT, now=NOW)

    assert rows(database.path, COLUMNS) == [
        ("id,occurred_at,recorded_at,outcome,caller,behalf,agency,reason,crisis,minority,aside,also",)
    ]
    assert [row[1:] for row in rows(database.path, "SELECT * FROM calls ORDER BY id")] == [
        ("2016-07", "2016-07", "declined", *[None] * 8),
        (
            "2016-07-14T22",
            "2016-07-14T23",
            "registered",
            "agency",
            None,
            "nav",
            "violence",
            "yes",
            "no",
            None,
            None,
        ),
        ("2016-07-14T22", "2016-07-14T23", "irrelevant", None, None, None, None, None, None, "silent", None),
    ]
    assert rows(database.path, "SELECT * FROM visits") == []


async def test_a_several_is_a_list_in_json_and_nothing_chosen_an_empty_one(
    database: Database, records: Records
) -> None:
    await refresh_views(database, FORMS.values())
    for source, answers in (("a", {"violence": ("physical", "threats")}), ("b", {"violence": ()}), ("c", {})):
        await records.save(draft(source, answers, form=VISITS), by=SEAT, now=NOW)

    assert rows(database.path, "SELECT violence FROM visits ORDER BY id") == [
        ('["physical","threats"]',),
        ("[]",),
        (None,),
    ]


async def test_a_call_taken_back_is_not_in_the_view(
    database: Database, records: Records, corrections: Corrections
) -> None:
    await refresh_views(database, [CALL])
    await records.save(draft(), by=SEAT, now=NOW)

    await corrections.void("nonce", by=1, now=NOW)

    assert rows(database.path, "SELECT * FROM calls") == []


async def test_a_new_question_is_a_new_column_and_empty_in_the_calls_before_it(
    database: Database, records: Records
) -> None:
    await refresh_views(database, [changed(CALL, entries=CALL.questions[:-1])])
    await records.save(draft(), by=SEAT, now=NOW)

    await refresh_views(database, [_fresh(CALL)])

    assert rows(database.path, "SELECT crisis, aside FROM calls") == [("yes", None)]


async def test_an_unchanged_view_is_left_alone(database: Database) -> None:
    await refresh_views(database, FORMS.values())
    version = rows(database.path, "PRAGMA schema_version")

    await refresh_views(database, FORMS.values())

    assert rows(database.path, "PRAGMA schema_version") == version


async def test_a_question_may_have_the_name_of_a_word_of_sql(database: Database, records: Records) -> None:
    text = VISITS.model_dump_json(by_alias=True).replace('"who"', '"select"').replace('"visits"', '"group"')
    form = Form.model_validate_json(text)
    await refresh_views(database, [form])
    await records.save(draft(answers={"select": "man"}, form=form), by=SEAT, now=NOW)

    assert rows(database.path, 'SELECT "select" FROM "group"') == [("man",)]


def _fresh(form: Form) -> Form:
    return Form.model_validate_json(form.model_dump_json(by_alias=True))
