"""Who looked, who took files, what was unusual: the lead sees it, the person is asked, and no secret is in the way of work."""

import io
from datetime import timedelta

import sqlalchemy as sa
from openpyxl import load_workbook

from bot.config import Config, Telegram
from bot.pacing import Limits
from domain.absences import AbsenceKind, moments_of
from domain.actors import Actor, Role
from domain.outcomes import Outcome
from domain.secrecy import Protection
from sandbox.phone import Phone
from storage import absences, alarms, clients, employees, looks
from storage.database import Database
from storage.secrecy_tables import card_looks
from tests.conversations.test_clients import add_client, add_person
from tests.firm import call
from tests.office import MOSCOW, OWNER_ID, Office

EVERY_LOOK = sa.select(
    card_looks.c.client_id, card_looks.c.times, card_looks.c.beside, card_looks.c.nth, card_looks.c.owner_id
).order_by(card_looks.c.client_id)
NEXT = clients.patch("next_day")


async def many(office: Office, manager: Actor, count: int) -> list[int]:
    """Clients whom nothing leads to: neither a list nor a plan."""
    async with office.work() as work:
        return [
            await clients.add(work.tx, clients.NewClient(manager.id, f"Клиент {number:03}", work.now))
            for number in range(count)
        ]


async def opens(phone: Phone, ids: list[int]) -> None:
    for client in ids:
        await phone.sends_callback(f"clients.open:{client}")


async def used(office: Office, who: Actor, clients_: list[int], days: int) -> None:
    """So many working days of one card beside the plan each: nobody new any more."""
    async with office.work() as work:
        day = office.today
        for _ in range(days):
            day = work.rules.calendar.previous_working(day)
            at = work.now - (office.today - day)
            await looks.note_card(work.tx, who.id, clients_[0], at, whose=who.id, today=day, monday=day)


async def test_a_look_is_one_row_a_day_and_knows_what_was_planned(office: Office) -> None:
    anna = await office.hires("Анна")
    actor = await office.actor(anna)
    planned, beside = await many(office, actor, 2)
    async with office.work() as work:
        await work.tx.run(NEXT, id_=planned, next_day=office.today)
    await anna.says("/help")
    await opens(anna, [planned, beside, beside])
    async with office.work() as work:
        seen = await work.tx.rows(EVERY_LOOK, lambda *row: row)
    assert [(one[0], one[1], bool(one[2])) for one in seen] == [(planned, 1, False), (beside, 2, True)]


async def test_an_unusual_day_reaches_the_lead_who_asks_and_closes(office: Office) -> None:
    boris, anna = await office.hires("Борис", Role.LEAD), await office.hires("Анна")
    actor = await office.actor(anna)
    ids = await many(office, actor, 34)
    await used(office, actor, ids, 6)
    await anna.says("/help")
    for start in range(0, 30, 10):
        await opens(anna, ids[start : start + 10])
        await office.passes(hours=1, minutes=5)
    boris.does_not_see("Много карточек")
    await opens(anna, ids[30:])
    await office.passes(seconds=30)
    boris.sees("Много карточек вне плана: Анна", "открыто вне обзвона и плана: 31, обычно 1 в день")
    await boris.taps("Спросить")
    anna.sees("Борис спрашивает", "для чего это понадобилось")
    await anna.taps("Ответить")
    await anna.says("я" * 1001)
    anna.sees("Ответ — до 1000 знаков")
    await anna.says("Разбирала старую базу")
    boris.sees("Анна отвечает", "Разбирала старую базу")
    assert boris.buttons[:3] == ["🔎 Журнал", "Закрыть выгрузки", "Всё в порядке"]
    await boris.says("/help")
    async with office.work() as work:
        (alarm,) = await alarms.of_day(work.tx, actor.id, office.today)
    assert alarm == ("cards", "open")
    await boris.sends_callback("secrecy.alarm:1")
    await boris.taps("Закрыть выгрузки")
    boris.sees("Выгрузки закрыты, пока не откроете.")
    await anna.says("/debts")
    await anna.sends_callback("debts.table:0")
    anna.sees("Таблицы сейчас не отправляются. Спросите руководителя.")
    await boris.sends_callback(f"secrecy.journal:exports:{office.today.toordinal()}:{actor.id}:0")
    boris.sees("В этот день файлы не брали.")
    await boris.sends_callback("secrecy.alarm:1")
    await boris.double_taps("Открыть выгрузки")
    await boris.sends_callback("secrecy.fine:1")
    boris.sees("Всё в порядке: сегодня больше не сообщу.")


