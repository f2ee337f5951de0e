"""The lead's day: the plan at nine, silence or a warning at three, the result in the evening, and a word to a manager."""

from collections import Counter
from datetime import date, time, timedelta

import pytest

from domain.actors import Role
from domain.outcomes import ClaimKind, Outcome, is_reached
from screens.callbacks.digest import OpenKind
from storage import clients, counters, orders, persons
from tests.firm import (
    BIG,
    TOUCHED,
    TUESDAY,
    Company,
    add_client,
    call,
    local_day,
    owes,
    place,
    played_day,
    read,
)
from tests.office import Office
from usecases import promises
from usecases.support import accept


@pytest.fixture
async def firm(office: Office) -> Company:
    return await Company(office).gather()


# --- the messages of the day


async def test_a_lead_without_a_team_is_told_what_to_do_first(office: Office) -> None:
    boris = await office.hires("Борис", Role.LEAD)
    await office.waits_until("09:00")
    boris.sees("План дня · пн, 23 ноября", "Менеджеров в команде пока нет")
    assert "➕ Пригласить" in boris.buttons
    await office.waits_until("15:00")
    boris.sees("План дня")
    await office.waits_until("18:30")
    boris.sees("Итог дня · пн, 23 ноября", "Менеджеров в команде пока нет")


async def test_the_plan_of_the_day_says_who_does_what(office: Office, firm: Company) -> None:
    romashka = await add_client(office, firm.a, "Ромашка")
    vector = await add_client(office, firm.a, "Вектор")
    await add_client(office, firm.i, "Берёзка")
    foreign = await add_client(office, firm.o, "Чужой")
    async with office.work() as work:
        await persons.add(work.tx, vector, "Котова Анна", birth=(23, 11, None))
        await promises.take_promise(firm.a, work, romashka, 12_000_000, office.today)
        await promises.take_promise(firm.o, work, foreign, 99_000_000, office.today)
    await call(office, firm.a, vector, Outcome.CALL_BACK, day=office.today, clock=time(15))
    await office.waits_until("09:00")
    firm.boris.sees("План дня · пн, 23 ноября", "Обещано на сегодня: 120 т.р., 1 обещание")
    firm.boris.sees(
        "Кто | Список | Перезв. | Обещано | 🎂",
        "Анна | 2 | 1 | 1 · 120 т.р. | 1",
        "Ира | 1 | — | — | —",
    )
    firm.boris.sees("Звонки: 3 в списках, норма 60")
    firm.boris.does_not_see("Олеся", "Требует внимания", "Успехи")
    firm.gleb.sees("Олеся", "Обещано на сегодня: 990 т.р.")
    firm.gleb.does_not_see("Анна")


async def test_three_oclock_is_silent_unless_somebody_is_off_pace(office: Office, firm: Company) -> None:
    client = await add_client(office, firm.i, "Берёзка")
    async with office.work() as work:
        await counters.add(work.tx, firm.a.id, office.today, calls=15)
        await counters.add(work.tx, firm.i.id, office.today, calls=14)
        await counters.add(work.tx, firm.o.id, office.today, calls=30)
    await office.waits_until("15:00")
    firm.boris.sees("Не в темпе на 15:00: 1 из 2", "1. Ира: 14 звонков из 30")
    firm.boris.does_not_see("Анна")
    assert not any("Не в темпе" in message.text for message in firm.gleb.from_bot)
    await call(office, firm.i, client, Outcome.TALKED)
    await firm.boris.taps("❓ Ира")
    assert firm.boris.alert == "Это уже сделано или изменилось. Откройте раздел заново."


async def test_a_late_push_says_so(office: Office, firm: Company) -> None:
    await office.waits_until("20:00")
    firm.boris.sees("Итог дня", "Пришло позже обычного")


async def test_on_a_day_off_nobody_is_behind(office: Office, firm: Company) -> None:
    await office.waits_until("16:00", date(2026, 11, 28))
    await firm.boris.says("/digest")
    firm.boris.sees("Сводка на 16:00", "Звонки: 0 · дозвон 0", "Анна | 0")
    firm.boris.does_not_see("Требует внимания")


