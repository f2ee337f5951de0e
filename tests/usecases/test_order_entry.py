"""Lines typed into an open order: what is taken, what is asked, and how an answer settles it."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from capture.settling import DoubtKind
from domain.actors import Actor
from screens.order_views import DraftView
from storage import clients, products
from storage.clients import NewClient
from tests.conversations.shop import GOODS
from tests.office import Office
from usecases import order_entry, order_flow, orders
from usecases.order_errors import OrderAmountError

COLOURS = (
    "белая", "чёрная", "красная", "зелёная", "синяя", "жёлтая", "серая", "коричневая", "бежевая", "розовая", "голубая", "лиловая",
)  # fmt: skip
BUTTER = "Масло сливочное 82,5% 180 г"
KINDS = ("Краска", "Грунтовка", "Эмаль", "Пропитка", "Шпатлёвка", "Затирка")


class Counter:
    """Anna's open order for one client, over a price list."""

    def __init__(self, office: Office) -> None:
        self.office = office

    async def open(self, goods: Sequence[tuple[Any, ...]] = GOODS) -> "Counter":
        self.anna: Actor = await self.office.actor(await self.office.hires("Анна"))
        self.ids: dict[str, int] = {}
        async with self.office.work() as work:
            for code, name, group, unit, pack, price in goods:
                self.ids[code] = await products.write(
                    work.tx, code=code, name=name, group_name=group, unit=unit, prices={"опт": price},
                    pack_size=Decimal(pack) if pack else None,
                )  # fmt: skip
            self.client = await clients.add(
                work.tx, NewClient(self.anna.id, "Ромашка", work.now, price_column="опт")
            )
            self.order = await orders.start_draft(self.anna, work, self.client)
        return self

    async def does(self, use_case: Any, *args: Any, **more: Any) -> Any:
        async with self.office.work() as work:
            return await use_case(self.anna, work, self.order, *args, **more)

    async def types(self, text: str) -> DraftView:
        await self.does(order_entry.type_lines, text)
        view: DraftView = await self.does(orders.get_draft)
        return view


@pytest.fixture
async def counter(office: Office) -> Counter:
    return await Counter(office).open()


def quantities(view: DraftView) -> list[tuple[str, float]]:
    return [(line.name, float(line.quantity)) for line in view.lines]


async def test_slips_cases_and_words_cut_short_are_understood(counter: Counter) -> None:
    view = await counter.types("десяток малока; гречки две коробки\nсыр росс 3 кг по 500")
    assert quantities(view) == [
        ("Молоко 3,2% 1 л", 10),
        ("Гречка ядрица 800 г", 24),
        ("Сыр Российский 50%", 3),
    ]
    assert view.lines[2].price == 500_00
    assert not view.doubts


async def test_a_word_that_is_of_no_product_is_asked_and_the_answer_takes_the_rest(counter: Counter) -> None:
    view = await counter.types("молоко топлёное 5 уп по 70")
    (doubt,) = view.doubts
    assert (doubt.kind, doubt.text, doubt.goods) == (
        DoubtKind.WHICH,
        "молоко топлёное 5 уп по 70",
        ((counter.ids["МЛ-32"], "Молоко 3,2% 1 л"),),
    )
    await counter.does(order_entry.choose_product, doubt.id, counter.ids["МЛ-32"])
    view = await counter.types("гречка 1")
    assert quantities(view) == [("Молоко 3,2% 1 л", 60), ("Гречка ядрица 800 г", 1)]
    assert view.lines[0].price == 70_00


async def test_a_number_too_many_is_asked(counter: Counter) -> None:
    (doubt,) = (await counter.types("гречка 5 7")).doubts
    assert (doubt.kind, doubt.text) == (DoubtKind.QUANTITY, "гречка 5 7")
    view = await counter.types("7")
    assert quantities(view) == [("Гречка ядрица 800 г", 7)]


async def test_a_price_of_a_pack_is_said_in_the_line_or_after_it(counter: Counter) -> None:
    view = await counter.types("масло 82,5 2 кор по 2900 за кор")
    assert quantities(view) == [(BUTTER, 40)]
    assert view.lines[0].price == 145_00
    await counter.does(orders.change_line, counter.ids["МС-825"], "3 кор по 2800 за кор")
    view = await counter.does(orders.get_draft)
    assert quantities(view) == [(BUTTER, 60)]
    assert view.lines[0].price == 140_00
    with pytest.raises(OrderAmountError):
        await counter.does(orders.change_line, counter.ids["МС-825"], "по 2800 за паллету")
    with pytest.raises(OrderAmountError):
        await counter.does(orders.change_line, counter.ids["МС-825"], "9" * 40)


async def test_what_the_client_takes_comes_first_among_equals(counter: Counter) -> None:
    (doubt,) = (await counter.types("масло 3")).doubts
    assert [id_ for id_, _ in doubt.goods] == [counter.ids["МС-725"], counter.ids["МС-825"]]
    await counter.does(order_entry.drop_doubt, doubt.id, keep=False)
    await counter.types("масло 82,5 3")
    await counter.does(order_flow.hand_over)
    async with counter.office.work() as work:
        counter.order = await orders.start_draft(counter.anna, work, counter.client)
    (doubt,) = (await counter.types("масло 3")).doubts
    assert [id_ for id_, _ in doubt.goods] == [counter.ids["МС-825"], counter.ids["МС-725"]]
    await counter.does(order_entry.drop_doubt, doubt.id, keep=False)
    view = await counter.types("масло как обычно")
    assert quantities(view) == [(BUTTER, 3)]


@pytest.mark.parametrize("between", ["\n", ", "])
async def test_a_long_list_is_read_whole(office: Office, between: str) -> None:
    kinds = [(kind, colour, weight) for kind, colour, weight in product(KINDS, COLOURS, (1, 5))]
    goods = [
        (f"Т-{at}", f"{kind} {colour} {weight} кг", "Краски", "шт", None, 100_00)
        for at, (kind, colour, weight) in enumerate(kinds)
    ]
    counter = await Counter(office).open(goods)
    chosen = [(kind, colour, weight) for kind, colour, weight in kinds if weight == 1][:70]
    text = between.join(
        f"{kind.lower()} {colour} {weight} кг {at + 6} шт" for at, (kind, colour, weight) in enumerate(chosen)
    )
    view = await counter.types(text)
    assert not view.doubts
    pages = [view, *[await counter.does(orders.get_draft, at) for at in range(10, 70, 10)]]
    assert [line for page in pages for line in quantities(page)] == [
        (f"{kind} {colour} {weight} кг", at + 6) for at, (kind, colour, weight) in enumerate(chosen)
    ]
    view = await counter.types("краска белая 3")
    assert [doubt.kind for doubt in view.doubts] == [DoubtKind.WHICH]


async def test_an_answer_that_would_fit_others_too_is_about_what_was_asked(counter: Counter) -> None:
    view = await counter.types("масло 82,5")
    assert [doubt.kind for doubt in view.doubts] == [DoubtKind.QUANTITY]
    view = await counter.types("масло 20 шт")
    assert quantities(view) == [(BUTTER, 20)]
    assert not view.doubts
