"""An owner's own outcomes: renamed, hidden, added."""

from collections.abc import AsyncIterator

import pytest
from pydantic import ValidationError

from bot.config import Config, Telegram
from bot.pacing import Limits
from sandbox.phone import Phone
from storage import counters
from storage.database import Database
from tests.conversations.test_calls import add_client
from tests.office import OWNER_ID, Office

SAMPLES = {"code": "samples", "ru": "Образцы", "en": "Samples", "like": "talked", "days": 3}
OWN = {
    "hidden": ["busy", "meeting"],
    "labels": {"talked": {"ru": "Созвонились", "en": "Spoke"}},
    "extra": [SAMPLES],
}


@pytest.fixture
async def office(database: Database) -> AsyncIterator[Office]:
    config = Config(telegram=Telegram(limits=Limits(0, 0, 0)), access={"owner_id": OWNER_ID}, outcomes=OWN)
    opened = Office(database, config)
    async with opened.open():
        yield opened


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


async def test_the_card_shows_what_the_owner_set(office: Office, anna: Phone) -> None:
    client = await add_client(office, await office.actor(anna), "Вектор")
    await anna.sends_callback(f"calls.card:{client}")
    assert "Занято" not in anna.buttons
    assert "Встреча" not in anna.buttons
    await anna.taps("Созвонились")
    anna.sees("Вектор: Созвонились")


async def test_an_own_outcome_is_one_tap_counts_as_another_and_keeps_its_name(
    office: Office, anna: Phone
) -> None:
    manager = await office.actor(anna)
    client = await add_client(office, manager, "Вектор")
    await anna.sends_callback(f"calls.card:{client}")
    await anna.double_taps("Образцы")
    anna.sees("Вектор: Образцы → чт, 26 ноября", "1/30 · дозвон 1")
    await anna.sends_callback(f"clients.log:{client}:0")
    anna.sees("звонок, Образцы")
    await anna.sends_callback("calls.back")
    anna.sees("Вектор: Образцы → чт, 26 ноября · записано", "💬 23.11: Образцы")
    await anna.taps("Отменить результат")
    async with office.work() as work:
        assert (await counters.of_day(work.tx, manager.id, office.today)).calls == 0


async def test_one_taken_out_of_the_settings_is_a_stale_button(office: Office, anna: Phone) -> None:
    client = await add_client(office, await office.actor(anna), "Вектор")
    await anna.sends_callback(f"calls.own:{client}:0:gone_by:0")
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."


@pytest.mark.parametrize(
    ("outcomes", "why"),
    [
        ({"extra": [SAMPLES]}, "at most 15"),
        ({"hidden": ["busy"], "extra": [SAMPLES | {"like": "order"}]}, "like must be one of"),
        ({"hidden": ["busy"], "extra": [SAMPLES | {"code": "talked"}]}, "none of ours"),
        ({"hidden": ["busy"], "extra": [SAMPLES | {"days": 0}]}, "days must be"),
        ({"hidden": ["busy", "order"], "extra": [SAMPLES, SAMPLES]}, "a code of its own"),
    ],
)
def test_what_cannot_be_is_refused_at_the_start(outcomes: dict[str, object], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        Config(outcomes=outcomes)
