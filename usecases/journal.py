"""The journal of a team: who looked, exported, changed, and did it in another's place."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from domain.actors import LEADING, Actor, Role
from domain.secrecy import JournalKind
from screens.journal import JournalLine, JournalPage, Viewers
from screens.screen import FileRef
from screens.words import Catalogue
from storage import absences, alarms, audit, clients, employees, looks
from storage.audit import Entry
from storage.looks import Seen
from usecases.access import allowed, check_own_hand
from usecases.errors import NotFoundError
from usecases.scope import get_client
from usecases.work import Work

PAGE = 12
MOST = 5000
VIEWERS = 25
FILE_DAYS = 30
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whose journal of which days is read; `names` of everybody who may stand in it."""

    people: list[int]
    names: dict[int, str]
    first: date
    day: date
    zone: Any

    @property
    def since(self) -> datetime:
        return datetime.combine(self.first, time.min, tzinfo=self.zone)

    @property
    def until(self) -> datetime:
        return datetime.combine(self.day + ONE_DAY, time.min, tzinfo=self.zone)


@allowed(*LEADING)
async def get_page(
    actor: Actor, work: Work, kind: JournalKind, day: date, *, employee: int = 0, start: int = 0
) -> JournalPage:
    """A day of the actor's people, or of one of them. Raises `NotFoundError` for somebody else's."""
    asked = await _asked(actor, work, employee, day, day)
    lines = await _read(actor, work, kind, asked, size=PAGE + 1, start=start)
    lists = await looks.asked_on(work.tx, asked.people, day) if kind is JournalKind.LOOKS else []
    closed = employee and await alarms.closed_since(work.tx, employee) is not None
    return JournalPage(
        kind=kind,
        day=day,
        employee=employee,
        name=asked.names.get(employee, ""),
        lines=tuple(lines[:PAGE]),
        start=start,
        next_start=start + PAGE if len(lines) > PAGE else None,
        searches=sum(one.times for one in lists if one.what == looks.SEARCH),
        debts=sum(one.times for one in lists if one.what == looks.DEBTS),
        exports_closed=bool(closed),
    )


@allowed(*LEADING)
async def list_people(actor: Actor, work: Work) -> list[tuple[int, str]]:
    """Whose journal may be read, by name: those who left too, for the owner. Raises `OwnHandError`."""
    check_own_hand(actor, "journal")
    if actor.role is Role.OWNER:
        found = [*await employees.everybody(work.tx), *await employees.former(work.tx)]
    else:
        found = await employees.of_subtree(work.tx, actor.team_id)
    return [(one.id, one.name) for one in found]


async def _asked(actor: Actor, work: Work, employee: int, first: date, day: date) -> _Asked:
    people = await list_people(actor, work)
    names = dict(people)
    if employee and employee not in names:
        raise NotFoundError(what="employee", id=employee)
    return _Asked([employee] if employee else [*names], names, first, day, actor.zone)


async def _read(
    actor: Actor, work: Work, kind: JournalKind, asked: _Asked, *, size: int, start: int
) -> list[JournalLine]:
    if kind is JournalKind.LOOKS:
        seen = await _seen(work, asked, size, start)
        return [_of_look(actor, asked.names, one) for one in seen]
    if kind is JournalKind.STANDING_IN:
        return (await _standing_in(actor, work, asked))[start : start + size]
    read = audit.exports if kind is JournalKind.EXPORTS else audit.changes
    entries = await read(work.tx, asked.people, since=asked.since, until=asked.until, size=size, start=start)
    return await _of_entries(actor, work, asked, entries)


async def _seen(work: Work, asked: _Asked, size: int, start: int) -> list[Seen]:
    if asked.first == asked.day:
        return await looks.of_day(work.tx, asked.people, asked.day, size, start)
    return await looks.of_days(work.tx, asked.people, asked.first, asked.day, size)


