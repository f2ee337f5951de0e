"""The visits of a day as a way through them; the trainings held."""

from datetime import date

from capture.districts import read_district
from domain.actors import SELLING, Actor
from domain.periods import month_end, month_start
from screens.visit_log import Leg, Route, Trained, TrainingLog
from storage import employees, visits
from usecases.access import allowed
from usecases.scope import get_client
from usecases.work import Work


@allowed(*SELLING)
async def get_route(actor: Actor, work: Work, day: date) -> Route:
    """By district, each where its first hour stands; within one by the hour."""
    legs = [
        Leg(
            stop.id,
            stop.client_id,
            stop.name,
            actor.local(stop.at) if stop.at else None,
            stop.place or stop.address,
            stop.district or read_district(stop.address),
            done=stop.done,
        )
        for stop in await visits.stops(work.tx, actor.id, day)
    ]
    first: dict[str, int] = {}
    for number, leg in enumerate(legs):
        first.setdefault(leg.district, number)
    order = sorted(range(len(legs)), key=lambda number: (first[legs[number].district], number))
    return Route(day, work.today(actor), tuple(legs[number] for number in order))


@allowed(*SELLING)
async def trainings_of_client(actor: Actor, work: Work, client_id: int) -> TrainingLog:
    client = await get_client(actor, work, client_id)
    held = await visits.trainings_of_client(work.tx, client.id)
    return TrainingLog(
        tuple(
            Trained(one.day, one.client_id, one.client, one.employee, one.topic, one.people) for one in held
        ),
        work.today(actor),
        client.id,
        client.name,
    )


@allowed(*SELLING)
async def trainings_of_month(actor: Actor, work: Work) -> TrainingLog:
    """One's own; of who leads, the team's."""
    today = work.today(actor)
    people = [actor.id]
    if actor.leads:
        people += [one.id for one in await employees.managers_of(work.tx, actor)]
    held = await visits.trainings(work.tx, people, month_start(today), month_end(today))
    return TrainingLog(
        tuple(
            Trained(one.day, one.client_id, one.client, one.employee, one.topic, one.people) for one in held
        ),
        today,
    )
