"""Clients change hands, with all that is open about them; past figures stay with who earned them."""

from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from domain.actors import Actor, Role
from domain.outcomes import ClaimKind, Outcome
from domain.periods import week_start
from sandbox.phone import Phone
from screens.callbacks.transfers import GiveNow, OpenHandover, TransferFrom
from storage import employees, persons, visits, week_plan
from storage import tables as t
from storage.columns import metadata
from storage.timeline import EventKind
from storage.transfers import earner_of_order
from storage.visit_tables import plan_items
from tests.firm import Company, add_client, call, owes, place, read
from tests.office import Office
from usecases import call_list
from usecases.portions import PORTION

CLIENTS = ("Ромашка", "Вектор", "Заря")
MAKE_A = sa.update(t.clients).where(t.clients.c.id == sa.bindparam("id_")).values(client_class="A")
SORTED = (
    sa.update(t.clients)
    .where(t.clients.c.id == sa.bindparam("id_"))
    .values(client_class=sa.bindparam("grade"), district=sa.bindparam("place"))
)


def column(table: str, name: str, client: int) -> sa.Select[Any]:
    """Whose each row of a client is."""
    of = metadata.tables[table]
    return sa.select(of.c[name]).where(of.c.client_id == client).order_by(*of.primary_key)


async def whose(office: Office, table: str, client: int, name: str = "employee_id") -> list[int]:
    async with office.work() as work:
        return await work.tx.values(column(table, name, client))


@pytest.fixture
async def firm(office: Office) -> Company:
    return await Company(office).gather()


async def busy(office: Office, firm: Company) -> dict[str, int]:
    """Анна's three: one with all that can be open, one with a draft, one with nothing; in her list today."""
    ids = {name: await add_client(office, firm.a, name) for name in CLIENTS}
    first = ids["Ромашка"]
    await owes(office, first, 30_000_000)
    await office.waits_until("09:00")
    await call(
        office, firm.a, first, Outcome.PROMISE, day=office.today + timedelta(days=2), amount=12_000_000
    )
    await call(office, firm.a, first, Outcome.CLAIM, claim_kind=ClaimKind.DEFECT)
    await place(office, firm.a, first, 5_000_000)
    await call(office, firm.a, first, Outcome.PHONE_OFFER)
    async with office.work() as work:
        await work.tx.run(MAKE_A, id_=first)
        day = office.today + timedelta(days=1)
        await visits.add(work.tx, first, firm.a.id, day=day, at=None, place="Склад")
        soon = office.today + timedelta(days=5)
        await persons.add(
            work.tx, first, "Смирнова Ольга", role="директор", birth=(soon.day, soon.month, None)
        )
        from usecases import client_changes

        await client_changes.add_note(firm.a, work, first, "Платят после звонка Ольге")
        await t_draft(work, firm, ids["Вектор"])
    await add_client(office, firm.i, "Луч")
    async with office.work() as work:
        for manager in (firm.a, firm.i):
            assert await call_list.build_list(manager, work)
    return ids


async def t_draft(work: Any, firm: Company, client: int) -> None:
    from storage import orders

    await orders.add_draft(work.tx, client, firm.a.id, work.now)


async def give_all(lead: Phone, giver: str, taker: str) -> None:
    await lead.says("/team")
    await lead.taps(giver)
    await lead.taps("Передать клиентов")
    await lead.taps("Всех")
    await lead.taps(f"{taker} (")


async def test_all_that_is_open_goes_along(office: Office, firm: Company) -> None:
    ids = await busy(office, firm)
    first = ids["Ромашка"]
    counted = [one for one in await read(office, "calls") if one["client_id"] == first]
    await give_all(firm.boris, "Анна", "Ира")
    firm.boris.sees("3 клиента: Анна → Ира", "1 заказ в работе", "1 черновик", "1 обещание", "1 претензия")
    firm.boris.sees("1 день рождения в ближайший месяц")
    await firm.boris.taps("Передать")
    firm.boris.sees("3 клиента: Анна → Ира. Открытые дела перешли")
    firm.ira.sees("У вас 3 новых клиента: Анна → вы. Решение: Борис.", "Ромашка · A · просрочено")
    firm.anna.sees("3 клиента: вы → Ира. Решение: Борис.")
    for table in ("orders", "promises", "claims", "offers", "visits"):
        assert set(await whose(office, table, first)) == {firm.i.id}, table
    assert {row["manager_id"] for row in await read(office, "clients") if row["id"] in ids.values()} == {
        firm.i.id
    }
    assert [one for one in await read(office, "calls") if one["client_id"] == first] == counted
    lines = [one for one in await read(office, "call_list") if one["state"] == "waiting"]
    assert {one["employee_id"] for one in lines if one["client_id"] in ids.values()} == {firm.i.id}
    await firm.anna.says("ромашка")
    firm.anna.does_not_see("Ромашка ·")
    await firm.ira.says("/clients")
    await firm.ira.says("ромашка")
    firm.ira.sees("Ромашка", "клиент передан: Анна → Ира")


