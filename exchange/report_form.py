"""The standard form of the monthly report: an xlsx with marks like those that an owner may put into their own."""

import base64
import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, Final

from domain.reports import FIELDS, LISTS, FieldKind, Section
from exchange.report import fill
from exchange.xlsx_out import SheetWriter, open_workbook

# Parts with their lines: (what is said, its target, its percent); a list takes a row of its own.
PARTS: Final[tuple[tuple[str, tuple[tuple[str, str, str], ...], tuple[str, ...]], ...]] = (
    (
        "sales",
        (
            ("sales.fact", "sales.target", "sales.percent"),
            ("sales.before", "", ""),
            ("orders.count", "", ""),
            ("orders.average", "", ""),
            ("clients.active", "clients.active_target", ""),
            ("clients.total", "", ""),
            ("clients.new", "clients.new_target", ""),
            ("contracts.new", "contracts.target", ""),
            ("contracts.renewed", "", ""),
        ),
        (),
    ),
    (
        "work",
        (
            ("calls.made", "calls.target", ""),
            ("calls.reached", "", "calls.reached_percent"),
            ("calls.order_percent", "", ""),
            ("offers.phone", "offers.target", ""),
            ("offers.email", "", ""),
            ("visits.done", "", ""),
            ("trainings.done", "", ""),
            ("trainings.people", "", ""),
            ("greetings.count", "", ""),
        ),
        (),
    ),
    (
        "money",
        (
            ("debt.start", "", ""),
            ("debt.end", "", ""),
            ("debt.collected", "", ""),
            ("overdue.start", "", ""),
            ("overdue.end", "", ""),
            ("overdue.change", "", ""),
            ("promises.kept", "promises.count", "promises.kept_percent"),
            ("promises.partly", "", ""),
            ("promises.broken", "", ""),
            ("reconciliations.signed", "reconciliations.count", ""),
        ),
        (),
    ),
    ("claims", (("claims.count", "", ""), ("claims.closed", "", ""), ("claims.amount", "", "")), ("claims",)),
    (
        "market",
        (("competitors.count", "", ""), ("lost.count", "", ""), ("lost.amount", "", "")),
        ("rivals", "lost_goods"),
    ),
    (
        "next",
        (
            ("next.sales", "", ""),
            ("next.clients", "", ""),
            ("next.contracts", "", ""),
            ("next.calls", "", ""),
            ("next.ending", "", ""),
            ("next.expected", "", ""),
        ),
        ("ending", "expected"),
    ),
)
HEAD: Mapping[str, object] = {"bold": True, "bg_color": "#EDEDED", "bottom": 1, "valign": "vcenter"}
FORMATS: Mapping[FieldKind, str] = {FieldKind.MONEY: "#,##0.00", FieldKind.COUNT: "#,##0", FieldKind.PERCENT: '0" %"'}  # fmt: skip
WIDTHS = (48, 18, 18, 12)
LINE_LETTERS, LINE_POINTS, LEAST_LINES = 88, 15, 2
NOTHING = "—"


def standard_form(labels: Mapping[str, str], words: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """`labels` by «field.…», «part.…», «list.…», «column.…», and title, fact, target, percent, person, absence, sheet.

    `words` by mark are what rows are made high enough for: no program does that for merged cells.
    """
    buffer = io.BytesIO()
    book = open_workbook(buffer, datetime(2000, 1, 1, tzinfo=UTC))
    sheet = book.add_worksheet(labels["sheet"][:31])
    writer = SheetWriter(book, sheet)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    writer.put(0, 0, f"{labels['title']} {{{{report.month}}}}", {"bold": True, "font_size": 14})
    writer.put(1, 0, "{{company.name}}")
    writer.put(2, 0, f"{labels['person']}: {{{{person.name}}}}, {{{{person.team}}}}")
    writer.put(3, 0, f"{labels['absence']}: {{{{person.absence}}}}")
    row = 5
    for part, lines, lists in PARTS:
        _put_heads(writer, row, labels, part, lines)
        row += 1
        for line in lines:
            _put_line(writer, row, labels, line)
            row += 1
        for name in lists:
            row = _put_list(writer, row, labels, name)
        row += 1
    for section in Section:
        for column in range(len(WIDTHS)):
            writer.put(row, column, "" if column else labels[f"field.words.{section}"], HEAD)
        sheet.merge_range(row + 1, 0, row + 1, 3, "")
        sheet.set_row(row + 1, height_of(words.get(f"words.{section}", "")))
        writer.put(row + 1, 0, f"{{{{words.{section}}}}}", {"text_wrap": True, "valign": "top"})
        row += 3
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    book.close()
    return buffer.getvalue()


def height_of(text: str) -> float:
    """Points for the text across the sheet; Excel knows no row higher than 409."""
    lines = sum(-(-len(line) // LINE_LETTERS) or 1 for line in text.splitlines())
    return min(max(lines, LEAST_LINES) * LINE_POINTS, 409)


def _put_heads(
    writer: SheetWriter, row: int, labels: Mapping[str, str], part: str, lines: Sequence[tuple[str, str, str]]
) -> None:
    """A column that nothing in the part stands in has no heading."""
    used = [any(line[column] for line in lines) for column in range(3)]
    writer.put(row, 0, labels[f"part.{part}"], HEAD)
    for column, name in enumerate(("fact", "target", "percent")):
        writer.put(row, column + 1, labels[name] if used[column] else "", {**HEAD, "align": "right"})


def _put_line(writer: SheetWriter, row: int, labels: Mapping[str, str], line: tuple[str, str, str]) -> None:
    writer.put(row, 0, labels[f"field.{line[0]}"])
    for column, name in enumerate(line, 1):
        if name:
            writer.put(
                row, column, f"{{{{{name}}}}}", {"num_format": FORMATS[FIELDS[name]], "align": "right"}
            )


def _put_list(writer: SheetWriter, row: int, labels: Mapping[str, str], name: str) -> int:
    """Its heading and its row; the next free one."""
    for column, (key, kind) in enumerate(LISTS[name].items()):
        mark = f"{{{{#{name}}}}}" if not column else ""
        style: dict[str, object] = (
            {"align": "right"} if column else {"indent": 2, "align": "left", "shrink": True}
        )
        said = labels[f"column.{key}"] if column else labels[f"list.{name}"]
        writer.put(row, column, said, {"italic": True, **({"align": "right"} if column else {"indent": 1})})
        number = {"num_format": FORMATS[kind]} if kind in FORMATS else {}
        writer.put(row + 1, column, f"{mark}{{{{{name}.{key}}}}}", {**style, **number})
    return row + 2


def report_xlsx(asked: Mapping[str, Any]) -> bytes:
    """`template` in base64, empty for the standard form made of `labels`; `values` and `lists` as `fill` takes them."""
    kept, values = asked["template"], asked["values"]
    if kept or not values:
        form = base64.b64decode(kept) if kept else standard_form(asked["labels"])
        return fill(form, values, asked["lists"]) if values else form
    words = {name: str(shown[1]) for name, shown in values.items() if name.startswith("words.")}
    nothing = {name: (None, NOTHING) for name, text in words.items() if not text}
    empty = {name: [_nothing(name)] for name in LISTS if not asked["lists"].get(name)}
    return fill(standard_form(asked["labels"], words), {**values, **nothing}, {**asked["lists"], **empty})


def _nothing(name: str) -> dict[str, tuple[None, str]]:
    """A row for a list without any: it is said, not left to be wondered at."""
    return {f"{name}.{key}": (None, "" if column else NOTHING) for column, key in enumerate(LISTS[name])}
