"""Arrivals that a file has told of and that were no arrivals: whoever waits for the goods waits on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from domain.actors import Actor, Role
from domain.reminders import ReminderKind
from domain.shortages import RequestState, ShortageState, first_nudge
from screens.arrivals_back import GoneArrival
from storage import arrival_undo, calls, employees, products, reminders, shortages
from storage.shortages import Request, Waiting
from usecases.access import inner
from usecases.shortage_requests import watch
from usecases.work import Work

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class BackArrivals:
    """To a manager who had heard that goods have come."""

    manager: Actor
    goods: tuple[GoneArrival, ...]


@inner
async def snapshot(work: Work, product_ids: Iterable[int]) -> list[Json]:
    """What will become of those who wait for these goods, before they are said to have come: plain JSON for `take_back`."""
    ids = list(dict.fromkeys(product_ids))
    requests = await shortages.live_requests(work.tx, ids) if ids else []
    goods = await products.by_ids(work.tx, [one.product_id for one in requests if one.product_id is not None])
    return [await _kept(work, one, goods) for one in requests]


async def _kept(work: Work, request: Request, goods: Mapping[int, products.Product]) -> Json:
    product = goods[request.product_id or 0]
    waits = await shortages.waiting_for(work.tx, request.id)
    wishes = [await shortages.find(work.tx, one.id) for one in waits]
    return {
        "request": request.id,
        "product": product.id,
        "stock": _text(product.stock),
        "on_the_way": [_day(product.arrives_on), _text(product.arrives_quantity)],
        "state": request.state.value,
        "answered_by": request.answered_by,
        "answered_at": request.answered_at.isoformat() if request.answered_at else None,
        "arrives_on": _day(request.arrives_on),
        "arrives_quantity": _text(request.arrives_quantity),
        "analogue": request.analogue_id,
        "wishes": [[one.id, one.state.value, _day(one.promised)] for one in wishes if one],
        "lines": [line for one in waits if (line := await _line(work, one))],
    }


async def _line(work: Work, wish: Waiting) -> Json | None:
    """The client's line of today as it stands; None where an arrival will put none there."""
    manager = await employees.find(work.tx, wish.manager_id)
    if manager is None or wish.client_id is None:
        return None
    today = work.today(manager)
    if not await calls.list_states(work.tx, manager.id, today):
        return None
    line = await calls.own_line(work.tx, manager.id, today, wish.client_id)
    was = {"state": line.state, "position": line.position, "reasons": line.reasons} if line else None
    return {"manager": manager.id, "day": today.isoformat(), "client": wish.client_id, "was": was}


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


@inner
async def take_back(work: Work, arrivals: Sequence[Json]) -> tuple[BackArrivals, ...]:
    """Before the goods themselves are as they were. What was ordered since stays ordered; a newer stock leaves all as it is."""
    told: dict[int, list[GoneArrival]] = {}
    for one in arrivals:
        request = await shortages.find_request(work.tx, one["request"])
        product = (await products.by_ids(work.tx, [one["product"]])).get(one["product"])
        if request is None or request.state is not RequestState.ARRIVED or product is None:
            continue
        if product.stock != _decimal(one["stock"]):
            continue
        ready = await shortages.waiting_for(work.tx, request.id, (ShortageState.ARRIVED,))
        known = {wish[0] for wish in one["wishes"]}
        back = [wish for wish in ready if wish.id in known]
        heard = await _who_heard(work, request.id, back)
        await _restore(work, request.id, one, {wish.id for wish in back})
        for wish in back:
            if wish.manager_id in heard:
                told.setdefault(wish.manager_id, []).append(GoneArrival(wish.id, product.name, wish.client))
    people = {id_: await employees.find(work.tx, id_) for id_ in told}
    return tuple(BackArrivals(person, tuple(told[id_])) for id_, person in people.items() if person)


async def _who_heard(work: Work, request_id: int, wishes: Sequence[Waiting]) -> set[int]:
    """Managers to whom it was said already; the others will not hear of it."""
    managers = dict.fromkeys(wish.manager_id for wish in wishes)
    about = {"kind_": ReminderKind.ARRIVAL, "ref": request_id}
    return {id_ for id_ in managers if not await work.tx.run(reminders.FORGET_OF, employee=id_, **about)}


async def _restore(work: Work, request_id: int, kept: Json, wishes: set[int]) -> None:
    answered_at = datetime.fromisoformat(kept["answered_at"]) if kept["answered_at"] else None
    await work.tx.run(
        shortages.ANSWER,
        id_=request_id,
        state_=kept["state"],
        answered_by_=kept["answered_by"],
        answered_at_=answered_at,
        arrives_on_=_date(kept["arrives_on"]),
        arrives_quantity_=_decimal(kept["arrives_quantity"]),
        analogue_id_=kept["analogue"],
    )
    day, amount = kept["on_the_way"]
    await work.tx.run(shortages.SET_ARRIVAL, id_=kept["product"], day=_date(day), amount=_decimal(amount))
    for wish, state, promised in kept["wishes"]:
        if wish in wishes:
            moved = ShortageState(state)
            await shortages.move(work.tx, wish, moved, request=request_id, promised=_date(promised))
    for line in kept["lines"]:
        at = (line["manager"], date.fromisoformat(line["day"]), line["client"])
        if line["was"] is None:
            await arrival_undo.drop(work.tx, *at)
        else:
            await arrival_undo.put_back(work.tx, *at, line["was"])
    await _wind(work, request_id, kept)


async def _wind(work: Work, request_id: int, kept: Json) -> None:
    """Logistics is asked again when it would have been."""
    day = _date(kept["arrives_on"])
    if kept["state"] == RequestState.PROMISED and day is not None:
        await watch(work, request_id, day)
    elif kept["state"] == RequestState.OPEN:
        for person in await employees.with_role(work.tx, Role.LOGISTICS):
            at = first_nudge(person.local(work.now), work.rules.calendar, work.rules.shortages)
            await reminders.put(work.tx, person.id, ReminderKind.SHORTAGE, request_id, at.astimezone(UTC))
