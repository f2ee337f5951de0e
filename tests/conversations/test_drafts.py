"""One line in one's own words: the draft, the books, and the way back."""

from datetime import date

import pytest

from domain.actors import Role
from storage import calls, clients, counters
from tests.conversations.desk import FRIDAY, LINE, NEXT_MONDAY, Desk, sees
from tests.firm import read
from tests.office import Office


@pytest.fixture
async def desk(office: Office) -> Desk:
    return await Desk(office).sit_down()


async def test_a_line_is_shown_as_a_draft_and_saved_with_one_tap(desk: Desk) -> None:
    anna = await desk.types(LINE)
    sees(
        anna,
        "Черновик: Ромашка",
        "1. Звонок: заказ",
        "2. Заказ: Масло сливочное 82,5% 180 г — 20 кор по 150 ₽",
        "Обещали 120 000 ₽ до пт, 27 ноября",
        "Позвонить пн, 30 ноября в 15:00",
    )
    assert anna.buttons[:3] == ["Сохранить", "Исправить", "Отмена"]
    assert await read(desk.office, "calls") == []
    await anna.taps("Сохранить")
    sees(anna, "Записано: Ромашка", "20 кор по 150 ₽", "Отменить можно до 08:10")
    sees(anna, "Заказ 1 передан поддержке: 60 000 ₽.")
    sees(desk.desk[0], "Ромашка, заказ 1 — передан", "400 шт (20 уп) × 150 ₽ = 60 000 ₽")
    (call,) = await read(desk.office, "calls")
    assert call["outcome"] == "order"
    (promise,) = await read(desk.office, "promises")
    assert (promise["amount"], promise["due"]) == (120_000_00, FRIDAY)
    actor = await desk.office.actor(anna)
    async with desk.office.work() as work:
        client = await clients.find(work.tx, desk.client, [actor.id])
        assert client is not None
        assert client.next_day == NEXT_MONDAY
        assert actor.local(client.next_at).hour == 15  # type: ignore[arg-type]
        counted = await counters.of_day(work.tx, actor.id, desk.office.today)
        assert (counted.calls, counted.orders, counted.order_sum) == (1, 1, 60_000_00)


async def test_undo_leaves_nothing_and_tells_sales_support(desk: Desk) -> None:
    before = await desk.books()
    anna = await desk.saves(LINE)
    assert await desk.books() != before
    await desk.office.passes(minutes=9)
    await anna.double_taps("Отменить")
    sees(anna, "Отменено: ничего не записано", LINE)
    assert anna.copied("Скопировать текст") == LINE
    sees(desk.desk[0], "Отозван менеджером: Ромашка, заказ 1. Вводить не нужно.")
    assert await desk.books() == before
    await anna.taps("Повторить")
    sees(anna, "Черновик: Ромашка", "20 кор по 150 ₽")
    await anna.taps("Сохранить")
    sees(anna, "Записано: Ромашка")


async def test_after_ten_minutes_it_stays(desk: Desk) -> None:
    anna = await desk.saves("вектор не берёт трубку")
    sees(anna, "Записано: Вектор", "Звонок: не ответил")
    await desk.office.passes(minutes=11)
    await anna.taps("Отменить")
    assert anna.alert == "Десять минут прошли: записанное осталось. Исправьте его в карточке клиента."
    assert len(await read(desk.office, "calls")) == 1


async def test_an_accepted_order_is_not_taken_back(desk: Desk) -> None:
    anna = await desk.saves("ромашка взяла 20 кор масла 82,5")
    await desk.desk[0].taps("Принял")
    await anna.taps("Отменить")
    assert anna.alert == "Отменить нельзя: заказ 1 уже взяли в работу (Ольга). Всё осталось записанным."
    assert [one["status"] for one in await read(desk.office, "orders")] == ["accepted"]


