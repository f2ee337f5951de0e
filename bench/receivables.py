"""A receivables file of 50,000 rows: seconds and peak memory of reading it, beside merely opening it.

python -m bench.receivables [rows]
"""

import io
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROWS = 50_000
AIM_SECONDS = 10.0
AIM_MEGABYTES = 300.0
A_CLIENT = 10
KINDS = ("xlsx", "grouped.xlsx", "csv", "xls")


def main() -> None:
    if len(sys.argv) > 2:
        _measure(sys.argv[1], Path(sys.argv[2]))
        return
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    print(f"{rows} rows; aims: {AIM_SECONDS:.0f} s, {AIM_MEGABYTES:.0f} MB")
    with tempfile.TemporaryDirectory() as folder:
        for kind in KINDS:
            path = Path(folder) / f"debts.{kind}"
            path.write_bytes(_file(kind, rows))
            read = _child("read", path)
            opened = _child("open", path) if kind != "csv" else None
            ratio = f"{read['busy'] / opened['busy']:.1f} × opening" if opened else ""
            print(
                f"{kind:13} {path.stat().st_size / 1e6:5.1f} MB: {read['seconds']:5.2f} s ({read['busy']:.2f} s of one core), {read['megabytes']:4.0f} MB, "
                f"{read['rows']} rows, balanced {read['balanced']} {ratio}"
            )


def _child(what: str, path: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.receivables", what, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, timeout=300)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _measure(what: str, path: Path) -> None:
    data = path.read_bytes()
    started, busy = time.perf_counter(), time.process_time()
    found = _read(path.name, data) if what == "read" else _opened(data)
    seconds, busy = time.perf_counter() - started, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "busy": busy, "megabytes": peak, **found}))


def _read(name: str, data: bytes) -> dict[str, object]:
    from exchange.receivables import read_receivables
    from exchange.tables import read_sheets

    found = read_receivables(read_sheets(name, data))
    return {"rows": len(found.rows), "balanced": found.balanced}


def _opened(data: bytes) -> dict[str, object]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {"rows": len(book.get_sheet_by_index(0).to_python())}


def _file(kind: str, rows: int) -> bytes:
    table, levels = _grouped(rows) if kind.startswith("grouped") else _flat(rows)
    if kind == "csv":
        return "\r\n".join(";".join(_comma(cell) for cell in row) for row in table).encode("cp1251")
    return _xls(table) if kind == "xls" else _xlsx(table, levels)


def _comma(cell: object) -> str:
    return str(cell).replace(".", ",") if isinstance(cell, float) else str(cell)


def _flat(rows: int) -> tuple[list[list[object]], list[int]]:
    heading: list[object] = [
        "№",
        "Контрагент",
        "ИНН",
        "Документ",
        "Дата",
        "Срок оплаты",
        "Долг",
        "Просрочено",
        "Менеджер",
    ]
    table: list[list[object]] = [["Задолженность на 20.11.2026"], heading]
    total = 0.0
    for number in range(rows):
        amount = (number * 7919) % 900_000 + 0.25
        total += amount
        table.append(
            [
                number + 1,
                f"ООО Клиент {number // A_CLIENT}",
                "7701254366",
                f"Реализация {number} от 05.11.2026 10:00:00",
                "05.11.2026",
                "19.11.2026",
                amount,
                amount,
                "Петрова С. И.",
            ]
        )
    return [*table, ["", "Итого", "", "", "", "", total, total, ""]], [0] * (rows + 3)


def _grouped(rows: int) -> tuple[list[list[object]], list[int]]:
    table: list[list[object]] = [
        ["Ведомость на 20.11.2026"],
        ["Контрагент", "Долг", "В т.ч. просрочено", "До 10", "Свыше 10"],
        ["Документ"],
    ]
    levels = [0, 0, 0]
    total = 0.0
    for first in range(0, rows, A_CLIENT):
        sums = [(number * 7919) % 900_000 + 0.25 for number in range(first, min(first + A_CLIENT, rows))]
        table.append([f"ООО Клиент {first}", sum(sums), sum(sums), sum(sums), ""])
        table += [
            [f"Реализация {first + at} от 05.11.2026 10:00:00", one, one, one, ""]
            for at, one in enumerate(sums)
        ]
        levels += [0, *[1] * len(sums)]
        total += sum(sums)
    return [*table, ["Итого", total, total, total, ""]], [*levels, 0]


def _xlsx(table: list[list[object]], levels: list[int]) -> bytes:
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate(table):
        if levels[number]:
            sheet.set_row(number, None, None, {"level": levels[number]})
        sheet.write_row(number, 0, row)
    book.close()
    return buffer.getvalue()


def _xls(table: list[list[object]]) -> bytes:
    import xlwt

    book = xlwt.Workbook(encoding="cp1251")
    sheet = book.add_sheet("TDSheet")
    for number, row in enumerate(table):
        for column, cell in enumerate(row):
            sheet.write(number, column, cell)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


if __name__ == "__main__":
    main()