async def test_overdue_is_shown_with_its_change_since_the_last_look(office: Office, firm: Company) -> None:
    romashka = await add_client(office, firm.a, "Ромашка")
    vector = await add_client(office, firm.i, "Вектор")
    await owes(office, romashka, 10_000_000)
    await firm.boris.says("/digest")
    firm.boris.sees("Просрочка: 100 т.р.")
    firm.boris.does_not_see("с пн")
    await office.waits_until("10:00", TUESDAY)
    await owes(office, vector, 5_000_000)
    await firm.boris.says("/digest")
    firm.boris.sees("Просрочка: 150 т.р. · больше на 50 т.р. с пн, 23 ноября")
    await owes(office, romashka, 0)
    await firm.boris.says("/digest")
    firm.boris.sees("Просрочка: 50 т.р. · меньше на 50 т.р. с пн, 23 ноября")
    kept = {(row["manager_id"], row["day"]): row["overdue"] for row in await read(office, "day_snapshots")}
    assert kept[firm.a.id, office.today] == 0
    assert kept[firm.a.id, office.today - timedelta(days=1)] == 10_000_000
    await office.waits_until("10:00", TUESDAY + timedelta(days=1))
    firm.boris.sees("Просрочка: 50 т.р. · без изменений с вт, 24 ноября")


# --- the figures, counted again by other code


def lines_of(text: str) -> dict[str, dict[str, str]]:
    """«Анна | 3/30 | …» by name, the cells by what stands over them."""
    told = [line.split(" | ") for line in text.splitlines() if " | " in line]
    return {row[0]: dict(zip(told[0][1:], row[1:], strict=True)) for row in told[1:]}


async def test_every_figure_agrees_with_the_raw_rows(office: Office, firm: Company) -> None:
    await played_day(office, firm)
    await office.waits_until("18:30", TUESDAY)
    shown = firm.boris.sees("Итог дня · вт, 24 ноября").text
    team = {firm.a.id: "Анна", firm.i.id: "Ира"}
    made = [row for row in await read(office, "calls") if row["day"] == TUESDAY]
    handed = [row for row in await read(office, "orders") if row["day"] == TUESDAY]
    taken = [row for row in await read(office, "promises") if local_day(row["created_at"]) == TUESDAY]
    for id_, name in team.items():
        own = [Outcome(row["outcome"]) for row in made if row["employee_id"] == id_]
        line = lines_of(shown)[name]
        assert line["Звонки"] == f"{len(own)}/30"
        assert line["Дозвон"] == str(sum(map(is_reached, own)) or "—")
        assert line["Предл."] == str(Counter(own)[Outcome.PHONE_OFFER] or "—")
        sold = [row["total"] for row in handed if row["employee_id"] == id_]
        assert line["Заказы"] == f"{len(sold)} · {sum(sold) // 100_000} т.р."
        own_promises = [row for row in taken if row["employee_id"] == id_ and row["state"] != "cancelled"]
        promised = sum(row["amount"] for row in own_promises) // 100_000
        told = f"{len(own_promises)} · {promised} т.р." if own_promises else "—"
        assert line["Обещано"] == told
    ours = [row for row in handed if row["employee_id"] in team]
    assert f"Заказы: {sum(row['total'] for row in ours) // 100_000} т.р., {len(ours)} заказа" in shown
    calls_made = [row for row in made if row["employee_id"] in team]
    assert f"Звонки: {len(calls_made)} из 60" in shown
    mine = [row for row in await read(office, "clients") if row["manager_id"] in team]
    assert f"Просрочка: {sum(row['overdue'] for row in mine) // 100_000} т.р." in shown
    # the debts of Monday evening were 380: Берёзка has paid her 80
    assert "меньше на 80 т.р. с пн, 23 ноября" in shown


async def test_every_exception_and_every_plan_agrees_with_the_raw_rows(office: Office, firm: Company) -> None:
    ids = await played_day(office, firm)
    team = {firm.a.id: "Анна", firm.i.id: "Ира"}
    friday = date(2026, 11, 27)
    await office.waits_until("18:00", friday)
    await place(office, firm.i, ids["Берёзка"], 7_000_000, hand=False)
    await office.waits_until("18:30", friday)
    await firm.boris.says("/digest")
    mine = {row["id"]: row for row in await read(office, "clients") if row["manager_id"] in team}
    calls_made = Counter(row["employee_id"] for row in await read(office, "calls") if row["day"] == friday)
    sold = [row for row in await read(office, "orders") if row["employee_id"] in team]
    wanted = {
        "ждёт вашего решения": sum(row["status"] == "on_approval" for row in sold),
        "не сдержано": sum(
            row["state"] == "broken" and local_day(row["judged_at"]) == friday
            for row in await read(office, "promises")
            if row["client_id"] in mine
        ),
        "из 30": sum(calls_made[id_] * 2 < 30 for id_ in team),
        "без ответа": sum(
            row["closed_at"] is None and row["due"] < friday
            for row in await read(office, "claims")
            if row["client_id"] in mine
        ),
        "не приняла": sum(
            row["status"] == "handed_over" and office.now - row["handed_at"] > timedelta(minutes=40)
            for row in sold
        ),
    }
    assert wanted["ждёт вашего решения"] == wanted["без ответа"] == 1
    assert wanted["не приняла"] == wanted["из 30"] == 2
    firm.boris.sees(f"Требует внимания: {sum(wanted.values())}")
    await firm.boris.taps("Показать все")
    shown = firm.boris.screen.splitlines()
    assert {part: sum(part in line for line in shown if line[:1].isdigit()) for part in wanted} == wanted
    await office.waits_until("09:00", date(2026, 11, 30))
    told = next(one.text for one in firm.boris.from_bot if "План дня · пн, 30 ноября" in one.text)
    plan = lines_of(told)
    listed = Counter(
        row["employee_id"] for row in await read(office, "call_list") if row["day"] == office.today
    )
    due = Counter(
        mine[row["client_id"]]["manager_id"]
        for row in await read(office, "promises")
        if row["client_id"] in mine and row["state"] == "open" and row["due"] == office.today
    )
    for id_, name in team.items():
        assert plan[name]["Список"] == str(listed[id_])
        assert (plan[name].get("Обещано", "—") != "—") == bool(due[id_])
    assert f"Звонки: {sum(listed[id_] for id_ in team)} в списках, норма 60" in told


