"""Reports as files: one in the company's form, a team in one table, the form itself, what a form may name."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.errors import ProzvonError
from domain.reports import ADDED, FIELDS, LISTS, FieldKind, Row, Section, Value, figures_from_json
from screens import format as written
from screens.reports import absences_text, month_of
from screens.screen import FileRef
from screens.words import Catalogue, Words
from storage import employees
from storage import reports as stored
from usecases.achievements import count_days
from usecases.reports import figures_of, people_of
from usecases.work import Work

Drawing = dict[str, Any]
LABELS = ("sheet", "title", "person", "absence", "fact", "target", "percent")
PARTS = ("sales", "work", "money", "claims", "market", "next")
KROUBLES = 100
# What a cell holds as a number, and how it reads among words.
Shown = tuple[float | None, str]


async def build_report(work: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, Drawing] | None:
    """In the form as it is now, with the figures as they were handed in."""
    found = await stored.find(work.tx, reference.id)
    if found is None:
        return None
    words = catalogue[reference.language]
    figures = await figures_of(work, found)
    template = await stored.find_template(work.tx)
    named = {f"words.{section}": (found.words or {}).get(section.value, "") for section in Section}
    values = {**figures.values, **named, "person.absence": absences_text(words, figures)}
    facts: Drawing = {
        "kind": "report",
        "template": template.data if template else "",
        "labels": labels_of(words),
        "values": {name: shown(words, kind, values.get(name)) for name, kind in FIELDS.items()},
        "lists": {name: [_row(words, name, row) for row in rows] for name, rows in figures.lists.items()},
    }
    facts["values"]["report.month"] = (None, month_of(words, found.month))
    person = str(figures.values.get("person.name") or "")
    return f"{words.plain('report-file-name', name=person, month=f'{found.month:%Y-%m}')}.xlsx", facts


def shown(words: Words, kind: FieldKind, value: Value, name: str = "") -> Shown:
    if value is None or value == "":
        return None, ""
    if kind is FieldKind.CODE:
        return None, words.plain(f"{'claim' if name == 'claims.reason' else 'absence'}-{value}")
    if kind is FieldKind.DAY:
        return None, f"{date.fromisoformat(str(value)):%d.%m.%Y}"
    if not isinstance(value, int):
        return None, value
    if kind is FieldKind.MONEY:
        return value / KROUBLES, written.money(words, value)
    text = (
        words.plain("report-percent", percent=value) if kind is FieldKind.PERCENT else written.grouped(value)
    )
    return value, text


def _row(words: Words, name: str, row: Row) -> dict[str, Shown]:
    return {
        f"{name}.{column}": shown(words, kind, row.get(column), f"{name}.{column}")
        for column, kind in LISTS[name].items()
    }


def labels_of(words: Words) -> dict[str, str]:
    return {
        **{name: words.plain(f"report-form-{name}") for name in LABELS},
        **{f"part.{name}": words.plain(f"report-part-{name}") for name in PARTS},
        **{f"list.{name}": words.plain(f"report-list-{name.replace('_', '-')}") for name in LISTS},
        **{
            f"column.{column}": words.plain(f"report-column-{column}")
            for name in LISTS
            for column in LISTS[name]
        },
        **{f"field.{name}": field_name(words, name) for name in FIELDS},
    }


def field_name(words: Words, name: str) -> str:
    return words.plain(f"report-field-{name.replace('.', '-').replace('_', '-')}")


# --- a team -------------------------------------------------------------------------------------------------------

TEAM_KINDS: Mapping[FieldKind, str] = {FieldKind.MONEY: "money", FieldKind.COUNT: "count"}


async def build_team(work: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, Drawing] | None:
    """A line for each who handed in, with the team's sums; and their words. `extra["month"]` is ISO."""
    actor = await employees.find(work.tx, reference.id)
    if actor is None or not actor.leads:
        return None
    words, month = catalogue[reference.language], date.fromisoformat(reference.extra["month"])
    people = {one.id: one for one in await people_of(actor, work, month)}
    rows = await stored.of_month(work.tx, people, month)
    columns = [name for name, kind in FIELDS.items() if kind in {*TEAM_KINDS, FieldKind.PERCENT}]
    figures: list[list[Any]] = []
    said: list[list[Any]] = []
    for id_, one in rows.items():
        values = figures_from_json(one.facts).values if one.facts else {}
        figures.append([people[id_].name, *(values.get(name) for name in columns)])
        texts = one.words or {}
        state = words.plain(f"report-state-{one.state}")
        said.append([people[id_].name, state, *(texts.get(section.value) for section in Section)])
    sheets = [
        {
            "name": words.plain("report-sheet-figures"),
            "heads": [words.plain("report-form-person"), *(field_name(words, name) for name in columns)],
            "types": ["text", *(_type(name) for name in columns)],
            "rows": figures,
            "total": words.plain("report-form-total"),
        },
        {
            "name": words.plain("report-sheet-words"),
            "heads": [
                words.plain("report-form-person"),
                words.plain("report-form-state"),
                *(field_name(words, f"words.{section}") for section in Section),
            ],
            "types": ["text"] * (2 + len(Section)),
            "rows": said,
            "total": "",
        },
    ]
    name = words.plain("report-team-file-name", month=f"{month:%Y-%m}")
    return f"{name}.xlsx", {"kind": "debts", "sheets": sheets}


