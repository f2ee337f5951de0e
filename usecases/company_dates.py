"""Since when a company exists and is with us: found by a name, checked against the calendar and the orders."""

from datetime import date
from typing import Any

from capture.company_dates import first_day
from domain.actors import SELLING, Actor
from domain.clients import ClientField
from domain.occasions import is_birth
from domain.search import SearchSettings, best_matches, parse_query
from storage import client_dates, clients
from usecases.access import allowed
from usecases.client_fields import ClientFieldError
from usecases.scope import managers_for
from usecases.work import Work

DATES = frozenset({ClientField.FOUNDED, ClientField.TOGETHER})
LIKE = SearchSettings(spread=3.0, limit=8)


@allowed(*SELLING)
async def find_companies(actor: Actor, work: Work, text: str) -> list[tuple[int, str]]:
    """(id, name) of those called so, the best first; a name in any case form."""
    query = parse_query(text)
    found = await clients.search(work.tx, query, await managers_for(actor, work))
    names = {one.client.id: one.client.name for one in found}
    named = [(one.client.id, one.client.name, one.numbers) for one in found]
    return [(client, names[client]) for client, _ in best_matches(query, named, LIKE)]


async def dated(work: Work, client_id: int, field: ClientField, value: Any, *, text: str, today: date) -> Any:
    """The value to keep: never later than the first order, which stands where nothing was typed.

    Raises `ClientFieldError` for a day that is not in the calendar or lies ahead.
    """
    if field is ClientField.TOGETHER:
        earliest = await client_dates.first_order(work.tx, client_id)
        if value is not None and value > today:
            raise ClientFieldError(field=field, text=text[:100])
        return min((day for day in (value, earliest) if day is not None), default=None)
    start = first_day(value)
    day, month, year = value
    if (month is not None and not is_birth((day, month, year))) or (start is not None and start > today):
        raise ClientFieldError(field=field, text=text[:100])
    return value
