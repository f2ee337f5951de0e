import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from exchange.errors import TableNotFoundError
from exchange.receivables import Receivables, read_receivables, to_json
from exchange.receivables.as_of import date_of
from exchange.sheet import Sheet
from exchange.tables import read_sheets
from tests.exchange.cases import DATE_STYLES, DIRT, FORMATS, LAYOUTS, NUMBER_STYLES, clean
from tests.exchange.generator import make_case

FILES = Path(__file__).with_name("files")
NAMES = sorted(path.name.removesuffix(".expected.json") for path in FILES.glob("*.expected.json"))


def read(rows: list[list[object]], **extra: object) -> Receivables:
    return read_receivables([Sheet("1", rows, **extra)])  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NAMES)
def test_a_real_file_comes_out_to_the_letter(name: str) -> None:
    source = next(path for path in FILES.glob(f"{name}.*") if path.suffix != ".json")
    found = to_json(read_receivables(read_sheets(source.name, source.read_bytes())))
    assert json.loads(json.dumps(found)) == json.loads((FILES / f"{name}.expected.json").read_text("utf-8"))


SEEDS = range(400)


def test_the_generated_files_have_every_layout_format_and_dirt() -> None:
    cases = [make_case(seed) for seed in SEEDS]
    assert len({case.data for case in cases}) == 400
    met = Counter(trait for case in cases for trait in case.traits)
    wanted = {*FORMATS, *LAYOUTS, *NUMBER_STYLES, *DATE_STYLES, *DIRT}
    assert {trait for trait in wanted if met[trait] < 4} == set()


@pytest.mark.parametrize("seed", SEEDS)
def test_every_cell_is_right_or_reported(seed: int) -> None:
    case = make_case(seed)
    found = read_receivables(read_sheets(case.name, case.data))
    assert (found.kind.value, found.level.value, found.as_of) == (case.kind, case.level, case.as_of)
    got = [(row.client, row.contract, row.document, row.amount, row.advance) for row in found.rows]
    wanted = [
        (
            clean(truth.client),
            truth.contract,
            truth.document,
            None if truth.balance is None else max(truth.balance, 0),
            None if truth.balance is None else max(-truth.balance, 0),
        )
        for truth in case.truths
    ]
    assert got == wanted
    assert {problem.cell for problem in found.problems} == case.bad_cells
    if case.has_overdue:
        assert [row.overdue for row in found.rows] == [truth.overdue for truth in case.truths]
    if case.has_due:
        assert [row.due for row in found.rows] == [truth.due for truth in case.truths]
    if case.level == "document":
        assert [row.date for row in found.rows] == [truth.day for truth in case.truths]
    net = sum((row.amount or 0) - (row.advance or 0) for row in found.rows)
    if case.total is None:
        assert found.stated_total is None
        assert not found.balanced
    else:
        assert found.balanced == (net == case.total)
        stated = found.stated_total
        assert stated is not None
        assert (stated.amount or 0) - (stated.advance or 0) == case.total


def test_a_hand_made_sheet_with_titles_and_empty_columns() -> None:
    found = read(
        [
            ["", "Кто нам должен"],
            ["", "на 20.11.2026"],
            [],
            ["", "Долг", "", "Клиент", "Просрочка", "Просрочено, руб."],
            ["", "1 200,50", "", "Ромашка", 3, "1 200,50"],
            ["", 500.0, "", "Вега", "", "-"],
            ["", "1 700,50", "", "Итого", "", ""],
        ]
    )
    assert [(row.client, row.amount, row.overdue, row.days_overdue) for row in found.rows] == [
        ("Ромашка", 120050, 120050, 3),
        ("Вега", 50000, 0, None),
    ]
    assert (found.level, found.balanced) == ("client", True)


def test_a_client_over_its_documents_is_carried_down() -> None:
    found = read(
        [
            ["Документ", "Дата", "Сумма долга"],
            ["ООО Ромашка"],
            ["Накладная 5", "05.11.2026", "100,00"],
            ["Накладная 6", "06.11.2026", "50,00"],
            ["ИП Белов"],
            ["Накладная 7", "07.11.2026", "7,00"],
        ]
    )
    assert [(row.client, row.document, row.amount) for row in found.rows] == [
        ("ООО Ромашка", "Накладная 5", 10000),
        ("ООО Ромашка", "Накладная 6", 5000),
        ("ИП Белов", "Накладная 7", 700),
    ]


def test_levels_in_columns_of_their_own() -> None:
    found = read(
        [
            ["Контрагент", "Договор", "Документ", "Долг"],
            ["Ромашка", "", "", 300.0],
            ["", "Договор 1", "", 300.0],
            ["", "", "Реализация 5", 100.0],
            ["", "", "Реализация 6", 200.0],
            ["Вега", "", "", 50.0],
            ["", "Договор 2", "", 50.0],
            ["", "", "Реализация 7", 50.0],
            ["Итого", "", "", 350.0],
        ]
    )
    assert [(row.client, row.contract, row.document, row.amount) for row in found.rows] == [
        ("Ромашка", "Договор 1", "Реализация 5", 10000),
        ("Ромашка", "Договор 1", "Реализация 6", 20000),
        ("Вега", "Договор 2", "Реализация 7", 5000),
    ]
    assert found.balanced


