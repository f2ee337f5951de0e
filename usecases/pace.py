"""The manager's own warning in the middle of the day: how far behind the clock, and how many calls make it good."""

from domain.actors import SELLING, Actor
from domain.norms import is_behind, pace
from screens.plan import Behind
from storage import absences, counters
from usecases import call_list
from usecases.access import allowed
from usecases.work import Work


@allowed(*SELLING)
async def find_behind(actor: Actor, work: Work) -> Behind | None:
    """Calls made in the place of somebody absent count here. None on a day off, for who keeps the pace by half, and where nobody is left to call: then nothing is said."""
    today, at, norms = work.today(actor), actor.local(work.now), work.rules.norms
    if not work.rules.calendar.is_working(today):
        return None
    places = [one.employee_id for one in await absences.stood_in(work.tx, actor.id, work.now)]
    done = sum(one.calls for one in await counters.of_team(work.tx, [actor.id, *places], today, today))
    calls = pace(done, norms.calls, at, norms)
    if not is_behind(calls, norms):
        return None
    lines = await call_list.build_list(actor, work)
    if await call_list.find_next(actor, work) is None:
        return None
    waiting = sum(line.state == "waiting" for line in lines)
    return Behind(at, norms.day_end, calls, min(calls.expected - calls.done, max(waiting, 1)))
