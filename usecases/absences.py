"""Who is away and who stands in: asked for by the person, set by the lead, over by itself."""

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from capture.absences import AbsenceLine, read_absence
from domain.absences import (
    Absence,
    AbsenceError,
    AbsenceKind,
    AbsencePlan,
    AbsenceState,
    check_span,
    moments_of,
)
from domain.actors import EVERYBODY, LEADING, SELLING, Actor, Role
from domain.errands import find_people
from domain.reminders import ReminderKind
from screens.absences import AbsenceView, Board, Candidate
from storage import absences, employees, reminders
from usecases import audit, decisions, pushes, substitution
from usecases.access import allowed, inner
from usecases.errors import AccessDeniedError, NotFoundError, StaleError
from usecases.work import Work

AHEAD = timedelta(days=180)
OPEN = frozenset({AbsenceState.SET, AbsenceState.ASKED})
EVE_AT, BACK_AT = time(17, 0), time(8, 45)


@dataclass(frozen=True, slots=True)
class Changed:
    """An absence after a step, and whom it concerns. `deciders` have a card of it: they have to say, or have said.

    `leads` did nothing and hear of it: somebody of theirs called off or ended what had been agreed.
    """

    view: AbsenceView
    absent: Actor
    deputy: Actor | None = None
    deciders: tuple[Actor, ...] = ()
    former_deputy: Actor | None = None
    leads: tuple[Actor, ...] = ()


def anchor(absence_id: int) -> str:
    """The card of an absence that is asked for, in each lead's chat."""
    return f"absence:{absence_id}"


# --- reading


@allowed(*EVERYBODY)
async def list_absences(actor: Actor, work: Work) -> Board:
    today = work.today(actor)
    people = {one.id: one for one in await led_by(actor, work)} if actor.leads else {}
    found = await absences.open_on(work.tx, [actor.id, *people], today - timedelta(days=1), today + AHEAD)
    found = [one for one in found if one.ends_at > work.now]
    places = await _places(actor, work)
    stood_in = {one.id for one in places}
    views = {one.id: await _view(actor, work, one, may=_may(actor, one, people)) for one in [*found, *places]}
    return Board(
        own=tuple(views[one.id] for one in found if one.employee_id == actor.id),
        places=tuple(views[one.id] for one in places),
        team=tuple(views[one.id] for one in found if one.employee_id != actor.id and one.id not in stood_in),
        leads=actor.leads,
        today=today,
        may_ask=not actor.by,
    )


async def _places(actor: Actor, work: Work) -> list[Absence]:
    """Whose place the reader takes now or is going to take; also those of whom an absent one of them was to stand in for."""
    own = await absences.of_deputy(work.tx, actor.id, work.now)
    now = await substitution.places_now(work, actor.id)
    known = {one.employee_id for one in own if one.holds(work.now)}
    return [*own, *await absences.active(work.tx, [one for one in now if one not in known], work.now)]


@inner
async def led_by(actor: Actor, work: Work) -> list[Actor]:
    """Whose absences a lead settles: everybody of the teams led, and whoever belongs to no team at all.

    A deputy in the lead's place does not settle the own one.
    """
    everybody = await employees.everybody(work.tx)
    if actor.role is Role.OWNER:
        return [one for one in everybody if one.id not in actor.hands]
    own = {one.id for one in await employees.of_subtree(work.tx, actor.team_id)}
    pooled = (Role.SUPPORT, Role.ACCOUNTANT, Role.LOGISTICS)
    return [
        one
        for one in everybody
        if one.id not in actor.hands and (one.id in own or (one.team_id is None and one.role in pooled))
    ]


@allowed(*LEADING)
async def list_led(actor: Actor, work: Work) -> list[Actor]:
    return await led_by(actor, work)


@inner
async def view_for(reader: Actor, work: Work, absence_id: int) -> AbsenceView:
    """For whom it concerns, also where they have no part in it any more."""
    found = await absences.find(work.tx, absence_id)
    assert found is not None
    return await _view(reader, work, found)


