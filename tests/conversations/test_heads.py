"""A head over leads: what is made for a team reaches the teams under it, and the head sees what is made there."""

import pytest

from domain.actors import Role
from sandbox.phone import Phone
from storage import employees
from tests.conversations.shop import Shop, sees
from tests.office import Office


@pytest.fixture
async def shop(office: Office) -> Shop:
    return await Shop(office).open(supports=0)


@pytest.fixture
async def helga(shop: Shop, office: Office) -> Phone:
    """Leads «Продажи»; under it stand Boris's team and that of Gleb."""
    boris = await office.actor(shop.boris)
    async with office.work() as work:
        top, beside = [await work.tx.value(employees.ADD_TEAM, name=name) for name in ("Продажи", "Розница")]
        for team in (boris.team_id, beside):
            await work.tx.run(employees.PUT_UNDER, id_=team, parent=top)
    await office.hires("Глеб", Role.LEAD, team=beside)
    await office.hires("Олеся", team=beside)
    return await office.hires("Хельга", Role.LEAD, team=top)


async def starts(phone: Phone, name: str) -> None:
    await phone.says("/promotions")
    await phone.taps("Новая акция")
    for said in (name, "Скажите так", "до пятницы"):
        await phone.says(said)
    await phone.taps("Запустить")


async def test_a_promotion_goes_down_the_tree_and_is_seen_from_above(shop: Shop, helga: Phone) -> None:
    await starts(helga, "Большая")
    sees(shop.anna, "Новая акция: Большая")
    await starts(shop.boris, "Малая")
    await shop.anna.says("/promotions")
    sees(shop.anna, "Большая", "Малая")
    await shop.boris.says("/promotions")
    await shop.boris.taps("Большая")
    assert "Закончить" not in shop.boris.buttons
    await helga.says("/promotions")
    await helga.taps("Малая")
    sees(helga, "Анна: 0 из 1")
    helga.does_not_see("Олеся")
    await helga.taps("Закончить")
    await shop.anna.says("/promotions")
    shop.anna.does_not_see("Малая")


async def test_another_team_beside_sees_none_of_it(shop: Shop, helga: Phone, office: Office) -> None:
    await starts(shop.boris, "Малая")
    ivan = await office.hires("Иван", Role.LEAD, team=(await office.actor(helga)).team_id)
    await ivan.says("/promotions")
    sees(ivan, "Малая")
    async with office.work() as work:
        apart = await work.tx.value(employees.ADD_TEAM, name="Отдельно")
    pavel = await office.hires("Павел", Role.LEAD, team=apart)
    await pavel.says("/promotions")
    pavel.does_not_see("Малая")
    await pavel.sends_callback("promotions.stop:1")
    await ivan.says("/promotions")
    sees(ivan, "Малая")


async def test_an_exhibition_of_the_head_invites_the_whole_tree(shop: Shop, helga: Phone) -> None:
    await helga.says("/exhibitions")
    await helga.taps("Выставка")
    for said in ("ПродЭкспо", "Крокус", "8–10 декабря"):
        await helga.says(said)
    sees(shop.anna, "ПродЭкспо", "Пора приглашать")
    await shop.anna.taps("Кого пригласить")
    await shop.anna.taps("Ромашка · C")
    await helga.says("/exhibitions")
    await helga.taps("ПродЭкспо")
    sees(helga, "Анна: приглашено 1")


async def adds(phone: Phone, text: str) -> None:
    await phone.says("/team")
    await phone.taps("Скидки")
    await phone.taps("Новая скидка")
    await phone.says(text)
    await phone.taps("Завести")


async def test_a_discount_of_the_head_counts_for_the_managers_below(shop: Shop, helga: Phone) -> None:
    await adds(helga, "молоко 10 %")
    anna = await shop.drafts("молоко 10")
    sees(anna, "80 ₽ − 10 % = 720 ₽")
    await shop.boris.says("/team")
    await shop.boris.taps("Скидки")
    sees(shop.boris, "10 % — Молоко")
    await shop.boris.sends_callback("discounts.end:1:1")
    await anna.says("гречка 1")
    sees(anna, "80 ₽ − 10 % = 720 ₽")
    await adds(shop.boris, "гречка 5 %")
    await helga.sends_callback("discounts.end:2:1")
    sees(helga, "Скидка закончена: 5 % — Гречка")


async def test_the_head_watches_who_reads_what_a_lead_announced(shop: Shop, helga: Phone) -> None:
    await shop.boris.says("объявление команде: завтра склад закрыт")
    await shop.boris.taps("Отправить")
    await helga.says("/announcements")
    await helga.taps("завтра склад")
    sees(helga, "Анна")


async def test_files_of_orders_hold_those_of_the_own_tree(shop: Shop, helga: Phone, office: Office) -> None:
    await shop.hands_over()
    async with office.work() as work:
        apart = await work.tx.value(employees.ADD_TEAM, name="Отдельно")
    pavel = await office.hires("Павел", Role.LEAD, team=apart)
    await pavel.sends_callback("export.go::xlsx")
    assert "заказов нет" in (pavel.alert or pavel.screen)
    support = await office.hires("Ольга", Role.SUPPORT)
    await support.sends_callback("export.go::xlsx")
    support.sees("Файл № 1 придёт сюда", anywhere=True)
    await pavel.sends_callback("export.again:1")
    assert pavel.alert == "Этого здесь больше нет. Откройте раздел заново."
    await helga.sends_callback("export.again:1")
    assert helga.file()[0].endswith(".xlsx")


async def test_only_a_head_is_asked_for_a_new_team(shop: Shop, helga: Phone) -> None:
    await shop.boris.says("/team")
    await shop.boris.sends_callback("team.new")
    assert "нет в вашей роли" in (shop.boris.alert or "")
    await helga.says("/team")
    await helga.taps("Новая команда")
    await helga.says("Север")
    sees(helga, "Север")
