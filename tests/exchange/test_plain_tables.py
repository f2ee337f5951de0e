from datetime import date
from decimal import Decimal

import pytest

from exchange.clients import read_clients
from exchange.errors import TableNotFoundError
from exchange.people import read_people
from exchange.products import Price, read_products
from exchange.receivables import read_receivables
from exchange.samples import sample_xlsx
from exchange.sheet import Merge, Sheet
from exchange.tables import read_sheets
from exchange.values import Birthday, Phone

TODAY = date(2026, 11, 20)


def sheet(rows: list[list[object]], **extra: object) -> list[Sheet]:
    return [Sheet("1", rows, **extra)]  # type: ignore[arg-type]


def test_clients_under_a_title_with_columns_in_another_order() -> None:
    found = read_clients(
        sheet(
            [
                ["База клиентов"],
                [],
                [
                    "",
                    "ИНН",
                    "Клиент",
                    "Класс",
                    "Тел.",
                    "Кредитный лимит, тыс. руб.",
                    "Отсрочка, дней",
                    "Статус",
                    "Любимый цвет",
                ],
                [
                    "",
                    "7701254366",
                    " Ромашка  ООО ",
                    "а",
                    "8 495 000-01-01; 89175550142",
                    "300",
                    "14 дн.",
                    "Действующий",
                    "синий",
                ],
                ["", "7701254367", "Вега", "Д", "позвонить", "много", "", "", ""],
                ["", "", "", "A", "", "", "", "", ""],
                ["", "Итого", "", "", "", "300", "", "", ""],
            ]
        )
    )
    first, second = found.rows
    assert (
        first.row,
        first.name,
        first.tax_number,
        first.grade,
        first.credit_limit,
        first.payment_delay,
        first.status,
    ) == (4, "Ромашка ООО", "7701254366", "A", 30_000_000, 14, "client")
    assert first.phones == (Phone("8 495 000-01-01", "+74950000101"), Phone("89175550142", "+79175550142"))
    assert (second.tax_number, second.grade, second.credit_limit, second.phones) == (None, None, None, ())
    assert {(problem.code, problem.cell, problem.text) for problem in found.problems} == {
        ("not_a_tax_number", "B5", "7701254367"),
        ("not_a_grade", "D5", "Д"),
        ("not_a_phone", "E5", "позвонить"),
        ("not_a_number", "F5", "много"),
        ("no_name", "C6", ""),
    }
    assert found.columns["C"] == "name"
    assert found.ignored == ("Любимый цвет",)


def test_people_with_names_in_three_columns_and_a_merged_client() -> None:
    found = read_people(
        sheet(
            [
                [
                    "Организация",
                    "Фамилия",
                    "Имя",
                    "Отчество",
                    "Должность",
                    "Мобильный",
                    "Рабочий телефон",
                    "E-mail",
                    "День рождения",
                ],
                [
                    "Ромашка",
                    "Смирнова",
                    "Анна",
                    "Викторовна",
                    "закупщик",
                    "89160001111",
                    "84950000101",
                    "A@B.ru, c@d.ru",
                    "12 марта",
                ],
                ["", "Орлов", "Пётр", "", "директор", "", "", "не знаю", "31.02"],
            ],
            merges=(Merge(1, 0, 2, 0),),
        ),
        TODAY,
    )
    anna, peter = found.rows
    assert (anna.full_name, anna.client, anna.emails, anna.birthday) == (
        "Смирнова Анна Викторовна",
        "Ромашка",
        ("a@b.ru", "c@d.ru"),
        Birthday(12, 3),
    )
    assert [phone.e164 for phone in anna.phones] == ["+79160001111", "+74950000101"]
    assert (peter.full_name, peter.client, peter.birthday) == ("Орлов Пётр", "Ромашка", None)
    assert [(problem.code, problem.cell) for problem in found.problems] == [
        ("not_an_email", "H3"),
        ("not_a_birthday", "I3"),
    ]


def test_a_price_list_with_groups_and_two_storeys() -> None:
    found = read_products(
        sheet(
            [
                ["Прайс-лист на 01.11.2026"],
                ["Артикул", "Номенклатура", "Ед. изм.", "Цены, руб.", "", "Остаток"],
                ["", "", "", "Розница", "Опт", ""],
                ["", "Чай"],
                ["00-1", "Чай чёрный", "шт", "189,90", 165.0, "2,5"],
                ["00-2", "Чай зелёный", "шт", "-", "дог.", -1.0],
            ],
            merges=(
                Merge(1, 3, 1, 4),
                Merge(1, 0, 2, 0),
                Merge(1, 1, 2, 1),
                Merge(1, 2, 2, 2),
                Merge(1, 5, 2, 5),
            ),
        )
    )
    black, green = found.rows
    assert (black.code, black.name, black.group, black.unit, black.stock) == (
        "00-1",
        "Чай чёрный",
        "Чай",
        "шт",
        Decimal("2.5"),
    )
    assert black.prices == (Price("Розница", 18990), Price("Опт", 16500))
    assert (green.prices, green.stock) == ((), None)
    assert [(problem.code, problem.cell) for problem in found.problems] == [
        ("not_a_number", "E6"),
        ("negative", "F6"),
    ]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_samples_are_read_without_a_problem(language: str) -> None:
    clients = read_clients(read_sheets("c.xlsx", sample_xlsx("clients", language)))
    people = read_people(read_sheets("p.xlsx", sample_xlsx("people", language)), TODAY)
    products = read_products(read_sheets("g.xlsx", sample_xlsx("products", language)))
    receivables = read_receivables(read_sheets("r.xlsx", sample_xlsx("receivables", language)))
    for found in (clients, people, products, receivables):
        assert found.rows
        assert not found.problems
        assert not found.ignored
    assert products.rows[0].prices == (Price("розница", 18990), Price("опт", 16500))
    assert receivables.rows[0].due == date(2026, 11, 19)


def test_a_sample_takes_other_headings() -> None:
    [found] = read_sheets("c.xlsx", sample_xlsx("clients", headings={"name": "Клиент"}))
    assert found.value(0, 0) == "Клиент"


def test_a_table_of_something_else_is_refused() -> None:
    with pytest.raises(TableNotFoundError) as caught:
        read_products(sheet([["Фамилия", "Имя"], ["Орлов", "Пётр"]]))
    assert caught.value.facts["missing"] == ("name", "code")