@allowed(*EVERYBODY)
async def get_absence(actor: Actor, work: Work, absence_id: int) -> AbsenceView:
    """Raises `NotFoundError` for one that is neither the reader's, nor of the people led, nor stood in for."""
    found = await absences.find(work.tx, absence_id)
    people = [one.id for one in await led_by(actor, work)] if actor.leads else []
    if found is None or (
        actor.id not in {found.employee_id, found.deputy_id} and found.employee_id not in people
    ):
        raise NotFoundError(what="absence", id=absence_id)
    return await _view(actor, work, found, may=_may(actor, found, people))


def _may(actor: Actor, found: Absence, led: Container[int]) -> bool:
    own = found.employee_id == actor.id
    return not actor.by and (found.employee_id in led or (own and actor.leads))


async def _led(actor: Actor, work: Work, absence_id: int) -> Absence:
    found = await absences.find(work.tx, absence_id)
    if found is None or not actor.leads or found.employee_id == actor.by:
        raise NotFoundError(what="absence", id=absence_id)
    own = found.employee_id == actor.id and not actor.by
    if not own and all(one.id != found.employee_id for one in await led_by(actor, work)):
        raise NotFoundError(what="absence", id=absence_id)
    return found


async def _view(actor: Actor, work: Work, found: Absence, *, may: bool = False) -> AbsenceView:
    absent = await employees.find_anybody(work.tx, found.employee_id)
    deputy = await employees.find_anybody(work.tx, found.deputy_id) if found.deputy_id else None
    return AbsenceView(
        found,
        absent.name if absent else "",
        deputy.name if deputy else "",
        work.today(actor),
        work.now,
        found.employee_id == actor.id,
        may,
    )


# --- making


@allowed(*EVERYBODY)
async def begin(actor: Actor, work: Work, employee_id: int, kind: AbsenceKind) -> AbsencePlan:
    """Of the own absence by everybody (`employee_id` 0), of a colleague's by a lead. Raises `NotFoundError`."""
    return AbsencePlan((await _whose(actor, work, employee_id)).id, kind)


@allowed(*EVERYBODY)
async def read_line(actor: Actor, work: Work, text: str) -> AbsencePlan | None:
    """«отпуск Анны 12–26.06 → Ира»; None for another line. Raises `AbsenceError` where a name is nobody's, or two people's."""
    line = read_absence(text, work.today(actor), work.rules.calendar)
    if line is None:
        return None
    absent = await _spoken_of(actor, work, line.who)
    plan = AbsencePlan(absent.id, line.kind, line.first, line.last)
    return await _with_deputy(actor, work, plan, absent, line)


async def _spoken_of(actor: Actor, work: Work, who: str) -> Actor:
    """Whoever leads nobody speaks of themselves only."""
    if actor.leads:
        return await _named(who, [actor, *await led_by(actor, work)], actor)
    if who and not find_people(who, [actor]):
        raise AbsenceError(why="own", name=who[:60])
    return actor


async def _with_deputy(
    actor: Actor, work: Work, plan: AbsencePlan, absent: Actor, line: AbsenceLine
) -> AbsencePlan:
    if not line.deputy:
        return plan
    return await _deputised(actor, work, plan, absent, line.deputy)


async def _deputised(actor: Actor, work: Work, plan: AbsencePlan, absent: Actor, name: str) -> AbsencePlan:
    may = [one.person for one in await candidates(actor, work, absent)]
    try:
        deputy = await _named(name, may, None)
    except AbsenceError as error:
        why = "two" if error.facts["why"] == "two" else "deputy"
        raise AbsenceError(why=why, name=name[:60]) from error
    return replace(plan, deputy=deputy.id, deputy_said=True)


@allowed(*EVERYBODY)
async def name_deputy(actor: Actor, work: Work, plan: AbsencePlan, text: str) -> AbsencePlan:
    """The deputy by a typed name. Raises `AbsenceError`."""
    return await _deputised(actor, work, plan, await _whose(actor, work, plan.employee), text)


async def _named(name: str, people: list[Actor], otherwise: Actor | None) -> Actor:
    if not name and otherwise is not None:
        return otherwise
    found = find_people(name, people)
    if len(found) != 1:
        raise AbsenceError(why="two" if found else "nobody", name=name[:60])
    return found[0]


