"""Leads from the first call to the first order: stages, questions, the counter of contracts, the check of reliability."""

from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from domain.actors import Actor, Role
from domain.leads import ON_THE_WAY, Stage
from domain.outcomes import Answer, Outcome
from sandbox.phone import Phone
from storage import clients, products
from storage.clients import NewClient
from storage.deal_tables import contracts
from storage.lead_tables import lead_steps
from storage.leads import add_step
from storage.tables import call_list
from tests.firm import place
from tests.office import Office
from usecases import calls

STEPS = sa.select(lead_steps.c.stage).where(lead_steps.c.client_id == sa.bindparam("client"))
ADD_CONTRACT = sa.insert(contracts).values(
    {
        name: sa.bindparam(name)
        for name in ("client_id", "employee_id", "stage", "signed", "held_since", "created_at")
    }
)
LINES = sa.select(call_list.c.state).where(call_list.c.client_id == sa.bindparam("client"))
SET_STAGE = clients.patch("stage", "stage_day")
TAX_NUMBER = "7707083893"


async def add_lead(office: Office, manager: Actor, name: str, **more: Any) -> int:
    async with office.work() as work:
        given = {"phone": "+79161234567", "kind": "lead"} | more
        return await clients.add(work.tx, NewClient(manager.id, name, work.now - timedelta(days=10), **given))


async def call(office: Office, who: Actor, client: int, outcome: Outcome, **answer: Any) -> None:
    async with office.work() as work:
        await calls.record_call(who, work, client, outcome, Answer(**answer))


async def came(office: Office, client: int) -> Stage | None:
    """The furthest stage that the lead has come to; None for one that nobody has tried."""
    async with office.work() as work:
        found = set(await work.tx.values(STEPS, client=client))
    stages = [one for one in ON_THE_WAY if one in found]
    assert stages == list(ON_THE_WAY[: len(stages)])
    return stages[-1] if stages else None


async def stage(office: Office, client: int, to: Stage, days: int) -> None:
    async with office.work() as work:
        day = office.today - timedelta(days=days)
        await work.tx.run(SET_STAGE, id_=client, stage=to.value, stage_day=day)


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


async def test_a_lead_moves_by_what_is_logged_and_the_first_order_makes_a_client(
    office: Office, anna: Phone
) -> None:
    me = await office.actor(anna)
    lead = await add_lead(office, me, "Ромашка")
    assert await came(office, lead) is None
    for outcome, stage_ in (
        (Outcome.NO_ANSWER, Stage.FOUND),
        (Outcome.TALKED, Stage.CONTACT),
        (Outcome.PHONE_OFFER, Stage.OFFER),
        (Outcome.TALKED, Stage.OFFER),
    ):
        await call(office, me, lead, outcome)
        assert await came(office, lead) is stage_
    await anna.says("/leads")
    anna.sees("Лиды", "Договоры за ноябрь: 0 из 4", "Предложение: 1", "Контакт: 0")
    await place(office, me, lead, 10_000_00)
    assert await came(office, lead) is Stage.FIRST_ORDER
    await anna.says("/leads")
    anna.sees("Договоры за ноябрь: 1 из 4", "Первый заказ в этом месяце: 1", "Предложение: 0")
    await anna.says("Ромашка")
    anna.sees("Ромашка · клиент")


