"""The monthly report: collected from facts, completed with words, handed in, accepted or returned."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from domain.actors import LEADING, SELLING, Actor, Role
from domain.decisions import DecisionKind, Verdict
from domain.periods import add_months, at_local, month_start
from domain.reports import (
    Figures,
    ReportCall,
    ReportState,
    ReportStateError,
    ReportStep,
    Section,
    call_on,
    check_words,
    due_day,
    figures_from_json,
    reported_month,
)
from screens.report_views import PastReports, ReportLine, ReportView, TeamReports
from storage import absences, clients, employees
from storage import reports as stored
from storage.reports import Report
from usecases import decisions
from usecases.access import allowed, inner
from usecases.errors import AccessDeniedError, NotFoundError, StaleError
from usecases.report_facts import read_figures
from usecases.scope import managers_for
from usecases.work import Work

PAST = 24
JANUARY, DECEMBER = 1, 12
OPEN = (ReportState.DRAFT, ReportState.RETURNED)


@dataclass(frozen=True, slots=True)
class Moved:
    """A report that went on, and whom to tell of it."""

    view: ReportView
    hearers: tuple[Actor, ...]


# --- whose, and who may -------------------------------------------------------------------------------------------


@inner
async def heads_of(person: Actor, work: Work) -> list[Actor]:
    """To whom it is handed in: the nearest leads above, the owner where there are none."""
    found = [one for one in await employees.leads_of(work.tx, person) if one.id != person.id]
    return found or [one for one in await employees.with_role(work.tx, Role.OWNER) if one.id != person.id]


@dataclass(frozen=True, slots=True)
class _Rights:
    writes: bool
    decides: bool


AUTHOR = _Rights(writes=True, decides=False)


def as_head(view: ReportView) -> ReportView:
    """The same report as who decides sees it."""
    return replace(view, mine=False, writes=False, decides=True)


def as_author(view: ReportView) -> ReportView:
    """The same report as the person sees it."""
    return replace(view, mine=True, writes=True, decides=False)


async def _rights(actor: Actor, work: Work, employee_id: int) -> _Rights:
    """Raises `NotFoundError` for somebody foreign. Who stands in for a person writes for them."""
    stood_in = {one.employee_id for one in await absences.stood_in(work.tx, actor.id, work.now)}
    if employee_id == actor.id:
        return _Rights(writes=True, decides=False)
    writes, leads = employee_id in stood_in, actor.leads
    seen = employee_id in await managers_for(actor, work)
    if not seen and not leads and not writes:
        raise NotFoundError(what="report", id=employee_id)
    if not seen:
        person = await employees.find(work.tx, employee_id)
        heads = {one.id for one in await heads_of(person, work)} if person else set()
        if not writes and not heads & {actor.id, *stood_in}:
            raise NotFoundError(what="report", id=employee_id)
        leads = leads and bool(heads & {actor.id, *stood_in})
    return _Rights(writes=writes, decides=leads or not writes)


@inner
async def check_sees(actor: Actor, work: Work, employee_id: int) -> None:
    """Raises `NotFoundError` for somebody foreign."""
    await _rights(actor, work, employee_id)


@inner
async def get_report(
    actor: Actor, work: Work, report_id: int, *, lock: bool = False
) -> tuple[Report, _Rights]:
    """Raises `NotFoundError` for a foreign one as for none."""
    found = await stored.find(work.tx, report_id, lock=lock)
    if found is None:
        raise NotFoundError(what="report", id=report_id)
    reaching = await decisions.lent(actor, work, DecisionKind.REPORT, report_id)
    return found, await _rights(actor, reaching, found.employee_id)


@inner
async def view_of(actor: Actor, work: Work, found: Report, rights: _Rights) -> ReportView:
    names = await clients.manager_names(
        work.tx, [found.employee_id, *([found.decided_by] if found.decided_by else [])]
    )
    return ReportView(
        id=found.id,
        employee_id=found.employee_id,
        name=names.get(found.employee_id, ""),
        month=found.month,
        state=found.state,
        words=found.words or {},
        figures=await figures_of(work, found),
        due=due_day(found.month, work.rules.calendar),
        today=work.today(actor),
        mine=found.employee_id == actor.id,
        writes=rights.writes,
        decides=rights.decides,
        handed=actor.local(found.handed_at) if found.handed_at else None,
        remark=found.remark,
        decided_by=names.get(found.decided_by or 0, ""),
    )


async def figures_of(work: Work, found: Report) -> Figures:
    """As handed in; until then as they are now. Of somebody who left before handing in there are none."""
    if found.facts is not None:
        return figures_from_json(found.facts)
    person = await employees.find(work.tx, found.employee_id)
    return Figures() if person is None else await read_figures(person, work, found.month)


# --- looking ------------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def open_home(actor: Actor, work: Work, code: int = 0) -> ReportView | TeamReports:
    """A manager's own last report; the team's of that month, or of month `code`, for who leads."""
    if actor.leads:
        return await _team(actor, work, month_of(actor, work, code))
    found = await stored.draft(work.tx, actor.id, reported_month(work.today(actor)), work.now)
    return await view_of(actor, work, found, await _rights(actor, work, actor.id))


def month_of(actor: Actor, work: Work, code: int) -> date:
    """202610 is October; 0 the month before this. Raises `NotFoundError` for what is no month gone by."""
    last = reported_month(work.today(actor))
    year, month = divmod(code, 100)
    if not code:
        return last
    if not JANUARY <= month <= DECEMBER or not date.min.year < year < date.max.year:
        raise NotFoundError(what="month", id=code)
    return min(date(year, month, 1), last)


async def _team(actor: Actor, work: Work, month: date) -> TeamReports:
    today = work.today(actor)
    people = await people_of(actor, work, month)
    rows = await _drafted(work, people, month) if month == reported_month(today) else None
    if rows is None:
        rows = await stored.of_month(work.tx, [person.id for person in people], month)
    lines = tuple(_line(person, rows[person.id]) for person in people if person.id in rows)
    own = rows.get(actor.id)
    return TeamReports(
        month=month,
        due=due_day(month, work.rules.calendar),
        today=today,
        lines=tuple(one for one in lines if one.employee_id != actor.id),
        own=own.id if own else 0,
        owner=actor.role is Role.OWNER,
        earlier=month < reported_month(today),
    )


async def _drafted(work: Work, people: Sequence[Actor], month: date) -> dict[int, Report]:
    rows = await stored.of_month(work.tx, [person.id for person in people], month)
    for person in people:
        if person.id not in rows:
            rows[person.id] = await stored.draft(work.tx, person.id, month, work.now)
    return rows


def _line(person: Actor, found: Report) -> ReportLine:
    figures = figures_from_json(found.facts) if found.facts else Figures()
    return ReportLine(
        found.id,
        person.id,
        person.name,
        found.state,
        figures.number("sales.fact"),
        figures.number("sales.target"),
    )


@inner
async def people_of(actor: Actor, work: Work, month: date) -> list[Actor]:
    """Who owes a report of that month to the actor, and the actor where one is owed; who came later owes none."""
    ids = set(await managers_for(actor, work))
    everybody = await employees.everybody(work.tx)
    below = [
        one
        for one in everybody
        if one.role is Role.LEAD
        and one.id != actor.id
        and actor.id in {h.id for h in await heads_of(one, work)}
    ]
    seen = [one for one in everybody if one.id in ids and one.role in {Role.MANAGER, Role.LEAD}]
    found = {one.id: one for one in (*seen, *below)}
    return [one for one in found.values() if await owes(one, work, month)]


@inner
async def owes(person: Actor, work: Work, month: date) -> bool:
    """Every manager who was here in the month, however long away; a lead with clients of their own."""
    if person.role is Role.OWNER or not person.sells:
        return False
    after = at_local(add_months(month_start(month), 1), time.min, person.zone)
    hired: datetime | None = (await stored.hired(work.tx, [person.id])).get(person.id)
    if hired is None or hired >= after:
        return False
    return person.role is Role.MANAGER or await stored.counted(work.tx, stored.CLIENTS, person.id) > 0


@allowed(*SELLING)
async def open_report(actor: Actor, work: Work, report_id: int) -> ReportView:
    found, rights = await get_report(actor, work, report_id)
    return await view_of(actor, work, found, rights)


@allowed(*SELLING)
async def list_past(actor: Actor, work: Work, employee_id: int) -> PastReports:
    """Two years of somebody's reports. Raises `NotFoundError` for somebody foreign."""
    await _rights(actor, work, employee_id)
    rows = await stored.of_person(work.tx, employee_id, PAST)
    names = await clients.manager_names(work.tx, [employee_id])
    listed = tuple((one.id, one.month, one.state) for one in rows)
    return PastReports(employee_id, names.get(employee_id, ""), listed)


