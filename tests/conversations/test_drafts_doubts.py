"""What is in doubt is asked, and every line can be put right before it is saved."""

import pytest

from tests.conversations.desk import Desk, sees
from tests.firm import read
from tests.office import Office


@pytest.fixture
async def desk(office: Office) -> Desk:
    return await Desk(office).sit_down()


async def test_two_products_fit_and_a_button_decides(desk: Desk) -> None:
    anna = await desk.types("ромашка взяла 20 кор масла")
    sees(anna, "Черновик: Ромашка", "«масла» ❓ — 20 кор", "«масла» — какой товар?")
    assert "Сохранить" not in anna.buttons
    await anna.taps("82,5")
    sees(anna, "Масло сливочное 82,5% 180 г — 20 кор")
    anna.does_not_see("❓")
    await anna.taps("Сохранить")
    sees(anna, "Записано: Ромашка")


async def test_a_product_is_named_otherwise(desk: Desk) -> None:
    anna = await desk.types("ромашка взяла 20 кор масла")
    await anna.taps("Другой…")
    sees(anna, "Напишите товар, как в прайсе, или его код")
    await anna.says("гречка")
    sees(anna, "Гречка ядрица 800 г — 20 кор")
    assert "Сохранить" in anna.buttons


async def test_two_clients_fit_and_a_button_decides_for_all_lines(desk: Desk) -> None:
    await desk.add_client("Лютик Север")
    await desk.add_client("Лютик Юг")
    anna = await desk.types("лютик взял 5 кор масла 82,5, перезвонить завтра")
    sees(anna, "Черновик: какой клиент?", "«лютик» — какой клиент?")
    await anna.taps("Лютик Юг")
    sees(anna, "Черновик: Лютик Юг", "5 кор", "Позвонить вт, 24 ноября")
    await anna.taps("Сохранить")
    sees(anna, "Записано: Лютик Юг")


async def test_a_missing_quantity_is_asked_and_typed(desk: Desk) -> None:
    anna = await desk.types("ромашка взяла гречку")
    sees(anna, "Гречка ядрица 800 г — сколько шт?")
    assert "Сохранить" not in anna.buttons
    await anna.says("ерунда какая")
    sees(anna, "Не понял «ерунда какая»")
    await anna.says("2 кор")
    sees(anna, "Гречка ядрица 800 г — 2 кор")
    await anna.taps("Сохранить")
    sees(anna, "Записано: Ромашка")


async def test_a_quantity_and_a_day_are_one_tap(desk: Desk) -> None:
    anna = await desk.types("ромашка взяла гречку")
    await anna.double_taps("24\u00a0шт")
    sees(anna, "Гречка ядрица 800 г — 24 шт")
    await anna.says("заря просила перезвонить")
    sees(anna, "Когда? Кнопкой или словами")
    await anna.taps("послезавтра")
    sees(anna, "2. Позвонить ср, 25 ноября")
    await anna.says("вектор обещал оплатить")
    sees(anna, "Когда оплатят?")
    await anna.says("120 тыс в пт")
    sees(anna, "Обещали 120 000 ₽ до пт, 27 ноября")
    await anna.taps("Сохранить")
    (promise,) = await read(desk.office, "promises")
    assert promise["amount"] == 120_000_00


async def test_a_new_line_may_come_while_a_question_is_open(desk: Desk) -> None:
    anna = await desk.types("ромашка взяла гречку")
    await anna.says("вектор не берёт трубку")
    sees(anna, "Черновик: Вектор", "Звонок: не ответил")


async def test_a_line_without_a_client_asks_for_one(desk: Desk) -> None:
    anna = await desk.types("не берёт трубку")
    sees(anna, "Черновик: какой клиент?", "Клиент не назван")
    await anna.says("вектор")
    sees(anna, "Черновик: Вектор", "Звонок: не ответил")


async def test_a_line_is_struck_and_taken_back(desk: Desk) -> None:
    anna = await desk.types("ромашка взяла 20 кор масла 82,5 и 5 кор гречки, перезвонить в пт")
    await anna.taps("Исправить")
    sees(anna, "2.1 Масло сливочное", "2.2 Гречка", "3. Позвонить пт, 27 ноября")
    await anna.taps("✖ 3")
    await anna.taps("↩ 3")
    await anna.double_taps("✖ 3")
    await anna.taps("✖ 2.2")
    await anna.taps("К черновику")
    await anna.taps("Сохранить")
    sees(anna, "Записано: Ромашка", "Масло")
    anna.does_not_see("Гречка", "Позвонить")
    lines = await read(desk.office, "orders")
    assert len(lines) == 1


