"""Targets of a month: set in one line and by buttons, held against facts, turned into clients to call, compared fairly."""

from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from domain.absences import moments_of
from domain.actors import Actor, Role
from domain.targets import TargetKind
from exchange.xlsx_out import write_table_xlsx
from sandbox.phone import Phone
from screens.callbacks.targets import AskTarget, CallFirst, EditTargets, LikeLast, OpenTargets
from storage import absences, clients, counters, targets
from storage.absence_tables import absences as ABSENCES  # noqa: N812 - a table
from storage.clients import NewClient
from storage.employees import ADD_TEAM
from storage.tables import call_list, orders
from tests.office import Office, number_of

NOVEMBER = date(2026, 11, 1)
RHYTHM = clients.patch(
    "last_order_day", "order_gap", "activity_recent", "activity_settled", "last_contact_day"
)
ORDER = sa.insert(orders).values(
    {
        name: sa.bindparam(name)
        for name in ("client_id", "employee_id", "status", "total", "day", "created_at")
    }
)
LISTED = (
    sa.select(call_list).where(call_list.c.employee_id == sa.bindparam("who")).order_by(call_list.c.position)
)


@pytest.fixture
async def boris(office: Office) -> Phone:
    return await office.hires("Борис", Role.LEAD)


@pytest.fixture
async def anna(office: Office, boris: Phone) -> Phone:
    return await office.hires("Анна")


async def holds(office: Office, who: Phone, month: date = NOVEMBER) -> dict[TargetKind, int | None]:
    me = await office.actor(who)
    async with office.work() as work:
        return {one.kind: one.value for one in await targets.of_people(work.tx, [me.id], month, month)}


async def sold(office: Office, who: Phone, day: date, **counts: int) -> None:
    me = await office.actor(who)
    async with office.work() as work:
        await counters.add(work.tx, me.id, day, **counts)


async def away(office: Office, who: Phone, first: date, last: date) -> None:
    """Nobody stands in."""
    me = await office.actor(who)
    starts, ends = moments_of(first, last, me.zone)
    async with office.work() as work:
        facts = dict.fromkeys(column.name for column in ABSENCES.c if column.name != "id") | {
            "employee_id": me.id,
            "kind": "vacation",
            "state": "set",
            "first_day": first,
            "last_day": last,
            "starts_at": starts,
            "ends_at": ends,
            "created_by": me.id,
            "created_at": work.now,
        }
        await absences.add(work.tx, **facts)


async def buyer(office: Office, who: Actor, name: str, *, silent: int, gap: int, usual: int) -> int:
    """A client of three equal orders, the last `silent` days ago."""
    last = office.today - timedelta(days=silent)
    async with office.work() as work:
        client = await clients.add(
            work.tx, NewClient(who.id, name, work.now - timedelta(days=300), phone=number_of(name))
        )
        await work.tx.run(
            RHYTHM,
            id_=client,
            last_order_day=last,
            order_gap=gap,
            activity_recent=1.5,
            activity_settled=3.0,
            last_contact_day=last,
        )
        for back in range(3):
            at: dict[str, Any] = {"day": last - timedelta(days=gap * back), "created_at": work.now}
            await work.tx.run(ORDER, client_id=client, employee_id=who.id, status="closed", total=usual, **at)
    return client


# --- setting


async def test_a_line_sets_the_targets_and_the_manager_hears_of_it(
    office: Office, boris: Phone, anna: Phone
) -> None:
    await boris.says("цели Анне ноябрь: продажи 3 млн, новые 4, договоры 4, звонки 630, просрочка 300 тыс")
    boris.sees(
        "Анна · цели, ноябрь 2026",
        "Продажи: 3,0 млн ₽",
        "Новые клиенты: 4",
        "Звонки: 630",
        "Просрочка: 300 т.р.",
    )
    anna.sees("Цели на месяц: ноябрь 2026 · задаёт Борис", "Договоры: 4")
    assert await holds(office, anna) == {
        TargetKind.SALES: 300_000_000,
        TargetKind.NEW_CLIENTS: 4,
        TargetKind.CONTRACTS: 4,
        TargetKind.CALLS: 630,
        TargetKind.RECEIVABLES: 30_000_000,
    }
    said = len(anna.messages)
    await boris.says("цели Анна ноябрь: звонки 630")
    boris.sees("Эти цели уже стоят · ноябрь 2026")
    assert len(anna.messages) == said
    await boris.says("цели Анна: звонки 700, договоры нет")
    boris.sees("Звонки: 630 → 700", "Договоры: 4 → без цели")
    await boris.says("цели Анна ноябрь: продажи 3")
    boris.sees("Не понял «продажи 3»")
    await boris.says("цели Вера: звонки 5")
    boris.sees("Не знаю менеджера «Вера»")
    await boris.says("цели Анна июль 2026: звонки 5")
    boris.sees("Этот месяц закрыт")
    assert (await holds(office, anna))[TargetKind.CALLS] == 700


