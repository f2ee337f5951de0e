"""One whole day of a small company: three phones over HTTP, the bot as a process of its own, a clock that is moved."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bot.config import Config
from domain.actors import Actor, Role
from sandbox.clock import SandboxClock
from sandbox.remote_phone import RemotePhone, RemoteSandbox, connect
from sandbox.server import running
from sandbox.telegram import Telegram
from storage import clients, employees, persons, products
from storage.clients import NewClient
from storage.database import Transaction, open_database
from storage.receivables import NewReceivable
from tests.bases import fresh_database
from tests.office import number_of
from tests.processes.bot_process import environment, running_bot
from usecases import people
from usecases.receivables import replace_receivables
from usecases.work import Work

BORIS, ANNA, VERA = 2, 3, 4
STAFF = ((BORIS, "Борис", Role.LEAD), (ANNA, "Анна", Role.MANAGER), (VERA, "Вера", Role.SUPPORT))
START = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)  # a Monday, 08:00 in Moscow
TODAY = date(2026, 11, 23)
SET_NEXT = clients.patch("next_at", "next_day", "next_kind", "next_reason")
TOUCHED = clients.patch("last_contact_day", "last_order_day", "order_gap")

pytestmark = pytest.mark.process


async def lay_company(tx: Transaction) -> None:
    """Four clients of Anna: one asked to be called at nine, one owes, one is late with its order, one is new."""
    work = Work(tx, START, Config().rules)
    team = await tx.value(employees.ADD_TEAM, name="Опт")
    staff = {
        number: await people.admit(work, people.Newcomer(number, name, "ru"), role, team)
        for number, name, role in STAFF
    }
    anna = staff[ANNA]
    asked = await add_client(work, anna, "Вектор", "Лосев Игорь Михайлович", silent=6)
    owing = await add_client(work, anna, "Ромашка", "Смирнова Ольга Петровна", silent=20)
    quiet = await add_client(work, anna, "Берёзка", "Орлова Марина Сергеевна", silent=25)
    await clients.add(
        tx, NewClient(anna.id, "Новый дом", START - timedelta(days=3), kind="lead", phone="+74957770001")
    )
    await tx.run(
        SET_NEXT, id_=asked, next_at=START + timedelta(hours=1), next_day=TODAY, next_kind="call", next_reason="call_back"
    )  # fmt: skip
    long_ago = TODAY - timedelta(days=25)
    await tx.run(TOUCHED, id_=quiet, last_contact_day=long_ago, last_order_day=long_ago, order_gap=14)
    due = TODAY - timedelta(days=6)
    owed = NewReceivable("Реализация 1131", "", due - timedelta(days=14), due, 96_400_00)
    await replace_receivables(work, TODAY, {owing: [owed]})
    for code, name, price in (
        ("М1", "Масло сливочное 82,5% 180 г", 150_00),
        ("М2", "Молоко 3,2% 1 л", 80_00),
    ):
        await products.write(
            tx, code=code, name=name, group_name="Молочное", unit="шт", pack_size=Decimal(20), prices={"опт": price}
        )  # fmt: skip


async def add_client(work: Work, manager: Actor, name: str, buyer: str, *, silent: int) -> int:
    """Last spoken with `silent` days ago."""
    new = NewClient(
        manager.id, name, work.now - timedelta(days=200), phone=number_of(name), price_column="опт"
    )
    client_id = await clients.add(work.tx, new)
    await persons.add(work.tx, client_id, buyer, role="buyer", phone=number_of(buyer))
    await clients.reindex(work.tx, client_id)
    touched = TODAY - timedelta(days=silent)
    await work.tx.run(TOUCHED, id_=client_id, last_contact_day=touched, last_order_day=None, order_gap=None)
    return client_id


class Day:
    """The company at eight in the morning, everybody with the bot open."""

    def __init__(self, sandbox: RemoteSandbox) -> None:
        self.sandbox = sandbox
        self.boris, self.anna, self.vera = (
            sandbox.phone(number, timeout=30) for number in (BORIS, ANNA, VERA)
        )

    async def comes(self, clock: str) -> None:
        await self.sandbox.moves_clock(f"{TODAY} {clock}")


@asynccontextmanager
async def open_day(folder: Path) -> AsyncIterator[Day]:
    clock = SandboxClock(start=START)
    telegram = Telegram(now=clock.now, validate=False)
    for number, name, _ in STAFF:
        telegram.user(number, name)
    with fresh_database("sqlite", folder) as url:
        database = open_database(url)
        async with database.transaction() as tx:
            await lay_company(tx)
        await database.close()
        async with running(telegram, clock) as address, connect(address) as sandbox:
            env = environment(address, url, PROZVON_CLOCK__URL=f"{address}/clock")
            async with running_bot(env, folder / "bot.log"):
                day = Day(sandbox)
                for phone in (day.boris, day.anna, day.vera):
                    await phone.starts()
                    await phone.sees("Готово к работе")
                yield day


def hard(text: str) -> str:
    """With the hard spaces of figures: «60 800 ₽», «5 шт»."""
    return re.sub(r"(?<=\d) (?=\d{3}\b(?! г)|₽|шт)", "\u00a0", text)


async def sees(phone: RemotePhone, *fragments: str) -> None:
    await phone.sees(*map(hard, fragments))


async def test_a_whole_day(tmp_path: Path) -> None:
    async with open_day(tmp_path) as day:
        await nine_o_clock(day)
        await three_calls(day)
        await an_order(day)
        await a_birthday(day)
        await a_debt_and_a_promise(day)
        await the_evening(day)
    assert "[error" not in (tmp_path / "bot.log").read_text()


async def nine_o_clock(day: Day) -> None:
    await day.comes("09:00")
    await sees(day.anna, "пн, 23 ноября: осталось 4 звонка из 4", "0/30 · дозвон 0")
    await sees(
        day.anna,
        "1. 09:00 Вектор — просили перезвонить в 09:00",
        "2. Ромашка — просрочка 6 дн., 96 т.р. · на связи не были 20 дней",
        "3. Новый дом — новый, без звонка 3 дня",
        "4. Берёзка — нет заказа 25 дн., обычно раз в 14 · на связи не были 25 дней",
    )
    await sees(day.boris, "План дня · пн, 23 ноября", "Звонки: 4 в списках, норма 30")
    await sees(day.boris, "Просрочка: 96 т.р.", "Анна | 4 | 1")


async def three_calls(day: Day) -> None:
    anna = day.anna
    await anna.taps("Начать обзвон")
    await sees(anna, "Вектор", "Лосев Игорь Михайлович, закупки", "0/30 · дозвон 0")
    await anna.taps("Не ответил")
    await sees(anna, "Вектор: Не ответил → сегодня, 11:00", "Ромашка", "1/30 · дозвон 0")
    await anna.taps("Перезвонить")
    await sees(anna, "Ромашка: когда перезвонить?")
    await anna.taps("завтра 15:00")
    await sees(anna, "Ромашка: Перезвонить → завтра, 15:00", "Новый дом", "2/30 · дозвон 1")
    await anna.taps("Отказ")
    await sees(anna, "Новый дом: почему отказ?")
    await anna.taps("Цена")
    await sees(anna, "Новый дом: Отказ → ср, 23 декабря", "Берёзка", "3/30 · дозвон 2")


async def an_order(day: Day) -> None:
    anna, vera = day.anna, day.vera
    await anna.says("/order")
    await sees(anna, "Новый заказ")
    await anna.taps("Ромашка")
    await sees(anna, "Ромашка — черновик заказа")
    await anna.says("масло 20 кор, молоко 10")
    await sees(anna, "× 150 ₽ = 60 000 ₽", "× 80 ₽ = 800 ₽", "Итого: 60 800 ₽, 2 строки")
    await sees(anna, "Просрочено 96 400 ₽, 6 дней")
    await anna.taps("Передать")
    await sees(anna, "Передан: Ромашка, 60 800 ₽", "Ответ поддержки придёт сюда")
    await sees(vera, "Ромашка, заказ 1 — передан", "Менеджер: Анна", "Итого: 60 800 ₽, 2 строки")
    await vera.taps("Принял")
    await sees(vera, "Ромашка, заказ 1 — принят")
    await sees(anna, "Ромашка, заказ 1 — принят, Вера")
    await vera.taps("Введён №")
    await sees(vera, "какой номер в учётной системе?")
    await vera.says("1203")
    await sees(vera, "Заказ 1 введён № 1203")
    await sees(anna, "Введён № 1203: Ромашка, 60 800 ₽")


async def a_birthday(day: Day) -> None:
    await day.anna.says("др у орловой 30 ноября 1986")
    await sees(day.anna, "Орлова Марина Сергеевна, Берёзка: 30 ноября 1986 года", "Ближайший: пн, 30 ноября")


async def a_debt_and_a_promise(day: Day) -> None:
    anna = day.anna
    await day.comes("10:00")
    await sees(
        anna, "Долги: 1 клиент на сегодня, просрочено сегодня 96 400 ₽", "1. Ромашка: 96 400 ₽, 6 дней"
    )
    await anna.taps("Ромашка")
    await sees(anna, "Ромашка: долг 96 400 ₽", "Реализация 1131", "просрочка 6 дней")
    await anna.taps("🤝 Обещал")
    await sees(anna, "сколько обещают?")
    await anna.taps("Половина 48")
    await sees(anna, "48 200 ₽ — когда?")
    await anna.says("пт")
    await sees(anna, "Ромашка: обещали 48 200 ₽, пт, 27 ноября", "Проверю по файлу: пн, 30 ноября")


async def the_evening(day: Day) -> None:
    boris = day.boris
    await day.comes("15:00")
    await sees(boris, "Не в темпе на 15:00: 1 из 1", "1. Анна: 3 звонка из 30")
    await day.comes("18:30")
    await sees(boris, "Итог дня · пн, 23 ноября", "Заказы: 61 т.р., 1 заказ", "Звонки: 3 из 30 · дозвон 2")
    await sees(boris, "Просрочка: 96 т.р.", "Ромашка: заказ на 61 т.р. (Анна)")
    await sees(boris, "Анна | 3/30 | 2 | 1 · 61 т.р. | 1 · 48 т.р.")
    await boris.taps("Анна")
    await sees(boris, "Звонки: 3 из 30 · дозвон 2", "1 заказ на 60 800 ₽", "Взято 1 обещание")
    await sees(boris, "Список: пройдено 3 из 4", "Не ответил 1", "Перезвонить 1", "Отказ 1")