def test_groups_without_telling_names_are_found_by_their_sums() -> None:
    found = read(
        [
            ["Контрагент", "Задолженность", ""],
            ["Договор", "Всего", "Просрочено"],
            ["Альфа", 300.0, 100.0],
            ["Поставка зимы", 100.0, 100.0],
            ["Поставка лета", 200.0, 0.0],
            ["Бета", 50.0, 0.0],
            ["Разовая", 50.0, 0.0],
            ["Итого", 350.0, 100.0],
        ]
    )
    assert [(row.client, row.contract, row.amount) for row in found.rows] == [
        ("Альфа", "Поставка зимы", 10000),
        ("Альфа", "Поставка лета", 20000),
        ("Бета", "Разовая", 5000),
    ]
    assert found.balanced


def test_subtotals_are_neither_rows_nor_the_total() -> None:
    found = read(
        [
            ["Клиент", "Накладная", "Долг"],
            ["Альфа", "1", 10.0],
            ["Итого по Альфа", "", 10.0],
            ["Бета", "2", 5.0],
            ["Итого по Бета", "", 5.0],
            ["Всего по отчету:", "", 15.0],
        ]
    )
    assert len(found.rows) == 2
    assert found.balanced


def test_a_sum_without_a_client_is_reported() -> None:
    found = read(
        [["Клиент", "ИНН", "Долг"], ["Альфа", "7701254366", 10.0], *[["Бета", "", 1.0]] * 5, ["", "", 5.0]]
    )
    assert [(problem.code, problem.cell) for problem in found.problems] == [("no_client", "A8")]


def test_an_advance_column_printed_with_minuses() -> None:
    found = read(
        [["Клиент", "Долг", "Аванс"], ["Альфа", 10.0, -3.0], ["Бета", "", -2.0], ["Итого", 10.0, -5.0]]
    )
    assert [(row.amount, row.advance) for row in found.rows] == [(1000, 300), (0, 200)]
    assert found.stated_total is not None
    assert found.stated_total.advance == 500
    assert found.balanced


def test_intervals_without_a_total_column_are_summed() -> None:
    found = read(
        [
            ["Клиент", "Не просрочено", "1-30 дней", "Свыше 30 дней"],
            ["Альфа", 10.0, 5.0, 1.5],
            ["Итого", 10.0, 5.0, 1.5],
        ]
    )
    assert (found.kind, found.rows[0].amount, found.balanced) == ("ageing", 1650, True)


def test_a_table_of_something_else_is_refused_with_what_is_missing() -> None:
    with pytest.raises(TableNotFoundError) as caught:
        read([["Товар", "Количество"], ["Чай", 5.0]])
    assert caught.value.facts["missing"] == ("client", "amount")


def test_a_total_row_without_a_word_is_known_by_its_sums() -> None:
    rows: list[list[object]] = [
        ["Клиент", "Накладная", "Оплата", "Долг"],
        ["Альфа", "5", 40.0, 60.0],
        ["Бета", "6", "", 10.0],
    ]
    found = read([*rows, ["", "", 40.0, 70.0]])
    assert (len(found.rows), found.kind, found.balanced) == (2, "documents", True)
    wrong = read([*rows, ["", "", 40.0, 71.0]])
    assert (len(wrong.rows), wrong.balanced, [problem.cell for problem in wrong.problems]) == (
        2,
        False,
        ["A4"],
    )


def test_balances_of_two_days_make_a_statement() -> None:
    found = read(
        [
            ["Покупатель", "Остаток на 01.10.2026", "Отгружено", "Остаток на 31.10.2026"],
            ["Альфа", 10.0, 2.0, 12.0],
        ]
    )
    assert (found.kind, found.as_of, found.rows[0].amount) == ("statement", date(2026, 10, 31), 1200)


def test_all_groupings_named_in_one_cell() -> None:
    found = read(
        [
            ["Контрагент / Договор / Документ", "Долг"],
            ["Альфа", 10.0],
            ["Договор 1", 10.0],
            ["Реализация 5 от 01.02.2026", 4.0],
            ["Реализация 6 от 03.02.2026", 6.0],
        ]
    )
    assert [(row.client, row.contract, row.amount, row.date) for row in found.rows] == [
        ("Альфа", "Договор 1", 400, date(2026, 2, 1)),
        ("Альфа", "Договор 1", 600, date(2026, 2, 3)),
    ]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("на 20.11.2026", date(2026, 11, 20)),
        ("По состоянию на: 20 ноября 2026 г.", date(2026, 11, 20)),
        ("Период: 01.10.2026 \u2013 31.10.2026", date(2026, 10, 31)),
        ("с 1 октября 2026 г. по 15 ноября 2026 г.", date(2026, 11, 15)),
        ("за Октябрь 2026 г.", date(2026, 10, 31)),
        ("за Январь 2026 г. - Февраль 2026 г.", date(2026, 2, 28)),
        ("за 3 квартал 2026 г.", date(2026, 9, 30)),
        ("за I полугодие 2026 г.", date(2026, 6, 30)),
        ("за 9 месяцев 2026 г.", date(2026, 9, 30)),
        ("за 2026 г.", date(2026, 12, 31)),
        ("as of 2026-11-20", date(2026, 11, 20)),
        ("Договор №15 от 01.02.2026", None),
    ],
)
def test_the_day_of_a_report_by_its_title(line: str, day: date | None) -> None:
    assert date_of(line) == day
