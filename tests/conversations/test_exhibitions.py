"""An exhibition: announced, clients invited with a tap each, who comes, the list on the eve."""

from datetime import date

import pytest

from storage import clients
from tests.conversations.desk import sees
from tests.conversations.shop import Shop
from tests.office import Office
from usecases import exhibitions


@pytest.fixture
async def shop(office: Office) -> Shop:
    opened = await Shop(office).open(supports=0)
    await opened.add_client("Вектор")
    boris = opened.boris
    await boris.says("/exhibitions")
    await boris.taps("Выставка")
    await boris.says("ПродЭкспо")
    await boris.says("Крокус Экспо")
    await boris.says("когда-то")
    sees(boris, "Не понял дни «когда-то»")
    await boris.says("8–10 декабря")
    sees(boris, "ПродЭкспо, 08.12–10.12: приглашаем")
    return opened


async def test_clients_are_invited_with_a_tap_each_and_answer(shop: Shop) -> None:
    anna = shop.anna
    sees(anna, "ПродЭкспо, 08.12–10.12, Крокус Экспо. Пора приглашать")
    await anna.taps("Кого пригласить")
    await anna.double_taps("Ромашка · C")
    sees(anna, "Приглашено 1, придут 0")
    await anna.taps("Кто придёт")
    await anna.taps("Ромашка")
    sees(anna, "приглашены, ответа ещё нет")
    await anna.taps("Придут")
    sees(anna, "✅ придут, 1 чел.\nСколько человек?")
    await anna.taps("3 чел.")
    sees(anna, "придут, 3 чел.")
    await anna.says("вектор")
    await anna.taps("Выставка")
    sees(anna, "Ещё не приглашены")
    await anna.taps("✅ Приглашены")
    await shop.boris.says("/exhibitions")
    await shop.boris.taps("ПродЭкспо")
    sees(shop.boris, "Приглашено 2, придут 1 (3 чел.), может быть 0", "Анна: приглашено 2, придут 1")


async def test_who_has_not_answered_is_a_reason_to_call_and_the_eve_names_who_comes(shop: Shop) -> None:
    anna, office = shop.anna, shop.office
    await anna.sends_callback(f"exhibitions.invite:1:{shop.client}")
    await anna.sends_callback(f"exhibitions.said:1:{shop.client + 1}:maybe:0")
    me = await office.actor(anna)
    both = [shop.client, shop.client + 1]
    async with office.work() as work:
        assert await exhibitions.invitations_for(me, work, both) == {}
    await office.waits_until("09:00", date(2026, 11, 24))
    async with office.work() as work:
        waiting = await exhibitions.invitations_for(me, work, both)
    assert waiting == {shop.client: ("ПродЭкспо", date(2026, 11, 23))}
    await anna.sends_callback(f"exhibitions.said:1:{shop.client}:yes:2")
    await office.waits_until("10:00", date(2026, 12, 4))
    await office.waits_until("09:00", date(2026, 12, 7))
    told = [message.text for message in anna.messages if "Кого ждём:" in message.text]
    assert len(told) == 1
    assert "Ромашка — придут, 2 чел." in told[0]
    assert "Вектор — может быть" in told[0]


async def test_a_foreign_client_is_not_invited(shop: Shop) -> None:
    vera = await shop.office.hires("Вера")
    for button in (f"invite:1:{shop.client}", f"said:1:{shop.client}:yes:1", "open:99"):
        await vera.sends_callback(f"exhibitions.{button}")
        assert vera.alert == "Этого здесь больше нет. Откройте раздел заново."


async def test_a_deleted_client_is_not_counted(shop: Shop) -> None:
    await shop.anna.sends_callback(f"exhibitions.said:1:{shop.client}:yes:2")
    async with shop.office.work() as work:
        await clients.delete(work.tx, shop.client, work.now)
    await shop.boris.says("/exhibitions")
    await shop.boris.taps("ПродЭкспо")
    sees(shop.boris, "Пока никого не пригласили.")
