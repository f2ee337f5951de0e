"""Targets of a month: what was asked and what came of it, and how they are set: by whoever leads, for their own people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain.actors import LEADING, SELLING, Actor, Role
from domain.errors import ProzvonError
from domain.periods import MONTHS_IN_YEAR, add_months, month_start
from domain.search import normalise
from domain.targets import TargetKind, raised
from domain.teams import subtree
from screens.targets import Change, Changed, EditView, MonthView, PastView, PersonLine, code_of
from storage import employees, targets
from storage.employees import Team
from usecases.access import allowed, inner
from usecases.errors import NotFoundError, StaleError
from usecases.target_facts import people_month, sales_forecast, team_month
from usecases.work import Work

MONTHS_AHEAD = 18
MONTHS_BACK = 24
STEM = 3


class TargetsError(ProzvonError):
    """What was typed is no target; facts: field (person, value, line, closed, far, like), text."""

    code = "targets"


@dataclass(frozen=True, slots=True)
class Whom:
    """A manager, a team, or every manager the same; nobody yet."""

    employee: int = 0
    team: int = 0
    every: bool = False


@dataclass(frozen=True, slots=True)
class Meant:
    """Whose targets change."""

    people: tuple[Actor, ...] = ()
    team: Team | None = None


# --- looking


@allowed(*SELLING)
async def open_month(actor: Actor, work: Work, month_code: int = 0, employee_id: int = 0) -> MonthView:
    """A manager's own month; of who leads the team's, or that of one of its managers.

    Raises `NotFoundError` for somebody else's manager, `StaleError` for no month.
    """
    month = month_named(actor, work, month_code)
    if employee_id and employee_id != actor.id:
        return await _of_person(actor, work, await get_manager(actor, work, employee_id), month)
    if actor.leads:
        return await _of_team(actor, work, month)
    own = await _of_person(actor, work, actor, month)
    return replace(own, employee=0, name="", may_set=False)


async def _of_person(actor: Actor, work: Work, person: Actor, month: date) -> MonthView:
    lines = (await people_month(actor, work, [person], month))[person.id]
    running = month == month_start(work.today(actor))
    said = await sales_forecast(actor, work, [person], work.today(actor)) if running else None
    return MonthView(month, lines, said, running, person.id, person.name, may_set=True)


async def _of_team(actor: Actor, work: Work, month: date) -> MonthView:
    people = await employees.managers_of(work.tx, actor)
    found = await team_month(actor, work, people, month, actor.team_id)
    lines = tuple(PersonLine(person.id, person.name, found.people[person.id]) for person in people)
    running = month == month_start(work.today(actor))
    return MonthView(month, found.lines, found.forecast, running, people=lines, team=True, may_set=True)


@allowed(*LEADING)
async def open_past(actor: Actor, work: Work, month_code: int, employee_id: int) -> PastView:
    """Who set what. Raises `NotFoundError`."""
    person = await get_manager(actor, work, employee_id)
    month = month_named(actor, work, month_code)
    rows = await targets.history(work.tx, person.id, month)
    shown = tuple((one.kind, one.value, one.by, actor.local(one.at)) for one in rows)
    return PastView(month, person.id, person.name, shown)


@inner
async def get_manager(actor: Actor, work: Work, employee_id: int) -> Actor:
    """One of the actor's managers. Raises `NotFoundError`."""
    people = await employees.managers_of(work.tx, actor) if actor.leads else [actor]
    found = next((person for person in people if person.id == employee_id), None)
    if found is None:
        raise NotFoundError(what="employee", id=employee_id)
    return found


def month_named(actor: Actor, work: Work, code: int) -> date:
    """The first day of a month as 202612; 0 is this one. Raises `StaleError` for none that may be looked at."""
    this = month_start(work.today(actor))
    year, number = divmod(code, 100)
    if not code:
        return this
    if not 1 <= number <= MONTHS_IN_YEAR or not 1 <= year <= 9999:  # noqa: PLR2004
        raise StaleError(what="targets")
    month = date(year, number, 1)
    if not add_months(this, -MONTHS_BACK) <= month <= add_months(this, MONTHS_AHEAD):
        raise StaleError(what="targets")
    return month


# --- setting


@allowed(*LEADING)
async def open_edit(actor: Actor, work: Work, month_code: int, whom: Whom) -> EditView:
    """Whose targets are set, or which of them. Raises `NotFoundError`, `TargetsError` for a month that is long over."""
    month = _open_for_setting(actor, work, month_code)
    if whom == Whom():
        return await _choice(actor, work, month)
    meant = await _meant(actor, work, whom)
    if meant.team is not None:
        values = await _team_values(work, meant.team.id, month)
        last = await _team_values(work, meant.team.id, add_months(month, -1))
        return EditView(month, team=meant.team.id, name=meant.team.name, values=values, last=last)
    if whom.every:
        values = _common([await values_of(work, person.id, month) for person in meant.people])
        return EditView(month, every=True, values=values)
    person = meant.people[0]
    before = add_months(month, -1)
    lines = (await people_month(actor, work, [person], before))[person.id]
    return EditView(
        month,
        employee=person.id,
        name=person.name,
        values=await values_of(work, person.id, month),
        last={line.kind: line.target for line in lines if line.target is not None},
        facts={line.kind: line.fact for line in lines if line.fact},
    )