async def plans_calls(office: Office, who: Actor, days: dict[date, list[int]]) -> list[int]:
    """A plan for the week of each day, with calls of the clients on it: ids of the plans."""
    plans: list[int] = []
    async with office.work() as work:
        for day, chosen in days.items():
            plan = await week_plan.add(work.tx, who.id, week_start(day))
            assert plan
            plans.append(plan)
            for one in chosen:
                line = {"plan_id": plan, "client_id": one, "day": day, "kind": "call", "reason": []}
                await work.tx.run(week_plan.ADD_ITEM, **line, at=None, visit_id=None)
    return plans


async def test_planned_calls_go_into_the_plans_of_the_same_weeks(office: Office, firm: Company) -> None:
    first, second, third = [await add_client(office, firm.a, name) for name in CLIENTS]
    own = await add_client(office, firm.i, "Своя")
    friday = office.today + timedelta(days=3)
    later = friday + timedelta(days=7)
    latest = later + timedelta(days=7)
    await plans_calls(office, firm.a, {friday: [first, second], later: [first, third], latest: [third]})
    plans = await plans_calls(office, firm.i, {friday: [own, first], later: [own]})
    await give_all(firm.boris, "Анна", "Ира")
    await firm.boris.taps("Передать")
    firm.boris.sees("3 клиента: Анна → Ира")
    async with office.work() as work:
        calls = await week_plan.keys(work.tx, plans)
        kept = await work.tx.values(sa.select(plan_items.c.id))
    assert [sorted((client, day) for client, day, _ in calls[plan]) for plan in plans] == [
        sorted([(first, friday), (second, friday), (own, friday)]),
        sorted([(first, later), (third, later), (own, later)]),
    ]
    assert len(kept) == 6  # the call of a week that has no plan of hers yet waits for that plan


async def test_the_brief_fits_a_phone_screen(office: Office, firm: Company) -> None:
    ids = await busy(office, firm)
    await give_all(firm.boris, "Анна", "Ира")
    await firm.boris.taps("Передать")
    await firm.ira.taps("Ромашка")
    firm.ira.sees(
        "памятка передачи", "Смирнова Ольга", "просрочено", "обещали оплатить", "открытая претензия"
    )
    firm.ira.sees("заказ", "Платят после звонка Ольге")
    await firm.anna.sends_callback(OpenHandover(client=ids["Ромашка"]).pack())
    assert firm.anna.alert


async def test_a_handed_over_order_stays_in_the_figures_of_who_took_it(office: Office, firm: Company) -> None:
    ids = await busy(office, firm)
    (order,) = [one for one in await read(office, "orders") if one["client_id"] == ids["Ромашка"]]
    await give_all(firm.boris, "Анна", "Ира")
    await firm.boris.taps("Передать")
    async with office.work() as work:
        assert await earner_of_order(work.tx, order["id"]) == firm.a.id
        from storage import counters

        before = await counters.of_team(work.tx, [firm.a.id, firm.i.id], office.today, office.today)
        from usecases import order_flow

        await order_flow.withdraw(firm.i, work, order["id"])
        after = await counters.of_team(work.tx, [firm.a.id, firm.i.id], office.today, office.today)
    sums = [{one.employee_id: (one.orders, one.order_sum) for one in rows} for rows in (before, after)]
    assert sums[0][firm.a.id] == (1, 5_000_000)
    assert sums[1][firm.a.id] == (0, 0)
    assert sums[0].get(firm.i.id, (0, 0)) == sums[1].get(firm.i.id, (0, 0)) == (0, 0)


