"""Somebody shuts the bot out and comes back."""

import pytest

from domain.actors import Role
from tests.office import Office

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def test_the_lead_is_told_once_and_pushes_wait_until_the_person_is_back(office: Office) -> None:
    await office.owner()
    lead = await office.hires("Борис Лидов", Role.LEAD)
    anna = await office.hires("Анна Минина")
    await anna.blocks_bot()
    await office.waits_until("09:00")
    lead.sees("Анна Минина: бот закрыт", anywhere=True)
    assert not (await office.actor(anna)).reachable

    heard = len(lead.from_bot)
    await office.waits_until("10:00")
    asked = len([call for call in office.telegram.log if call.params.get("chat_id") == anna.user.id])
    await office.waits_until("09:00", office.today.replace(day=24))
    assert len([call for call in office.telegram.log if call.params.get("chat_id") == anna.user.id]) == asked
    assert sum("попросите открыть" in message.text for message in lead.from_bot[heard:]) == 0

    await anna.unblocks_bot()
    await anna.starts()
    assert (await office.actor(anna)).reachable
    seen = len(anna.from_bot)
    await office.waits_until("09:00", office.today.replace(day=25))
    assert len(anna.from_bot) > seen


async def test_a_tap_in_a_group_does_not_open_the_private_chat(office: Office) -> None:
    await office.owner()
    anna = await office.hires("Анна Минина")
    group = office.telegram.group(-100, "Опт", [anna.user])
    await anna.blocks_bot()
    await office.waits_until("09:00")
    await anna.in_group(group).says("/help")
    assert not (await office.actor(anna)).reachable