async def test_a_table_at_night_is_told_and_a_paper_is_not(office: Office) -> None:
    boris, anna = await office.hires("Борис", Role.LEAD), await office.hires("Анна")
    client = await add_client(office, anna, "Ромашка")
    person = await add_person(office, client, "Котов Иван")
    await office.waits_until("23:30")
    await anna.says("/week")
    await anna.sends_callback(f"week.ics:{office.today.toordinal()}")
    await office.passes(seconds=30)
    boris.does_not_see("нерабочее")
    await anna.sends_callback(f"personal.file:{person}")
    await office.passes(seconds=30)
    boris.sees("Выгрузка в нерабочее время: Анна", "за день таких: 1")
    await boris.taps("Журнал")
    boris.sees("Выгрузки · сегодня · Анна", "выгружены данные человека")


async def test_searches_in_a_row_are_told_unless_somebody_calls(office: Office) -> None:
    boris, anna = await office.hires("Борис", Role.LEAD), await office.hires("Анна")
    actor = await office.actor(anna)
    (client,) = await many(office, actor, 1)
    for _ in range(24):
        await anna.says("клиент")
    await call(office, actor, client, Outcome.NO_ANSWER)
    await anna.says("клиент")
    await office.passes(seconds=30)
    boris.does_not_see("Поиск без звонков")
    for _ in range(24):
        await anna.says("клиент")
    await office.passes(seconds=30)
    boris.sees("Поиск без звонков: Анна", "поисков подряд без звонка: 25")


async def test_the_journal_is_the_own_teams_and_goes_out_audited(office: Office) -> None:
    boris, anna = await office.hires("Борис", Role.LEAD), await office.hires("Анна")
    async with office.work() as work:
        other = await work.tx.value(employees.ADD_TEAM, name="Розница")
    gleb = await office.hires("Глеб", Role.LEAD, team=other)
    client = await add_client(office, anna, "=HYPERLINK(1)")
    await anna.says("/help")
    await opens(anna, [client])
    await anna.sends_callback(f"clients.class:{client}:A")
    await gleb.says("/team")
    await gleb.taps("Журнал")
    gleb.sees("В этот день карточки не открывали.")
    actor = await office.actor(anna)
    await gleb.sends_callback(f"secrecy.journal:looks:1:{actor.id}:0")
    assert gleb.alert == "Этого здесь больше нет. Откройте раздел заново."
    await boris.says("/team")
    await boris.taps("Журнал")
    boris.sees("Просмотры · сегодня", "Анна: =HYPERLINK(1), вне плана")
    await boris.taps("Изменения")
    boris.sees("Анна: =HYPERLINK(1): изменён класс")
    await boris.taps("По человеку")
    await boris.taps("Анна")
    await boris.taps("Таблица за месяц")
    name, data = boris.file()
    assert name == f"Журнал на {office.today}.xlsx"
    cells = [cell for row in load_workbook(io.BytesIO(data)).worksheets[0].iter_rows() for cell in row]
    assert "=HYPERLINK(1)" in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} <= {"s", "d", "n"}, "a name is never a formula"
    await boris.taps("Выгрузки")
    await boris.taps("Вся команда")
    boris.sees("Борис: взят файл «журнал»", anywhere=True)
    await boris.sends_callback(f"clients.open:{client}")
    await boris.taps("Кто смотрел")
    boris.sees("Кто смотрел · =HYPERLINK(1)", " Анна")


