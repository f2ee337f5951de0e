"""Questions in one's own words are answered at once; those who do not sell are answered as ever."""

import pytest

from domain.actors import Role
from tests.conversations.desk import Desk, sees
from tests.office import Office


@pytest.fixture
async def desk(office: Office) -> Desk:
    return await Desk(office).sit_down()


async def test_questions_open_the_screens_that_answer(desk: Desk) -> None:
    anna = await desk.types("сколько должна ромашка")
    sees(anna, "Ромашка", "300 000 ₽")
    await anna.says("кому звонить")
    sees(anna, "остался 1 звонок", "Ромашка — просрочка")
    await anna.says("покажи карточку вектора")
    sees(anna, "Вектор · клиент")
    await anna.says("сколько до плана")
    sees(anna, "Звонки: 0 из 30")
    await anna.says("у кого др")
    sees(anna, "рожд")
    await anna.says("что на неделе")
    sees(anna, "Неделя")
    assert await _drafts(desk) == 0


async def _drafts(desk: Desk) -> int:
    async with desk.office.work() as work:
        from tests.conversations.rows import snapshot

        return len((await snapshot(work.tx))["drafts"])


async def test_what_a_client_took_can_be_repeated(desk: Desk) -> None:
    anna = await desk.types("что брала ромашка")
    sees(anna, "Ромашка: заказов в боте ещё не было")
    await desk.hands_over()
    await anna.says("что брала ромашка")
    sees(
        anna,
        "Ромашка: последний заказ",
        "сегодня — 60 800 ₽",
        "1. Масло сливочное 82,5% 180 г — 400 шт (20 уп)",
    )
    await anna.taps("Повторить")
    sees(anna, "Ромашка — черновик заказа", "400 шт")


async def test_of_two_clients_a_button_chooses(desk: Desk) -> None:
    await desk.add_client("Лютик Север")
    await desk.add_client("Лютик Юг")
    anna = await desk.types("сколько должен лютик")
    sees(anna, "«лютик» — о ком речь?")
    await anna.taps("Лютик Юг")
    sees(anna, "Лютик Юг: долга нет")
    anna.does_not_see("о ком речь")


async def test_a_lead_captures_too(desk: Desk) -> None:
    boris = desk.boris
    await boris.says("вектор не берёт трубку")
    sees(boris, "Черновик: Вектор")


@pytest.mark.parametrize("role", [Role.SUPPORT, Role.ACCOUNTANT, Role.LOGISTICS])
async def test_other_roles_are_answered_as_ever(desk: Desk, role: Role) -> None:
    vera = await desk.office.hires("Вера", role)
    await vera.says("вектор не берёт трубку")
    vera.does_not_see("Черновик")


async def test_help_says_that_a_line_may_be_typed(desk: Desk) -> None:
    anna = await desk.types("/help")
    sees(anna, "одной строкой", "«ромашка взяла 20 кор масла по 150, перезвонить в пт»")