async def _whose(actor: Actor, work: Work, employee_id: int) -> Actor:
    """Nobody's own absence is made in another's place: neither theirs nor that of whoever is absent."""
    own = employee_id in {0, actor.id}
    if actor.by and (own or employee_id == actor.by):
        raise NotFoundError(what="employee", id=employee_id)
    if own:
        return actor
    people = await led_by(actor, work) if actor.leads else []
    found = next((one for one in people if one.id == employee_id), None)
    if found is None:
        raise NotFoundError(what="employee", id=employee_id)
    return found


@inner
async def candidates(
    actor: Actor, work: Work, absent: Actor, first: date | None = None, last: date | None = None
) -> list[Candidate]:
    """Who could stand in: sellers for a seller, the own team first; for the others whoever has the same role."""
    everybody = await employees.everybody(work.tx)
    if absent.role in SELLING:
        near = {one.id for one in await employees.of_team(work.tx, absent.team_id)}
        near |= {one.id for one in await employees.leads_of(work.tx, absent)}
        wide = actor.leads
        may = [one for one in everybody if one.role in SELLING and (wide or one.id in near)]
        may.sort(key=lambda one: (one.id not in near, one.role is not absent.role, one.name, one.id))
    else:
        may = [one for one in everybody if one.role is absent.role]
    may = [one for one in may if one.id != absent.id]
    away = await absences.of_days(work.tx, [one.id for one in may], first, last) if first and last else []
    until = {one.employee_id: one.last_day for one in away}
    return [Candidate(one, until.get(one.id)) for one in may]


@allowed(*EVERYBODY)
async def check_plan(
    actor: Actor, work: Work, plan: AbsencePlan
) -> tuple[AbsencePlan, Actor, list[Candidate]]:
    """The plan, whose it is, and who could stand in. Raises `AbsenceError` where the days cannot be."""
    absent = await _whose(actor, work, plan.employee)
    if plan.first is not None and plan.last is not None:
        check_span(plan.first, plan.last, absent.local(work.now).date())
        same = await absences.open_on(work.tx, [absent.id], plan.first, plan.last)
        if same:
            raise AbsenceError(why="overlap", name=absent.name, day=same[0].first_day)
    return plan, absent, await candidates(actor, work, absent, plan.first, plan.last)


@allowed(*EVERYBODY)
async def take(actor: Actor, work: Work, plan: AbsencePlan) -> Changed:
    """A lead's word holds at once; whoever is led asks. Raises `AbsenceError`, `StaleError` for a plan without days."""
    if plan.first is None or plan.last is None:
        raise StaleError(what="dialogue")
    await employees.lock(
        work.tx, plan.employee
    )  # of two leads at one moment the second sees the first one's days
    _, absent, may = await check_plan(actor, work, plan)
    deputy = _chosen(plan.deputy, may)
    starts_at, ends_at = moments_of(plan.first, plan.last, absent.zone)
    leads = [one for one in await decisions.judges(work, absent) if one.id != absent.id]
    set_at_once = actor.leads or not leads
    absence_id = await absences.add(
        work.tx,
        employee_id=absent.id,
        deputy_id=deputy.id if deputy else None,
        kind=plan.kind.value,
        first_day=plan.first,
        last_day=plan.last,
        starts_at=starts_at,
        ends_at=ends_at,
        created_by=actor.hand,
        created_at=work.now,
        state=(AbsenceState.SET if set_at_once else AbsenceState.ASKED).value,
        decided_by=actor.hand if set_at_once else None,
        decided_at=work.now if set_at_once else None,
    )
    return await _changed(actor, work, absence_id, absent, deciders=() if set_at_once else tuple(leads))


def _chosen(deputy_id: int | None, may: list[Candidate]) -> Actor | None:
    if deputy_id is None:
        return None
    found = next((one for one in may if one.person.id == deputy_id), None)
    if found is None:
        raise NotFoundError(what="employee", id=deputy_id)
    if found.until is not None:
        raise AbsenceError(why="deputy_away", name=found.person.name, day=found.until)
    return found.person


