"""A table as a file of each format."""

import csv
import html
import io
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random

import xlsxwriter
import xlwt

Cell = str | float | int | date | None


@dataclass
class Grid:
    rows: list[list[Cell]] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)

    def add(self, cells: list[Cell], level: int = 0) -> int:
        self.rows.append(cells)
        self.levels.append(level)
        return len(self.rows) - 1


def grid_bytes(grid: Grid, kind: str, random: Random) -> bytes:
    """`kind` is xlsx, xls, csv or html; `random` picks the csv's delimiter and encoding."""
    if kind == "csv":
        return _csv(grid, random)
    return {"xlsx": _xlsx, "xls": _xls, "html": _html}[kind](grid)


def _xlsx(grid: Grid) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet("TDSheet")
    typed = book.add_format({"num_format": "dd.mm.yyyy"})
    for row, cells in enumerate(grid.rows):
        if grid.levels[row]:
            sheet.set_row(row, None, None, {"level": grid.levels[row]})
        for column, value in enumerate(cells):
            if isinstance(value, date):
                sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), typed)  # noqa: DTZ001
            elif isinstance(value, str) and value == "#REF!":
                sheet.write_formula(row, column, "=#REF!", None, "#REF!")
            elif isinstance(value, str) and value:
                sheet.write_string(row, column, value)
            elif value is not None and value != "":
                sheet.write_number(row, column, value)
    for top, left, bottom, right in grid.merges:
        sheet.merge_range(top, left, bottom, right, grid.rows[top][left])
    book.close()
    return buffer.getvalue()


def _xls(grid: Grid) -> bytes:
    book = xlwt.Workbook(encoding="cp1251")
    sheet = book.add_sheet("TDSheet")
    typed = xlwt.easyxf(num_format_str="DD.MM.YYYY")
    for row, cells in enumerate(grid.rows):
        if grid.levels[row]:
            sheet.row(row).level = grid.levels[row]
        for column, value in enumerate(cells):
            if isinstance(value, date):
                sheet.write(row, column, datetime(value.year, value.month, value.day), typed)  # noqa: DTZ001
            elif value not in (None, ""):
                sheet.write(row, column, value)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _csv(grid: Grid, random: Random) -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=random.choice(";;,\t"), lineterminator="\r\n")
    width = max(map(len, grid.rows))
    for cells in grid.rows:
        writer.writerow(["" if value is None else value for value in [*cells, *[""] * (width - len(cells))]])
    encoding = random.choice(["utf-8", "utf-8-sig", "utf-16", "cp1251"])
    text = buffer.getvalue()
    if encoding == "cp1251":
        text = text.translate({0x2009: "\u00a0", 0x202F: "\u00a0", 0x2212: "-", 0x20BD: "р."})
    return text.encode(encoding)


def _html(grid: Grid) -> bytes:
    merged = {(top, left): (bottom, right) for top, left, bottom, right in grid.merges}
    covered = {
        (row, column)
        for top, left, bottom, right in grid.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - set(merged)
    lines = ["<html><head><meta charset=utf-8></head><body><table>"]
    for row, cells in enumerate(grid.rows):
        lines.append("<TR>")
        for column, value in enumerate(cells):
            if (row, column) in covered:
                continue
            bottom, right = merged.get((row, column), (row, column))
            spans = (
                f" ROWSPAN={bottom - row + 1} COLSPAN={right - column + 1}" if (row, column) in merged else ""
            )
            text = (
                html.escape("" if value is None else str(value)).replace(" ", "&nbsp;").replace("\n", "<br>")
            )
            lines.append(f"<TD{spans}><SPAN>{text}</SPAN></TD>")
        lines.append("</TR>")
    lines.append("</table></body></html>")
    return "\n".join(lines).encode("utf-8-sig")
