"""The morning list and the carousel: one thumb, one card after another."""

from datetime import date, timedelta

import pytest

from domain.actors import Actor
from sandbox.phone import Phone
from storage import clients, persons
from storage.clients import NewClient
from tests.office import Office, number_of

SET_DEBT = clients.patch("debt", "overdue", "overdue_since")
SET_NEXT = clients.patch("next_at", "next_day", "next_kind", "next_reason")
TOUCHED = clients.patch("last_contact_day")


async def add_client(
    office: Office, manager: Actor, name: str, phone: str | None = None, **more: object
) -> int:
    phone = phone or number_of(name)
    async with office.work() as work:
        new = NewClient(manager.id, name, work.now - timedelta(days=90), phone=phone, **more)  # type: ignore[arg-type]
        client_id = await clients.add(work.tx, new)
        await work.tx.run(TOUCHED, id_=client_id, last_contact_day=office.today - timedelta(days=20))
    return client_id


@pytest.fixture
async def anna(office: Office) -> Phone:
    """A manager with four clients: one owes, one is due a call-back, one is quiet, one is new."""
    phone = await office.hires("Анна")
    manager = await office.actor(phone)
    owing = await add_client(office, manager, "Ромашка", client_class="A")
    asked = await add_client(office, manager, "Вектор")
    await add_client(office, manager, "Берёзка")
    await add_client(office, manager, "Новый дом", kind="lead")
    async with office.work() as work:
        await persons.add(work.tx, owing, "Смирнова Ольга Петровна", role="buyer", phone="+79161112233")
        await persons.add(work.tx, owing, "Котова Анна", role="accountant", phone="+79161112244")
        since = office.today - timedelta(days=12)
        await work.tx.run(SET_DEBT, id_=owing, debt=50_000_000, overdue=34_000_000, overdue_since=since)
        await work.tx.run(
            SET_NEXT,
            id_=asked,
            next_at=office.now + timedelta(hours=1),
            next_day=office.today,
            next_kind="call",
            next_reason="call_back",
        )
    return phone


async def test_the_list_comes_at_nine_with_reasons(office: Office, anna: Phone) -> None:
    await office.waits_until("09:00")
    anna.sees("пн, 23 ноября", "осталось 4 звонка из 4", "просрочка 12 дн., 340 т.р.")
    anna.sees("1. 09:00 Вектор — просили перезвонить в 09:00")
    await anna.says("/calls")
    anna.sees("осталось 4 звонка из 4")


async def test_not_reached_costs_one_tap_and_the_next_card_opens(office: Office, anna: Phone) -> None:
    await office.waits_until("09:00")
    await anna.taps("Начать обзвон")
    anna.sees("Вектор", "0/30 · дозвон 0")
    await anna.taps("Не ответил")
    anna.sees("Вектор: Не ответил → сегодня, 11:00", "Ромашка", "1/30 · дозвон 0")
    anna.sees("Котова Анна, бухгалтерия", "+7 916 111-22-44")
    await office.waits_until("11:00")
    await anna.taps("Позже")
    await anna.taps("Через 30 минут")
    anna.sees("Вектор", "не дозвонились 1 раз", anywhere=True)


async def test_a_call_back_takes_two_taps(office: Office, anna: Phone) -> None:
    await office.waits_until("09:00")
    await anna.taps("Начать обзвон")
    await anna.taps("Перезвонить")
    anna.sees("Вектор: когда перезвонить?")
    assert anna.buttons[:4] == ["через 2 часа", "завтра 10:00", "завтра 15:00", "пн 30.11 10:00"]
    await anna.taps("завтра 15:00")
    anna.sees("Вектор: Перезвонить → завтра, 15:00", "1/30 · дозвон 1")


async def test_a_call_back_on_another_day_takes_one_more_and_the_hour(office: Office, anna: Phone) -> None:
    await office.waits_until("09:00")
    await anna.taps("Начать обзвон")
    await anna.taps("Перезвонить")
    await anna.taps("Другой день")
    anna.sees("Вектор: когда перезвонить?")
    await anna.taps("завтра, 24.11")
    anna.sees("во сколько?")
    await anna.taps("15:00")
    anna.sees("Вектор: Перезвонить → завтра, 15:00", "1/30 · дозвон 1")
    await office.waits_until("09:00", date(2026, 11, 24))
    anna.sees("15:00 Вектор — просили перезвонить в 15:00")


