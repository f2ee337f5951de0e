"""What an earlier process left in the outbox."""

from datetime import UTC, datetime

from bot.app import build_app
from bot.config import Config, Telegram
from bot.pacing import Limits
from storage import outbox
from storage.database import Database
from storage.outbox import Outgoing, next_id
from tests.bot.fakes import FakeApi

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)


def left_by(owner: int, text: str) -> Outgoing:
    return Outgoing(next_id(), 1, 0, "sendMessage", {"chat_id": 1, "text": text}, None, None, owner, NOW)


async def test_it_is_taken_over_at_the_start_in_its_order(base: Database) -> None:
    rows = [left_by(5, "а"), left_by(6, "б"), left_by(5, "плохое"), left_by(5, "в")]
    async with base.transaction() as tx:
        await outbox.add(tx, rows)
        await tx.run(outbox.SET_ASIDE, id_=rows[2].id, reason="400")
    api = FakeApi()
    app = build_app(Config(telegram=Telegram(limits=Limits(0, 0, 0))), api, database=base)
    async with app.sending():
        await app.sender.idle()
    assert api.texts == ["а", "б", "в"]
    async with base.transaction() as tx:
        assert await tx.value(outbox.COUNT) == 1, "what was set aside stays for the owner to look at"