async def _changed(
    actor: Actor,
    work: Work,
    absence_id: int,
    absent: Actor | None = None,
    *,
    deciders: tuple[Actor, ...] = (),
    former: int | None = None,
) -> Changed:
    """What follows from any step: the absent person's pushes and the two reminders stand anew."""
    found = await absences.find(work.tx, absence_id)
    assert found is not None
    absent = absent or await employees.find(work.tx, found.employee_id)
    if absent is None:
        raise StaleError(what="absence")
    absent = replace(absent, by=0, by_name="")
    deputy = await employees.find(work.tx, found.deputy_id) if found.deputy_id else None
    await _remind(work, found, absent, deputy)
    await audit.note(
        actor, work, "absence", employee=absent.id, state=found.state.value, deputy=found.deputy_id
    )
    if found.state is not AbsenceState.ASKED:
        await pushes.plan_all(work, absent)
    other = await employees.find(work.tx, former) if former else None
    may = actor.leads and not actor.by
    return Changed(await _view(actor, work, found, may=may), absent, deputy, deciders, other)


async def _remind(work: Work, found: Absence, absent: Actor, deputy: Actor | None) -> None:
    await reminders.forget(work.tx, ReminderKind.ABSENCE_BEGINS, found.id)
    await reminders.forget(work.tx, ReminderKind.ABSENCE_ENDS, found.id)
    if found.state is not AbsenceState.SET:
        return
    calendar = work.rules.calendar
    eve = datetime.combine(calendar.previous_working(found.first_day), EVE_AT, tzinfo=absent.zone)
    if deputy is not None and eve > work.now:
        await reminders.put(work.tx, deputy.id, ReminderKind.ABSENCE_BEGINS, found.id, eve.astimezone(UTC))
    back = datetime.combine(
        calendar.on_or_after(found.last_day + timedelta(days=1)), BACK_AT, tzinfo=absent.zone
    )
    await reminders.put(
        work.tx, absent.id, ReminderKind.ABSENCE_ENDS, found.id, max(back.astimezone(UTC), work.now)
    )


# --- deciding and changing


@allowed(*LEADING)
async def agree(actor: Actor, work: Work, absence_id: int) -> Changed:
    """Raises `StaleError` where somebody was quicker."""
    found = await _led(actor, work, absence_id)
    if found.state is not AbsenceState.ASKED:
        raise StaleError(what="absence")
    if found.deputy_id is not None:
        await _check_free(work, found, found.deputy_id)
    if not await absences.decide(work.tx, found, AbsenceState.SET, actor.hand, work.now):
        raise StaleError(what="absence")
    return await _changed(actor, work, found.id, deciders=await _deciders(work, found))


async def _check_free(work: Work, found: Absence, deputy_id: int) -> None:
    deputy = await employees.find(work.tx, deputy_id)
    if deputy is None:
        gone = await employees.find_anybody(work.tx, deputy_id)
        raise AbsenceError(why="deputy", name=gone.name if gone else "")
    away = await absences.of_days(work.tx, [deputy_id], found.first_day, found.last_day)
    if away:
        raise AbsenceError(why="deputy_away", name=deputy.name, day=away[0].last_day)


async def _deciders(work: Work, found: Absence) -> tuple[Actor, ...]:
    if found.state is not AbsenceState.ASKED:
        return ()
    absent = await employees.find(work.tx, found.employee_id)
    return tuple(await decisions.judges(work, absent)) if absent else ()


@allowed(*EVERYBODY)
async def cancel(actor: Actor, work: Work, absence_id: int) -> Changed:
    """The lead declines or calls off; whoever asked takes back what has not begun. One that is over stays."""
    found = await absences.find(work.tx, absence_id)
    if found is None or (found.employee_id != actor.id or actor.by):
        found = await _led(actor, work, absence_id)
    begun = found.state is AbsenceState.SET and found.starts_at <= work.now
    if found.ends_at <= work.now or found.state not in OPEN:
        raise StaleError(what="absence")
    if begun:
        return await _with_leads(actor, work, found, await _end_now(actor, work, found))
    asked = found.state is AbsenceState.ASKED
    state = AbsenceState.DECLINED if asked and found.employee_id != actor.id else AbsenceState.CANCELLED
    if not await absences.decide(work.tx, found, state, actor.hand, work.now):
        raise StaleError(what="absence")
    changed = await _changed(actor, work, found.id, deciders=await _deciders(work, found))
    # who was only proposed has never heard of it
    return replace(changed, deputy=None) if asked else await _with_leads(actor, work, found, changed)


