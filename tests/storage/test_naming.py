"""Whom and what a line may name, found in a few rows of a large base."""

from decimal import Decimal

import pytest

from storage import clients, employees, naming, persons, products
from storage.clients import NewClient
from storage.database import Database, Transaction
from tests.office import MONDAY

CLIENTS = (
    "Ромашка", "Восток-Трейд", "Южный ветер", "Metro Кеш", "Вектор", "Пекарня №3", "Пекарня №4", "ИП Субботин",
)  # fmt: skip
COLOURS, SIZES = ("белая", "синяя", "красная", "серая", "чёрная"), ("0,9 л", "2,5 л", "10 л")


@pytest.fixture
async def stock(database: Database) -> Database:
    """Two managers; clients of the first, and goods in families."""
    async with database.transaction() as tx:
        for name in ("Анна", "Ира"):
            await tx.value(
                employees.ADD,
                telegram_id=ord(name[0]),
                name=name,
                role="manager",
                team_id=None,
                language="ru",
                timezone="Europe/Moscow",
                created_at=MONDAY,
            )
        for name in CLIENTS:
            await clients.add(tx, NewClient(1, name, MONDAY))
        vektor = CLIENTS.index("Вектор") + 1
        await persons.add(tx, vektor, "Никитина Ольга")
        await clients.reindex(tx, vektor)
        names = [f"Краска {kind} {colour} {size}" for kind in ("фасадная", "интерьерная") for colour in COLOURS for size in SIZES]  # fmt: skip
        for number, name in enumerate(
            [*names, "Саморез по дереву 4х16", "Масло 82,5%", "Сгущённое молоко", "Кабель ВВГнг"]
        ):
            await products.write(tx, code=f"К-{100 + number}", name=name, prices={}, pack_size=Decimal(1))
    return database


async def named(tx: Transaction, line: str, manager: int = 1) -> tuple[list[str], list[str]]:
    people, goods = await naming.named_in(tx, line, [manager])
    names = await clients.names(tx, people)
    known = await products.by_ids(tx, goods)
    return [names[id_] for id_ in people], [known[id_].name for id_ in goods]


@pytest.mark.parametrize(
    ("line", "client"),
    [
        ("ромашке отправил КП", "Ромашка"),
        ("РОМАШКА думает", "Ромашка"),
        ("рамашка не берёт", "Ромашка"),
        ("роамшка заказала", "Ромашка"),
        ("востоктрейд занято", "Восток-Трейд"),
        ("восток трейд занято", "Восток-Трейд"),
        ("восток-трейду перезвонить", "Восток-Трейд"),
        ("vektor оплатит в пт", "Вектор"),
        ("в метро кеш завтра", "Metro Кеш"),
        ("никитиной набрать завтра", "Вектор"),
        ("у южного ветра недовоз", "Южный ветер"),
        ("субботину перезвонить в среду", "ИП Субботин"),
    ],
)
async def test_a_client_is_found_by_any_form_of_its_words(stock: Database, line: str, client: str) -> None:
    async with stock.transaction() as tx:
        people, _ = await named(tx, line)
        foreign, _ = await named(tx, line, manager=2)
    assert people[:1] == [client]
    assert foreign == []


@pytest.mark.parametrize(
    ("line", "product"),
    [
        ("20 кор масла 82,5", "Масло 82,5%"),
        ("масла 82.5 20", "Масло 82,5%"),
        ("саморезы по дереву 5 кг", "Саморез по дереву 4х16"),
        ("сгущенки 10", "Сгущённое молоко"),
        ("кабеля ввгнг 100 м", "Кабель ВВГнг"),
        ("к-133 2 шт", "Кабель ВВГнг"),
        ("к 133 2 шт", "Кабель ВВГнг"),
        ("K133 две штуки", "Кабель ВВГнг"),
    ],
)
async def test_goods_are_found_by_any_form_of_their_words_and_by_code(
    stock: Database, line: str, product: str
) -> None:
    async with stock.transaction() as tx:
        _, goods = await named(tx, line)
    assert product in goods[:3]


async def test_a_family_is_whole_and_the_nearest_come_first(stock: Database) -> None:
    async with stock.transaction() as tx:
        _, goods = await named(tx, "краски фасадной синей 2,5 л 10 шт и масла 82,5 20 кор")
        _, small = await named(tx, "краска белая")
    assert sum(name.startswith("Краска") for name in goods) == 30
    assert "Краска фасадная синяя 2,5 л" in goods[:3]
    assert "Масло 82,5%" in goods[:3]
    assert all("белая" in name for name in small[:6])


async def test_many_alike_never_crowd_out_what_else_is_named(stock: Database) -> None:
    async with stock.transaction() as tx:
        for number in range(300):
            await products.write(tx, code=f"Т-{number}", name=f"Труба {number} мм", prices={})
            await clients.add(tx, NewClient(1, f"Гранит {number}", MONDAY))
        people, goods = await named(tx, "гранит взял трубу 5 шт, саморез и масло; ромашка думает")
    assert (len(people), len(goods)) == (naming.CLIENT_ROOM, naming.PRODUCT_ROOM)
    assert "Ромашка" in people
    assert {"Саморез по дереву 4х16", "Масло 82,5%"} <= set(goods)


async def test_chatter_names_nobody(stock: Database) -> None:
    async with stock.transaction() as tx:
        assert await named(tx, "разослал 12, завтра на обед в пятницу") == ([], [])
        assert await named(tx, "") == ([], [])


async def test_what_is_deleted_is_found_no_more(stock: Database) -> None:
    async with stock.transaction() as tx:
        await clients.delete(tx, 1, MONDAY)
        assert (await named(tx, "ромашка"))[0] == []