async def test_what_a_deputy_did_is_said_with_both_names(office: Office) -> None:
    boris, anna, ira = (
        await office.hires("Борис", Role.LEAD),
        await office.hires("Анна"),
        await office.hires("Ира"),
    )
    client = await add_client(office, anna, "Ромашка")
    away, deputy, lead = await office.actor(anna), await office.actor(ira), await office.actor(boris)
    today = office.today
    starts, ends = moments_of(today, today + timedelta(days=2), MOSCOW)
    async with office.work() as work:
        await work.tx.run(
            absences.ADD, employee_id=away.id, deputy_id=deputy.id, kind=AbsenceKind.VACATION.value, first_day=today, last_day=today + timedelta(days=2), starts_at=starts, ends_at=ends, created_by=lead.id, created_at=work.now, state="set", decided_by=None, decided_at=None
        )  # fmt: skip
    await ira.says("/help")
    await opens(ira, [client])
    await ira.sends_callback(f"clients.class:{client}:A")
    await boris.says("/team")
    await boris.taps("Журнал")
    boris.sees("Ира за Анна: Ромашка")
    await boris.taps("За другого")
    boris.sees("Ира за Анна: Ромашка: изменён класс")
    await boris.taps("Изменения")
    boris.sees("Ира за Анна: Ромашка: изменён класс")


async def test_old_looks_are_forgotten(office: Office) -> None:
    anna = await office.hires("Анна")
    actor = await office.actor(anna)
    ids = await many(office, actor, 1)
    await used(office, actor, ids, 3)
    async with office.work() as work:
        await looks.forget(work.tx, office.today - timedelta(days=3))
        left = await looks.beside_by_day(work.tx, actor.id, office.today - timedelta(days=30), office.today)
    assert [*left] == [office.today - timedelta(days=3)]


# --- what may be forwarded ----------------------------------------------------------------------------------------


async def test_what_carries_clients_is_protected_and_what_is_passed_on_is_not(database: Database) -> None:
    telegram = Telegram(limits=Limits(0, 0, 0), protect_content=Protection.CLIENTS)
    async with Office(database, Config(telegram=telegram, access={"owner_id": OWNER_ID})).open() as office:
        boris, anna = await office.hires("Борис", Role.LEAD), await office.hires("Анна")
        client = await add_client(office, anna, "Ромашка")
        await anna.says("/help")
        assert not anna.last.protected
        await anna.says("ромашка")
        assert anna.last.protected
        await boris.says("/team")
        assert boris.last.protected
        await boris.taps("Пригласить")
        await boris.taps("Менеджер")
        boris.sees("Приглашение")
        await anna.says("8 800")
        await anna.sends_callback(f"clients.open:{client}")
        assert anna.last.protected


# --- how complete the cards are ----------------------------------------------------------------------------------


async def test_a_card_says_what_it_lacks_and_asks_for_it(office: Office) -> None:
    boris, anna = await office.hires("Борис", Role.LEAD), await office.hires("Анна")
    client = await add_client(office, anna, "Ромашка", phone="+79161112233")
    await anna.says("ромашка")
    anna.sees("карточка 15\u00a0%: не хватает ЛПР, ИНН, адреса и ещё 7")
    await anna.taps("➕ ЛПР")
    await anna.says("Котов Иван")
    await anna.taps("Директор")
    await anna.says("8 916 555-44-33")
    await anna.says("ромашка")
    anna.sees("карточка 35\u00a0%: не хватает ИНН, адреса, почты и ещё 6")
    await anna.taps("➕ ИНН")
    await anna.says("7707083893")
    await anna.taps("➕ Адрес")
    await anna.says("Москва, Лесная, 1")
    await anna.taps("➕ Почта")
    await anna.says("нет такой")
    anna.sees("Не вижу адреса почты.")
    await anna.says("почта kotov@romashka.ru")
    anna.sees("карточка 65\u00a0%: не хватает дня рождения, памятки, отрасли и ещё 3")
    await anna.sends_callback(f"clients.class:{client}:A")
    await boris.says("/team")
    await boris.taps("Заполненность")
    boris.sees("Карточки заполнены на 65\u00a0% · 1 клиент", "Анна — 65\u00a0% (1)")
    await boris.taps("65\u00a0% · Ромашка · Анна")
    boris.sees("Ромашка", "карточка 65\u00a0%")
