"""Lost demand by week as a picture: for logistics and for the lead."""

from datetime import date, timedelta
from decimal import Decimal

import sqlalchemy as sa

from domain.actors import Role
from domain.charts import Stacks
from sandbox.phone import Phone
from screens import lost_picture
from screens.shortage_views import LostWeeks
from screens.words import Catalogue
from storage import tables
from tests.conversations.shop import Shop, hard, sees
from tests.office import Office

NOTHING_LEFT = sa.update(tables.products).values(stock=Decimal(0))
MONDAY = date(2026, 11, 23)


async def loses(shop: Shop, lena: Phone, text: str, button: str) -> None:
    await shop.anna.says("/order")
    await shop.anna.says("Ромашка")
    await shop.anna.taps("Ромашка")
    await shop.anna.says(text)
    await shop.anna.taps(button)
    await shop.anna.taps("Спросить логистов")
    await lena.taps("Не будет")
    await lena.taps("Да, не будет")
    await shop.anna.says("/cancel")


async def test_what_was_lost_week_by_week(office: Office) -> None:
    shop = await Shop(office).open(supports=1)
    lena = await office.hires("Лена", Role.LOGISTICS)
    async with office.work() as work:
        await work.tx.run(NOTHING_LEFT)
    await loses(shop, lena, "сыр российский 20", "Нет: Сыр")
    office.now += timedelta(days=14)
    await loses(shop, lena, "гречка 30", "Нет: Гречка")
    await lena.says("/shortages")
    await lena.taps("Упущенное")
    await lena.taps("12 недель")
    await lena.taps("Картинка")
    drawn = office.artist.drawn[-1]
    assert isinstance(drawn, Stacks)
    assert (drawn.title, drawn.subtitle) == ("Упущенный спрос по неделям", "₽ по прайсу · 21.09–07.12")
    assert drawn.labels[-3:] == ("23.11", "30.11", "07.12")
    assert [(one.name, one.values[-3:]) for one in drawn.series] == [
        ("Сыр Российский 50%", (10_800, 0, 0)),
        ("Гречка ядрица 800 г", (0, 0, 2_700)),
    ]
    sees(
        lena,
        "Упущено за 12 недель: 13 500 ₽, 2 отказа",
        "На этой неделе: 2 700 ₽",
        "Больше всего: Сыр Российский 50% — 10 800 ₽, 80 %",
    )
    await lena.taps("Упущенное")
    sees(lena, "Гречка ядрица 800 г")
    await shop.boris.says("/shortages")
    await shop.boris.taps("Упущенное")
    await shop.boris.taps("Картинка")
    sees(shop.boris, "Упущено за 12 недель: 13 500 ₽")


def test_sums_too_long_for_a_bar_are_thousands_and_the_rest_is_grey() -> None:
    weeks = (MONDAY - timedelta(days=7), MONDAY)
    view = LostWeeks(weeks, ("Сыр", ""), ((12_345_600_00, 0), (400_000_00, 90_000_00)), 4, MONDAY)
    drawn, said = lost_picture.picture(Catalogue()["en"], view)
    assert isinstance(drawn, Stacks)
    assert drawn.subtitle.startswith("thousand ₽ at list price")
    assert [(one.name, one.values, one.quiet) for one in drawn.series] == [
        ("Сыр", (12_346, 0), False),
        ("the rest", (400, 90), True),
    ]
    assert hard("90 000 ₽") in said.text


def test_goods_without_a_price_are_said_in_words() -> None:
    drawn, said = lost_picture.picture(Catalogue()["ru"], LostWeeks((MONDAY,) * 12, (), (), 2, MONDAY))
    assert drawn is None
    assert said.text == "<b>За 12 недель упущено без цены: 2 отказа</b>"