async def test_exceptions_come_first_and_each_opens_its_thing(office: Office, firm: Company) -> None:
    ids = await played_day(office, firm)
    a_class = await add_client(office, firm.i, "Старый друг", client_class="A")
    planned = await add_client(office, firm.i, "Звонит сам", client_class="A")
    async with office.work() as work:
        for client in (a_class, planned):
            await work.tx.run(TOUCHED, id_=client, last_contact_day=TUESDAY - timedelta(days=15))
        await work.tx.run(
            clients.patch("next_day", "next_kind"),
            id_=planned,
            next_day=TUESDAY + timedelta(days=9),
            next_kind="call",
        )
    await office.waits_until("18:00", TUESDAY)
    held = await place(office, firm.i, ids["Берёзка"], 7_000_000, hand=False)
    await office.waits_until("18:30", TUESDAY)
    text = firm.boris.sees("Требует внимания: 7").text
    order = [
        text.index(part)
        for part in ("Берёзка: заказ на 70", "Ромашка: обещание на 120", "Анна: 3 звонка из 30")
    ]
    assert order == sorted(order)
    assert text.index("Кто |") > text.index("Успехи") > order[-1]
    assert "Вектор: заказ на 340 т.р. (Анна)" in text
    assert "Берёзка: слово сдержали, 80 т.р. (Ира)" in text
    assert "Ира: 2 новых клиента" in text
    assert len(text.splitlines()) <= 25
    await firm.boris.taps("Показать все: 7")
    whole = firm.boris.sees("Старый друг, класс A: 15 дней без контакта (Ира)", "не приняла заказ").text
    assert (
        whole.index("не приняла заказ") < whole.index("3 звонка из 30") < whole.index("15 дней без контакта")
    )
    firm.boris.does_not_see("Звонит сам")
    await firm.boris.taps("2 · Ромашка")
    firm.boris.sees("Ромашка")
    await firm.boris.says("/digest")
    await firm.boris.taps("1 · Берёзка")
    firm.boris.sees("Берёзка", "разрешить отгрузку")
    async with office.work() as work:
        waiting = await orders.find(work.tx, held)
    assert waiting is not None
    assert waiting.status == "on_approval"


async def test_orders_that_support_left_lying_and_claims_past_their_term(
    office: Office, firm: Company
) -> None:
    client = await add_client(office, firm.a, "Вектор")
    await call(office, firm.a, client, Outcome.CLAIM, claim_kind=ClaimKind.DEFECT)
    await office.waits_until("10:00", date(2026, 11, 27))
    order = await place(office, firm.a, client, BIG)
    await office.passes(minutes=40)
    await firm.boris.says("/digest")
    firm.boris.does_not_see("не приняла")
    await office.passes(minutes=35)
    await firm.boris.says("/digest")
    firm.boris.sees(f"Вектор: поддержка не приняла заказ {order} за 1 ч 15 мин (Анна)")
    await firm.boris.taps("1 · Вектор")
    firm.boris.sees("Вектор")
    desk = await office.actor(firm.support)
    async with office.work() as work:
        await accept(desk, work, order)
    await office.waits_until("10:00", date(2026, 11, 30))
    await firm.boris.says("/digest")
    firm.boris.sees("Вектор: претензия «Брак» без ответа, срок был чт, 26 ноября (Анна)")
    firm.boris.does_not_see("не приняла")