async def test_one_from_the_card_and_back(office: Office, firm: Company) -> None:
    ids = await busy(office, firm)
    await firm.boris.says("/clients")
    await firm.boris.says("вектор")
    await firm.boris.taps("Передать")
    firm.boris.sees("Анна: Вектор. Кому передать?")
    await firm.boris.taps("Ира (")
    firm.boris.sees("Вектор: Анна → Ира", "1 черновик")
    await firm.boris.taps("Передать")
    firm.boris.sees("Вектор: Анна → Ира. Открытые дела перешли")
    firm.anna.sees("Вектор: вы → Ира. Решение: Борис.")
    firm.ira.sees("У вас новый клиент Вектор: Анна → вы.", "Памятка — по кнопке.")
    await firm.ira.taps("Вектор")
    firm.ira.sees("памятка передачи")
    assert await whose(office, "orders", ids["Вектор"]) == [firm.i.id]
    await firm.boris.says("/team")
    await firm.boris.taps("Передачи")
    firm.boris.sees("· Вектор: Анна → Ира (Борис)")
    await firm.boris.taps("Отменить: Вектор, Анна → Ира")
    firm.boris.sees("Передача отменена. Вектор: Ира → Анна.")
    firm.anna.sees("Вектор: Ира → вы. Решение: Борис.")
    assert await whose(office, "orders", ids["Вектор"]) == [firm.a.id]
    await firm.boris.taps("Передачи")
    firm.boris.sees("· Вектор: Анна → Ира (Борис), отменена")
    assert not [one for one in firm.boris.buttons if one.startswith("Отменить")]


async def test_what_was_worked_on_does_not_come_back(office: Office, firm: Company) -> None:
    ids = await busy(office, firm)
    await give_all(firm.boris, "Анна", "Ира")
    await firm.boris.taps("Передать")
    await office.passes(hours=1)
    await call(office, firm.i, ids["Заря"], Outcome.TALKED)
    await firm.boris.taps("Отменить")
    firm.boris.sees("2 клиента: Ира → Анна", "Уже в работе и не вернулись: 1 клиент. Отвечает Ира.")


async def test_many_are_taken_back_from_the_journal_after_one_question(office: Office, firm: Company) -> None:
    await busy(office, firm)
    await give_all(firm.boris, "Анна", "Ира")
    await firm.boris.taps("Передать")
    await firm.boris.says("/team")
    await firm.boris.taps("Передачи")
    at = firm.lead.local(office.now).strftime("%d.%m, %H:%M")
    firm.boris.sees(f"{at} · 3 клиента: Анна → Ира (Борис)")
    await firm.boris.taps(f"Отменить: 3 клиента, {at}")
    firm.boris.sees("3 клиента: Анна → Ира. Отменить передачу?")
    firm.anna.does_not_see("Ира → вы")
    await firm.boris.taps("Да, отменить")
    firm.boris.sees("Передача отменена. 3 клиента: Ира → Анна.")
    firm.anna.sees("3 клиента: Ира → вы.")


async def test_too_late_to_take_back(office: Office, firm: Company) -> None:
    await busy(office, firm)
    await give_all(firm.boris, "Анна", "Ира")
    await firm.boris.taps("Передать")
    message = firm.boris.last
    await office.passes(hours=25)
    await firm.boris.taps_old(message, "Отменить")
    assert firm.boris.alert == "Это уже сделано или изменилось. Откройте раздел заново."


async def test_some_are_ticked_and_searched_for(office: Office, firm: Company) -> None:
    for number in range(10):
        await add_client(office, firm.a, f"Клиент {number}")
    wanted = await add_client(office, firm.a, "Берёзка Юг")
    await firm.boris.says("/team")
    await firm.boris.taps("Анна")
    firm.boris.sees("11 клиентов")
    await firm.boris.taps("Передать клиентов")
    await firm.boris.taps("Выбрать…")
    await firm.boris.taps("Дальше ›")
    await firm.boris.taps("Клиент 9")
    firm.boris.sees("выбран 1 клиент")
    await firm.boris.says("березка")
    firm.boris.sees("Нашлось по «березка»")
    await firm.boris.taps("Берёзка Юг")
    firm.boris.sees("выбрано 2 клиента")
    await firm.boris.says("нет такого")
    firm.boris.sees("Не нашлось: «нет такого»")
    await firm.boris.taps("Готово (2)")
    firm.boris.sees("Анна: 2 клиента. Кому передать?")
    await firm.boris.taps("Ира (")
    await firm.boris.double_taps("Передать")
    firm.boris.sees("Анна: осталось 9 клиентов")
    assert len(await whose_clients(office, firm.i.id)) == 2
    assert wanted in await whose_clients(office, firm.i.id)
    await firm.boris.sends_callback(GiveNow().pack())
    assert firm.boris.alert