async def test_saved_twice_it_is_done_once(desk: Desk) -> None:
    anna = await desk.types(LINE)
    card = anna.last
    await anna.double_taps("Сохранить")
    sees(anna, "Записано: Ромашка")
    await anna.taps_old(card, "Сохранить")
    assert anna.alert == "Уже записано"
    assert len(await read(desk.office, "calls")) == 1
    assert len(await read(desk.office, "orders")) == 1
    assert sum("заказ 1" in message.text for message in desk.desk[0].from_bot) == 1


async def test_an_order_past_the_limit_goes_to_the_lead_and_comes_back(office: Office) -> None:
    desk = await Desk(office).sit_down(limit=100_000_00)
    before = await desk.books()
    anna = await desk.saves("ромашка взяла 20 кор масла 82,5")
    sees(anna, "Заказ 1 на согласовании у руководителя: 60 000 ₽. Причина: сверх лимита, просрочка.")
    sees(desk.boris, "Ромашка, 60 000 ₽ — разрешить отгрузку?")
    desk.desk[0].does_not_see("заказ 1")
    await anna.taps("Отменить")
    sees(desk.boris, "Отозван менеджером: Ромашка, заказ 1")
    assert await desk.books() == before


async def test_word_of_a_payment_leaves_the_client_alone_until_the_file(desk: Desk) -> None:
    before = await desk.books()
    anna = await desk.saves("ромашка оплатила")
    sees(anna, "Записано: Ромашка", "Не напоминаю до чт, 26 ноября или до нового файла")
    await anna.says("/debts")
    await anna.taps("Ромашка")
    sees(anna, "Говорит, что оплатил. Не напоминаю до чт, 26 ноября или до нового файла")
    saved = next(one for one in anna.from_bot if "Записано" in one.text)
    await anna.taps_old(saved, "Отменить")
    assert await desk.books() == before


@pytest.mark.parametrize(("sum_", "quiet"), [("100 тыс", False), ("300 тыс", True)])
async def test_a_part_of_the_debt_silences_nothing(desk: Desk, sum_: str, quiet: bool) -> None:
    anna = await desk.saves(f"ромашка оплатила {sum_}")
    sees(anna, "Записано: Ромашка", "со слов клиента")
    assert ("Не напоминаю" in anna.screen) is quiet
    (client,) = [one for one in await read(desk.office, "clients") if one["name"] == "Ромашка"]
    assert (client["debt_quiet_until"] is not None) is quiet


async def test_a_dispute_that_was_noted_is_a_tap_from_the_documents(desk: Desk) -> None:
    anna = await desk.saves("вектор: спор по цене, прислать прайс")
    assert "Спор по долгу" not in anna.buttons, "nothing is owed"
    anna = await desk.saves("ромашка: спор по накладной, ждут сверку")
    sees(anna, "Записано: Ромашка", "Заметка")
    await anna.taps("Спор по долгу")
    sees(anna, "Ромашка: в чём спор?")


async def test_goods_asked_for_in_vain_go_to_logistics(desk: Desk) -> None:
    lev = await desk.office.hires("Лев", Role.LOGISTICS)
    anna = await desk.types("заря спрашивает 20 кор молока, у нас нет в наличии")
    sees(anna, "Запрос логистам: Молоко 3,2% 1 л — 20 кор")
    await anna.taps("Сохранить")
    sees(lev, "Нет: Молоко 3,2% 1 л", "Заря — 240 шт (Анна)")


async def test_what_is_dropped_stays_in_sight(desk: Desk) -> None:
    anna = await desk.types("вектор просит перезвонить завтра в 11")
    sees(anna, "Черновик: Вектор", "Позвонить вт, 24 ноября в 11:00")
    await anna.taps("Отмена")
    sees(anna, "Не записано", "вектор просит перезвонить завтра в 11")
    assert await read(desk.office, "calls") == []
    await anna.taps("Повторить")
    sees(anna, "Черновик: Вектор")


