"""A line in the chat, from the text to the draft card's contents, in a base of two sizes.

    python -m bench.drafts

Each line finds whom its words may name, is understood among those few, and is kept as a draft, in a transaction of its own (SQLite).
The larger base has ten times the clients and goods of the smaller; the ratio of the medians tells whether a line grows with the base.
"""

import asyncio
import json
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

import sqlalchemy as sa

from bench.base import NOW, lay
from bench.capture import made_up
from bench.scoring import LINES
from domain.actors import Actor
from storage import clients, employees, products
from storage.database import Database
from storage.tables import clients as client_rows
from storage.tables import persons as person_rows
from usecases import drafts
from usecases.rules import Rules
from usecases.work import Work

SIZES = ((200, 500), (2_000, 5_000))
ADD_CLIENT = sa.insert(client_rows).values(
    id=sa.bindparam("id"),
    manager_id=1,
    name=sa.bindparam("name"),
    legal_name=sa.bindparam("legal"),
    created_at=NOW,
)
ADD_PERSON = sa.insert(person_rows).values(
    client_id=sa.bindparam("client"), name=sa.bindparam("name"), role=""
)


async def fill(database: Database, sizes: tuple[int, int]) -> None:
    people, goods = made_up(*sizes)
    async with database.transaction() as tx:
        await tx.run_many(
            ADD_CLIENT,
            [
                {"id": at, "name": one["name"], "legal": one.get("legal", "")}
                for at, one in enumerate(people, 10)
            ],
        )
        for at, one in enumerate(people, 10):
            for person in one.get("people", ()):
                await tx.run_many(ADD_PERSON, [{"client": at, "name": person["name"]}])
            await clients.reindex(tx, at)
        for at, one in enumerate(goods):
            await products.write(
                tx, code=f"{one['code']}-{at}", name=one["name"], unit=one["unit"], prices={"base": 10_000}
            )


async def measure(database: Database, lines: list[str]) -> list[float]:
    """Milliseconds of each line."""
    rules = Rules()
    rules.calendar.load(2026, 2027)
    took: list[float] = []
    for line in lines:
        async with database.transaction() as tx:
            person = await employees.find_by_telegram(tx, 1001)
            assert person is not None
            actor: Actor = person
            work = Work(tx, NOW, rules)
            start = time.perf_counter()
            await drafts.read_line(actor, work, line)
            took.append((time.perf_counter() - start) * 1000)
    return took


async def main() -> None:
    lines = [
        json.loads(row)["text"]
        for path in sorted(LINES.glob("*.jsonl"))
        for row in path.read_text("utf-8").splitlines()
        if row
    ]
    first = 0.0
    for sizes in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            database = await lay(f"sqlite+aiosqlite:///{Path(folder) / 'base.db'}", 1, 1)
            await fill(database, sizes)
            await measure(database, lines[:60])
            took = await measure(database, lines)
            first = first or median(took)
            print(
                f"{sizes[0]:6} clients {sizes[1]:6} goods   median {median(took):6.2f} ms   p95 {quantiles(took, n=20)[-1]:6.2f} ms   ratio {median(took) / first:.2f}"
            )
            await database.close()


if __name__ == "__main__":
    asyncio.run(main())