async def test_a_call_with_a_client_leaves_no_steps(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    client = await add_lead(office, me, "Вектор", kind="client")
    await call(office, me, client, Outcome.TALKED)
    await place(office, me, client, 10_000_00)
    assert await came(office, client) is None


async def test_the_pipeline_leads_to_a_stage_and_to_a_lead(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    late = await add_lead(office, me, "Луч", client_class="B")
    best = await add_lead(office, me, "Заря", client_class="A")
    await add_lead(office, me, "Новый")
    await stage(office, late, Stage.NEED, 12)
    await stage(office, best, Stage.NEED, 3)
    await anna.says("/leads")
    anna.sees("Найден: 1 · дольше всех 10 дн.", "Потребность: 2 · дольше всех 12 дн.")
    anna.sees("Предложение: 0 · ещё 12", "Потребность: 2 · дольше всех 12 дн. · ещё 18", "Найден: 1")
    anna.sees("Договоры за ноябрь: 0 из 4 · сделать 12 предложений", "при вашей конверсии")
    await anna.taps("Потребность: 2")
    anna.sees("Потребность: лучшие первыми, ⚠️ 1 ждёт слишком долго")
    assert anna.buttons[:2] == ["Заря · A · 3 дн.", "⚠️ Луч · B · 12 дн."]
    await anna.taps("Луч")
    anna.sees("Луч · лид · B", "Потребность с 11.11, 12 дн. ⚠️ пора двигать", "не проверен")
    anna.sees("следующий шаг не назначен")
    await anna.taps("‹ Лиды")
    anna.sees("Потребность: 2")


async def test_a_stage_is_set_by_one_tap_any_way_and_a_slip_leaves_no_trace(
    office: Office, anna: Phone
) -> None:
    me = await office.actor(anna)
    lead = await add_lead(office, me, "Ромашка")
    await anna.says("Ромашка")
    await anna.taps("🌱 Лид")
    anna.sees("Найден с 13.11, 10 дн.")
    await anna.double_taps("Договор")
    anna.sees("Договор с 23.11")
    await anna.taps("Контакт")
    anna.sees("Контакт с 23.11")
    assert await came(office, lead) is Stage.CONTACT
    await anna.taps("Потерян")
    anna.sees("Ромашка: почему потерян?")
    await anna.taps("Цена")
    anna.sees("Потерян с 23.11 · Цена", "ср, 23 декабря — позвонить")
    await anna.sends_callback(f"clients.log:{lead}:0")
    anna.sees("23.11: этап: Потерян (Цена)", "23.11: этап: Договор")
    await anna.says("/calls")
    anna.sees("Сегодня звонить некому")
    await call(office, me, lead, Outcome.TALKED)
    await anna.says("/leads")
    await anna.taps("Потерян: 1")
    await anna.taps("Ромашка")
    await anna.taps("Потребность")
    anna.sees("Потребность с 23.11")
    await anna.taps("Первый заказ")
    anna.sees("Уже клиент.")
    anna.does_not_see("· лид ·")


async def test_three_questions_at_most_each_one_tap_or_one_line(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    lead = await add_lead(office, me, "Ромашка")
    await add_lead(office, me, "Вектор")
    async with office.work() as work:
        await products.write(work.tx, code="1", name="Масло 82,5%", group_name="Молочное", prices={"": 1})
    await office.waits_until("09:00")
    await anna.sends_callback(f"calls.card:{lead}")
    await anna.taps("Поговорили")
    anna.sees("Вектор")
    await anna.taps("🌱 3 вопроса: Ромашка")
    anna.sees("Ромашка. Что нужно?")
    await anna.taps("Молочное")
    anna.sees("Какой объём в месяц?")
    await anna.taps("50–200 т.р.")
    anna.sees("У кого берут сейчас?")
    await anna.says("x" * 300)
    anna.sees("Пусто или слишком длинно")
    await anna.says("Восток, по субботам")
    anna.sees("Ромашка: Потребность · Нужно: Молочное · Объём в месяц: 50–200 т.р.", "Вектор", anywhere=True)
    await anna.sends_callback(f"calls.card:{lead}")
    await anna.taps("Поговорили")
    assert not [label for label in anna.buttons if "вопрос" in label]
    await anna.sends_callback(f"leads.open:{lead}")
    anna.sees("Потребность с 23.11", "Сейчас берут: Восток, по субботам")
    await anna.taps("❓ 1 вопрос")
    await anna.taps("директор")
    anna.sees("Ромашка · лид", "Решает: директор")
    assert not [label for label in anna.buttons if "вопрос" in label]


async def test_questions_tapped_twice_are_put_all_the_same(office: Office, anna: Phone) -> None:
    lead = await add_lead(office, await office.actor(anna), "Ромашка")
    await office.waits_until("09:00")
    await anna.sends_callback(f"calls.card:{lead}")
    await anna.taps("Поговорили")
    await anna.double_taps("🌱 3 вопроса: Ромашка")
    anna.sees("Ромашка. Что нужно?")


async def test_a_lost_lead_leaves_the_list_of_the_day(office: Office, anna: Phone) -> None:
    lead = await add_lead(office, await office.actor(anna), "Ромашка")
    await office.waits_until("09:00")
    await anna.says("/calls")
    anna.sees("Ромашка")
    await anna.sends_callback(f"leads.open:{lead}")
    await anna.taps("Потерян")
    await anna.taps("Цена")
    async with office.work() as work:
        assert await work.tx.values(LINES, client=lead) == ["done"]


async def test_questions_are_skipped_by_one_tap_and_not_put_again_that_day(
    office: Office, anna: Phone
) -> None:
    me = await office.actor(anna)
    lead = await add_lead(office, me, "Ромашка")
    await office.waits_until("09:00")
    await anna.sends_callback(f"calls.card:{lead}")
    await anna.taps("Поговорили")
    await anna.taps("🌱 3 вопроса: Ромашка")
    await anna.taps("Не знаю")
    anna.sees("Какой объём в месяц?")
    await anna.taps("Хватит")
    anna.sees("Список на сейчас пройден")
    await anna.sends_callback(f"leads.pass:{lead}:volume")
    anna.sees("Ромашка · лид")
    await anna.sends_callback(f"calls.card:{lead}")
    await anna.taps("Поговорили")
    assert not [label for label in anna.buttons if "вопрос" in label]
    await office.passes(days=1)
    await anna.sends_callback(f"calls.card:{lead}")
    await anna.taps("Поговорили")
    assert "🌱 3 вопроса: Ромашка" in anna.buttons


async def test_a_result_taken_back_takes_back_the_stage(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    lead = await add_lead(office, me, "Ромашка")
    await office.waits_until("09:00")
    await anna.sends_callback(f"calls.card:{lead}")
    await anna.taps("Предложил")
    assert await came(office, lead) is Stage.OFFER
    await anna.says("/calls")
    await anna.sends_callback("calls.back")
    await anna.taps("Отменить")
    assert await came(office, lead) is None
    await anna.sends_callback(f"leads.open:{lead}")
    anna.sees("Найден с 13.11")


async def test_a_check_is_ticked_holds_for_half_a_year_and_is_done_anew(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    lead = await add_lead(office, me, "Ромашка", tax_number=TAX_NUMBER)
    await anna.sends_callback(f"leads.open:{lead}")
    await anna.taps("🛡 Проверка")
    anna.sees("не проверен", "✅ ИНН верен", "▫️ Зарегистрирован больше года назад")
    assert anna.copied("ИНН 7707083893") == TAX_NUMBER
    for item in ("Больше года", "Без банкротства", "Директор", "Адрес"):
        await anna.taps(f"▫️ {item}")
    anna.sees("проверен не полностью")
    await anna.taps("▫️ Рекомендации")
    anna.sees("проверен до 22.05.2027, Анна")
    await anna.says("Ромашка")
    anna.sees("🛡 проверен до 22.05.2027, Анна")
    await office.passes(days=181)
    await anna.says("Ромашка")
    anna.sees("🛡 проверка истекла 22.05.2027")
    await anna.taps("🌱 Лид")
    await anna.taps("🛡 Проверка")
    anna.sees("▫️ Зарегистрирован больше года назад")
    for item in ("Больше года", "Без банкротства", "Директор", "Адрес", "Рекомендации"):
        await anna.taps(f"▫️ {item}")
    await anna.taps("Проверить заново")
    anna.sees("не проверен", "▫️ Зарегистрирован больше года назад", "✅ ИНН верен")


async def test_a_long_stage_has_pages(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    for number in range(12):
        await add_lead(office, me, f"Лид {number:02d}")
    await anna.says("/leads")
    await anna.taps("Найден: 12")
    assert sum("Лид " in label for label in anna.buttons) == 10
    await anna.taps("Дальше")
    assert sum("Лид " in label for label in anna.buttons) == 2
    for number in range(12):
        await anna.sends_callback(f"leads.open:{number + 1}")
        await anna.taps("✉️ Предложение")
        await anna.taps("По телефону")
    await anna.says("/leads")
    await anna.taps("✉️ Предложения: 12")
    await anna.taps("Дальше")
    assert sum("Лид " in label for label in anna.buttons) == 2
    await anna.taps("Раньше")
    assert sum("Лид " in label for label in anna.buttons) == 10


async def test_an_order_of_a_new_client_says_that_nobody_checked_it(office: Office, anna: Phone) -> None:
    lead = await add_lead(office, await office.actor(anna), "Ромашка")
    async with office.work() as work:
        await products.write(work.tx, code="1", name="Масло 82,5%", prices={"": 150_00})
    await anna.sends_callback(f"orders.new:{lead}")
    await anna.says("масло 5")
    anna.sees("Ромашка — черновик заказа", "Надёжность не проверена")


async def test_without_a_tax_number_it_is_asked_for(office: Office, anna: Phone) -> None:
    client = await add_lead(office, await office.actor(anna), "Вектор", kind="client")
    await anna.says("Вектор")
    await anna.taps("🛡 Проверка")
    anna.sees("▫️ ИНН верен", "Сначала ИНН")
    await anna.taps("Указать ИНН")
    await anna.says(TAX_NUMBER)
    await anna.sends_callback(f"reliability.open:{client}")
    anna.sees("✅ ИНН верен")


async def test_with_a_register_signed_contracts_count(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    client = await add_lead(office, me, "Ромашка", kind="client")
    lead = await add_lead(office, me, "Вектор")
    async with office.work() as work:
        await work.tx.run(
            ADD_CONTRACT, client_id=client, employee_id=me.id, stage="in_force", signed=office.today, held_since=office.today, created_at=work.now
        )  # fmt: skip
        await add_step(work.tx, lead, me.id, Stage.CONTRACT, day=office.today, at=work.now)
    await anna.says("/leads")
    anna.sees("Договоры за ноябрь: 1 из 4 · начать 4 договора")


async def test_a_lead_sees_each_manager_and_the_counter(office: Office, anna: Phone) -> None:
    boris = await office.hires("Борис", Role.LEAD)
    me = await office.actor(anna)
    other = await office.actor(await office.hires("Вера"))
    lead = await add_lead(office, me, "Ромашка")
    await add_lead(office, other, "Чужой")
    async with office.work() as work:
        for number in range(4):
            won = await clients.add(work.tx, NewClient(other.id, f"Клиент {number}", work.now))
            await add_step(work.tx, won, other.id, Stage.CONTRACT, day=office.today, at=work.now)
    await boris.says("/leads")
    boris.sees("Лиды команды", "Договоры за ноябрь: 4 из 8", "Анна: 0 из 4 · 1 лид", "Вера: 4 из 4 · 1 лид")
    await boris.taps("Анна")
    boris.sees("Лиды · Анна", "Найден: 1")
    await boris.taps("Найден: 1")
    await boris.taps("Ромашка")
    boris.sees("Ромашка · лид")
    await anna.sends_callback(f"leads.board:{other.id}")
    assert anna.alert == "Этого здесь больше нет. Откройте раздел заново."
    await anna.says("/plan")
    anna.sees("Договоры за ноябрь: 0 из 4")
    await anna.taps("🌱 Лиды")
    await anna.taps("Найден: 1")
    assert lead