async def whose_clients(office: Office, manager: int) -> set[int]:
    return {one["id"] for one in await read(office, "clients") if one["manager_id"] == manager}


async def test_a_district_is_read_from_the_address_where_nobody_named_it(
    office: Office, firm: Company
) -> None:
    far = {
        await add_client(office, firm.a, name, address=f"Москва, Тверской р-н, ул. Лесная, {name}")
        for name in ("3", "7")
    }
    named = await add_client(office, firm.a, "Центральная", address="Москва, Тверской р-н, ул. Лесная, 9")
    async with office.work() as work:
        await work.tx.run(SORTED, id_=named, grade="B", place="Центр")
    await firm.boris.says("/team")
    await firm.boris.taps("Анна")
    await firm.boris.taps("Передать клиентов")
    await firm.boris.taps("Тверской: 2")
    await firm.boris.taps("Ира (")
    await firm.boris.taps("Передать")
    firm.boris.sees("2 клиента: Анна → Ира")
    assert await whose_clients(office, firm.i.id) == far


async def test_dismissed_when_the_last_client_is_handed_over(office: Office, firm: Company) -> None:
    ids = await busy(office, firm)
    async with office.work() as work:
        for name, grade, district in (("Ромашка", "A", ""), ("Вектор", "B", "Центр"), ("Заря", "B", "")):
            await work.tx.run(SORTED, id_=ids[name], grade=grade, place=district)
    await firm.boris.says("/team")
    await firm.boris.taps("Анна")
    await firm.boris.taps("Уволить")
    firm.boris.sees("У сотрудника 3 клиента: кому их передать?")
    await firm.boris.taps("Передать клиентов")
    firm.boris.sees("Чтобы закрыть доступ, передайте клиентов")
    await firm.boris.taps("Центр: 1")
    await firm.boris.taps("Борис (")
    firm.boris.does_not_see("доступ закроется")
    await firm.boris.taps("Передать")
    firm.boris.sees("Анна: осталось 2 клиента.")
    await firm.boris.taps("Передать остальных")
    await firm.boris.taps("Всех")
    await firm.boris.taps("Ира (")
    firm.boris.sees("После передачи доступ закроется: Анна.")
    await firm.boris.taps("Передать и уволить")
    firm.boris.sees("2 клиента: Анна → Ира", "Доступ закрыт: Анна.")
    await firm.anna.says("/calls")
    firm.anna.sees("Это рабочий бот")
    assert await whose_clients(office, firm.lead.id) == {ids["Вектор"]}
    assert await whose_clients(office, firm.a.id) == set()
    async with office.work() as work:
        kept = await work.tx.rows(
            sa.select(t.audit.c.facts).where(t.audit.c.action == "people").order_by(t.audit.c.id),
            lambda facts: facts,
        )
    assert [one["what"] for one in kept] == ["transfer", "transfer", "dismissed"]


async def test_clients_left_behind_are_handed_over_later(office: Office, firm: Company) -> None:
    await busy(office, firm)
    await firm.boris.says("/team")
    await firm.boris.taps("Анна")
    await firm.boris.taps("Уволить")
    await firm.boris.taps("Закрыть без передачи")
    firm.boris.sees("Доступ закрыт: Анна. 3 клиента ждут нового менеджера.")
    await firm.boris.says("/team")
    await firm.boris.taps("Бывшие")
    firm.boris.sees("Анна — 3 клиента ждут менеджера")
    await firm.boris.taps("Анна")
    await firm.boris.taps("Передать клиентов")
    await firm.boris.taps("Всех")
    await firm.boris.taps("Ира (")
    await firm.boris.taps("Передать")
    firm.boris.sees("3 клиента: Анна → Ира")
    firm.anna.does_not_see("вы → Ира", anywhere=True)
    await firm.boris.taps("К команде")
    await firm.boris.taps("Бывшие")
    await firm.boris.taps("Анна")
    await firm.boris.taps("Вернуть")
    firm.boris.sees("Анна снова в команде: доступ открыт, рассылки идут.")
    firm.anna.sees("Вам снова открыт доступ. Решение: Борис", anywhere=True)
    await firm.anna.says("/clients")
    firm.anna.sees("Клиентов пока нет")