# --- words, and handing in ----------------------------------------------------------------------------------------


@inner
async def _writable(actor: Actor, work: Work, report_id: int) -> tuple[Report, _Rights]:
    """Raises `ReportStateError` for one that was handed in."""
    found, rights = await get_report(actor, work, report_id, lock=True)
    if not rights.writes:
        raise AccessDeniedError(role=actor.role)
    if found.state not in OPEN:
        raise ReportStateError(state=found.state.value)
    return found, rights


@allowed(*SELLING)
async def check_may_write(actor: Actor, work: Work, report_id: int) -> ReportView:
    return await view_of(actor, work, *await _writable(actor, work, report_id))


@allowed(*SELLING)
async def say(actor: Actor, work: Work, report_id: int, section: Section, text: str) -> ReportView:
    """In place of what was said in that section. Raises `ReportWordsError`, `ReportStateError`."""
    found, rights = await _writable(actor, work, report_id)
    words = {**(found.words or {}), section.value: check_words(text)}
    await work.tx.run(stored.SET_WORDS, id_=found.id, words=words)
    return await view_of(actor, work, replace(found, words=words), rights)


@allowed(*SELLING)
async def hand_in(actor: Actor, work: Work, report_id: int) -> Moved:
    """From here on the figures stay as they are. Raises `ReportStateError` the second time."""
    found, rights = await _writable(actor, work, report_id)
    person = await employees.find(work.tx, found.employee_id)
    if person is None:
        raise NotFoundError(what="report", id=report_id)
    day = person.local(work.now).date()
    if found.month >= month_start(day):
        raise ReportStateError(state="running")
    figures = await read_figures(person, work, found.month)
    facts = Figures({**figures.values, "report.handed": day.isoformat()}, figures.lists).as_json()
    await work.tx.run(stored.HAND_IN, id_=found.id, facts=facts, at=work.now, day=day)
    await stored.add_step(work.tx, found.id, actor.hand, work.now, ReportStep.HANDED)
    asked: dict[str, str | int] = {"month": f"{found.month:%Y-%m}", "name": person.name}
    await decisions.ask(work, DecisionKind.REPORT, found.id, person.id, facts=asked)
    heads = await decisions.judges(work, person)
    hearers = await decisions.with_helpers(work, DecisionKind.REPORT, found.id, heads)
    return await _moved(actor, work, found.id, rights, hearers)