async def test_targets_alone_are_shown_and_what_cannot_be_meant_is_told(
    office: Office, boris: Phone, anna: Phone
) -> None:
    for said in ("цели", "Мои цели", "targets"):
        await anna.says(said)
        anna.sees("Цели · ноябрь 2026")
    await boris.says("цели")
    boris.sees("Цели команды · ноябрь 2026")
    await boris.says("цели Анна июль 2020: звонки 600")
    boris.sees("Этот месяц закрыт")
    await boris.says("цели Анна июль 2090: звонки 600")
    boris.sees("Так далеко цели не задают")
    await boris.says("цели Анна: звонки -5")
    boris.sees("Не понял «звонки -5»")
    assert await holds(office, anna) == {}


async def test_targets_are_set_by_buttons(office: Office, boris: Phone, anna: Phone) -> None:
    await boris.says("/team")
    await boris.taps("🎯 Цели")
    boris.sees("Цели команды · ноябрь 2026", "Целей на этот месяц нет", "Анна: целей нет")
    await boris.taps("Задать цели")
    boris.sees("Кому задать цели на ноябрь 2026?", "Без целей 1: Анна")
    await boris.taps("Анна")
    await boris.taps("Продажи")
    boris.sees("Продажи: цели нет · Анна, ноябрь 2026")
    await boris.says("много")
    boris.sees("Не понял «много». Напишите сумму")
    await boris.says("2,5 млн")
    boris.sees("Продажи: 2,5 млн ₽", "Что задать?")
    await boris.says("звонки 600, кп 900")
    boris.sees("Анна · цели, ноябрь 2026", "Предложения: 900")
    await boris.taps("К целям")
    boris.sees("Анна · цели, ноябрь 2026", "Звонки: 0 из 600 · темп 0\u00a0% 🔻")
    await boris.taps("Кто задал")
    boris.sees("Звонки 600 — Борис", "Продажи 2,5 млн ₽ — Борис")
    await boris.says("цели Анна: продажи 1 255 000, просрочка 12 500")
    for phone in (boris, anna):
        phone.sees("Продажи: 2,5 млн ₽ → 1\u00a0255\u00a0000\u00a0₽", "Просрочка: 12\u00a0500\u00a0₽")


async def test_the_next_month_is_like_the_last_for_everybody(
    office: Office, boris: Phone, anna: Phone
) -> None:
    vera = await office.hires("Вера")
    await boris.says("цели Анна: продажи 3 млн, звонки 630, просрочка 200 тыс")
    await boris.says("цели Вера: продажи 1 млн")
    december = date(2026, 12, 1)
    await boris.says("цели всем декабрь: +5 %")
    boris.sees("Цели заданы · декабрь 2026, 2 менеджера", "Вера: продажи 1,05 млн ₽")
    assert await holds(office, anna, december) == {
        TargetKind.SALES: 315_000_000,
        TargetKind.CALLS: 662,
        TargetKind.RECEIVABLES: 19_000_000,
    }
    anna.sees("Цели на месяц: декабрь 2026")
    await boris.says("цели всем январь: звонки 500")
    assert await holds(office, vera, date(2027, 1, 1)) == {TargetKind.CALLS: 500}
    await boris.says("/plan")
    await boris.taps("🎯 Цели")
    await boris.taps("декабрь ›")
    await boris.taps("Задать цели")
    await boris.taps("Как в прошлом")
    boris.sees("Вера: продажи 1,0 млн ₽")
    assert (await holds(office, anna, december))[TargetKind.SALES] == 300_000_000


