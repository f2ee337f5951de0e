"""A reminder is put once, taken once, and forgotten with what it reminds of."""

from datetime import timedelta

from domain.reminders import ReminderKind
from storage import reminders
from tests.office import Office


async def test_one_reminder_of_a_kind_and_it_is_said_once(office: Office) -> None:
    me = await office.actor(await office.hires("Анна"))
    async with office.work() as work:
        for hours in (3, 1):
            at = work.now + timedelta(hours=hours)
            await reminders.put(work.tx, me.id, ReminderKind.VISIT_BRIEF, 7, at)
        assert await reminders.find_due(work.tx, work.now) is None
        due = await reminders.find_due(work.tx, work.now + timedelta(hours=1))
        assert due is not None
        assert (due.ref_id, due.due, due.tries) == (7, work.now + timedelta(hours=1), 0)
        await reminders.try_again(work.tx, due.id, work.now + timedelta(hours=2))
        again = await reminders.find_due(work.tx, work.now + timedelta(hours=2))
        assert again is not None
        assert (again.due, again.tries) == (due.due, 1)
        await reminders.done(work.tx, again.id)
        assert await reminders.find_due(work.tx, work.now + timedelta(days=9)) is None
