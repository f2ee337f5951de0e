"""What a file is, whom its rows mean, and what a row says of a debt."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest

from domain.actors import Actor, Role
from domain.imports import ImportKind
from exchange.errors import TableNotFoundError
from exchange.samples import sample_xlsx
from exchange.sheet import Limits
from exchange.xlsx_out import CellValue, write_table_xlsx
from storage import clients, employees
from storage.clients import NewClient
from storage.database import Database
from storage.receivables import NewReceivable
from usecases.import_clients import find_manager
from usecases.import_matching import Wanted, match_clients
from usecases.import_products import code_for
from usecases.import_reading import read_file
from usecases.import_receivables import leaves_of
from usecases.rules import Rules
from usecases.work import Work

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


def kinds(headers: list[str], row: list[CellValue]) -> list[str]:
    data = write_table_xlsx(headers, [row])
    return [read.kind.value for read in read_file("x.xlsx", data, TODAY, Limits())]


@pytest.mark.parametrize("kind", ["clients", "people", "products", "receivables", "statuses"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_sample_is_what_it_is_a_sample_of(kind: str, language: str) -> None:
    data = sample_xlsx(kind, language)  # type: ignore[arg-type]
    (read,) = read_file("any.xlsx", data, TODAY, Limits())
    assert read.kind == kind
    assert read.plan["problems"] == []


@pytest.mark.parametrize(
    ("headers", "row", "expected"),
    [
        (["Клиент"], ["Ромашка"], ["clients"]),
        (["Клиент", "ИНН", "Телефон"], ["Ромашка", "7701254366", "84950000101"], ["clients"]),
        (["Клиент", "ФИО"], ["Ромашка", "Ольга Белова"], ["people"]),
        (["ФИО", "Телефон"], ["Ольга Белова", "84950000101"], ["people"]),
        (["Наименование", "Цена"], ["Чай", 100], ["products"]),
        (["Наименование", "Ед. изм.", "Остаток"], ["Чай", "шт", 100], ["products"]),
        (["Заказ", "Статус"], ["17", "Отгружен"], ["statuses"]),
        (["№ заказа", "Текущее состояние"], ["17", "В работе"], ["statuses"]),
        (["Заказ", "Клиент", "Что с ним"], ["17", "Ромашка", "Отгружен частично"], ["statuses"]),
        (["Заказ", ""], ["17", "Собран"], ["statuses"]),
        (["Заказ", "Номер в 1С", "Отгружено"], ["17", "ЦБ-5", "да"], ["statuses"]),
        (["Заказ", "Артикул", "Отгружено"], ["17", "МС-825", 20], ["statuses"]),
        (["Заказ", "Клиент", "Долг", "Состояние"], ["17", "Ромашка", 100, "Отгружен"], ["receivables", "clients"]),
        (["Контрагент", "Сумма долга"], ["Ромашка", 100], ["receivables"]),
        (["Контрагент", "ИНН", "Менеджер", "Долг", "Срок оплаты"], ["Ромашка", "7701254366", "Анна", 100, TODAY], ["receivables"]),
        (["Клиент", "Отрасль", "Отсрочка", "Долг"], ["Ромашка", "мука", 14, 100], ["receivables", "clients"]),
        (["Клиент", "Отрасль", "Контактное лицо", "E-mail"], ["Ромашка", "мука", "Ольга Белова", ""], ["people", "clients"]),
    ],
)  # fmt: skip
def test_the_kind_is_known_by_content(headers: list[str], row: list[CellValue], expected: list[str]) -> None:
    assert kinds(headers, row) == expected


def test_a_kind_that_was_named_is_not_doubted() -> None:
    data = write_table_xlsx(["Наименование", "Цена"], [["Ромашка", 100]])
    assert read_file("x.xlsx", data, TODAY, Limits(), ImportKind.CLIENTS)[0].plan["rows"] == [
        {"row": 2, "name": "Ромашка"}
    ]
    with pytest.raises(TableNotFoundError):
        read_file("x.xlsx", data, TODAY, Limits(), ImportKind.PEOPLE)


@pytest.fixture
async def work(database: Database) -> AsyncIterator[Work]:
    async with database.transaction() as tx:
        for number, name in enumerate(("Анна", "Вера"), 1):
            facts = {"role": Role.MANAGER, "team_id": None, "language": "ru", "timezone": "Europe/Moscow"}
            await tx.value(employees.ADD, telegram_id=number, name=name, created_at=NOW, **facts)
        yield Work(tx, NOW, Rules())


async def test_a_client_is_known_by_its_number_then_by_its_words(work: Work) -> None:
    anna, vera = await employees.all_ids(work.tx)

    async def add(manager: int, name: str, tax_number: str | None = None, legal_name: str = "") -> int:
        new = NewClient(manager, name, NOW, tax_number=tax_number, legal_name=legal_name)
        return await clients.add(work.tx, new)

    romashka = await add(anna, "ООО «Ромашка»", "7701254366")
    shop = await add(anna, "Лавка", legal_name="ИП Тарасов Д. Е.")
    await add(anna, "Вектор")
    await add(anna, "Вектор ООО")
    await add(vera, "Колос", "6450264491")
    wanted = [
        Wanted(("Совсем другое имя",), "7701254366"),
        Wanted(("Ромашка, ООО",)),
        Wanted(("РОМАШКА",), "645424650589"),
        Wanted(("Тарасов Д.Е.",)),
        Wanted(("Ромашка Плюс",)),
        Wanted(("Вектор",)),
        Wanted(("Колос",), "6450264491"),
        Wanted(("ООО",)),
    ]
    found = await match_clients(work, wanted, [anna])
    assert [(one.client.id if one.client else one.why) for one in found] == [
        romashka, romashka, "unknown_client", shop, "unknown_client", "ambiguous_client", "foreign_client", "unknown_client",
    ]  # fmt: skip


def test_a_manager_is_known_by_whole_words() -> None:
    people = [
        Actor(id_, id_, name, Role.MANAGER, 1, "ru", "Europe/Moscow")
        for id_, name in enumerate(("Светлана Петрова", "Анна", "Анна Лебедева"), 1)
    ]
    assert find_manager("Петрова С. А.", people) == 1
    assert find_manager("Лебедева Анна", people) is None
    assert find_manager("Лебедева", people) == 3
    assert find_manager("С. А.", people) is None
    assert find_manager("Сидоров", people) is None


def test_a_sum_that_is_overdue_in_part_is_two_leaves() -> None:
    row = {"client": "Ромашка", "amount": 1000, "overdue": 300, "days": 18}
    assert leaves_of(row, TODAY) == [
        NewReceivable("", "", None, date(2026, 11, 2), 300, 0),
        NewReceivable("…", "", None, None, 700),
    ]
    assert leaves_of({"document": "Р-1", "amount": 1000, "overdue": 1000}, TODAY) == [
        NewReceivable("Р-1", "", None, date(2026, 11, 19), 1000, earliest=date.min)
    ]
    assert leaves_of({"document": "Р-1", "due": "2026-12-01", "amount": 1000, "overdue": 0}, TODAY) == [
        NewReceivable("Р-1", "", None, date(2026, 12, 1), 1000)
    ]


def test_a_name_stands_for_a_missing_code() -> None:
    assert code_for("Соль, 1 кг") == "Соль, 1 кг"
    long = [code_for("Соль " * 20 + tail) for tail in ("первая", "вторая")]
    assert len(set(long)) == 2
    assert {len(code) for code in long} == {50}
