"""A tap on a draft of 300 lines beside the same tap on one of 5, through the real dispatcher, in milliseconds of a turn.

    python -m bench.orders [lines]

Both drafts stand in one base (SQLite) and are tapped in turn: open, the next page, a line, + on it, typed, handed over. Medians,
their ratio, and the p95 of the long one. Handing over works on drafts of their own, one for each tap.
"""

import asyncio
import gc
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, Any

from bench.base import NOW, lay
from bench.turns import USER

if TYPE_CHECKING:
    from bot.app import App
    from domain.actors import Actor
    from storage.database import Database

FEW, MANY = 5, 300
ROUNDS, WARM, HANDED = 60, 8, 25
OFFICE = 1001
COLUMN = "опт"


class Silence:
    """A Telegram that takes everything."""

    async def call(self, method: str, parameters: dict[str, Any] | None = None, **_: Any) -> Any:
        return {"message_id": 1}

    async def download(self, file_id: str, limit: int) -> bytes:
        raise NotImplementedError


async def fill(database: "Database", lines: int) -> list[int]:
    """Goods with a price in the column of the clients."""
    from storage import products

    goods = []
    async with database.transaction() as tx:
        for number in range(lines + 1):
            goods.append(
                await products.write(
                    tx,
                    code=f"G-{number}",
                    name=f"Goods number {number} of the price list",
                    group_name=f"Group {number % 20}",
                    unit="pcs",
                    pack_size=Decimal(12),
                    prices={COLUMN: 10_000 + number},
                )
            )
    return goods


async def begin(app: "App", actor: "Actor", client: int, goods: list[int]) -> int:
    """A draft of these goods."""
    from storage import orders, products
    from usecases.orders import count_total, own_draft, put
    from usecases.work import Work

    async with app.database.transaction() as tx:
        work = Work(tx, NOW, app.turns.rules)
        order_id = await orders.add_draft(tx, client, actor.id, NOW)
        order, buyer = await own_draft(work, actor, order_id)
        known = await products.by_ids(tx, goods)
        for product in goods:
            await put(work, order, buyer, known[product], Decimal(10))
        await count_total(work, order_id)
    return order_id


class Thumb:
    """One manager's taps and words."""

    def __init__(self, app: "App") -> None:
        self.app = app
        self.number = 0

    async def _turn(self, update: dict[str, Any]) -> float:
        self.number += 1
        start = time.perf_counter()
        await self.app.turns.run([{"update_id": self.number, **update}])
        return (time.perf_counter() - start) * 1000

    async def taps(self, data: str) -> float:
        chat = {"id": OFFICE, "type": "private"}
        message = {"message_id": 5, "date": 1, "chat": chat, "text": "x"}
        who = {"id": OFFICE, **USER}
        query = {"id": "1", "from": who, "chat_instance": "1", "data": data, "message": message}
        return await self._turn({"callback_query": query})

    async def says(self, text: str) -> float:
        chat, who = {"id": OFFICE, "type": "private"}, {"id": OFFICE, **USER}
        message = {"message_id": 6, "date": 1, "chat": chat, "from": who, "text": text}
        return await self._turn({"message": message})


async def check_answers(app: "App") -> None:
    """A tap that was refused is quick, and says nothing."""
    import sqlalchemy as sa

    from storage.tables import outbox

    async with app.database.transaction() as tx:
        said = await tx.rows(sa.select(outbox.c.method, outbox.c.parameters), lambda *row: row)
    refused = [facts["text"] for method, facts in said if method == "answerCallbackQuery" and "text" in facts]
    assert not refused, refused[:3]


def told(name: str, small: list[float], large: list[float]) -> float:
    few, many = median(small), median(large)
    ratio = many / few
    print(
        f"{name:<22}{few:8.2f} ms {many:8.2f} ms   ratio {ratio:4.2f}   p95 {quantiles(large, n=20)[-1]:7.2f} ms"
    )
    return ratio


async def measure(lines: int, url: str) -> float:
    from bot.app import build_app
    from bot.config import Config
    from storage import clients, employees

    database = await lay(url, 1, 20)
    goods = await fill(database, lines)
    app = build_app(Config(storage={"url": url}), Silence(), database=database, clock=lambda: NOW)
    async with database.transaction() as tx:
        actor = await employees.find_by_telegram(tx, OFFICE)
        assert actor is not None
        await tx.run(clients.patch("price_column"), id_=1, price_column=COLUMN)
        await tx.run(clients.patch("price_column"), id_=2, price_column=COLUMN)
    pair = (await begin(app, actor, 1, goods[:FEW]), await begin(app, actor, 2, goods[:lines]))
    thumb = Thumb(app)
    gc.collect()
    gc.freeze()
    taps: dict[str, Callable[[int, int], str]] = {
        "open the draft": lambda order, _: f"orders.draft:{order}:0",
        "next page": lambda order, _: f"orders.draft:{order}:{10 if order == pair[1] else 0}",
        "open a line": lambda order, _: f"orders.pick:{order}:{goods[3]}:0:0",
        "+ on a line": lambda order, at: f"orders.step:{order}:{goods[3]}:{(11 + at % 7) * 1000}",
        "quantity on the draft": lambda order, at: (
            f"orders.set:{order}:{goods[3]}:{(11 + at % 7) * 1000}:0:0"
        ),
        "terms": lambda order, _: f"order_terms.open:{order}",
    }
    worst = 0.0
    for name, make in taps.items():
        took: tuple[list[float], list[float]] = ([], [])
        for at in range(WARM + ROUNDS):
            for place, order in enumerate(pair):
                spent = await thumb.taps(make(order, at))
                if at >= WARM:
                    took[place].append(spent)
        worst = max(worst, told(name, *took))
    worst = max(worst, await _typed(thumb, pair))
    worst = max(worst, await _handed(app, actor, thumb, (goods[:FEW], goods[:lines])))
    await check_answers(app)
    print(f"worst ratio {worst:.2f}, aim 2")
    await database.close()
    return worst


async def _typed(thumb: Thumb, pair: tuple[int, int]) -> float:
    took: tuple[list[float], list[float]] = ([], [])
    for at in range(WARM + ROUNDS):
        for place, order in enumerate(pair):
            await thumb.taps(f"orders.draft:{order}:0")
            spent = await thumb.says(f"G-3 {20 + at % 7}")
            if at >= WARM:
                took[place].append(spent)
    return told("a typed line", *took)


async def _handed(app: "App", actor: "Actor", thumb: Thumb, both: tuple[list[int], list[int]]) -> float:
    took: tuple[list[float], list[float]] = ([], [])
    for at in range(2 + HANDED):
        for place, goods in enumerate(both):
            order = await begin(app, actor, place + 3, goods)
            spent = await thumb.taps(f"orders.send:{order}")
            if at > 1:
                took[place].append(spent)
    return told("hand over", *took)


def main() -> None:
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    with tempfile.TemporaryDirectory() as folder:
        worst = asyncio.run(measure(lines, f"sqlite+aiosqlite:///{Path(folder) / 'base.db'}"))
    sys.exit(0 if worst <= 2 else 1)


if __name__ == "__main__":
    main()