async def test_a_team_may_have_a_target_of_its_own(office: Office, boris: Phone, anna: Phone) -> None:
    await office.waits_until("18:00", date(2026, 11, 30))
    await sold(office, anna, date(2026, 11, 10), order_sum=300_000_000)
    await boris.says("цели Анна: продажи 4 млн")
    await boris.says("/plan")
    boris.sees("Продажи: 3,0 из 4,0 млн · темп 75\u00a0% 🔻 · прогноз 3,0 млн ₽")
    await boris.says("цели команда: продажи 5 млн")
    boris.sees("Опт · цели, ноябрь 2026")
    await boris.says("/plan")
    boris.sees("Продажи: 3,0 из 5,0 млн · темп 60\u00a0% 🔻")


async def test_who_has_no_target_is_not_held_against_the_others(
    office: Office, boris: Phone, anna: Phone
) -> None:
    igor = await office.hires("Игорь")
    await office.waits_until("18:00", date(2026, 11, 30))
    await sold(office, anna, date(2026, 11, 10), order_sum=300_000_000)
    await sold(office, igor, date(2026, 11, 10), order_sum=500_000_000)
    await boris.says("цели Анна: продажи 4 млн")
    await boris.says("/plan")
    boris.sees("Продажи: 3,0 из 4,0 млн · темп 75\u00a0% 🔻 · цели у 1 из 2")
    boris.does_not_see("прогноз")
    await boris.says("цели Игорь: продажи 4 млн")
    await boris.says("/plan")
    boris.sees("Продажи: 8,0 из 8,0 млн · темп 100\u00a0%")
    boris.does_not_see("цели у")


# --- plan and fact


async def test_a_manager_sees_the_pace_of_the_month(office: Office, boris: Phone, anna: Phone) -> None:
    await office.waits_until("18:00")  # Monday the 23rd: 15 of 20 working days are over
    await boris.says("цели Анна: продажи 2 млн, звонки 600, новые 4, договоры 4")
    await sold(office, anna, date(2026, 11, 9), order_sum=120_000_000, orders=10, calls=450, new_clients=2)
    await anna.says("/plan")
    anna.sees("Продажи: 1,2 из 2,0 млн · темп 80\u00a0% 🔻", "Звонки: 450 из 600 · темп 100\u00a0%")
    anna.sees("Новые клиенты: 2 из 4 · темп 66\u00a0% 🔻")
    anna.does_not_see("мало истории, ")
    await anna.taps("🎯 Цели")
    anna.sees(
        "Цели · ноябрь 2026",
        "прогноз около 1,6 млн ₽, мало истории",
        "До темпа не хватает: продажи, 300 т.р.",
    )


async def test_days_of_absence_do_not_count(office: Office, boris: Phone, anna: Phone) -> None:
    await away(office, anna, date(2026, 11, 24), date(2026, 11, 30))
    await office.waits_until("18:00")
    await boris.says("цели Анна: звонки 600")
    await sold(office, anna, date(2026, 11, 9), calls=450)
    await anna.says("/plan")
    anna.sees("Звонки: 450 из 600 · темп 75\u00a0% 🔻")


# --- today


async def test_the_gap_becomes_clients_who_go_first(office: Office, boris: Phone, anna: Phone) -> None:
    me = await office.actor(anna)
    await office.waits_until("10:00")
    for name, silent, usual in (
        ("Ромашка", 20, 70_000_00),
        ("Вектор", 14, 150_000_00),
        ("Парус", 3, 900_000_00),
    ):
        await buyer(office, me, name, silent=silent, gap=14, usual=usual)
    await boris.says("цели Анна: продажи 1 млн, звонки 600, договоры 2")
    await sold(office, anna, date(2026, 11, 9), order_sum=60_000_000, calls=500)
    await anna.says("/plan")
    await anna.taps("Что сделать сегодня")
    anna.sees("до темпа на вечер 150 т.р. · чтобы догнать: 1 клиент на ~150 т.р., пора заказывать")
    anna.sees(
        "Вектор: обычно 150 т.р., молчит 14 дн. при шаге 14",
        "Звонки: по 17 в день, осталось 100 за 6 раб. дн.",
    )
    anna.does_not_see("Парус")
    await anna.double_taps("Наверх обзвона")
    anna.sees("Первыми в обзвоне 1 клиент на ~150 т.р.: Вектор")
    await anna.says("/calls")
    anna.sees("1. Вектор — чтобы догнать план, обычно 150 т.р.")
    async with office.work() as work:
        first = (await work.tx.rows(LISTED, lambda *row: row, who=me.id))[0]
        assert first[6][0] == {"kind": "target", "amount": 15_000_000}


