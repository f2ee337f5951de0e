"""A wish of a manager's client in the hands of the lead: what is changed in the manager's order is told to both."""

import pytest

from tests.conversations.shop import sees
from tests.conversations.test_shortages import Store
from tests.office import Office


@pytest.fixture
async def store(office: Office) -> Store:
    return await Store(office).stand()


async def test_what_the_lead_takes_instead_is_named_to_support_and_to_the_manager(store: Store) -> None:
    anna, boris, olga = await store.hands_over("масло 82,5 8, молоко 10"), store.boris, store.desk[0]
    await olga.taps("Нет товара")
    await olga.taps("✏️ 1")
    await olga.taps("Нет совсем")
    await anna.taps("Спросить логистов")
    await boris.says("/shortages")
    await boris.taps("Ромашка")
    await boris.taps("Масло сливочное 72,5")
    sees(boris, "Взяли аналог: Масло сливочное 72,5% 180 г")
    assert await store.lines() == {"МЛ-32": 10, "МС-725": 8}
    told = [message.text for message in olga.from_bot if "Борис меняет заказ" in message.text]
    assert len(told) == 1
    assert "Борис меняет заказ:\n• Масло сливочное 72,5% 180 г: добавлено" in told[0]
    card = next(message.text for message in anna.from_bot if message.text.startswith("🧾 Ромашка, заказ 1"))
    assert "Заказ изменили. Скажите клиенту:" in card
    assert "Масло сливочное 72,5% 180 г" in card