async def test_a_lead_touches_only_the_own(office: Office, firm: Company) -> None:
    await busy(office, firm)
    mine = await add_client(office, firm.o, "Чужой")
    await firm.boris.says("/team")
    await firm.boris.sends_callback(TransferFrom(employee=firm.o.id).pack())
    assert firm.boris.alert
    await firm.gleb.says("/team")
    await firm.gleb.sends_callback(TransferFrom(employee=firm.a.id).pack())
    assert firm.gleb.alert
    await firm.anna.sends_callback(TransferFrom(employee=firm.i.id).pack())
    assert firm.anna.alert
    assert await whose_clients(office, firm.o.id) == {mine}


async def test_the_owner_hands_over_across_teams(office: Office, firm: Company) -> None:
    ids = await busy(office, firm)
    await give_all(firm.owner, "Анна", "Олеся")
    await firm.owner.taps("Передать")
    firm.oleg.sees("У вас 3 новых клиента")
    await firm.gleb.says("ромашка")
    firm.gleb.sees("Ромашка")
    assert await whose_clients(office, firm.o.id) == set(ids.values())


async def test_many_at_once_with_their_words(office: Office, firm: Company) -> None:
    """More than a few portions; every one of them is found by its new manager, and only there."""
    for number in range(PORTION * 5):
        await add_client(office, firm.a, f"Точка {number}")
    await give_all(firm.boris, "Анна", "Ира")
    await firm.boris.taps("Передать")
    firm.boris.sees(f"{PORTION * 5} клиентов: Анна → Ира")
    async with office.work() as work:
        for name in ("client_grams", "client_terms"):
            table = metadata.tables[name]
            assert set(await work.tx.values(sa.select(table.c.manager_id).distinct())) == {firm.i.id}
        notes = sa.select(sa.func.count()).where(t.timeline.c.kind == EventKind.TRANSFER.value)
        assert await work.tx.value(notes) == PORTION * 5


async def test_a_head_over_two_leads(office: Office, firm: Company) -> None:
    """Опт is put under Head; its lead goes on with the own people only."""
    await busy(office, firm)
    foreign = await add_client(office, firm.o, "Клён")
    async with office.work() as work:
        top = await work.tx.value(employees.ADD_TEAM, name="Продажи")
        for team in (firm.lead.team_id, firm.o.team_id):
            await work.tx.run(employees.PUT_UNDER, id_=team, parent=top)
    vera = await office.hires("Вера", Role.LEAD, team=top)
    head = await office.actor(vera)
    async with office.work() as work:
        assert {one.id for one in await employees.managers_of(work.tx, head)} == {
            firm.a.id,
            firm.i.id,
            firm.o.id,
        }
        assert {one.name for one in await employees.sellers_of(work.tx, head)} == {
            "Анна",
            "Борис",
            "Глеб",
            "Ира",
            "Олеся",
        }
        assert [one.name for one in await employees.leads_of(work.tx, firm.a)] == ["Борис"]
        assert [one.name for one in await employees.leads_of(work.tx, firm.lead)] == ["Вера"]
        assert [one.role for one in await employees.leads_of(work.tx, head)] == [Role.OWNER]
    await vera.says("/team")
    vera.sees("Продажи", "Опт", "Розница", "Анна — менеджер", "Олеся — менеджер")
    await give_all(vera, "Олеся", "Анна")
    await vera.taps("Передать")
    firm.anna.sees("У вас новый клиент")
    assert foreign in await whose_clients(office, firm.a.id)
    await firm.boris.says("/team")
    firm.boris.sees("Анна — менеджер")
    firm.boris.does_not_see("Олеся")