async def test_who_closed_the_bot_is_named_in_the_plan(office: Office, firm: Company) -> None:
    await add_client(office, firm.i, "Берёзка")
    await firm.ira.blocks_bot()
    await office.waits_until("09:00")
    await firm.boris.says("/digest")
    await firm.boris.taps("План дня")
    firm.boris.sees("Ира: бот закрыт, сообщения не доходят")
    await firm.boris.taps("1 · Ира")
    firm.boris.sees("Ира · пн, 23 ноября", "Бот закрыт: сообщения не доходят.", "Список: пройдено 0 из 1")


async def test_a_managers_day_from_near(office: Office, firm: Company) -> None:
    await played_day(office, firm)
    await firm.boris.says("/digest")
    await firm.boris.taps("Анна")
    firm.boris.sees("Анна · вт, 24 ноября", "Звонки: 3 из 30 · дозвон 2", "1 заказ на 340\u00a0000\u00a0₽")
    firm.boris.sees(
        "Не ответил 1 · Заказ 1 · Предложил 1", "10:00 Вектор — Заказ", "Предложил 1 из 20 · КП 0 из 50"
    )
    await firm.boris.taps("Вектор")
    firm.boris.sees("Вектор")
    await firm.boris.says("/digest")
    await firm.boris.taps("Ира")
    await firm.boris.taps("‹ К сводке")
    firm.boris.sees("Сводка на 10:00")


# --- the owner, and many people


async def test_the_owner_sees_every_team_and_may_choose_one(office: Office, firm: Company) -> None:
    await played_day(office, firm)
    await firm.owner.says("/digest")
    text = firm.owner.sees("Сводка на 10:00", "Заказы: 1\u00a0070 т.р., 3 заказа").text
    assert text.index("Опт") < text.index("Анна |") < text.index("Розница") < text.index("Олеся |")
    team = firm.o.team_id
    assert team is not None
    await firm.owner.sends_callback(OpenKind(kind="now", team=team).pack())
    firm.owner.sees("Сводка на 10:00 · вт, 24 ноября · Розница", "Заказы: 680 т.р., 1 заказ", "Олеся")
    firm.owner.does_not_see("Анна")
    await firm.owner.taps("Все команды")
    firm.owner.sees("Анна")


async def test_a_team_that_was_chosen_shows_no_errands_of_another(office: Office, firm: Company) -> None:
    await office.waits_until("10:00")
    await firm.boris.says("поручение Анне: забрать образцы сегодня до 11:00")
    await office.waits_until("12:00")
    await firm.owner.says("/digest")
    firm.owner.sees("забрать образцы")
    assert firm.o.team_id is not None
    await firm.owner.sends_callback(OpenKind(kind="now", team=firm.o.team_id).pack())
    firm.owner.sees("Сводка на 12:00", "Розница")
    firm.owner.does_not_see("забрать образцы")


async def test_many_managers_fit_one_screen(office: Office, firm: Company) -> None:
    long = "Очень длинное имя менеджера номер"
    for number in range(12):
        one = await office.hires(f"{long} {number}")
        actor = await office.actor(one)
        async with office.work() as work:
            await counters.add(
                work.tx,
                actor.id,
                office.today,
                calls=3,
                reached=2,
                email_offers=7,
                orders=2,
                order_sum=9_900_000,
            )
    await office.waits_until("15:00")
    await firm.boris.says("/digest")
    text = firm.boris.sees("Требует внимания: 14", "…и ещё 6 менеджеров").text
    assert len(text) < 4096
    await firm.owner.says("/digest")
    firm.owner.sees("Команда | Звонки", "Опт | 36/420", "Розница | 0/30")
    await firm.owner.taps("Опт")
    firm.owner.sees(f"{long} 0 | 3/30 | 2 | 7 | 2 · 99 т.р.")


async def test_a_neglected_base_does_not_drown_the_screen(office: Office, firm: Company) -> None:
    for number in range(60):
        client = await add_client(office, firm.a, f"ООО «Длинное имя клиента» {number}", client_class="A")
        if number:
            async with office.work() as work:
                await work.tx.run(TOUCHED, id_=client, last_contact_day=None)
    await office.waits_until("16:00")
    await firm.boris.says("/digest")
    text = firm.boris.sees("Требует внимания: больше 50", "1. Анна: 0 звонков из 30", "ещё не звонили").text
    assert len(text.splitlines()) <= 25
    await firm.boris.taps("Первые 20")
    firm.boris.sees("20. ООО", "ещё не звонили")
    await firm.boris.taps("‹ К сводке")
    firm.boris.sees("Сводка на 16:00")


async def test_the_digest_reads_well_in_english(office: Office, firm: Company) -> None:
    await played_day(office, firm)
    joan = await office.hires("Joan", Role.LEAD, language="en")
    await joan.says("/digest")
    joan.sees("Digest at 10:00", "2 orders", "Needs attention")