async def test_a_lead_without_targets_is_led_to_setting_them(boris: Phone, anna: Phone) -> None:
    await anna.sends_callback("targets.today:0")
    anna.sees("Цели по продажам нет")
    anna.does_not_see("На сегодня по целям всё")
    assert "Задать цели" not in anna.buttons
    await boris.sends_callback("targets.today:0")
    boris.sees("Цели по продажам нет")
    await boris.taps("Задать цели")
    boris.sees("Кому задать цели", "Без целей 1: Анна")


async def test_the_lead_puts_a_managers_clients_first(office: Office, boris: Phone, anna: Phone) -> None:
    me = await office.actor(anna)
    await buyer(office, me, "Абрис", silent=50, gap=90, usual=70_000_00)  # longer without a word, and not due
    await buyer(office, me, "Ромашка", silent=20, gap=14, usual=70_000_00)
    await boris.says("цели Анна: продажи 1 млн")
    await boris.taps("К целям")
    await boris.taps("Что сделать сегодня")
    boris.sees("Анна · что сделать сегодня", "Ромашка: обычно 70 т.р.")
    await boris.double_taps("Наверх обзвона")
    boris.sees("Анна: первыми в обзвоне 1 клиент")
    assert sum("Ставит Борис" in message.text for message in anna.messages) == 1


# --- the comparison


async def test_managers_are_compared_by_shares(office: Office, boris: Phone, anna: Phone) -> None:
    vera = await office.hires("Вера")
    await office.waits_until("18:00")
    await boris.says("цели Анна: продажи 1 млн")
    await boris.says("цели Вера: продажи 4 млн")
    for phone, amount in ((anna, 75_000_000), (vera, 150_000_000)):
        me = await office.actor(phone)
        for number in range(10):
            await buyer(office, me, f"{me.name} {number}", silent=30, gap=23, usual=10_000_00)
        await sold(office, phone, date(2026, 11, 3), order_sum=amount, calls=300)
        await sold(office, phone, date(2026, 10, 5), order_sum=amount, orders=10)
    await boris.says("/plan")
    await boris.taps("🎯 Цели")
    await boris.taps("Сравнение")
    boris.sees("1. Анна: темп плана 100\u00a0% · к базе 100\u00a0% · 20 звонков в день")
    boris.sees(
        "2. Вера: темп плана 50\u00a0% · к базе 100\u00a0% · 20 звонков в день",
        "Медиана: темп плана 75\u00a0%",
    )
    await vera.says("/plan")
    await vera.taps("🎯 Цели")
    await vera.taps("Сравнение")
    vera.sees("Ваш месяц · ноябрь 2026", "темп плана 50\u00a0% · к базе 100\u00a0%", "Медиана команды (2):")
    vera.sees("«К базе» — продажи к тому")
    vera.does_not_see("Анна")


async def test_what_nobody_has_is_not_explained(office: Office, boris: Phone, anna: Phone) -> None:
    """Of managers without clients that order by a rhythm no share «к базе» is said."""
    await office.hires("Вера")
    await office.waits_until("18:00")
    await boris.says("/plan")
    await boris.taps("🎯 Цели")
    await boris.taps("Сравнение")
    boris.sees("вне сравнения: клиентов с ритмом 0", "Медиана: 0 звонков в день")
    boris.does_not_see("К базе")
    await anna.says("/plan")
    await anna.taps("🎯 Цели")
    await anna.taps("Сравнение")
    anna.sees("Ваш месяц · ноябрь 2026")
    anna.does_not_see("К базе")


# --- whose they are


async def test_others_targets_are_nobodys_business(office: Office, boris: Phone, anna: Phone) -> None:
    vera = await office.hires("Вера", team=await _other_team(office))
    me = await office.actor(vera)
    for data in (
        OpenTargets(employee=me.id),
        EditTargets(month=202611, employee=me.id),
        AskTarget(kind=TargetKind.CALLS, month=202611, employee=me.id),
        LikeLast(month=202611, employee=me.id),
        CallFirst(employee=me.id),
        EditTargets(month=202611, team=me.team_id or 0),
    ):
        await boris.sends_callback(data.pack())
        assert boris.alert
    await anna.sends_callback(OpenTargets(employee=me.id).pack())
    assert anna.alert
    await anna.sends_callback(EditTargets(month=202611).pack())
    assert anna.alert
    await boris.says("цели всем: звонки 100")
    assert await holds(office, vera) == {}


