"""`python main.py export orders`: what the chat does, from a terminal."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

import main
from domain.actors import Role
from exchange.commerceml.orders import read_orders
from storage import clients, employees, orders, products
from storage.database import open_database
from tests.bases import fresh_database

HANDED = orders.patch("status", "day", "handed_at", "total")


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with fresh_database("sqlite", tmp_path) as found:
        monkeypatch.setenv("PROZVON_STORAGE__URL", found)
        monkeypatch.chdir(tmp_path)
        yield found


async def _lay(url: str) -> None:
    database, now = open_database(url), datetime(2026, 1, 12, 8, tzinfo=UTC)
    async with database.transaction() as tx:
        owner = await tx.value(
            employees.ADD, telegram_id=1, name="Олег", role=Role.OWNER, team_id=None, language="ru",
            timezone="Europe/Moscow", created_at=now,
        )  # fmt: skip
        client = await clients.add(tx, clients.NewClient(owner, "Ромашка", now))
        tea = await products.write(
            tx, code="Ч-1", name="Чай", group_name="", unit="шт", pack_size=None, prices={"опт": 100_00}
        )
        order = await orders.add_draft(tx, client, owner, now)
        await orders.put_line(
            tx, order, tea, quantity=Decimal(3), unit="шт", price=100_00, discount=Decimal(0)
        )
        await tx.run(HANDED, id_=order, status="handed_over", day=now.date(), handed_at=now, total=300_00)
    await database.close()


def test_orders_go_into_a_file_and_are_marked(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["export", "orders"]) == 1
    assert "there is no owner yet" in capsys.readouterr().err
    asyncio.run(_lay(url))
    assert main.main(["export", "orders", "--file", "new.xml"]) == 0
    assert capsys.readouterr().out == "export: new.xml, orders 1\n"
    [order] = read_orders(Path("new.xml").read_bytes())
    assert (order.ident, order.day, order.total) == ("1", date(2026, 1, 12), 300_00)
    assert main.main(["export", "orders"]) == 1
    assert "no orders to export" in capsys.readouterr().err
    again = ["export", "orders", "--day", "2026-01-12", "--format", "xlsx"]
    assert main.main([*again, "--file", "new.xml"]) == 1
    assert "new.xml exists already" in capsys.readouterr().err
    assert main.main(again) == 0
    assert Path("Заказы 2026-01-12 № 2.xlsx").exists()
