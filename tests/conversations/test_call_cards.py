"""A card and what stands on it: whom to call instead, when they answer, back, later, not today, the same person's clients."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from domain.actors import Actor, Role
from domain.basket import Usual
from domain.best_hour import BestHour
from domain.norms import NormSettings
from domain.outcomes import Outcome
from sandbox.phone import Phone
from screens import calls as screens
from screens.call_list import Norm
from screens.words import Catalogue
from storage import call_cards, calls, clients, orders, persons, products
from storage.database import Transaction
from tests.conversations.rows import snapshot
from tests.conversations.test_calls import SET_NEXT, add_client
from tests.office import MOSCOW, Office
from usecases.calls import record_call

KEPT = {"anchors", "drafts", "push_schedule", "sent_pushes", "pushes_done"}
HANDED = orders.patch("status", "handed_at", "day")
RHYTHM = clients.patch("last_order_day", "order_gap", "order_weekdays")
SHARED = "+79161234567"


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


async def has_client(office: Office, whose: Phone, name: str, **more: object) -> int:
    return await add_client(office, await office.actor(whose), name, **more)  # type: ignore[arg-type]


async def has_call(tx: Transaction, manager: Actor, client: int, at: datetime, outcome: str) -> None:
    await tx.value(
        calls.ADD_CALL,
        client_id=client,
        person_id=None,
        employee_id=manager.id,
        at=at,
        day=at.date(),
        hour=at.hour,
        outcome=outcome,
        reason=None,
        note="",
    )


async def starts(office: Office, phone: Phone) -> None:
    await office.waits_until("09:00")
    await phone.taps("Начать обзвон")


# --- what stands on it ------------------------------------------------------------------------------------------------


async def test_the_number_can_be_copied_and_after_two_misses_written_to(office: Office, anna: Phone) -> None:
    await has_client(office, anna, "Вектор", phone="+79161234567")
    await starts(office, anna)
    anna.sees("+7 916 123-45-67")
    assert anna.copied("Номер") == "+79161234567"
    for _ in range(2):
        assert "WhatsApp" not in anna.buttons
        await anna.taps("Недоступен")
        await office.waits_until("09:00", office.today + timedelta(days=1))
        await anna.taps("Начать обзвон")
    links = {raw["text"]: raw.get("url") for row in anna.last.keyboard for raw in row}
    assert links["WhatsApp"] == "https://wa.me/79161234567"
    assert links["Telegram"] == "https://t.me/+79161234567"


async def test_after_three_misses_another_person_is_called_and_it_says_why(
    office: Office, anna: Phone
) -> None:
    client = await has_client(office, anna, "Вектор")
    async with office.work() as work:
        await persons.add(work.tx, client, "Иванов Пётр", role="buyer", phone="+79161112233")
        await persons.add(work.tx, client, "Котова Анна", role="accountant", phone="+79161112244")
    await starts(office, anna)
    for day in (24, 25, 26):
        anna.sees("👤 Иванов Пётр, закупки")
        await anna.taps("Не ответил")
        await office.waits_until("09:00", date(2026, 11, day))
        await anna.says("/calls")
        await office.waits_until("14:00")
        await anna.taps("Начать обзвон")
    anna.sees("Иванов Пётр не отвечает (3 раза) → Котова Анна, бухгалтерия", "+7 916 111-22-44")


async def test_with_nobody_else_another_number_is_asked_for(office: Office, anna: Phone) -> None:
    client = await has_client(office, anna, "Вектор")
    manager = await office.actor(anna)
    async with office.work() as work:
        for _ in range(2):
            await record_call(manager, work, client, Outcome.UNAVAILABLE)
    await anna.sends_callback(f"calls.card:{client}")
    await anna.taps("Не ответил")
    anna.sees("Вектор: Не ответил → завтра")
    await anna.taps("Номер: Вектор")
    await anna.says("8 916 765-43-21")
    anna.sees("+7 916 765-43-21")


async def test_when_they_answer_stands_on_the_card_and_is_starred(office: Office, anna: Phone) -> None:
    client = await has_client(office, anna, "Вектор")
    manager = await office.actor(anna)
    async with office.work() as work:
        for week, hour, outcome in [(week, 11, "talked") for week in range(1, 7)] + [
            (week, 16, "no_answer") for week in range(1, 7)
        ]:
            at = datetime.combine(office.today - timedelta(days=7 * week), time(hour), MOSCOW)
            await has_call(work.tx, manager, client, at, outcome)
    await starts(office, anna)
    anna.sees("обычно отвечает в 10–12")
    await anna.taps("Перезвонить")
    assert "★ завтра 10:00" in anna.buttons
    await anna.taps("Другой день")
    await anna.taps("завтра, 24.11")
    assert anna.buttons[0] == "★ 10:00"


async def has_ordered(
    office: Office, phone: Phone, client: int, days: Sequence[date], quantities: Sequence[int]
) -> None:
    manager = await office.actor(phone)
    async with office.work() as work:
        butter = await products.write(
            work.tx, code="М", name="Масло 82,5%", group_name="", unit="шт", pack_size=None, prices={}
        )
        for day, quantity in zip(days, quantities, strict=True):
            order = await orders.add_draft(work.tx, client, manager.id, work.now)
            await orders.put_line(
                work.tx, order, butter, quantity=Decimal(quantity), unit="шт", price=100, discount=Decimal(0)
            )
            await work.tx.run(HANDED, id_=order, status="handed_over", handed_at=work.now, day=day)
        await work.tx.run(RHYTHM, id_=client, last_order_day=days[-1], order_gap=7, order_weekdays=0)


async def test_the_usual_basket_and_the_day_by_rhythm(office: Office, anna: Phone) -> None:
    client = await has_client(office, anna, "Вектор")
    days = [date(2026, 11, 6), date(2026, 11, 13), date(2026, 11, 20)]
    await has_ordered(office, anna, client, days, [10, 30, 20])
    await starts(office, anna)
    anna.sees("🛒 обычно: Масло 82,5% 20\u00a0шт", "обычно раз в 7 дн.")
    await anna.taps("Думает")
    assert "★ пт, 27.11" in anna.buttons
    await anna.taps("Назад")
    await anna.taps("Поговорили")
    anna.sees("Вектор: Поговорили · ★ пт, 27.11")
    await anna.taps("Назначить пт, 27.11: Вектор")
    anna.sees("Вектор: следующий звонок пт, 27 ноября")
    manager = await office.actor(anna)
    async with office.work() as work:
        found = await clients.find(work.tx, client, [manager.id])
    assert found is not None
    assert (found.next_day, found.next_kind) == (date(2026, 11, 27), "call")


async def test_a_day_offered_before_another_was_agreed_changes_nothing(office: Office, anna: Phone) -> None:
    client = await has_client(office, anna, "Вектор", client_class="B")
    await starts(office, anna)
    await anna.taps("Поговорили")
    old = anna.last
    await anna.sends_callback(f"calls.card:{client}")
    await anna.taps("Думает")
    await anna.taps("завтра, 24.11")
    await anna.taps_old(old, "Назначить пн, 07.12: Вектор")
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."


def test_a_card_with_everything_on_it_is_fourteen_lines() -> None:
    goods = Usual(1, "Масло сливочное 82,5% 180 г", Decimal(20), "шт", 3)
    full = screens.Card(
        client=1,
        name="Ромашка",
        client_class="A",
        is_lead=False,
        today=date(2026, 11, 23),
        seen=1,
        norm=Norm(12, 7, 3, 41, NormSettings()),
        reasons=[{"kind": "claim", "days": 2}, {"kind": "planned", "days_late": 0}],
        who=screens.Who(2, "Котова Анна", "accountant", "+79161112244", "kotova@romashka.example"),
        phone="+79161234567",
        local_time="14:00",
        debt=50_000_000,
        overdue=34_000_000,
        days_overdue=12,
        stopped=True,
        promise_due=date(2026, 11, 24),
        promises_kept=6,
        promises_judged=8,
        last_order=date(2026, 11, 20),
        order_gap=7,
        note="кладовщик любит рыбалку",
        last_words="просил не раньше обеда",
        last_outcome="no_answer",
        last_at=datetime(2026, 11, 20, 10, tzinfo=MOSCOW),
        attempts=3,
        open_claims=1,
        also=["Луч", "Вектор"],
        basket=[goods] * 3,
        best=BestHour(10, 12, 0.8),
        silent="Иванов Пётр",
        missed=3,
    )
    shown = screens.card(Catalogue()["ru"], full)
    assert shown.text.count("\n") + 1 <= 14
    assert "12/30 · дозвон 7 · КП 41/50" in shown.text
    assert "Иванов Пётр не отвечает (3 раза) → Котова Анна, бухгалтерия" in shown.text


# --- back and undone ----------------------------------------------------------------------------------------------------


async def books(office: Office) -> dict[str, object]:
    async with office.work() as work:
        found = await snapshot(work.tx)
    return {name: rows for name, rows in found.items() if name not in KEPT}


async def test_a_mis_tap_is_gone_back_to_and_taken_back(office: Office, anna: Phone) -> None:
    await has_client(office, anna, "Вектор")
    await has_client(office, anna, "Берёзка")
    await starts(office, anna)
    before = await books(office)
    first = anna.screen.partition(" ·")[0]
    assert not any("Назад" in label for label in anna.buttons)
    await anna.taps("Недоступен")
    anna.sees(f"{first}: Недоступен → завтра", "1/30")
    await anna.taps("◀︎ Назад")
    anna.sees(f"{first}: Недоступен → завтра · записано в 09:00", f"{first} ·")
    await anna.taps("Отменить результат")
    anna.sees(f"{first}: отменено — Недоступен", "0/30")
    assert await books(office) == before


@pytest.mark.parametrize(
    "taps",
    [
        ["Не ответил"],
        ["Неверный №"],
        ["Поговорили"],
        ["Отправить КП"],
        ["Отказ", "Цена"],
        ["Претензия", "Брак"],
        ["Перезвонить", "завтра 10:00"],
        ["Встреча", "завтра, 24.11", "10:00"],
        ["Обещал", "Без суммы", "завтра, 24.11"],
        ["Заказ"],
    ],
)
async def test_every_result_can_be_taken_back_whole(office: Office, anna: Phone, taps: list[str]) -> None:
    client = await has_client(office, anna, "Вектор")
    async with office.work() as work:
        await work.tx.run(
            SET_NEXT, id_=client, next_at=office.now, next_day=office.today, next_kind="call", next_reason="call_back"
        )  # fmt: skip
    await starts(office, anna)
    before = await books(office)
    for label in taps:
        await anna.taps(label)
    assert await books(office) != before
    await anna.sends_callback("calls.back")
    await anna.taps("Отменить результат")
    after = await books(office)
    after |= {name: before[name] for name in ("orders", "order_lines")}  # the draft of an order stays
    assert after == before


async def test_what_somebody_went_on_from_stays(office: Office, anna: Phone) -> None:
    client = await has_client(office, anna, "Вектор")
    boris = await office.hires("Борис", Role.LEAD)
    await starts(office, anna)
    await anna.taps("Недоступен")
    await anna.sends_callback("calls.back")
    await boris.sends_callback(f"calls.card:{client}")
    await boris.taps("Поговорили")
    await anna.taps("Отменить результат")
    assert anna.alert is not None
    assert anna.alert.startswith("Отменить нельзя: Вектор с тех пор изменён")


async def test_ten_minutes_later_it_is_only_looked_at(office: Office, anna: Phone) -> None:
    await has_client(office, anna, "Вектор")
    await starts(office, anna)
    await anna.taps("Недоступен")
    await office.passes(minutes=11)
    await anna.sends_callback("calls.back")
    anna.sees("записано в 09:00")
    assert "Отменить результат" not in anna.buttons


async def test_a_typed_result_is_taken_back_on_its_own_card(office: Office, anna: Phone) -> None:
    await has_client(office, anna, "Вектор")
    await starts(office, anna)
    await anna.says("вектор недоступен")
    await anna.taps("Сохранить")
    await anna.sends_callback("calls.back")
    await anna.taps("Отменить результат")
    await anna.taps("Отменить")
    anna.sees("Отменено")


# --- later, not today -----------------------------------------------------------------------------------------------------


async def test_put_off_it_comes_again_at_its_hour(office: Office, anna: Phone) -> None:
    await has_client(office, anna, "Вектор")
    await starts(office, anna)
    await anna.taps("Позже")
    anna.sees("Вектор: когда вернуть карточку?")
    await anna.taps("Через час")
    anna.sees("Список на сейчас пройден", "10:00 — Вектор")
    await office.waits_until("10:00")
    await anna.says("/calls")
    await anna.taps("Начать обзвон")
    anna.sees("Вектор ·")
    await anna.taps("Позже")
    await anna.taps("Вечером")
    anna.sees("17:00 — Вектор")


async def test_not_today_is_kept_with_its_why(office: Office, anna: Phone) -> None:
    client = await has_client(office, anna, "Вектор")
    days = [date(2026, 11, 6), date(2026, 11, 13), date(2026, 11, 20)]
    await has_ordered(office, anna, client, days, [10, 30, 20])
    await starts(office, anna)
    await anna.taps("Не сегодня")
    anna.sees("Вектор: почему не сегодня?")
    await anna.taps("Уже заказали")
    manager = await office.actor(anna)
    async with office.work() as work:
        line = await calls.line_of(work.tx, manager.id, office.today, client)
        found = await clients.find(work.tx, client, [manager.id])
    assert line is not None
    assert found is not None
    assert (line.state, line.skip_reason) == ("skipped", "ordered")
    assert (found.next_day, found.hidden_until) == (date(2026, 11, 27), date(2026, 11, 27))
    await anna.sends_callback(f"clients.log:{client}:0")
    anna.sees("не звонили: Уже заказали")


# --- the same person, two people, two thumbs ------------------------------------------------------------------------------


async def test_once_reached_the_same_person_is_asked_about_the_other_clients(
    office: Office, anna: Phone
) -> None:
    first = await has_client(office, anna, "Ромашка", phone=SHARED)
    second = await has_client(office, anna, "Луч", phone=SHARED)
    await office.waits_until("09:00")
    manager = await office.actor(anna)
    async with office.work() as work:
        lines = await calls.whole_list(work.tx, manager.id, office.today)
        assert [line.also for line in lines if line.also] == [[second]] or [first] in [
            line.also for line in lines
        ]
    await anna.taps("Начать обзвон")
    one = anna.screen.partition(" ·")[0]
    other = "Луч" if one == "Ромашка" else "Ромашка"
    anna.sees(f"отвечает и за: {other}")
    await anna.taps("Поговорили")
    anna.sees("Тот же человек", f"{other} ·", f"отвечает и за: {one}")
    await anna.taps("Поговорили")
    anna.sees("Список на сейчас пройден")


async def test_the_card_of_the_other_client_is_that_of_the_same_person(office: Office, anna: Phone) -> None:
    ivanov, kotova = ("Иванов Пётр", "director", "+79161110000"), ("Котова Анна", "buyer", SHARED)
    for name, people in (("Ромашка", [kotova]), ("Луч", [ivanov, kotova])):
        client = await has_client(office, anna, name)
        async with office.work() as work:
            for person, role, phone in people:
                await persons.add(work.tx, client, person, role=role, phone=phone)
            # an order is overdue, and that is the buyer's
            last = office.today - timedelta(days=21)
            await work.tx.run(RHYTHM, id_=client, last_order_day=last, order_gap=7, order_weekdays=0)
    await starts(office, anna)
    for _ in range(2):
        anna.sees("👤 Котова Анна, закупки")
        await anna.taps("Поговорили")


async def test_not_reached_the_same_person_is_left_alone(office: Office, anna: Phone) -> None:
    await has_client(office, anna, "Ромашка", phone=SHARED)
    await has_client(office, anna, "Луч", phone=SHARED)
    await starts(office, anna)
    await anna.taps("Недоступен")
    anna.sees("Список на сейчас пройден")
    assert "К плану" in anna.buttons


async def test_the_lead_and_the_manager_log_one_card_once(office: Office, anna: Phone) -> None:
    client = await has_client(office, anna, "Вектор")
    boris = await office.hires("Борис", Role.LEAD)
    await starts(office, anna)
    await boris.sends_callback(f"calls.card:{client}")
    await anna.taps("Занято")
    await boris.taps("Поговорили")
    boris.sees("Вектор: уже записано в 09:00 — Занято", "Вектор ·", "0/30")
    await boris.taps("Поговорили")
    boris.sees("1/30 · дозвон 1")


async def test_two_taps_at_once_in_two_chats_are_one_call(office: Office, anna: Phone) -> None:
    client = await has_client(office, anna, "Вектор")
    boris = await office.hires("Борис", Role.LEAD)
    await anna.sends_callback(f"calls.card:{client}")
    await boris.sends_callback(f"calls.card:{client}")
    for phone in (anna, boris):
        phone._hand.tap(f"calls.log:{client}:0:talked:0:0:-1", phone.last.id)
    await office.settle()
    async with office.work() as work:
        assert len(await call_cards.recent_calls(work.tx, client)) == 1
    assert "уже записано" in anna.screen + boris.screen


# --- what is typed and said -------------------------------------------------------------------------------------------------


async def test_a_refusal_may_name_the_competitor(office: Office, anna: Phone) -> None:
    client = await has_client(office, anna, "Вектор")
    await starts(office, anna)
    await anna.taps("Отказ")
    await anna.says("Метро")
    anna.sees("Вектор: Отказ → пт, 22 января 2027")
    await anna.sends_callback(f"clients.log:{client}:0")
    anna.sees("Другой поставщик", "конкурент Метро")
    await anna.sends_callback("calls.back")
    await anna.taps("Отменить результат")
    for said in ("цена", "дорого"):
        await anna.taps("Отказ")
        await anna.says(said)
        anna.sees("Вектор: Отказ → ср, 23 декабря")
        await anna.sends_callback(f"calls.card:{client}")


@pytest.mark.parametrize("button", ["Позже", "Не сегодня", "Отказ", "Перезвонить"])
async def test_a_photo_over_any_question_is_the_client_s(office: Office, anna: Phone, button: str) -> None:
    await has_client(office, anna, "Вектор")
    await starts(office, anna)
    await anna.taps(button)
    await anna.sends_photo(b"photo")
    anna.sees("Вектор")


async def test_a_note_is_typed_over_a_card_gone_back_to(office: Office, anna: Phone) -> None:
    await has_client(office, anna, "Вектор")
    await starts(office, anna)
    await anna.taps("Недоступен")
    await anna.sends_callback("calls.back")
    await anna.says("кладовщик любит рыбалку")
    anna.sees("Заметка записана: Вектор")