async def test_a_typed_moment_answers_too_and_nonsense_keeps_the_question(
    office: Office, anna: Phone
) -> None:
    await office.waits_until("09:00")
    await anna.taps("Начать обзвон")
    await anna.taps("Думает")
    await anna.says("когда рак свистнет")
    anna.sees("Не понял «когда рак свистнет»")
    await anna.says("через неделю")
    anna.sees("Вектор: Думает → пн, 30 ноября")


async def test_a_double_tap_logs_one_call(office: Office, anna: Phone) -> None:
    await office.waits_until("09:00")
    await anna.taps("Начать обзвон")
    await anna.double_taps("Занято")
    anna.sees("1/30")
    assert anna.alert == "Вектор: уже записано в 09:00 — Занято"


async def test_a_refusal_asks_why_and_a_claim_what(office: Office, anna: Phone) -> None:
    await office.waits_until("09:00")
    await anna.taps("Начать обзвон")
    await anna.taps("Отказ")
    await anna.taps("Цена")
    anna.sees("Вектор: Отказ → ср, 23 декабря", "Ромашка")
    await anna.taps("Претензия")
    await anna.taps("Недостача")
    anna.sees("Ромашка: Претензия", "2/30 · дозвон 2")


async def test_an_offer_is_sent_and_counted(office: Office, anna: Phone) -> None:
    await office.waits_until("09:00")
    await anna.taps("Начать обзвон")
    await anna.taps("Отправить КП")
    anna.sees("Вектор: Отправить КП → отправить сегодня")
    await anna.says("/calls")
    await anna.taps("Отправить 1 КП")
    await anna.taps("Вектор")
    assert anna.alert == "Вектор: КП учтено, звонок ср, 25 ноября"
    await anna.says("/calls")
    anna.sees("КП 1/50")


async def test_a_note_typed_over_a_card_stays_with_the_client(office: Office, anna: Phone) -> None:
    await office.waits_until("09:00")
    await anna.taps("Начать обзвон")
    await anna.says("кладовщик любит рыбалку")
    anna.sees("Заметка записана: Вектор")


async def test_a_clients_name_typed_over_a_card_opens_that_client(office: Office, anna: Phone) -> None:
    await office.waits_until("09:00")
    await anna.taps("Начать обзвон")
    await anna.says("ООО «Ромашка»")
    anna.sees("Ромашка · клиент", "Смирнова")
    await anna.says("Вектор")
    anna.sees("Вектор")
    await anna.taps("Позвонить")
    await anna.says("отгрузка по четвергам")
    anna.sees("Заметка записана: Вектор")


async def test_a_wrong_number_asks_for_another(office: Office, anna: Phone) -> None:
    await office.waits_until("09:00")
    await anna.taps("Начать обзвон")
    await anna.taps("Неверный №")
    anna.sees("Вектор: Неверный №", "Ромашка")
    await anna.taps("Номер: Вектор")
    await anna.says("12")
    anna.sees("«12» — не номер телефона")
    await anna.says("8 (916) 765-43-21")
    anna.sees("Вектор", "+7 916 765-43-21")


async def test_a_foreign_card_is_answered_like_a_missing_one(office: Office, anna: Phone) -> None:
    vera = await office.hires("Вера")
    manager = await office.actor(vera)
    theirs = await add_client(office, manager, "Чужой")
    await anna.says("/calls")
    await anna.sends_callback(f"calls.card:{theirs}")
    assert anna.alert == "Этого здесь больше нет. Откройте раздел заново."
    await anna.sends_callback("calls.card:999999")
    assert anna.alert == "Этого здесь больше нет. Откройте раздел заново."
    await anna.sends_callback("calls.card:нет")
    anna.sees("Эта кнопка устарела")