async def test_the_only_line_struck_leaves_no_order(desk: Desk) -> None:
    anna = await desk.types("ромашка взяла 20 кор масла, перезвонить в пт")
    sees(anna, "«масла» ❓")
    await anna.taps("Убрать строку")
    await anna.taps("Сохранить")
    sees(anna, "Записано: Ромашка", "Позвонить пт, 27 ноября")
    anna.does_not_see("Заказ")


async def test_a_line_is_typed_anew(desk: Desk) -> None:
    anna = await desk.types("ромашка взяла 20 кор масла 82,5 по 150, перезвонить в пт")
    await anna.taps("Исправить")
    await anna.taps("✏️ 3. Дальше")
    sees(anna, "Позвонить пт, 27 ноября", "Напишите, как должно быть. Например: «чт в 15»")
    await anna.says("чт в 15")
    sees(anna, "Черновик: Ромашка", "Позвонить чт, 26 ноября в 15:00")
    await anna.taps("Исправить")
    await anna.taps("✏️ 2. Заказ")
    await anna.says("25 кор по 145")
    sees(anna, "Масло сливочное 82,5% 180 г — 25 кор по 145 ₽")
    await anna.taps("Исправить")
    await anna.taps("✏️ 2. Заказ")
    await anna.says("ерунда какая-то")
    sees(anna, "Не понял «ерунда какая-то». Напишите иначе: черновик цел.")
    await anna.taps("К черновику")
    sees(anna, "25 кор по 145 ₽")


async def test_with_every_line_struck_there_is_nothing_to_save(desk: Desk) -> None:
    anna = await desk.types("вектор не берёт трубку")
    await anna.taps("Исправить")
    await anna.taps("✖ 1")
    await anna.taps("К черновику")
    sees(anna, "Все строки убраны")
    assert "Сохранить" not in anna.buttons
    await anna.sends_callback("drafts.save:1")
    assert anna.alert == "Записывать нечего: все строки убраны. Верните нужную: «Исправить»."
    assert await read(desk.office, "calls") == []


GONE = "Этого здесь больше нет. Откройте раздел заново."
SAVED = "Это уже записано и не меняется. «Отменить» — под записанным."
UNDONE = "Это отменено, в нём ничего не записано. «Повторить» прочтёт текст ещё раз."
TAPS = (
    "drafts.open:1", "drafts.save:1", "drafts.edit:1", "drafts.drop:1", "drafts.cut:1:0:-1:1:0", "drafts.ask:1:0:-1",
    "drafts.pick:1:0:client:1:-1", "drafts.other:1:0:client:-1", "drafts.undo:1", "drafts.again:1",
)  # fmt: skip


async def test_anothers_draft_is_answered_like_a_missing_one(desk: Desk) -> None:
    await desk.types("вектор не берёт трубку")
    vera = await desk.office.hires("Вера")
    for data in (*TAPS, *(one.replace(":1:", ":9999:", 1) for one in TAPS)):
        await vera.sends_callback(data)
        assert vera.alert == GONE, data
    await vera.sends_callback(f"drafts.show:debts:{desk.client}")
    assert vera.alert == GONE
    await desk.anna.taps("Сохранить")
    sees(desk.anna, "Записано: Вектор")


async def test_buttons_of_a_closed_draft_show_how_it_ended(desk: Desk) -> None:
    anna = await desk.saves("вектор не берёт трубку")
    for data in ("drafts.open:1", "drafts.edit:1", "drafts.ask:1:0:-1"):
        await anna.sends_callback(data)
        sees(anna, "Записано: Вектор")
    for data in ("drafts.cut:1:0:-1:1:0", "drafts.drop:1"):
        await anna.sends_callback(data)
        assert anna.alert == SAVED, data
    await anna.taps("Отменить")
    for data in ("drafts.open:1", "drafts.edit:1"):
        await anna.sends_callback(data)
        sees(anna, "Отменено: ничего не записано")
    await anna.sends_callback("drafts.save:1")
    assert anna.alert == UNDONE
    await anna.sends_callback("drafts.ask:x:1:-1")
    sees(anna, "Эта кнопка устарела")
