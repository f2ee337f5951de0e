"""What holds for any file: nothing but a plain refusal leaves the reader, and sums are never made up."""

import contextlib
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.ageing import AgeingSettings, Receivable, age
from exchange.errors import FileRefusedError
from exchange.receivables import Receivables, read_receivables
from exchange.receivables.content import ROLES
from exchange.receivables.outline import outline
from exchange.sheet import Merge, Sheet, Value
from exchange.tables import read_sheets
from exchange.values import clean_text

HEADINGS = ["Контрагент", "Договор", "Документ", "Дата", "Срок оплаты", "Долг", "Аванс", "Просрочено", "Дней просрочки", "Дебет", "Кредит", "Сальдо на конец периода", "Нач. остаток", "Кон. остаток", "До 30", "31-60", "Всего", "Валюта", "Показатели", "Счет", "Менеджер", "№"]  # fmt: skip
TEXTS = ["Ромашка ООО", "Вега", "Договор 5 от 01.02.2026", "Реализация 7 от 05.11.2026 10:00:00", "62.01", "Итого", "Итого по Вега", "Вега Итог", "Всего", "в т.ч. спорная", "БУ", "USD", "Дт", "-", "н/д", "1 234,56", "(5,00)", "1.250", "12.11.2026", "11/25/2026", "тыс. руб.", "\u00a0", "на 20.11.2026"]  # fmt: skip
CELLS = st.one_of(
    st.sampled_from(HEADINGS),
    st.sampled_from(TEXTS),
    st.just(""),
    st.floats(-1e7, 1e7).map(lambda number: round(number, 2)),
    st.floats(),
    st.integers(-1000, 60000),
    st.dates(date(1900, 1, 1), date(2150, 1, 1)),
    st.booleans(),
    st.text(max_size=6),
)
LIKELY = st.one_of(st.sampled_from(TEXTS[:2]), st.sampled_from(TEXTS), st.integers(-500, 500).map(float))


@st.composite
def tables(draw: st.DrawFn) -> Sheet:
    """Now any cells at all, now a heading over a body that may well be a table."""
    width = draw(st.integers(1, 7))
    if draw(st.booleans()):
        rows = draw(st.lists(st.lists(CELLS, max_size=width), max_size=14))
    else:
        heads: list[Value] = [*draw(st.permutations(HEADINGS))[:width]]
        body = draw(st.lists(st.lists(LIKELY, min_size=width, max_size=width), max_size=14))
        rows = [["Долги на 20.11.2026"], heads, *body]
    corner = st.tuples(st.integers(0, 14), st.integers(0, 7))
    merges = tuple(
        Merge(min(a, c), min(b, d), max(a, c), max(b, d))
        for (a, b), (c, d) in draw(st.lists(st.tuples(corner, corner), max_size=3))
    )
    levels = draw(st.none() | st.lists(st.integers(0, 7), min_size=len(rows), max_size=len(rows)).map(tuple))
    return Sheet("1", rows, merges, levels)


@given(st.lists(tables(), max_size=2), st.none() | st.dictionaries(st.integers(0, 8), st.sampled_from(ROLES)))
@settings(max_examples=400, deadline=None)
def test_any_grid_is_read_by_the_rules_or_refused(
    sheets: list[Sheet], mapping: dict[int, str] | None
) -> None:
    outline(sheets)
    with contextlib.suppress(FileRefusedError):
        holds(read_receivables(sheets, mapping))


@given(st.binary(max_size=3000))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_read_by_the_rules_or_refused(data: bytes) -> None:
    with contextlib.suppress(FileRefusedError):
        holds(read_receivables(read_sheets("долги.xls", data)))


@given(tables())
@settings(max_examples=150, deadline=None)
def test_a_csv_of_any_cells(sheet: Sheet) -> None:
    text = "\n".join(";".join(clean_text(value) for value in row) for row in sheet.rows)
    with contextlib.suppress(FileRefusedError):
        holds(read_receivables(read_sheets("долги.csv", text.encode())))


def holds(found: Receivables) -> None:
    for row in found.rows:
        assert (row.amount is None) == (row.advance is None)
        assert (row.amount or 0) >= 0 <= (row.advance or 0)
    assert all(row.amount is not None for row in found.rows) or found.problems
    amount = sum(row.amount or 0 for row in found.rows)
    advance = sum(row.advance or 0 for row in found.rows)
    assert (found.total.amount, found.total.advance) == (amount, advance)
    stated = found.stated_total
    net = None if stated is None else (stated.amount or 0) - (stated.advance or 0)
    signed = {amount - advance}
    if stated is None or (net not in signed and stated.amount not in {amount, amount - advance}):
        assert not found.balanced
    owed = [Receivable(1, (row.amount or 0) - (row.advance or 0), row.due) for row in found.rows]
    aged = age(owed, date(2026, 11, 20), AgeingSettings())
    assert sum(bucket.amount for bucket in aged.buckets) - aged.advances == aged.balance == amount - advance
