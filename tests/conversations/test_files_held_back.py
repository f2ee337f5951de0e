"""Between the tap and the sending somebody may lose the right to what they asked for: the file is not sent then."""

from datetime import date

import pytest

from domain.actors import Role
from storage import absences, alarms, employees
from tests.firm import Company, add_client
from tests.office import Office

DAY = date(2026, 11, 25)
TABLE = "debts.table:0"


@pytest.fixture
async def firm(office: Office) -> Company:
    """Анна is away from Wednesday on, Ира stands in."""
    found = await Company(office).gather()
    await add_client(office, found.a, "Ромашка")
    await add_client(office, found.i, "Клён")
    await found.boris.says("отпуск Анны 25–26.11 → Ира")
    await found.boris.taps("Поставить")
    await office.waits_until("10:00", DAY)
    return found


async def test_a_table_that_nothing_came_between_is_sent(firm: Company) -> None:
    await firm.ira.sends_callback(TABLE)
    assert firm.ira.file()[0].endswith(".xlsx")


async def test_exports_closed_while_it_was_made(office: Office, firm: Company) -> None:
    async def close() -> None:
        async with office.work() as work:
            await alarms.close_exports(work.tx, firm.i.id, firm.lead.id, work.now)

    office.artist.meanwhile = close
    await firm.ira.sends_callback(TABLE)
    firm.ira.sees("Таблицы сейчас не отправляются. Спросите руководителя.")
    assert not any(one.attachment for one in firm.ira.from_bot)


async def test_another_role_while_it_was_made(office: Office, firm: Company) -> None:
    async def change() -> None:
        async with office.work() as work:
            await work.tx.run(employees.SET_ROLE, id_=firm.i.id, role=Role.SUPPORT, team=None)

    office.artist.meanwhile = change
    await firm.ira.sends_callback(TABLE)
    firm.ira.sees("Этого нет в вашей роли.")
    assert not any(one.attachment for one in firm.ira.from_bot)


async def test_dismissed_while_it_was_made(office: Office, firm: Company) -> None:
    async def dismiss() -> None:
        async with office.work() as work:
            await work.tx.run(employees.DISMISS, id_=firm.i.id, at=work.now)

    office.artist.meanwhile = dismiss
    heard = len(firm.ira.from_bot)
    await firm.ira.sends_callback(TABLE)
    assert len(firm.ira.from_bot) == heard


async def test_the_place_is_taken_no_more(office: Office, firm: Company) -> None:
    async def end() -> None:
        async with office.work() as work:
            (found,) = await absences.active(work.tx, [firm.a.id], work.now)
            await work.tx.run(absences.SET_DEPUTY, id_=found.id, deputy=None)

    await firm.ira.sends_callback(f"{TABLE}@{firm.a.id}")
    assert sum(bool(one.attachment) for one in firm.ira.from_bot) == 1
    await office.passes(minutes=2)
    office.artist.meanwhile = end
    await firm.ira.sends_callback(f"{TABLE}@{firm.a.id}")
    firm.ira.sees("Замещение закончилось: Анна.")
    assert sum(bool(one.attachment) for one in firm.ira.from_bot) == 1