@allowed(*SELLING)
async def take_back(actor: Actor, work: Work, report_id: int) -> Moved:
    """While nobody has decided. Raises `ReportStateError`."""
    found, rights = await get_report(actor, work, report_id, lock=True)
    if not rights.writes:
        raise AccessDeniedError(role=actor.role)
    if found.state is not ReportState.HANDED:
        raise ReportStateError(state=found.state.value)
    await _decide(actor, work, found, ReportState.DRAFT, ReportStep.TAKEN_BACK)
    await decisions.close(work, DecisionKind.REPORT, found.id, Verdict.WITHDRAWN, actor.hand)
    person = await employees.find(work.tx, found.employee_id)
    hearers = await decisions.judges(work, person) if person else []
    return await _moved(actor, work, found.id, rights, hearers)


@allowed(*SELLING)
async def accept(actor: Actor, work: Work, report_id: int) -> Moved:
    """Raises `ReportStateError` where it was decided before."""
    found, rights = await _decidable(actor, work, report_id)
    await _decide(actor, work, found, ReportState.ACCEPTED, ReportStep.ACCEPTED)
    await decisions.close(work, DecisionKind.REPORT, found.id, Verdict.YES, actor.hand)
    return await _moved(actor, work, found.id, rights, await _author(work, found))