async def _other_team(office: Office) -> int:
    async with office.work() as work:
        found: int = await work.tx.value(ADD_TEAM, name="Розница")
        return found


async def test_in_english(office: Office) -> None:
    await office.hires("Ivan")
    lead = await office.hires("Kate", Role.LEAD, language="en")
    await lead.says("targets Ivan December: sales 3m, active 40, offers 900, overdue 300k")
    lead.sees("Ivan · targets, December 2026", "Sales: 3.0m ₽", "Active base: 40", "Overdue: 300")
    await lead.says("/team")
    await lead.taps("🎯 Targets")
    await lead.taps("December ›")
    lead.sees("Targets of the team · December 2026", "Sales: 0 of 3.0m")


async def test_a_teams_own_target_has_a_pace_without_those_of_its_people(
    office: Office, boris: Phone, anna: Phone
) -> None:
    await boris.says("цели команда: продажи 20 млн")
    await boris.says("цели")
    boris.sees("Продажи: 0 из 20,0 млн · темп 0\u00a0%", "Анна: целей нет")


# --- a file


async def test_a_file_sets_targets_and_can_be_taken_back(office: Office, boris: Phone, anna: Phone) -> None:
    await boris.says("цели Анна: звонки 500")
    heads = ["Менеджер", "Месяц", "Продажи, тыс. руб.", "Новые клиенты", "Звонки", "Просрочка"]
    rows: list[list[str | int]] = [
        ["Анна", "ноябрь 2026", 3000, 4, 630, 300000],
        ["Неизвестный", "ноябрь 2026", 1000, 1, 100, 0],
        ["Анна", "июль 2026", 1000, 1, 100, 0],
    ]
    await boris.sends_file("цели.xlsx", write_table_xlsx(heads, rows))
    boris.sees("Цели на месяц из «цели.xlsx». Ещё ничего не изменено", "этот месяц закрыт", "Неизвестный")
    await boris.taps("Загрузить")
    boris.sees("Загружено: цели из «цели.xlsx»")
    anna.sees("Цели на месяц: ноябрь 2026 · задаёт Борис", "Продажи: 3,0 млн ₽", "Звонки: 500 → 630")
    assert (await holds(office, anna))[TargetKind.RECEIVABLES] == 30_000_000
    await boris.taps("Отменить загрузку")
    boris.sees("Загрузка отменена")
    assert await holds(office, anna) == {TargetKind.CALLS: 500}
    anna.sees("Цели на месяц: ноябрь 2026 · задаёт Борис", "Звонки: 630 → 500", "Новые клиенты: 4 → без цели")
    await anna.sends_file("цели.xlsx", write_table_xlsx(heads, rows[:1]))
    anna.sees("Это цели. Их присылает руководитель.")


async def test_a_month_of_no_year_is_a_problem_of_its_cell(office: Office, boris: Phone, anna: Phone) -> None:
    heads = ["Менеджер", "Месяц", "Новые клиенты", "Звонки"]
    rows: list[list[str | int]] = [
        ["Анна", "01.0", 4, 630],
        ["Анна", "12.2026", 4, 500],
        ["Анна", "01.2027", 5, 2 * 10**14],
    ]
    await boris.sends_file("цели.xlsx", write_table_xlsx(heads, rows))
    boris.sees("новых 2", "B2 «01.0» — не месяц", "D4 «200000000000000» — слишком большое число")
    await boris.taps("Загрузить")
    assert await holds(office, anna) == {}
    assert await holds(office, anna, date(2026, 12, 1)) == {TargetKind.NEW_CLIENTS: 4, TargetKind.CALLS: 500}


async def test_the_sample_is_read_as_it_is_sent(office: Office, boris: Phone) -> None:
    await office.hires("Петрова Светлана")
    await boris.says("/import")
    await boris.taps("Образец: цели")
    name, data = boris.file()
    await boris.sends_file(name, data)
    boris.sees("Цели на месяц из", "Лебедев Андрей")
    await boris.taps("Загрузить")
    boris.sees("Новых 1, обновлено 0")
