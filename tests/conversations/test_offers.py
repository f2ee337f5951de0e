"""Offers: made in a call, by e-mail or by hand, asked about twice, answered by one tap."""

from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from domain.leads import Stage
from domain.outcomes import Outcome, RefusalReason
from sandbox.phone import Phone
from storage.lead_tables import offers
from tests.conversations.test_leads import add_lead, call, came
from tests.firm import place
from tests.office import Office

OFFERS = sa.select(offers.c.state, offers.c.follow_day, offers.c.follow_ups, offers.c.channel).order_by(
    offers.c.id
)


async def made(office: Office) -> list[tuple[Any, ...]]:
    async with office.work() as work:
        return await work.tx.rows(OFFERS, lambda *row: row)


@pytest.fixture
async def anna(office: Office) -> Phone:
    phone = await office.hires("Анна")
    await office.waits_until("09:00")
    return phone


async def test_an_offer_by_phone_is_asked_about_twice_and_then_is_to_be_closed(
    office: Office, anna: Phone
) -> None:
    me = await office.actor(anna)
    lead = await add_lead(office, me, "Ромашка")
    await call(office, me, lead, Outcome.PHONE_OFFER)
    assert await made(office) == [("open", date(2026, 11, 26), 0, "phone")]
    await anna.says("/leads")
    await anna.taps("✉️ Предложения: 1")
    anna.sees("ждёт ответа 1. Спрашивать пока некого.")
    await office.waits_until("09:00", date(2026, 11, 26))
    await anna.says("/calls")
    anna.sees("Ромашка — спросить про предложение")
    await anna.taps("Начать обзвон")
    await anna.taps("Поговорили")
    anna.sees("Ромашка: Поговорили → чт, 3 декабря")
    assert await made(office) == [("open", date(2026, 12, 3), 1, "phone")]
    await office.waits_until("09:00", date(2026, 12, 3))
    await anna.says("/calls")
    anna.sees("Ромашка — спросить про предложение")
    await call(office, me, lead, Outcome.TALKED)
    await anna.says("/leads")
    await anna.taps("✉️ Предложения: 1, спросить 1")
    await anna.taps("✖️ Ромашка")
    anna.sees("спросили 2 раза, ответа нет — закрыть?")
    await anna.double_taps("Закрыть")
    anna.sees("Ромашка: закрыто без ответа", "Предложений без ответа нет")


async def test_a_sent_offer_waits_and_an_order_says_yes(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    lead = await add_lead(office, me, "Ромашка")
    await call(office, me, lead, Outcome.SEND_OFFER)
    assert await came(office, lead) is Stage.CONTACT
    await anna.says("/calls")
    await anna.taps("Отправить 1 КП")
    await anna.taps("Ромашка")
    assert await made(office) == [("open", date(2026, 11, 25), 0, "email")]
    assert await came(office, lead) is Stage.OFFER
    await place(office, me, lead, 10_000_00)
    assert [one[0] for one in await made(office)] == ["accepted"]


async def test_a_promise_tells_its_own_day_not_that_of_the_offer(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    lead = await add_lead(office, me, "Ромашка", kind="client")
    await call(office, me, lead, Outcome.PHONE_OFFER)
    await office.waits_until("09:00", date(2026, 11, 26))
    await anna.says("/calls")
    await anna.taps("Начать обзвон")
    await anna.taps("Обещал")
    await anna.taps("Без суммы")
    await anna.taps("завтра, 27.11")
    anna.sees("Ромашка: Обещал → проверим пн, 30 ноября")


async def test_a_refusal_and_a_line_typed_do_the_same_for_a_client(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    client = await add_lead(office, me, "Ромашка", kind="client")
    await anna.says("отправил КП ромашке")
    await anna.taps("Сохранить")
    assert await made(office) == [("open", date(2026, 11, 25), 0, "email")]
    await call(office, me, client, Outcome.REFUSAL, reason=RefusalReason.PRICE)
    assert [one[0] for one in await made(office)] == ["declined"]


async def test_by_hand_two_taps_and_a_line(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    lead = await add_lead(office, me, "Ромашка")
    await anna.sends_callback(f"leads.open:{lead}")
    await anna.taps("✉️ Предложение")
    await anna.says("масло")
    anna.sees("Ромашка: как предложили?")
    await anna.double_taps("По почте")
    assert len(await made(office)) == 1
    anna.sees("Ромашка: предложение", "сегодня, по почте", "спросить: ср, 25 ноября")
    await anna.says("масло 82,5 %, 120 тыс")
    anna.sees("по почте: масло 82,5 %, 120\u00a0000\u00a0₽")
    await anna.says("/plan")
    anna.sees("КП по почте: 1 из 50")
    await anna.sends_callback(f"leads.open:{lead}")
    anna.sees(
        "Предложение с 23.11",
        "✉️ 23.11, по почте: масло 82,5 %, 120\u00a0000\u00a0₽ — спросить: ср, 25 ноября",
    )
    anna.sees("ср, 25 ноября — спросить про предложение")


async def test_each_answer_is_one_tap(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    for name in ("Ромашка", "Вектор", "Луч"):
        await call(office, me, await add_lead(office, me, name), Outcome.PHONE_OFFER)
    await office.waits_until("09:00", date(2026, 11, 26))
    await anna.says("/leads")
    await anna.taps("✉️ Предложения: 3, спросить 3")
    await anna.taps("❗ Ромашка")
    await anna.taps("Думает")
    await anna.says("когда рак свистнет")
    anna.sees("Не понял «когда рак свистнет»")
    await anna.says("через неделю")
    anna.sees("Ромашка: спросить: чт, 3 декабря", "ждут ответа 3, пора спросить 2")
    await anna.taps("❗ Вектор")
    await anna.taps("Отказ")
    await anna.taps("Цена")
    anna.sees("Вектор: отказ · цена", "пора спросить 1")
    await anna.taps("❗ Луч")
    await anna.taps("Согласились")
    anna.sees("Луч: предложение", "согласились")
    await anna.taps("📄 Договор")
    anna.sees("Луч · лид", "Договор с 26.11")
    await anna.taps("‹ Лиды")
    anna.sees("Договоры за ноябрь: 1 из 4")


async def test_a_day_tapped_twice_is_one_follow_up(office: Office, anna: Phone) -> None:
    me = await office.actor(anna)
    await call(office, me, await add_lead(office, me, "Ромашка"), Outcome.PHONE_OFFER)
    await anna.sends_callback("offers.think:1:0")
    await anna.double_taps("завтра, 24.11")
    assert await made(office) == [("open", date(2026, 11, 24), 1, "phone")]


async def test_a_foreign_offer_is_answered_like_a_missing_one(office: Office, anna: Phone) -> None:
    other = await office.actor(await office.hires("Вера"))
    await call(office, other, await add_lead(office, other, "Чужой"), Outcome.PHONE_OFFER)
    for data in ("offers.open:1", "offers.yes:1", "offers.yes:999999"):
        await anna.sends_callback(data)
        assert anna.alert == "Этого здесь больше нет. Откройте раздел заново."
    assert [one[0] for one in await made(office)] == ["open"]
