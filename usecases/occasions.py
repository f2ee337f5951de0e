"""Whom to congratulate now and soon, and what the morning's push tells: each notice of each coming round once."""

from datetime import date, timedelta

from domain.actors import LEADING, SELLING, Actor, Role
from domain.celebrations import OWN_DAYS, Celebration, kind_of, notice_due
from domain.congratulations import MONTH, WEEK, Section, late_since, section_of
from domain.greetings import Occasion
from domain.occasions import NoticeKind
from screens.occasions import Celebrant
from storage import clients, occasions
from storage.occasions import Done
from usecases.access import allowed, inner
from usecases.occasion_dates import Found, find_dates
from usecases.person_facts import gender_of
from usecases.scope import managers_for
from usecases.work import Work

WATCHING = (Role.MANAGER, Role.LEAD, Role.OWNER)
# The farthest notice is told on the last working day before it: past the longest break of the year.
LONGEST_BREAK = 14
# Long enough to remember every notice of a date that can still be told of.
TOLD_DAYS = 90


@allowed(*WATCHING)
async def list_occasions(actor: Actor, work: Work, language: str) -> list[Celebrant]:
    """Belated ones, those to congratulate now, and 30 days ahead; by day. A belated one that was congratulated is over.

    A lead sees the key clients of the team. The New Year's wave is everybody's: no more than its next week is listed.
    """
    today = work.today(actor)
    since, soon = late_since(today, work.rules.calendar), today + timedelta(days=WEEK)
    found = await find_listed(actor, work, since, today + timedelta(days=MONTH))
    done = await _done(work, found, today)
    managers = await _managers(actor, work, found)
    lines = [
        _celebrant(
            one, work, today, language, done=key in done, manager=managers.get(one.firm.manager_id, "")
        )
        for one in found
        if not ((key := one.celebration.key) in done and one.celebration.day < today)
        and one.celebration.last_day >= since
        and not (one.celebration.kind is Occasion.NEW_YEAR and one.celebration.day > soon)
    ]
    return sorted(lines, key=_by_day)


@allowed(*WATCHING)
async def list_group(actor: Actor, work: Work, code: str, day: date, language: str) -> list[Celebrant]:
    """Everybody whose occasion of that code falls on `day`; nobody where it is long past or far off."""
    today = work.today(actor)
    if not late_since(today, work.rules.calendar) <= day <= today + timedelta(days=MONTH):
        return []
    found = [
        one
        for one in await find_listed(actor, work, min(day, today), day)
        if one.celebration.code == code and _shown_day(one.celebration, today) == day
    ]
    done = await _done(work, found, today)
    managers = await _managers(actor, work, found)
    lines = [
        _celebrant(
            one,
            work,
            today,
            language,
            done=one.celebration.key in done,
            manager=managers.get(one.firm.manager_id, ""),
        )
        for one in found
    ]
    return sorted(lines, key=_by_day)


@allowed(*SELLING)
async def list_crowd(actor: Actor, work: Work, code: str, day: date, language: str) -> list[Celebrant]:
    """Who else has the holiday of many of somebody just congratulated, as the list shows them; nobody for an own day."""
    if kind_of(code) in OWN_DAYS:
        return []
    wave = kind_of(code) is Occasion.NEW_YEAR
    return await list_group(actor, work, code, max(day, work.today(actor)) if wave else day, language)


@allowed(*SELLING)
async def take_notices(actor: Actor, work: Work, language: str) -> list[Celebrant]:
    """What today's push tells, noted as told in the same transaction: so no restart repeats it and no outage loses it."""
    today, calendar, settings = work.today(actor), work.rules.calendar, work.rules.occasions
    ahead = max(settings.gift_days, settings.days_ahead, 2 * settings.eve_days)
    start, end = late_since(today, calendar), today + timedelta(days=ahead + LONGEST_BREAK)
    found = await find_dates(work, [actor.id], start, end)
    done = await _done(work, found, today)
    told = await occasions.told_since(work.tx, actor.id, today - timedelta(days=TOLD_DAYS))
    lines, notices = [], []
    for one in found:
        key = one.celebration.key
        due = notice_due(one.celebration, told.get(key, ()), today, calendar, settings)
        if due is not None and key not in done:
            lines.append(_celebrant(one, work, today, language, notice=due))
            notices.append((key, due))
    await occasions.note_told(work.tx, actor.id, today, notices)
    return sorted(lines, key=lambda line: (line.section is not Section.LATE, *_by_day(line)))


def _shown_day(celebration: Celebration, today: date) -> date:
    """Whose day of the New Year's wave is past is not late before the year is over: it is today's."""
    if today > celebration.last_day:
        return celebration.last_day
    return max(today, celebration.day) if celebration.day != celebration.last_day else celebration.day


def _by_day(line: Celebrant) -> tuple[date, str, str, int]:
    return line.day, line.code, line.name or line.client, line.person


@inner
async def find_listed(actor: Actor, work: Work, start: date, end: date) -> list[Found]:
    """A manager's own clients; a lead watches over the key ones of the team."""
    key_clients = frozenset(work.rules.occasions.vip_classes) if actor.role in LEADING else frozenset()
    return await find_dates(work, await managers_for(actor, work), start, end, classes=key_clients)


async def _done(work: Work, found: list[Found], today: date) -> dict[tuple[int, int, str, int], Done]:
    ids = sorted({one.firm.id for one in found})
    return await occasions.done_since(work.tx, ids, today.year - 1) if ids else {}


async def _managers(actor: Actor, work: Work, found: list[Found]) -> dict[int, str]:
    """Names to show beside the lines: only a lead sees other people's clients."""
    if actor.role not in LEADING:
        return {}
    return await clients.manager_names(work.tx, sorted({one.firm.manager_id for one in found} - {actor.id}))


def _celebrant(
    one: Found,
    work: Work,
    today: date,
    language: str,
    *,
    done: bool = False,
    manager: str = "",
    notice: NoticeKind | None = None,
) -> Celebrant:
    celebration = one.celebration
    return Celebrant(
        client_id=one.firm.id,
        person=celebration.person,
        code=celebration.code,
        name=one.person.name if one.person else "",
        client=one.firm.name,
        gender=gender_of(one.person) if one.person else None,
        day=_shown_day(celebration, today),
        years=celebration.years,
        jubilee=celebration.jubilee,
        done=done,
        section=section_of(_shown_day(celebration, today), today, work.rules.calendar),
        vip=celebration.vip,
        holiday=one.holiday.name(language) if one.holiday else "",
        manager=manager,
        notice=notice,
    )
