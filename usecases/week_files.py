"""The week as a calendar file."""

from datetime import date, timedelta

from domain.periods import DAYS_IN_WEEK, week_start
from screens.screen import FileRef
from screens.words import Catalogue
from storage import employees, week
from usecases.work import Work


async def build_week_ics(work: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, bytes] | None:
    """The visits and the calls with an hour of the week of `extra["day"]`; None where the employee is gone."""
    from exchange.ics import Entry, calendar_file

    actor = await employees.find(work.tx, reference.id)
    if actor is None:
        return None
    words = catalogue[reference.language]
    start = week_start(date.fromisoformat(reference.extra["day"]))
    end = start + timedelta(days=DAYS_IN_WEEK - 1)
    settings = work.rules.visits
    entries = [
        Entry(
            uid=f"visit-{one.id}",
            title=words.plain("ics-visit", kind=words.plain(f"visit-kind-{one.kind}"), name=one.name),
            day=one.day,
            at=actor.local(one.at) if one.at else None,
            minutes=settings.usual_minutes,
            place=one.place or one.address,
            alarm=settings.brief_minutes,
        )
        for one in await week.visits_of(work.tx, actor.id, start, end)
    ]
    entries += [
        Entry(
            uid=f"call-{one.client_id}-{one.at:%Y%m%d}",
            title=words.plain("ics-call", name=one.name),
            day=one.day,
            at=actor.local(one.at),
            minutes=15,
        )
        for one in await week.contacts(work.tx, actor.id, start, end)
        if one.at is not None
    ]
    name = words.plain("ics-file-name", day=start.isoformat())
    domain = f"{work.rules.bot_username}.{actor.id}"
    return f"{name}.ics", calendar_file(entries, name=words.plain("ics-name"), domain=domain, stamp=work.now)
