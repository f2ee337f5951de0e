from datetime import date

import pytest

from exchange.errors import TableNotFoundError
from exchange.receivables import Receivables, read_receivables
from exchange.receivables.outline import Outline, outline
from exchange.sheet import Sheet

UNKNOWN: list[list[object]] = [
    ["Кто не заплатил на 20.11.2026"],
    ["Контора", "Бумага", "Когда", "Деньги октября"],
    ["Ромашка ООО", "Накл. 5", "05.11.2026", "1 200,50"],
    ["Вега ООО", "Накл. 6", "06.11.2026", 300.0],
    ["Вега ООО", "Накл. 7", "07.11.2026", "12 O0"],
]
HEADLESS: list[list[object]] = [
    ["Ромашка ООО", "7701254366", "1 200,50", date(2026, 11, 5)],
    ["Вега ООО", "7701254366", 300.0, date(2026, 12, 5)],
]


def seen(*tables: list[list[object]]) -> Outline:
    found = outline([Sheet(str(number), table) for number, table in enumerate(tables)])  # type: ignore[arg-type]
    assert found is not None
    return found


def read(table: list[list[object]], mapping: dict[int, str]) -> Receivables:
    return read_receivables([Sheet("1", table)], mapping)  # type: ignore[arg-type]


def test_columns_with_headings_of_their_own() -> None:
    found = seen([["заметки"]], UNKNOWN)
    assert found.sheet == "1"
    assert [(one.index, one.letters, one.heading, one.role) for one in found.columns] == [
        (0, "A", "Контора", "client"),
        (1, "B", "Бумага", None),
        (2, "C", "Когда", None),
        (3, "D", "Деньги октября", "amount"),
    ]
    assert found.columns[3].samples == ("1 200,50", "300", "12 O0")


def test_a_mapping_reads_what_the_headings_do_not_tell() -> None:
    found = read(UNKNOWN, {0: "client", 1: "document", 2: "due", 3: "amount"})
    assert [(row.client, row.document, row.due, row.amount) for row in found.rows] == [
        ("Ромашка ООО", "Накл. 5", date(2026, 11, 5), 120050),
        ("Вега ООО", "Накл. 6", date(2026, 11, 6), 30000),
        ("Вега ООО", "Накл. 7", date(2026, 11, 7), None),
    ]
    assert (found.as_of, [problem.cell for problem in found.problems]) == (date(2026, 11, 20), ["D5"])


def test_no_heading_at_all() -> None:
    assert [(one.heading, one.role) for one in seen(HEADLESS).columns] == [
        ("", "client"),
        ("", "tax_number"),
        ("", "amount"),
        ("", None),
    ]
    found = read(HEADLESS, {0: "client", 1: "tax_number", 2: "amount", 3: "due"})
    assert [(row.client, row.inn, row.amount, row.due) for row in found.rows] == [
        ("Ромашка ООО", "7701254366", 120050, date(2026, 11, 5)),
        ("Вега ООО", "7701254366", 30000, date(2026, 12, 5)),
    ]


def test_a_known_heading_without_the_client() -> None:
    table: list[list[object]] = [
        ["", "Срок оплаты", "Долг"],
        ["Ромашка", "05.11.2026", 10.0],
        ["Итого", "", 10.0],
    ]
    found = read(table, {0: "client", 2: "amount"})
    assert [(row.client, row.due, row.amount) for row in found.rows] == [("Ромашка", date(2026, 11, 5), 1000)]
    assert found.balanced


def test_a_mapping_outweighs_the_headings() -> None:
    table: list[list[object]] = [["Клиент", "Долг", "Бонус"], ["Ромашка", 10.0, 7.0]]
    assert read(table, {0: "client", 2: "amount"}).rows[0].amount == 700


def test_next_months_file_of_the_same_layout_has_the_same_signature() -> None:
    later: list[list[object]] = [
        ["на 20.12.2026"],
        ["Контора", "Бумага", "Когда", "Деньги ноября"],
        ["Другая", "Накл. 9", "", 9.0],
    ]
    assert seen(UNKNOWN).signature == seen(later).signature
    assert seen(HEADLESS).signature == seen([*HEADLESS, ["Новая", "", 5.5, date(2027, 1, 1)]]).signature
    known: list[list[object]] = [["Клиент", "Долг"], ["А", 1.5]]
    assert len({seen(table).signature for table in (UNKNOWN, HEADLESS, known)}) == 3


def test_a_mapping_without_a_client_or_a_sum_is_refused() -> None:
    with pytest.raises(TableNotFoundError) as caught:
        read(UNKNOWN, {3: "amount"})
    assert caught.value.facts["missing"] == ("client",)


def test_nothing_like_a_table() -> None:
    assert outline([Sheet("1", [["Пришлите отчёт"], ["до пятницы"]])]) is None