async def test_a_pasted_list_is_one_numbered_draft(desk: Desk) -> None:
    anna = await desk.types("5 недозвонов:\nвектор\nзаря\nлуч\nберезка\nклён")
    sees(
        anna,
        "Черновик: 5 клиентов",
        "1. Вектор — звонок: не ответил",
        "4. Берёзка — звонок: не ответил",
        "5. Клён — звонок: не ответил",
    )
    await anna.taps("Сохранить")
    sees(anna, "Записано: 5 клиентов")
    made = await read(desk.office, "calls")
    assert {one["client_id"] for one in made} == {
        desk.clients[name] for name in desk.clients if name != "Ромашка"
    }
    assert {one["outcome"] for one in made} == {"no_answer"}


async def test_offers_are_counted(desk: Desk) -> None:
    anna = await desk.types("разослал 12 КП")
    sees(anna, "Черновик", "Отправлено КП: 12")
    await anna.taps("Сохранить")
    actor = await desk.office.actor(anna)
    async with desk.office.work() as work:
        assert (await counters.of_day(work.tx, actor.id, desk.office.today)).email_offers == 12


async def test_the_last_client_is_remembered_and_said(desk: Desk) -> None:
    anna = await desk.saves("вектор не берёт трубку")
    await anna.says("набрать им завтра в 11")
    sees(anna, "Черновик: Вектор (последний клиент)", "Позвонить вт, 24 ноября в 11:00")
    await anna.taps("Отмена")
    await anna.says("заря")
    sees(anna, "Заря · клиент")
    await anna.says("им ещё 5 кор масла 82,5")
    sees(anna, "Черновик: Заря (последний клиент)", "5 кор")


async def test_a_forwarded_message_and_a_plain_name(desk: Desk) -> None:
    anna = desk.anna
    await anna.forwards("Ромашка просит 10 кор гречки на пятницу", "Смирнова Ольга")
    sees(anna, "Черновик: Ромашка", "Гречка ядрица 800 г — 10 кор")
    await anna.says("ромаш")
    sees(anna, "Ромашка · клиент")
    await anna.says("абракадабра")
    sees(anna, "Не нашлось: «абракадабра»")


async def test_over_a_call_card_a_result_is_a_draft_and_a_remark_is_a_note(desk: Desk) -> None:
    anna = desk.anna
    await anna.sends_callback(f"calls.card:{desk.clients['Вектор']}")
    await anna.says("склад у них на учёте, кладовщик злой")
    sees(anna, "Заметка записана: Вектор")
    await anna.sends_callback(f"calls.card:{desk.clients['Вектор']}")
    await anna.says("взяли 5 кор масла 82,5, перезвонить в пт")
    sees(anna, "Черновик: Вектор (последний клиент)", "5 кор", "Позвонить пт, 27 ноября")
    await anna.taps("Сохранить")
    sees(anna, "Записано: Вектор")
    await anna.taps("Следующий звонок")
    async with desk.office.work() as work:
        last = await calls.last_call(work.tx, desk.clients["Вектор"])
        assert last is not None
        assert last.outcome == "order"


async def test_an_open_draft_waits_for_three_days(desk: Desk) -> None:
    anna = await desk.types("вектор не берёт трубку")
    card = anna.last
    await desk.office.waits_until("08:00", date(2026, 11, 24))
    await anna.taps_old(card, "Сохранить")
    sees(anna, "Записано: Вектор")
    await anna.says("заря не берёт трубку")
    card = anna.last
    await desk.office.waits_until("08:00", date(2026, 11, 28))
    await anna.taps_old(card, "Сохранить")
    assert anna.alert == "Черновик от вт, 24 ноября: дни в нём были по тому дню. Напишите строку ещё раз."
    assert len(await read(desk.office, "calls")) == 1


async def test_the_english_side(office: Office) -> None:
    desk = await Desk(office).sit_down()
    john = await office.hires("Джон", language="en")
    await desk.add_client("Лютик", phone=john)
    await john.says("лютик взял 20 кор масла 82,5 по 150, набрать через неделю в 15")
    sees(john, "Draft: Лютик", "Call: order", "20 boxes at 150 ₽", "Call Mon, 30 November at 15:00")
    await john.taps("Save")
    sees(john, "Saved: Лютик", "It can be undone until 08:10")
    await john.taps("Undo")
    sees(john, "Undone: nothing is saved")
