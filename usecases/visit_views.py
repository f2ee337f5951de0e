"""What is good to know of a visit, gathered from the rows."""

from datetime import date

from domain.actors import Actor
from domain.visits import VisitKind, VisitOutcome, minutes_of
from screens.visits import VisitView, Whom
from storage import calls, orders, persons, visits
from storage.clients import Client
from storage.persons import Person
from storage.visits import Visit
from usecases.access import inner
from usecases.work import Work

ORDERS = 3
PEOPLE = 2
FIRST_ROLES = ("buyer", "director")


def points_of(visit: Visit, work: Work) -> list[tuple[str, bool]]:
    """The company's check-list with its ticks; of merchandising only."""
    if visit.kind != VisitKind.MERCHANDISING:
        return []
    return [(point, point in (visit.checked or ())) for point in work.rules.visits.checklist]


@inner
async def read_view(actor: Actor, work: Work, visit: Visit, client: Client) -> VisitView:
    today = work.today(actor)
    people = [person for person in await persons.of_client(work.tx, client.id) if not person.bad_number]
    last = await calls.last_call(work.tx, client.id)
    shot = await visits.photos(work.tx, visit.id)
    forgotten = visit.outcome == VisitOutcome.FORGOTTEN
    minutes = None
    if visit.started_at is not None and visit.done_at is not None and not forgotten:
        minutes = minutes_of(visit.started_at, visit.done_at)
    return VisitView(
        id=visit.id,
        client=client.id,
        name=client.name,
        client_class=client.client_class,
        today=today,
        kind=VisitKind(visit.kind),
        day=visit.day,
        at=actor.local(visit.at) if visit.at else None,
        place=visit.place,
        address=client.address,
        whom=_whom(client, people),
        phone=client.phone or "",
        debt=client.debt,
        overdue=client.overdue,
        days_overdue=(today - client.overdue_since).days if client.overdue_since else 0,
        stopped=client.stopped,
        promise_due=client.promise_due,
        claims=client.open_claims,
        orders=await _orders(actor, work, client),
        last_at=actor.local(last.at).date() if last and last.note else None,
        last_words=last.note if last else "",
        note=client.note,
        started=actor.local(visit.started_at) if visit.started_at else None,
        located=visit.latitude is not None,
        after=visit.after,
        photos_before=sum(not photo.after for photo in shot),
        photos_after=sum(photo.after for photo in shot),
        points=tuple(points_of(visit, work)),
        topic=visit.topic,
        people=visit.people,
        result=visit.result,
        outcome=VisitOutcome(visit.outcome) if visit.outcome else None,
        done=visit.done_at is not None,
        cancelled=visit.cancelled_at is not None,
        minutes=minutes,
    )


async def _orders(actor: Actor, work: Work, client: Client) -> tuple[tuple[date, int], ...]:
    found = await orders.last_of(work.tx, client.id, ORDERS)
    return tuple((one.day or actor.local(one.created_at).date(), one.total) for one in found)


def _whom(client: Client, people: list[Person]) -> tuple[Whom, ...]:
    """Who was agreed with, then the buyer and the director, then whoever has a number."""

    def rank(person: Person) -> tuple[bool, int, bool, int]:
        role = FIRST_ROLES.index(person.role) if person.role in FIRST_ROLES else len(FIRST_ROLES)
        return person.id != client.next_person_id, role, person.phone is None, person.id

    return tuple(Whom(one.name, one.role, one.phone) for one in sorted(people, key=rank)[:PEOPLE])