async def _choice(actor: Actor, work: Work, month: date) -> EditView:
    people = await employees.managers_of(work.tx, actor)
    standing = await targets.of_people(work.tx, [person.id for person in people], month, month)
    having = {one.employee_id for one in standing}
    return EditView(
        month,
        people=tuple((person.id, person.name) for person in people),
        teams=tuple((team.id, team.name) for team in await _teams(actor, work)),
        without=tuple(person.name for person in people if person.id not in having),
    )


async def _teams(actor: Actor, work: Work) -> list[Team]:
    """Those whose targets the actor may set: the own one and what is under it; the owner all."""
    teams = await employees.teams_by_id(work.tx)
    if actor.role is Role.OWNER:
        return teams
    own = subtree({team.id: team.parent_id for team in teams}, actor.team_id)
    return [team for team in teams if team.id in set(own)]


async def _meant(actor: Actor, work: Work, whom: Whom) -> Meant:
    """Raises `NotFoundError` for what is not the actor's."""
    if whom.employee:
        return Meant(tuple(_apart([await get_manager(actor, work, whom.employee)], actor)))
    if whom.team:
        team = next((one for one in await _teams(actor, work) if one.id == whom.team), None)
        if team is None:
            raise NotFoundError(what="team", id=whom.team)
        return Meant(team=team)
    if not whom.every:
        raise TargetsError(field="nobody", text="")
    return Meant(tuple(_apart(await employees.managers_of(work.tx, actor), actor)))


def _apart(people: list[Actor], actor: Actor) -> list[Actor]:
    """Nobody sets their own in another's place. Raises `NotFoundError` where nobody else is left."""
    found = [one for one in people if one.id != actor.by]
    if people and not found:
        raise NotFoundError(what="employee", id=actor.by)
    return found


def _open_for_setting(actor: Actor, work: Work, code: int) -> date:
    """Last month may still be put right; what is older is history."""
    month = month_named(actor, work, code)
    if month < add_months(month_start(work.today(actor)), -1):
        raise TargetsError(field="closed", text="")
    return month


def _typed_month(actor: Actor, work: Work, month: date) -> date:
    """As `_open_for_setting`; no button has gone stale here: a year was typed."""
    try:
        return _open_for_setting(actor, work, code_of(month))
    except StaleError as error:
        field = "far" if month > work.today(actor) else "closed"
        raise TargetsError(field=field, text="") from error


async def values_of(work: Work, employee_id: int, month: date) -> dict[TargetKind, int]:
    found = await targets.of_people(work.tx, [employee_id], month, month)
    return _by_kind(found)


async def _team_values(work: Work, team_id: int, month: date) -> dict[TargetKind, int]:
    return _by_kind(await targets.of_teams(work.tx, [team_id], month, month))


def _by_kind(found: Sequence[targets.Target]) -> dict[TargetKind, int]:
    values = {one.kind: one.value for one in found}
    return {kind: value for kind in TargetKind if (value := values.get(kind)) is not None}


def _common(each: Sequence[Mapping[TargetKind, int]]) -> dict[TargetKind, int]:
    """What all of them have alike."""
    if not each:
        return {}
    return {kind: value for kind, value in each[0].items() if all(one.get(kind) == value for one in each)}


@allowed(*LEADING)
async def set_typed(
    actor: Actor, work: Work, month_code: int, whom: Whom, kind: TargetKind, *, text: str
) -> Changed:
    """One kind from what was typed for it. Raises `TargetsError`, `NotFoundError`."""
    from capture.targets import is_none, read_value

    month = _open_for_setting(actor, work, month_code)
    value = None if is_none(text) else read_value(kind, text)
    if value is None and not is_none(text):
        raise TargetsError(
            field="sum" if kind in {TargetKind.SALES, TargetKind.RECEIVABLES} else "value", text=text[:40]
        )
    return await _put(actor, work, await _meant(actor, work, whom), month, {kind: value})


@allowed(*LEADING)
async def set_line(actor: Actor, work: Work, text: str, month_code: int = 0, whom: Whom = Whom()) -> Changed:
    """A whole line: whom and what month it does not name are those that were chosen. Raises `TargetsError`, `NotFoundError`."""
    from capture.targets import read_targets

    said = read_targets(text, work.today(actor))
    if said.unread:
        raise TargetsError(field="value", text=said.unread[0][:40])
    if not said.values and said.percent is None:
        raise TargetsError(field="line", text=text[:40])
    month = (
        _typed_month(actor, work, said.month) if said.month else _open_for_setting(actor, work, month_code)
    )
    meant = await _named(actor, work, said.name, whom, every=said.every, team=said.team)
    if said.percent is not None:
        done = await _like_last(actor, work, meant, month, said.percent)
        return done if not said.values else await _put(actor, work, meant, month, said.values)
    return await _put(actor, work, meant, month, said.values)