def _of_look(actor: Actor, names: dict[int, str], one: Seen) -> JournalLine:
    return JournalLine(
        at=actor.local(one.last_at),
        who=names.get(one.employee_id, ""),
        client_id=one.client_id,
        client=one.client,
        times=one.times,
        beside=one.beside,
        owner=names.get(one.owner_id or 0, ""),
    )


async def _of_entries(actor: Actor, work: Work, asked: _Asked, entries: list[Entry]) -> list[JournalLine]:
    """Names of clients and of colleagues in place of their ids; an action nobody knows any more is a plain change."""
    known = await clients.names(work.tx, sorted({one.client_id for one in entries if one.client_id}))
    others = {_whom(one) for one in entries} - asked.names.keys() - {0}
    named = asked.names | await clients.manager_names(work.tx, sorted(others))
    return [
        JournalLine(
            at=actor.local(one.at),
            who=named.get(one.employee_id, ""),
            action=one.action,
            facts=one.facts or {},
            client_id=one.client_id or 0,
            client=known.get(one.client_id or 0, ""),
            whom=named.get(_whom(one), ""),
            owner=named.get(one.owner_id or 0, ""),
        )
        for one in entries
    ]


def _whom(entry: Entry) -> int:
    """The colleague whom it was about; 0: nobody."""
    found = entry.facts or {}
    return int(next((found[name] for name in ("employee", "manager", "who") if found.get(name)), 0))


async def _standing_in(actor: Actor, work: Work, asked: _Asked) -> list[JournalLine]:
    """What deputies did with the clients of those who were away, the last first."""
    everybody = [id_ for id_, _ in await list_people(actor, work)]
    lines = []
    for away in await absences.of_days(work.tx, everybody, asked.first, asked.day):
        deputy = away.deputy_id
        if deputy is None or not {away.employee_id, deputy} & {*asked.people}:
            continue
        since, until = max(asked.since, away.starts_at), min(asked.until, away.ends_at)
        done = await audit.done_for(work.tx, away.employee_id, deputy, since=since, until=until, size=MOST)
        names = asked.names | await clients.manager_names(work.tx, [deputy, away.employee_id])
        lines += [
            JournalLine(
                at=actor.local(one.at),
                who=names.get(deputy, ""),
                client_id=one.client_id,
                client=one.client,
                event=one.kind,
                facts=one.facts or {},
                owner=names.get(away.employee_id, ""),
            )
            for one in done
        ]
    return sorted(lines, key=lambda line: line.at, reverse=True)


@allowed(*LEADING)
async def get_viewers(actor: Actor, work: Work, client_id: int) -> Viewers:
    """Who opened the client's card, the last first. Raises `NotFoundError`, `OwnHandError`."""
    check_own_hand(actor, "journal")
    client = await get_client(actor, work, client_id)
    seen = await looks.of_client(work.tx, client.id, VIEWERS)
    ids = {one.employee_id for one in seen} | {one.owner_id for one in seen if one.owner_id}
    names = await clients.manager_names(work.tx, sorted(ids))
    return Viewers(client.id, client.name, tuple(_of_look(actor, names, one) for one in seen))


async def build_journal(work: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, bytes] | None:
    """Thirty days up to `extra["day"]` of one kind, for the lead that the reference names."""
    from exchange.xlsx_out import write_table_xlsx
    from screens.journal import cells, heads

    actor = await employees.find(work.tx, reference.id)
    if actor is None or not actor.leads:
        return None
    kind, day = JournalKind(reference.extra["kind"]), date.fromisoformat(reference.extra["day"])
    words = catalogue[reference.language]
    first = day - timedelta(days=FILE_DAYS - 1)
    try:
        asked = await _asked(actor, work, int(reference.extra["employee"]), first, day)
    except NotFoundError:
        return None
    lines = await _read(actor, work, kind, asked, size=MOST, start=0)
    rows = [cells(words, line) for line in lines]
    name = words.plain("journal-file-name", day=day.isoformat())
    return f"{name}.xlsx", write_table_xlsx(heads(words), rows, words.plain("journal-kind", kind=kind.value))
