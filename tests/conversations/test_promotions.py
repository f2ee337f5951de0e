"""A promotion from the lead's five steps to what clients say, and back to the lead."""

import pytest
import sqlalchemy as sa

from domain.promotions import PromotionReply
from storage import clients
from storage import promotions as stored
from storage.deal_tables import promotions as table
from tests.conversations.desk import sees
from tests.conversations.shop import Shop
from tests.office import Office
from usecases import promotions

SET = clients.patch("client_class", "industry")
FOR_ALL = sa.update(table).values(team_id=None)


@pytest.fixture
async def shop(office: Office) -> Shop:
    opened = await Shop(office).open(supports=0)
    other = await opened.add_client("Вектор")
    async with office.work() as work:
        await work.tx.run(SET, id_=opened.client, client_class="A", industry="кафе")
        await work.tx.run(SET, id_=other, client_class="C", industry="магазин")
    return opened


async def launched(shop: Shop) -> None:
    boris = shop.boris
    await boris.says("/promotions")
    await boris.taps("Новая акция")
    await boris.says("Сырная неделя")
    await boris.says("Скидка 7% на сыры до конца недели")
    await boris.says("вчера")
    sees(boris, "Не понял срок «вчера»")
    await boris.says("до пятницы")
    sees(boris, "Сырная неделя, 23.11–27.11", "Для кого: клиенты и лиды")
    await boris.taps("A")
    await boris.says("кафе, столовые")
    await boris.taps("Товары")
    await boris.taps("Сыры")
    sees(boris, "класс A, отрасль: кафе, столовые", "Товары: Сыры")
    await boris.taps("Запустить")
    sees(boris, "идёт до 27.11", "Узнал 1 менеджер")


async def test_a_lead_starts_it_and_managers_tell_it(shop: Shop) -> None:
    await launched(shop)
    await shop.office.hires("Ира")
    anna = shop.anna
    sees(anna, "Новая акция: Сырная неделя", "Скидка 7% на сыры")
    await anna.taps("Кому рассказать")
    assert "Вектор" not in anna.screen
    await anna.taps("Ромашка")
    await anna.sends_callback(f"promotions.said:1:{shop.client}:interested")
    await anna.sends_callback(f"promotions.said:1:{shop.client}:interested")
    assert anna.alert == "Сырная неделя: интересно"
    await anna.says("/promotions")
    sees(anna, "Рассказали 1 из 1, интересно 1")
    await shop.boris.says("/promotions")
    await shop.boris.taps("Сырная неделя")
    sees(shop.boris, "Анна: 1 из 1, интересно 1")
    assert "Ира" not in shop.boris.last.text, "she has nobody to tell"


async def test_the_reason_disappears_once_it_was_told(shop: Shop) -> None:
    await launched(shop)
    anna = await shop.office.actor(shop.anna)
    async with shop.office.work() as work:
        own = [client for id_ in (shop.client, shop.client + 1) if (client := await clients.find(work.tx, id_, [anna.id]))]  # fmt: skip
        assert {id_: name for id_, (name, _) in (await promotions.promotions_for(anna, work, own)).items()} == {shop.client: "Сырная неделя"}  # fmt: skip
        line = await promotions.promotion_for(anna, work, own[0])
        assert line is not None
        assert (line.name, line.group) == ("Сырная неделя", "Сыры")
        await promotions.reply(anna, work, line.id, shop.client, PromotionReply.DECLINED)
        assert await promotions.promotion_for(anna, work, own[0]) is None
        assert await promotions.promotions_for(anna, work, own) == {}


async def test_a_stopped_one_is_over_and_a_manager_starts_none(shop: Shop) -> None:
    await launched(shop)
    await shop.boris.says("/promotions")
    await shop.boris.taps("Сырная неделя")
    await shop.boris.double_taps("Закончить")
    await shop.anna.sends_callback(f"promotions.said:1:{shop.client}:told")
    assert shop.anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."
    await shop.anna.says("/promotions")
    sees(shop.anna, "Акций сейчас нет")
    await shop.anna.sends_callback("promotions.new")
    assert shop.anna.alert == "Этого нет в вашей роли. Что доступно: /help."


async def test_the_one_of_everybody_is_the_owners_to_end(shop: Shop) -> None:
    await launched(shop)
    async with shop.office.work() as work:
        await work.tx.run(FOR_ALL)
    await shop.boris.says("/promotions")
    await shop.boris.taps("Сырная неделя")
    assert "Закончить" not in " ".join(shop.boris.buttons)
    await shop.boris.sends_callback("promotions.stop:1")
    assert shop.boris.alert == "Это уже сделано или изменилось. Откройте раздел заново."
    await shop.anna.says("/promotions")
    sees(shop.anna, "Сырная неделя")
    owner = await shop.office.owner()
    await owner.says("/promotions")
    await owner.taps("Сырная неделя")
    await owner.taps("Закончить")
    sees(owner, "Сырная неделя")


async def test_clients_out_of_its_aim_take_no_places(shop: Shop) -> None:
    await launched(shop)
    me = await shop.office.actor(shop.anna)
    async with shop.office.work() as work:
        view = await promotions.get_promotion(me, work, 1)
        found = await stored.untold(work.tx, view.promotion, me.id, 300)
    assert [id_ for id_, *_ in found] == [shop.client]
