"""From card to card where something happened meanwhile: put off, left out, gone, agreed otherwise."""

from datetime import date

import pytest

from domain.outcomes import Outcome, SkipReason
from sandbox.phone import Phone
from storage import calls, clients
from tests.conversations.test_call_cards import SHARED, has_client, starts
from tests.conversations.test_calls import SET_NEXT
from tests.office import Office
from usecases import call_moves
from usecases.calls import record_call


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


async def test_a_visit_agreed_for_the_suggested_day_stays(office: Office, anna: Phone) -> None:
    client = await has_client(office, anna, "Вектор")
    manager, day = await office.actor(anna), date(2026, 11, 27)
    async with office.work() as work:
        await work.tx.run(
            SET_NEXT, id_=client, next_at=office.now, next_day=day, next_kind="visit", next_reason="planned"
        )
        await call_moves.agree(manager, work, client, day)
        found = await clients.find(work.tx, client, [manager.id])
    assert found is not None
    assert (found.next_kind, found.next_at) == ("visit", office.now)


async def test_put_off_before_the_list_is_built_it_is_not_the_whole_list(office: Office, anna: Phone) -> None:
    client = await has_client(office, anna, "Вектор")
    await has_client(office, anna, "Берёзка")
    manager = await office.actor(anna)
    async with office.work() as work:
        await call_moves.put_off(manager, work, client, 60)
    await anna.says("/calls")
    anna.sees("из 2", "Берёзка", "Вектор")


@pytest.mark.parametrize("gone", ["deleted_at", "excluded"])
async def test_a_client_that_is_gone_is_passed_over(office: Office, anna: Phone, gone: str) -> None:
    ids = {name: await has_client(office, anna, name) for name in ("Вектор", "Берёзка", "Луч")}
    manager = await office.actor(anna)
    await starts(office, anna)
    async with office.work() as work:
        lines = await calls.whole_list(work.tx, manager.id, office.today)
        value = work.now if gone == "deleted_at" else True
        await work.tx.run(clients.patch(gone), id_=lines[1].client_id, **{gone: value})
    await anna.taps("Недоступен")
    last = next(name for name, client in ids.items() if client == lines[2].client_id)
    anna.sees(f"{last} ·", "1/30")


async def test_the_other_client_put_off_does_not_come_back_at_once(office: Office, anna: Phone) -> None:
    for name in ("Ромашка", "Луч"):
        await has_client(office, anna, name, phone=SHARED)
    await has_client(office, anna, "Берёзка")
    manager = await office.actor(anna)
    await office.waits_until("09:00")
    async with office.work() as work:
        lines = await calls.whole_list(work.tx, manager.id, office.today)
        line = next(line for line in lines if line.also)
        assert line.also
        await record_call(manager, work, line.client_id, Outcome.TALKED)
        following = await call_moves.find_following(manager, work)
        assert following == call_moves.Following(line.also[0], same_person=True)
        await call_moves.put_off(manager, work, line.also[0], 60)
        following = await call_moves.find_following(manager, work)
        assert following is not None
        assert following.client_id not in {line.client_id, *line.also}


async def test_a_shared_line_left_out_goes_to_the_next_of_its_clients(office: Office, anna: Phone) -> None:
    for name in ("Ромашка", "Луч", "Заря"):
        await has_client(office, anna, name, phone=SHARED)
    manager = await office.actor(anna)
    await office.waits_until("09:00")
    async with office.work() as work:
        [line] = await calls.whole_list(work.tx, manager.id, office.today)
        assert line.also
        await call_moves.skip(manager, work, line.client_id, SkipReason.OTHER)
        heir = await calls.line_of(work.tx, manager.id, office.today, line.also[1])
        assert heir is not None
        assert (heir.client_id, heir.also, heir.since) == (line.also[0], line.also[1:], line.since)
        assert heir.reasons
        assert await call_moves.find_following(manager, work) == call_moves.Following(line.also[0])