@allowed(*SELLING)
async def send_back(actor: Actor, work: Work, report_id: int, text: str) -> Moved:
    """With words on what to put right; the figures are counted anew from here on."""
    found, rights = await _decidable(actor, work, report_id)
    said = check_words(text)
    await _decide(actor, work, found, ReportState.RETURNED, ReportStep.RETURNED, said)
    await decisions.close(work, DecisionKind.REPORT, found.id, Verdict.NO, actor.hand)
    return await _moved(actor, work, found.id, rights, await _author(work, found))


@allowed(*SELLING)
async def check_may_decide(actor: Actor, work: Work, report_id: int) -> ReportView:
    """Raises `ReportStateError` where there is nothing to decide."""
    return await view_of(actor, work, *await _decidable(actor, work, report_id))


@inner
async def _decidable(actor: Actor, work: Work, report_id: int) -> tuple[Report, _Rights]:
    found, rights = await get_report(actor, work, report_id, lock=True)
    if not rights.decides:
        raise AccessDeniedError(role=actor.role)
    if found.state is not ReportState.HANDED:
        raise ReportStateError(state=found.state.value)
    await decisions.check_not_own(actor, work, DecisionKind.REPORT, report_id)
    return found, rights


@inner
async def _decide(  # noqa: PLR0917
    actor: Actor, work: Work, found: Report, state: ReportState, step: ReportStep, text: str = ""
) -> None:
    decided = state in {ReportState.ACCEPTED, ReportState.RETURNED}
    await work.tx.run(
        stored.DECIDE,
        id_=found.id,
        state=state.value,
        facts=found.facts if state is ReportState.ACCEPTED else None,
        remark=text,
        by=actor.hand if decided else None,
        at=work.now if decided else None,
    )
    await stored.add_step(work.tx, found.id, actor.hand, work.now, step, text)


async def _author(work: Work, found: Report) -> list[Actor]:
    person = await employees.find(work.tx, found.employee_id)
    return [person] if person else []


@inner
async def _moved(
    actor: Actor, work: Work, report_id: int, rights: _Rights, hearers: Sequence[Actor]
) -> Moved:
    found = await stored.find(work.tx, report_id)
    assert found is not None
    view = await view_of(actor, work, found, rights)
    return Moved(view, tuple(one for one in hearers if one.id != actor.id))


# --- the clock ----------------------------------------------------------------------------------------------------


@inner
async def find_call(person: Actor, work: Work) -> tuple[ReportCall, ReportView] | None:
    """What the person hears today of a report that is not handed in; None where nothing is owed or due."""
    today = work.today(person)
    call = call_on(today, work.rules.calendar)
    month = reported_month(today)
    if call is None or not await owes(person, work, month):
        return None
    found = await stored.draft(work.tx, person.id, month, work.now)
    if found.state not in OPEN:
        return None
    return call, await view_of(person, work, found, AUTHOR)


@inner
async def find_late(person: Actor, work: Work) -> TeamReports | None:
    """On the evening of the last day: the team's reports, where somebody's is missing."""
    today = work.today(person)
    if today != due_day(reported_month(today), work.rules.calendar):
        return None
    view = await _team(person, work, reported_month(today))
    return view if view.missing else None


@dataclass(frozen=True, slots=True)
class Late:
    """Whose reports of a month are missing, and what each is to hear."""

    month: date
    calls: tuple[tuple[ReportCall, Moved], ...]


@allowed(*LEADING)
async def remind_late(actor: Actor, work: Work, code: int) -> Late:
    """Raises `StaleError` where nobody's is missing any more."""
    month = month_of(actor, work, code)
    today, due = work.today(actor), due_day(month, work.rules.calendar)
    after = ReportCall.LATE if today > due else ReportCall.REMINDED
    call = ReportCall.LAST if today == due else after
    found = []
    for line in (await _team(actor, work, month)).missing:
        person = await employees.find(work.tx, line.employee_id)
        row = await stored.find(work.tx, line.id)
        if person is not None and row is not None:
            view = await view_of(person, work, row, AUTHOR)
            found.append((call, Moved(view, (person,))))
    if not found:
        raise StaleError(what="reports")
    return Late(month, tuple(found))


@allowed(*LEADING)
async def check_team_file(actor: Actor, work: Work, code: int) -> date:
    """The month of code 202610. Raises `NotFoundError`."""
    return month_of(actor, work, code)