async def _with_leads(actor: Actor, work: Work, found: Absence, changed: Changed) -> Changed:
    if found.employee_id != actor.id or actor.by:
        return changed
    leads = await employees.leads_of(work.tx, actor)
    return replace(changed, leads=tuple(one for one in leads if one.id not in {actor.id, found.deputy_id}))


async def _end_now(actor: Actor, work: Work, found: Absence) -> Changed:
    """Back earlier: the day before is the last one; on the first day itself nothing is left of it."""
    absent = await employees.find(work.tx, found.employee_id)
    today = absent.local(work.now).date() if absent else work.today(actor)
    if today == found.first_day:
        await absences.decide(work.tx, found, AbsenceState.CANCELLED, actor.hand, work.now)
    else:
        await work.tx.run(absences.END_ON, id_=found.id, last=today - timedelta(days=1), ends=work.now)
    return await _changed(actor, work, found.id)


@allowed(*LEADING)
async def deputies_of(actor: Actor, work: Work, absence_id: int) -> tuple[AbsenceView, list[Candidate]]:
    found = await _led(actor, work, absence_id)
    absent = await employees.find(work.tx, found.employee_id)
    if absent is None or found.ends_at <= work.now or found.state not in OPEN:
        raise StaleError(what="absence")
    return await _view(actor, work, found, may=True), await candidates(
        actor, work, absent, found.first_day, found.last_day
    )


@allowed(*LEADING)
async def set_deputy(actor: Actor, work: Work, absence_id: int, deputy_id: int) -> Changed:
    """Another one from now on; what was asked for is agreed with it. `deputy_id` 0: nobody."""
    view, may = await deputies_of(actor, work, absence_id)
    found = view.absence
    deputy = _chosen(deputy_id or None, may)
    if deputy is not None and deputy.id == found.deputy_id and found.state is AbsenceState.SET:
        return await _changed(actor, work, found.id)
    await work.tx.run(absences.SET_DEPUTY, id_=found.id, deputy=deputy.id if deputy else None)
    if found.state is AbsenceState.ASKED:
        await absences.decide(work.tx, found, AbsenceState.SET, actor.hand, work.now)
    former = found.deputy_id if found.state is AbsenceState.SET else None
    return await _changed(actor, work, found.id, deciders=await _deciders(work, found), former=former)


@inner
async def leave_places(actor: Actor, work: Work, employee_id: int) -> list[Changed]:
    """Of somebody who is out, or whose role does not bear it any more: nobody stands in; `leads` choose another one."""
    freed = []
    there = await employees.find(work.tx, employee_id)
    for found in await absences.of_deputy(work.tx, employee_id, work.now):
        absent = await employees.find(work.tx, found.employee_id)
        if absent is None or (there is not None and _may_stand_in(there, absent)):
            continue
        await work.tx.run(absences.SET_DEPUTY, id_=found.id, deputy=None)
        changed = await _changed(actor, work, found.id, absent)
        leads = await employees.leads_of(work.tx, changed.absent)
        freed.append(replace(changed, leads=tuple(one for one in leads if one.id != changed.absent.id)))
    return freed


def _may_stand_in(deputy: Actor, absent: Actor) -> bool:
    return deputy.role in SELLING if absent.role in SELLING else deputy.role is absent.role


@allowed(*EVERYBODY)
async def open_place(actor: Actor, work: Work, absence_id: int) -> tuple[AbsenceView, Actor]:
    """Of an absence that runs now: the place as the deputy takes it. Raises `SubstitutionOverError`, `NotFoundError`."""
    found = await absences.find(work.tx, absence_id)
    taken = await substitution.places_now(work, actor.hand)
    if found is None or (found.deputy_id != actor.hand and found.employee_id not in taken):
        raise NotFoundError(what="absence", id=absence_id)
    deputy = await employees.find(work.tx, actor.hand)
    if deputy is None:
        raise AccessDeniedError(role=actor.role)
    return await _view(deputy, work, found), await substitution.stand_in(work, deputy, found.employee_id)
