"""A manager at her desk with clients and a price list, and what the base holds, for tests of captured lines."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from capture.acts import Act
from domain.actors import Actor, Role
from screens.draft_views import DraftView
from storage import clients, employees, persons, products
from storage import drafts as stored
from storage.clients import NewClient
from storage.columns import metadata
from storage.database import Database
from tests.office import MONDAY
from usecases import drafts
from usecases.draft_acts import Drafted, to_json
from usecases.draft_saving import Saved, save
from usecases.rules import Rules
from usecases.work import Work

NOW = MONDAY + timedelta(hours=2)
# Search terms are compared too: what undo restores can be found again.
COMPARED = sorted(
    set(metadata.tables)
    - {
        "drafts",
        "employees",
        "seen_updates",
        "conversations",
        "outbox",
        "anchors",
        "card_looks",
        "list_looks",
    }
)
READ = {name: sa.select(table).order_by(*table.primary_key) for name, table in metadata.tables.items()}


class Desk:
    """Anna with «Ромашка», «Вектор» and goods; Sveta in sales support, Boris the lead. `later` moves the clock."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = NOW

    async def open(self) -> "Desk":
        async with self.database.transaction() as tx:
            team = await tx.value(employees.ADD_TEAM, name="Опт")
            people = {
                name: await tx.value(
                    employees.ADD,
                    telegram_id=number,
                    name=name,
                    role=role,
                    team_id=team if role in {Role.MANAGER, Role.LEAD} else None,
                    language="ru",
                    timezone="Europe/Moscow",
                    created_at=NOW,
                )
                for number, (name, role) in enumerate(
                    {
                        "Анна": Role.MANAGER,
                        "Ира": Role.MANAGER,
                        "Борис": Role.LEAD,
                        "Света": Role.SUPPORT,
                        "Лена": Role.LOGISTICS,
                    }.items(),
                    1,
                )
            }
            self.anna, self.ira, self.boris, self.sveta, self.lena = [
                await self._actor(tx, id_) for id_ in people.values()
            ]
            self.romashka = await clients.add(
                tx, NewClient(self.anna.id, "Ромашка", NOW - timedelta(days=90))
            )
            self.vektor = await clients.add(tx, NewClient(self.anna.id, "Вектор", NOW - timedelta(days=90)))
            self.olga = await persons.add(tx, self.romashka, "Никитина Ольга", phone="+79161234567")
            await clients.reindex(tx, self.romashka)
            self.butter = await products.write(
                tx,
                code="МС-825",
                name="Масло сливочное 82,5%",
                prices={"": 150_00},
                pack_size=Decimal(20),
            )
            self.light = await products.write(
                tx, code="МС-725", name="Масло сливочное 72,5%", prices={"": 130_00}, pack_size=Decimal(20)
            )
            self.grain = await products.write(tx, code="ГР-1", name="Гречка ядрица", prices={"": 80_00})
        return self

    async def _actor(self, tx: Any, id_: int) -> Actor:
        found = await employees.find(tx, id_)
        assert found is not None
        return found

    def later(self, **by: float) -> None:
        self.now += timedelta(**by)

    async def does(self, use_case: Any, who: Actor, *args: Any, **more: Any) -> Any:
        """One turn."""
        async with self.database.transaction() as tx:
            return await use_case(who, Work(tx, self.now, Rules()), *args, **more)

    async def drafted(self, *said: Act) -> DraftView:
        """A draft of these acts, whatever line they may have come from."""
        async with self.database.transaction() as tx:
            kept = to_json([Drafted(act) for act in said])
            draft_id = await stored.add(tx, self.anna.id, self.now, text="…", acts=kept, unread=[])
        view: DraftView = await self.does(drafts.get_draft, self.anna, draft_id)
        return view

    async def saves(self, text: str) -> Saved:
        view = await self.types(text)
        saved: Saved = await self.does(save, self.anna, view.id)
        return saved

    async def types(self, text: str, **more: Any) -> DraftView:
        view = await self.does(drafts.read_line, self.anna, text, **more)
        assert isinstance(view, DraftView), view
        return view

    async def everything(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every table of the company."""
        async with self.database.transaction() as tx:
            return {
                name: sorted(await tx.rows(READ[name], lambda *row: tuple(map(str, row))))
                for name in COMPARED
            }

    async def rows(self, name: str) -> list[dict[str, Any]]:
        columns = [column.name for column in metadata.tables[name].c]
        async with self.database.transaction() as tx:
            return await tx.rows(READ[name], lambda *row: dict(zip(columns, row, strict=True)))