async def _named(actor: Actor, work: Work, name: str, whom: Whom, *, every: bool, team: bool) -> Meant:
    if every:
        return await _meant(actor, work, Whom(every=True))
    if team:
        return await _meant_team(actor, work, name)
    if not name:
        return await _meant(actor, work, whom)
    people = _apart(await employees.managers_of(work.tx, actor), actor)
    found = people_named(people, name)
    if len(found) != 1:
        raise TargetsError(field="several" if found else "person", text=name)
    return Meant((found[0],))


async def _meant_team(actor: Actor, work: Work, name: str) -> Meant:
    """The team of that name; without one the own, or the only one."""
    teams = await _teams(actor, work)
    named = [one for one in teams if normalise(one.name).startswith(normalise(name))] if name else teams
    own = [one for one in named if one.id == actor.team_id and not name]
    found = own or named
    if len(found) != 1:
        raise TargetsError(field="team", text=name)
    return Meant(team=found[0])


def people_named(people: Sequence[Actor], name: str) -> list[Actor]:
    """Whose name is or begins like what was typed, in another case too: «Анне» is «Анна»."""
    wanted = normalise(name)
    whole = [person for person in people if normalise(person.name) == wanted]
    begun = whole or [person for person in people if normalise(person.name).startswith(wanted)]
    if begun or len(wanted) < STEM:
        return begun
    stems = [word[:-1] for word in wanted.split()]
    return [person for person in people if _alike(normalise(person.name).split(), stems)]


def _alike(words: Sequence[str], stems: Sequence[str]) -> bool:
    return len(stems) <= len(words) and all(
        len(stem) >= STEM - 1 and word.startswith(stem) and len(word) - len(stem) <= 1
        for word, stem in zip(words, stems, strict=False)
    )


@allowed(*LEADING)
async def like_last(
    actor: Actor, work: Work, month_code: int, employee_id: int = 0, percent: int = 0
) -> Changed:
    """As in the month before, of one manager or of all. Raises `TargetsError` where nothing was asked then, `NotFoundError`."""
    month = _open_for_setting(actor, work, month_code)
    whom = Whom(employee=employee_id, every=not employee_id)
    return await _like_last(actor, work, await _meant(actor, work, whom), month, percent)


async def _like_last(actor: Actor, work: Work, meant: Meant, month: date, percent: int) -> Changed:
    before = add_months(month, -1)
    changes: list[Change] = []
    if meant.team is not None:
        values = await _team_values(work, meant.team.id, before)
        changes += (
            (await _put(actor, work, meant, month, dict(raised(values, percent)))).changes if values else ()
        )
    for person in meant.people:
        values = await values_of(work, person.id, before)
        if values:
            done = await _put(actor, work, Meant((person,)), month, dict(raised(values, percent)))
            changes += done.changes
    if not changes:
        raise TargetsError(field="like", text="")
    return Changed(month, tuple(changes))


async def _put(
    actor: Actor, work: Work, meant: Meant, month: date, values: Mapping[TargetKind, int | None]
) -> Changed:
    """Only what differs is written: the same again changes nothing."""
    changes = []
    if meant.team is not None:
        team = meant.team
        moved = moved_by(await _team_values(work, team.id, month), values)
        await targets.add(work.tx, month, _after(moved), by=actor.hand, at=work.now, team=team.id)
        changes.append(Change(0, team.name, moved))
    for person in meant.people:
        moved = moved_by(await values_of(work, person.id, month), values)
        await targets.add(work.tx, month, _after(moved), by=actor.hand, at=work.now, employee=person.id)
        changes.append(Change(person.id, person.name, moved))
    return Changed(month, tuple(changes))


Moved = tuple[tuple[TargetKind, int | None, int | None], ...]


def moved_by(known: Mapping[TargetKind, int], values: Mapping[TargetKind, int | None]) -> Moved:
    return tuple(
        (kind, known.get(kind), values[kind])
        for kind in TargetKind
        if kind in values and known.get(kind) != values[kind]
    )


def _after(moved: Moved) -> dict[TargetKind, int | None]:
    return {kind: after for kind, _, after in moved}


@inner
async def hearers(_: Actor, work: Work, done: Changed) -> list[tuple[Actor, Change]]:
    """The managers whose targets moved."""
    found = []
    for change in done.changes:
        person = await employees.find(work.tx, change.employee) if change.employee and change.values else None
        if person is not None:
            found.append((person, change))
    return found
