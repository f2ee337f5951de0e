"""A sample wholesale company, laid into an empty base: the same one each time, dated from the day it is laid on."""

import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import sqlalchemy as sa

from domain.actors import Actor, Role
from domain.orders import OrderStatus
from sandbox import company_people
from sandbox.company_calls import Called, lay_calls
from sandbox.company_deals import lay_deals
from storage import clients, counters, employees, orders, persons, products
from storage.clients import NewClient
from storage.database import Transaction
from storage.receivables import NewReceivable
from storage.tables import clients as clients_table
from storage.tables import orders as orders_table
from usecases import people, promises, rhythm
from usecases.people import Newcomer
from usecases.receivables import replace_receivables
from usecases.rules import Rules
from usecases.work import Work

LEAD, MANAGER, SUPPORT, ACCOUNTANT, OTHER_MANAGER, LOGISTICS = 2, 3, 4, 5, 6, 7
STAFF = (
    (LEAD, "Борис", Role.LEAD),
    (MANAGER, "Анна", Role.MANAGER),
    (SUPPORT, "Вера", Role.SUPPORT),
    (ACCOUNTANT, "Галина", Role.ACCOUNTANT),
    (OTHER_MANAGER, "Игорь", Role.MANAGER),
    (LOGISTICS, "Денис", Role.LOGISTICS),
)
PRODUCTS = (
    ("M01", "Масло сливочное «Луговое» 82,5 %, 180 г", "Масло и сыр", "pcs", 20, 14_900),
    ("M02", "Масло сливочное «Луговое» 72,5 %, 180 г", "Масло и сыр", "pcs", 20, 12_600),
    ("M03", "Сыр Российский, кг", "Масло и сыр", "kg", None, 54_000),
    ("M04", "Сыр Голландский, кг", "Масло и сыр", "kg", None, 56_500),
    ("M05", "Молоко 3,2 %, 1 л", "Молоко", "pcs", 12, 7_900),
    ("M06", "Молоко 2,5 %, 1 л", "Молоко", "pcs", 12, 7_400),
    ("M07", "Кефир 1 %, 1 л", "Молоко", "pcs", 12, 7_600),
    ("M08", "Сметана 20 %, 300 г", "Молоко", "pcs", 12, 8_800),
    ("M09", "Творог 9 %, 180 г", "Молоко", "pcs", 18, 8_300),
    ("K01", "Гречка ядрица, 800 г", "Крупы", "pcs", 14, 7_200),
    ("K02", "Рис круглозёрный, 800 г", "Крупы", "pcs", 14, 8_100),
    ("K03", "Макароны рожки, 400 г", "Крупы", "pcs", 20, 4_200),
    ("K04", "Мука высший сорт, 50 кг", "Крупы", "bag", None, 165_000),
    ("S01", "Сахар-песок, 50 кг", "Бакалея", "bag", None, 290_000),
    ("S02", "Масло подсолнечное, 1 л", "Бакалея", "pcs", 15, 11_900),
    ("S03", "Соль, 1 кг", "Бакалея", "pcs", 20, 1_900),
)
NAMES = (
    "Ромашка", "Вектор", "Звезда на Лесной", "Берёзка", "Пекарня «Колос»", "ИП Кузнецов", "Причал", "Столовая № 5",
    "Уют", "Северный путь", "Продмаг 24", "Кафе «Облако»", "Гастроном на Мира", "Лагуна", "Тройка", "Меридиан",
    "Садко", "Каравай", "Восход", "Луч", "Хлебный дом", "Виктория", "Альянс", "Фермер",
)  # fmt: skip
LEADS = ("Пиццерия «Дюжина»", "Детский сад № 12", "Отель «Причал»", "Кондитерская Марс", "Буфет ДК")
DISTRICTS = ("Тверской", "Пресненский", "Таганский")
ZONES = ("Europe/Moscow", "Europe/Moscow", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg")
ADD_ORDER = (
    sa.insert(orders_table)
    .values(
        {
            name: sa.bindparam(name)
            for name in (
                "client_id",
                "employee_id",
                "status",
                "total",
                "created_at",
                "handed_at",
                "day",
                "entered_number",
            )
        }
    )
    .returning(orders_table.c.id)
)
SET_HISTORY = clients.patch(*rhythm.FACTS, "last_contact_day", "first_order_day")
SET_NEXT = clients.patch("next_at", "next_day", "next_kind", "next_reason")
CLIENTS = sa.select(sa.func.count()).select_from(clients_table)


@dataclass
class Company:
    """What is being laid: one transaction, one source of chance."""

    work: Work
    chance: random.Random
    staff: dict[int, Actor]
    goods: list[int]
    called: list[Called] = field(default_factory=list)

    @property
    def tx(self) -> Transaction:
        return self.work.tx

    @property
    def today(self) -> date:
        return self.work.today(self.staff[MANAGER])


async def lay_company(tx: Transaction, now: datetime, rules: Rules) -> None:
    """Nothing where there are clients already."""
    if await tx.value(CLIENTS):
        return
    work = Work(tx, now, rules)
    company = Company(work, random.Random(7), await _staff(work), [])  # noqa: S311 - a sample, not a secret
    await _goods(company)
    owed: dict[int, list[NewReceivable]] = {}
    for number, name in enumerate(NAMES):
        manager = company.staff[MANAGER if number % 3 != 2 else OTHER_MANAGER]
        client_id = await _client(company, manager, name, number)
        await _history(company, manager, client_id, number)
        owed[client_id] = _documents(company, number)
    await replace_receivables(work, company.today - timedelta(days=1), owed)
    await _promises(company, list(owed))
    found = [await _lead(company, name, number) for number, name in enumerate(LEADS)]
    owned = [(one.client, one.manager) for one in company.called]
    await lay_deals(work, company.staff[LEAD], owned, found)
    await lay_calls(work, company.called, company.chance)


async def _staff(work: Work) -> dict[int, Actor]:
    team = await work.tx.value(employees.ADD_TEAM, name="Опт")
    return {
        number: await people.admit(
            work, Newcomer(number, name, "ru"), role, None if role is Role.OWNER else team
        )
        for number, name, role in STAFF
    }


async def _goods(company: Company) -> None:
    for code, name, group, unit, pack, price in PRODUCTS:
        product = await products.write(
            company.tx,
            code=code,
            name=name,
            group_name=group,
            unit=unit,
            pack_size=Decimal(pack) if pack else None,
            stock=Decimal(company.chance.randrange(50, 900)),
            prices={"Опт": price, "Розница": price * 115 // 100, "VIP": price * 96 // 100},
        )
        company.goods.append(product)


def _tax_number(number: int) -> str:
    """Ten digits, the last of which agrees with the others as the tax service counts it."""
    digits = f"7701{number + 10_001}"
    weighed = sum(
        weight * int(digit) for weight, digit in zip((2, 4, 10, 3, 5, 9, 4, 6, 8), digits, strict=True)
    )
    return f"{digits}{weighed % 11 % 10}"


async def _client(company: Company, manager: Actor, name: str, number: int) -> int:
    chance = company.chance
    new = NewClient(
        manager.id,
        name,
        company.work.now - timedelta(days=chance.randrange(120, 900)),
        legal_name=name if name.startswith("ИП") else f"ООО «{name.replace('«', '').replace('»', '')}»",
        tax_number=_tax_number(number),
        client_class="ABC"[number % 3],
        phone=f"+7495555{number:02d}{number:02d}",
        address=f"Москва, {DISTRICTS[number % 3]} р-н, ул. Лесная, {number + 3}",
        industry=company_people.INDUSTRIES.get(number, ""),
        timezone=ZONES[number % len(ZONES)],
        credit_limit=chance.choice((30_000_000, 50_000_000, 80_000_000)),
        payment_delay=14,
        price_column="Опт",
    )
    client_id = await clients.add(company.tx, new)
    buyer = await persons.add(
        company.tx,
        client_id,
        company_people.BUYERS[number],
        role="director" if number in company_people.VIPS else "buyer",
        phone=f"+7916200{number:02d}10",
        birth=company_people.birth_of(number, company.today),
    )
    if number % 2 == 0:
        accountant = company_people.ACCOUNTANTS[number // 2]
        await persons.add(
            company.tx, client_id, accountant, role="accountant", phone=f"+7916300{number:02d}20"
        )
    await company_people.lay_person_facts(company.tx, number, client_id, buyer, company.today)
    await clients.reindex(company.tx, client_id)
    return client_id


async def _history(company: Company, manager: Actor, client_id: int, number: int) -> None:
    """Past orders on the client's own rhythm; every fourth client is overdue against it."""
    chance, gap = company.chance, (7, 14, 10, 21)[number % 4]
    day = company.today - timedelta(days=gap * (2 if number % 4 == 3 else 1) - number % 3)
    days: list[date] = []
    for _ in range(6):
        days.append(day)
        day -= timedelta(days=gap + chance.randrange(-1, 2))
    for past in sorted(days):
        await _order(company, manager, client_id, past)
    last = company.work.rules.calendar.on_or_before(company.today - timedelta(days=number % 9 * 3 + 1))
    company.called.append(Called(client_id, manager, last))
    await company.tx.run(
        SET_HISTORY,
        id_=client_id,
        last_contact_day=last,
        first_order_day=company_people.first_order_of(number, company.today) or min(days),
        **rhythm.facts_of(sorted(days), company.work.rules),
    )
    if number % 5 == 1:
        at = datetime.combine(company.today, time(9 + number % 7, 30), tzinfo=manager.zone)
        await company.tx.run(SET_NEXT, id_=client_id, next_at=at, next_day=company.today, next_kind="call", next_reason="call_back")  # fmt: skip


async def _order(company: Company, manager: Actor, client_id: int, day: date) -> None:
    lines = [
        (product, company.chance.choice((5, 10, 20)), PRODUCTS[company.goods.index(product)][5])
        for product in company.chance.sample(company.goods, 4)
    ]
    at = datetime.combine(day, time(11), tzinfo=manager.zone)
    total = sum(quantity * price for _, quantity, price in lines)
    order_id = await company.tx.value(
        ADD_ORDER,
        client_id=client_id,
        employee_id=manager.id,
        status=OrderStatus.CLOSED,
        total=total,
        created_at=at,
        handed_at=at,
        day=day,
        entered_number=f"{company.chance.randrange(1000, 1200)}",
    )
    for product, quantity, price in lines:
        unit = PRODUCTS[company.goods.index(product)][3]
        await orders.put_line(
            company.tx,
            order_id,
            product,
            quantity=Decimal(quantity),
            unit=unit,
            price=price,
            discount=Decimal(0),
        )
    await counters.add(company.tx, manager.id, day, orders=1, order_sum=total)


def _documents(company: Company, number: int) -> list[NewReceivable]:
    """Two of three owe; the due dates lie around today."""
    if number % 3 == 1:
        return []
    found = []
    for step in range(1 + number % 2):
        shipped = company.today - timedelta(days=(10, 17, 28, 45)[number % 4] + step * 9)
        found.append(
            NewReceivable(
                f"Реализация {1100 + number * 7 + step} от {shipped:%d.%m.%Y}",
                document_day=shipped,
                due=shipped + timedelta(days=14),
                amount=company.chance.randrange(15_000, 180_000) * 100,
            )
        )
    return found


async def _promises(company: Company, ids: list[int]) -> None:
    for client_id, days in ((ids[0], 0), (ids[3], 2), (ids[6], 4)):
        client = await clients.find(company.tx, client_id, [actor.id for actor in company.staff.values()])
        if client is not None and client.debt:
            manager = next(actor for actor in company.staff.values() if actor.id == client.manager_id)
            due = company.work.rules.calendar.on_or_after(company.today + timedelta(days=days))
            await promises.take_promise(manager, company.work, client_id, client.debt // 2 // 100 * 100, due)


async def _lead(company: Company, name: str, number: int) -> int:
    new = NewClient(
        company.staff[MANAGER].id,
        name,
        company.work.now - timedelta(days=number + 1),
        kind="lead",
        phone=f"+7495777{number:02d}{number:02d}",
    )
    return await clients.add(company.tx, new)