def _type(name: str) -> str:
    """An average is money that adds up to nothing."""
    if name in ADDED:
        return TEAM_KINDS[FIELDS[name]]
    return "percent" if FIELDS[name] is FieldKind.PERCENT else "rubles"


# --- the form -----------------------------------------------------------------------------------------------------


async def build_template(work: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, Drawing] | None:
    """The form that is filled in now; `extra["standard"]`: ours, whatever is in its place."""
    words = catalogue[reference.language]
    kept = None if reference.extra.get("standard") else await stored.find_template(work.tx)
    asked = {"template": kept.data if kept else "", "labels": labels_of(words), "values": {}, "lists": {}}
    return f"{words.plain('report-template-file-name')}.xlsx", {"kind": "report", **asked}


async def build_fields(_: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, bytes] | None:
    """Every mark that a form may have, with what it stands for."""
    from exchange.xlsx_out import write_table_xlsx

    words = catalogue[reference.language]
    rows = [(f"{{{{{name}}}}}", field_name(words, name)) for name in FIELDS]
    for name, columns in LISTS.items():
        said = words.plain(f"report-list-{name.replace('_', '-')}")
        rows.append((f"{{{{#{name}}}}}", words.plain("report-fields-list", name=said)))
        rows += [
            (f"{{{{{name}.{column}}}}}", f"{said}: {words.plain(f'report-column-{column}')}")
            for column in columns
        ]
    heads = [words.plain("report-fields-mark"), words.plain("report-fields-meaning")]
    return f"{words.plain('report-fields-file-name')}.xlsx", write_table_xlsx(heads, rows)


# --- achievements -------------------------------------------------------------------------------------------------

DEEDS = (
    ("new", "new_clients"),
    *(
        (name, name)
        for name in ("contracts", "renewed", "calls", "reached", "offers", "orders", "kept", "judged")
    ),
    *((name, name) for name in ("visits", "trainings", "greetings", "praises")),
)


async def build_achievements(
    work: Work, reference: FileRef, catalogue: Catalogue
) -> tuple[str, Drawing] | None:
    """Of the employee `reference.id`, as `extra["actor"]` sees them; days in `extra` as ISO."""
    actor = await employees.find(work.tx, int(reference.extra["actor"]))
    if actor is None:
        return None
    start, end = (date.fromisoformat(reference.extra[name]) for name in ("start", "end"))
    try:
        found = await count_days(actor, work, reference.id, start, end)
    except ProzvonError:
        return None
    words = catalogue[reference.language]
    marks = {True: words.plain("deeds-yes"), False: words.plain("deeds-no"), None: None}
    months = [
        [month_of(words, one.month), one.sales, one.before, one.target, one.calls, marks[one.timely]]
        for one in found.months
    ]
    figures = [[words.plain(f"deeds-row-{key}"), getattr(found, name)] for key, name in DEEDS]
    sheets = [
        _sheet(words, "months", ("month", "sales", "before", "target", "calls", "timely"), MONTH_TYPES, months),
        _sheet(words, "figures", ("what", "value"), ("text", "count"), figures),
        _sheet(words, "best", ("client", "orders", "sales"), ("text", "count", "money"), [list(one) for one in found.best]),
    ]  # fmt: skip
    name = words.plain("deeds-file-name", name=found.name, start=start.isoformat())
    return f"{name}.xlsx", {"kind": "debts", "sheets": sheets}


MONTH_TYPES = ("text", "money", "money", "money", "count", "text")


def _sheet(
    words: Words, name: str, heads: tuple[str, ...], types: tuple[str, ...], rows: list[list[Any]]
) -> Drawing:
    return {
        "name": words.plain(f"deeds-sheet-{name}"),
        "heads": [words.plain(f"deeds-head-{head}") for head in heads],
        "types": list(types),
        "rows": rows,
        "total": words.plain("deeds-total"),
    }
